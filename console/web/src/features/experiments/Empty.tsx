import { useWords } from '../../text/useWords'

/** Nothing here yet: three ways to a first result. */
export function Empty() {
  const { t } = useWords()
  return (
    <section className="card empty">
      <h2>{t('empty.title')}</h2>
      <p>{t('empty.body')}</p>
      <dl className="ways">
        <dt>{t('empty.demo')}</dt>
        <dd>
          <pre className="snippet">
            <code>./touchstone demo</code>
          </pre>
        </dd>
        <dt>{t('empty.import')}</dt>
        <dd>
          <pre className="snippet">
            <code>./touchstone import FILE.csv --experiment KEY --unit COLUMN --variant COLUMN --control VALUE --outcome COLUMN</code>
          </pre>
        </dd>
        <dt>{t('empty.api')}</dt>
        <dd>
          <a href="/api/v1/openapi.json" target="_blank" rel="noreferrer">
            /api/v1/openapi.json
          </a>
        </dd>
      </dl>
    </section>
  )
}
