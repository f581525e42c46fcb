import type { Place } from '../../api/queries'
import type { Experiment } from '../../api/models'
import { useWords } from '../../text/useWords'

/** Nothing has started: what is missing, and how to go on. */
export function Draft({ place, experiment }: { place: Place; experiment: Experiment }) {
  const { t } = useWords()
  return (
    <section className="card empty">
      <h2>{t('draft.title')}</h2>
      <p>{t('draft.body')}</p>
      <pre className="snippet">
        <code>
          POST /api/v1/projects/{place.project}/environments/{place.environment}/experiments/{experiment.key}/start
        </code>
      </pre>
    </section>
  )
}
