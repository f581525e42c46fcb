import type { ReactNode } from 'react'
import { useWords } from '../../text/useWords'
import { Icon } from '../../ui/Icon'
import { CROSSOVER_LIMIT, crossed, troublesOf } from '../../ui/headline/reading'
import type { Subject } from '../../ui/headline/subject'

const STALE_MILLIS = 60_000

/** One line when all is well; each part names its own trouble. */
export function HealthLine({ subject, provisional }: { subject: Subject; provisional: boolean }) {
  const { t, format } = useWords()
  const { srm, freshness, health, state } = subject.report
  const late = health.variants.reduce((sum, one) => sum + one.late + one.lateExposures, 0)
  const share = crossed(subject.report)
  const found = troublesOf(subject.report)
  const lag = freshness.lagMillis
  const stale = state === 'running' && !subject.experiment.imported && lag !== undefined && lag > STALE_MILLIS
  const troubles = found.length + (stale ? 1 : 0)
  const unexpected = subject.report.warnings.find((one) => one.code === 'unexpected_units')?.units
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
        {unexpected !== undefined && (
          <Part name={t('health.unexpected')} bad>
            {format.count(unexpected)}
          </Part>
        )}
        <Part name={t('health.crossovers')} bad={share > CROSSOVER_LIMIT}>
          {format.rate(share)}
          <span className="secondary">{t('health.crossovers.limit', { limit: '1%' })}</span>
        </Part>
        <Part name={t('health.late')} bad={false}>
          {t('health.late.events', { count: late, events: format.count(late) })}
        </Part>
        <Part name={t('health.fresh')} bad={stale}>
          {lag === undefined ? t('health.fresh.none') : t('health.fresh.ago', { time: format.duration(lag) })}
        </Part>
        {provisional && (
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
