import { Link } from 'react-router'
import { useWords } from '../../text/useWords'
import { designOf } from '../../ui/headline/design'
import type { Subject } from '../../ui/headline/subject'
import { reportAddress } from './Why'

/** What was fixed before the start, and where to check. */
export function PlanCard({ subject }: { subject: Subject }) {
  const { t, format } = useWords()
  const { experiment, report } = subject
  const { variants, layer, slots: ranges } = designOf(experiment, report.phase)
  const total = variants.reduce((sum, one) => sum + one.weight, 0)
  const slots = ranges.reduce((sum, [from = 0, to = 0]) => sum + to - from, 0)
  return (
    <section className="card plan" aria-labelledby="plan-title">
      <div>
        <h2 id="plan-title">
          {t('plan.title')}
          {experiment.phases.length > 1 && <span className="meta"> {t('title.phase', { phase: report.phase })}</span>}
        </h2>
        <dl>
          <dt>{t('plan.design')}</dt>
          <dd>
            {t('plan.unit', { unit: experiment.unitType })} · {variants.map((one) => `${subject.armName(one.key)} ${format.rate(total === 0 ? 0 : one.weight / total)}`).join(' / ')}
          </dd>
          {!experiment.imported && (
            <>
              <dt>{t('plan.layer')}</dt>
              <dd>
                <bdi>{layer}</bdi> · {t('plan.slots', { share: format.rate(slots / 1_000_000) })}
              </dd>
            </>
          )}
          <dt>{t('plan.inference')}</dt>
          <dd>{t('plan.fixed', { alpha: format.figure(report.plan.alpha), power: format.rate(report.plan.power) })}</dd>
        </dl>
      </div>
      <div>
        <h2>{t('plan.check')}</h2>
        <ul className="links">
          <li>
            <Link to="/methods/two-proportions">{t('plan.method.rates')}</Link>
          </li>
          <li>
            <Link to="/methods/welch">{t('plan.method.means')}</Link>
          </li>
          <li>
            <Link to="/methods/fieller">{t('plan.method.lift')}</Link>
          </li>
          <li>
            <Link to="/methods/srm">{t('plan.method.srm')}</Link>
          </li>
          <li>
            <a href={reportAddress(subject)} target="_blank" rel="noreferrer">
              {t('why.json')}
            </a>
          </li>
        </ul>
      </div>
    </section>
  )
}
