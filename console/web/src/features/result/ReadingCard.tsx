import type { ReactNode } from 'react'
import type { MetricReport } from '../../api/models'
import { useTheme } from '../../theme/useTheme'
import { useWords } from '../../text/useWords'
import { ArmName, armLook } from '../../ui/arms'
import { Icon, type IconName } from '../../ui/Icon'
import { readingOf, worsened, type Reading, type State } from '../../ui/headline/reading'
import { hasWindow, knownWarning, metricFormat, readableOf, whyNot, windowWords, type Subject } from '../../ui/headline/subject'
import { lastClosing, nextPhaseDay } from '../../ui/headline/waiting'

const ICONS: Record<State, IconName> = {
  empty: 'clock',
  invalid: 'error',
  waiting: 'clock',
  counting: 'clock',
  notEstimable: 'none',
  better: 'check',
  worse: 'error',
  open: 'open',
  tradeOff: 'warning',
}

/** The page's one sentence. It reads, it does not decide: from–to, difference and lift with their intervals. */
export function ReadingCard({ subject }: { subject: Subject }) {
  const { t } = useWords()
  const reading = readingOf(subject.report)
  return (
    <section className={`card reading reading-${reading.state}`} aria-labelledby="reading-title">
      <div className="reading-main">
        <p className={`tag tag-${reading.state}`}>
          <Icon name={ICONS[reading.state]} /> {t(`reading.tag.${reading.state}`)}
        </p>
        <Sentence subject={subject} reading={reading} />
      </div>
      {reading.state === 'invalid' ? <Ratio subject={subject} /> : reading.state !== 'empty' && <Progress subject={subject} reading={reading} />}
    </section>
  )
}

function Sentence({ subject, reading }: { subject: Subject; reading: Reading }) {
  const { t } = useWords()
  switch (reading.state) {
    case 'empty':
      return <EmptySentence subject={subject} />
    case 'invalid':
      return (
        <>
          <h2 id="reading-title">{t('reading.invalid')}</h2>
          <p>{t('reading.invalid.why')}</p>
          <p className="secondary">{t('reading.invalid.next')}</p>
        </>
      )
    case 'waiting':
    case 'counting':
    case 'notEstimable':
      return <NoEffect subject={subject} reading={reading} state={reading.state} />
    case 'better':
    case 'worse':
    case 'open':
    case 'tradeOff':
      return <Effect subject={subject} reading={reading} state={reading.state} />
  }
}

function NoEffect({ subject, reading, state }: { subject: Subject; reading: Reading; state: 'waiting' | 'counting' | 'notEstimable' }) {
  const words = useWords()
  const { t, format } = words
  const { metric, variant } = reading
  const when = state === 'waiting' && metric !== undefined ? readableOf(subject, metric) : undefined
  return (
    <>
      <h2 id="reading-title">
        {when === undefined || when === 'never' ? t(`reading.${state}`) : t('reading.waiting.until', { day: format.day(when.from, subject.report.asOf) })}
      </h2>
      {metric !== undefined && (
        <p>
          <bdi>{metric.name}</bdi> · {windowWords(metric, t)}
          {t('stop')}
          {variant !== undefined && whyNot(subject, metric, variant, words)}
        </p>
      )}
    </>
  )
}

function EmptySentence({ subject }: { subject: Subject }) {
  const { t } = useWords()
  const { flag, unitType } = subject.experiment
  return (
    <>
      <h2 id="reading-title">{t('reading.empty')}</h2>
      <p>{t('reading.empty.why')}</p>
      <pre className="snippet">
        <code>{`client.decide("${flag}", Units.of("${unitType}", id), attributes).asString(…)`}</code>
      </pre>
    </>
  )
}

function Effect({ subject, reading, state }: { subject: Subject; reading: Reading; state: 'better' | 'worse' | 'open' | 'tradeOff' }) {
  const { t, format } = useWords()
  const { metric, control, variant } = reading
  if (metric === undefined || variant?.absolute === undefined || control === undefined) {
    return null
  }
  const write = metricFormat(metric, format)
  const { absolute, relative } = variant
  const low = absolute.low ?? absolute.estimate
  const high = absolute.high ?? absolute.estimate
  return (
    <>
      <h2 id="reading-title">
        {t(`reading.${state}`)}
        {t('quote.open')}
        <bdi>{subject.armName(variant.key)}</bdi>
        {t('quote.close')}
        {t('colon')}
        <bdi>{metric.name}</bdi>{' '}
        <Group>{t('reading.fromTo', { from: write.value(control.value ?? 0), to: write.value(variant.value ?? 0) })}{t('comma')}</Group>
        <Group>
          <strong>{write.changeWithUnit(absolute.estimate)}</strong>
          <span className="interval-text">{t('brackets', { inner: t('range', { low: write.change(low), high: write.change(high) }) })}</span>
        </Group>
        {relative?.estimate !== undefined && (
          <>
            {t('comma')}
            <Group>
              <strong>{t('reading.relative', { lift: write.lift(relative.estimate) })}</strong>
              {relative.low !== undefined && relative.high !== undefined && (
                <span className="interval-text">
                  {t('brackets', { inner: t('range', { low: write.lift(relative.low), high: write.lift(relative.high) }) })}
                </span>
              )}
            </Group>
          </>
        )}
      </h2>
      <p>{t(`reading.${state}.means`)}</p>
      <ul className="ticks-list">
        <Tick icon={state === 'open' ? 'open' : 'check'}>
          {state === 'open' ? t('reading.tick.includes') : t('reading.tick.excludes')}
        </Tick>
        <Tick icon={variant.waiting > 0 ? 'clock' : 'check'}>
          {variant.waiting > 0 ? <StillWaiting subject={subject} metric={metric} units={variant.waiting + control.waiting} /> : hasWindow(metric) ? t('reading.tick.matured') : t('reading.tick.noWindow')}
        </Tick>
        {(variant.warnings ?? []).map((warning) => (
          <Tick key={warning.code} icon="warning">
            {t(`warning.${knownWarning(warning.code)}`)}
          </Tick>
        ))}
        {worsened(subject.report, variant.key).map((guardrail) => (
          <Tick key={guardrail.key} icon="warning">
            {t('reading.tick.guardrail', { metric: guardrail.name })}
          </Tick>
        ))}
        {reading.compared > 1 && <Tick icon="dash">{t('reading.tick.best', { compared: reading.compared })}</Tick>}
      </ul>
      <p className="meta">{t('reading.pointwise', { percent: format.figure(100 * (1 - subject.report.alpha)) })}</p>
    </>
  )
}

/** Who is exposed but not in the numbers yet, and until when. */
function StillWaiting({ subject, metric, units }: { subject: Subject; metric: MetricReport; units: number }) {
  const { t, format } = useWords()
  const { report, experiment } = subject
  const closes = lastClosing(report, metric, nextPhaseDay(experiment.phases, report))
  return closes === undefined
    ? t('reading.tick.waiting', { units: format.count(units) })
    : t('reading.tick.waiting.until', { units: format.count(units), day: format.day(closes, report.asOf) })
}

/** Parts of a sentence that a line break must not tear. */
function Group({ children }: { children: ReactNode }) {
  return <span className="group">{children}</span>
}

function Tick({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <li className={`tick tick-${icon}`}>
      <Icon name={icon} /> {children}
    </li>
  )
}

function Progress({ subject, reading }: { subject: Subject; reading: Reading }) {
  const { t, format } = useWords()
  const { metric } = reading
  const exposed = subject.report.srm.observed.reduce((sum, one) => sum + one, 0)
  const matured = metric?.variants.reduce((sum, one) => sum + one.units, 0) ?? 0
  const waiting = metric?.variants.reduce((sum, one) => sum + one.waiting, 0) ?? 0
  const share = (units: number) => (matured + waiting === 0 ? 0 : (100 * units) / (matured + waiting))
  const figures = [
    { name: t('progress.exposed'), note: t('progress.exposed.note'), value: exposed },
    { name: t('progress.matured'), note: t('progress.matured.note'), value: matured },
    { name: t('progress.waiting'), note: waiting > 0 ? t('progress.waiting.note') : t('progress.waiting.none'), value: waiting },
  ]
  return (
    <div className="reading-side">
      <div className="progress" aria-hidden="true">
        <span className="progress-matured" style={{ width: `${share(matured)}%` }} />
        <span className="progress-waiting" style={{ width: `${share(waiting)}%` }} />
      </div>
      <dl className="figures">
        {figures.map(({ name, note, value }) => (
          <div key={name}>
            <dt>
              {name}
              <span className="meta">{note}</span>
            </dt>
            <dd>{format.count(value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** Expected against observed units: stands where the figures would, as long as the numbers must not be read. */
function Ratio({ subject }: { subject: Subject }) {
  const { t, format } = useWords()
  const { tokens } = useTheme()
  const { srm } = subject.report
  return (
    <div className="reading-side">
      <table className="ratio">
        <thead>
          <tr>
            <th scope="col">{t('metrics.variant')}</th>
            <th scope="col" className="number">
              {t('ratio.expected')}
            </th>
            <th scope="col" className="number">
              {t('ratio.observed')}
            </th>
            <th scope="col" className="number">
              {t('ratio.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {srm.variants.map((key, index) => {
            const expected = srm.expected?.[index] ?? 0
            const observed = srm.observed[index] ?? 0
            return (
              <tr key={key}>
                <th scope="row">
                  <ArmName look={armLook(tokens, subject.armIndex(key))} name={subject.armName(key)} />
                </th>
                <td className="number">{format.count(expected)}</td>
                <td className="number">{format.count(observed)}</td>
                <td className="number">{expected === 0 ? t('none') : format.lift(observed / expected - 1)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="meta">{t('health.srm.p', { p: format.probability(srm.p ?? 0) })}</p>
    </div>
  )
}
