import type { ReactNode } from 'react'
import { useWords } from '../../text/useWords'
import { Icon } from '../../ui/Icon'
import type { Subject } from '../../ui/headline/subject'

/** Above these something is wrong with assignment or reporting; shares of exposed units or outcomes. */
const CROSSOVER_LIMIT = 0.01
const STALE_MILLIS = 60_000

/** One line when all is well; each part names its own trouble. */
export function HealthLine({ subject }: { subject: Subject }) {
  const { t, format } = useWords()
  const { srm, freshness, health, state } = subject.report
  const units = health.variants.reduce((sum, one) => sum + one.units, 0)
  const crossovers = health.variants.reduce((sum, one) => sum + one.crossovers, 0)
  const late = health.variants.reduce((sum, one) => sum + one.late + one.lateExposures, 0)
  const crossed = units === 0 ? 0 : crossovers / units
  const lag = freshness.lagMillis
  const stale = state === 'running' && !subject.experiment.imported && lag !== undefined && lag > STALE_MILLIS
  const troubles = [srm.mismatch === true, crossed > CROSSOVER_LIMIT, stale].filter(Boolean).length
  return (
    <section className="card health" aria-label={t('health.title')}>
      <strong className={troubles === 0 ? 'good' : 'bad'}>
        <Icon name={troubles === 0 ? 'check' : 'warning'} /> {troubles === 0 ? t('health.good') : t('health.bad', { count: troubles })}
      </strong>
      <ul>
        <Part name={t('health.srm')} bad={srm.mismatch === true}>
          {srm.observed.map(format.count).join(' : ')}
          {srm.p === undefined ? '' : `${t('comma')}${t('health.srm.p', { p: format.probability(srm.p) })}`}
        </Part>
        <Part name={t('health.crossovers')} bad={crossed > CROSSOVER_LIMIT}>
          {format.rate(crossed)}
          <span className="secondary">{t('health.crossovers.limit', { limit: '1%' })}</span>
        </Part>
        <Part name={t('health.late')} bad={false}>
          {t('health.late.events', { count: late, events: format.count(late) })}
        </Part>
        <Part name={t('health.fresh')} bad={stale}>
          {lag === undefined ? t('health.fresh.none') : t('health.fresh.ago', { time: format.duration(lag) })}
        </Part>
        {freshness.provisional && (
          <Part name={t('health.provisional')} bad={false}>
            {t('health.provisional.why')}
          </Part>
        )}
      </ul>
    </section>
  )
}

function Part({ name, bad, children }: { name: string; bad: boolean; children: ReactNode }) {
  return (
    <li className={bad ? 'bad' : undefined}>
      {bad && <Icon name="warning" />} <span className="secondary">{name}</span> <span>{children}</span>
    </li>
  )
}
