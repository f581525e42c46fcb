import type { Experiment, Report } from '../../api/models'
import { useTheme } from '../../theme/useTheme'
import { useWords } from '../../text/useWords'
import { armLook } from '../arms'
import { Icon, type IconName } from '../Icon'
import { axisOf } from './axis'
import { IntervalPlot } from './IntervalPlot'
import { goodSign, readingOf, verdictOf, type State } from './reading'
import { metricFormat, subjectOf, whyNot } from './subject'

const ICONS: Record<State, IconName> = {
  empty: 'clock',
  invalid: 'warning',
  waiting: 'clock',
  counting: 'clock',
  notEstimable: 'none',
  better: 'check',
  worse: 'error',
  open: 'open',
  tradeOff: 'warning',
}

/** The cells of one row that say what an experiment shows: interval, difference, lift and reading of its first success metric. */
export function Headline({ experiment, report }: { experiment: Experiment; report: Report }) {
  const { t, format } = useWords()
  const { tokens } = useTheme()
  const subject = subjectOf(experiment, report)
  const reading = readingOf(report)
  const { metric, control, variant, state } = reading
  const word = (
    <td>
      <span className={`tag tag-${state}`}>
        <Icon name={ICONS[state]} /> {t(`reading.tag.${state}`)}
      </span>
    </td>
  )
  const absolute = variant?.absolute
  if (
    state === 'invalid' ||
    metric === undefined ||
    control === undefined ||
    variant === undefined ||
    absolute?.low === undefined ||
    absolute.high === undefined
  ) {
    return (
      <>
        <td colSpan={3} className="secondary">
          {state === 'invalid' ? t('metrics.hidden') : metric !== undefined && <bdi>{metric.name}</bdi>}
          {state === 'waiting' && metric !== undefined && variant !== undefined && (
            <span className="meta">{whyNot(subject, metric, variant, { t, format })}</span>
          )}
        </td>
        {word}
      </>
    )
  }
  const write = metricFormat(metric, format)
  const sign = goodSign(metric)
  const [low, high] = sign > 0 ? [absolute.low, absolute.high] : [-absolute.high, -absolute.low]
  const interval = t('range', { low: write.change(absolute.low), high: write.change(absolute.high) })
  return (
    <>
      <td className="plot">
        <IntervalPlot
          axis={axisOf([low, high])}
          look={armLook(tokens, subject.armIndex(variant.key))}
          estimate={sign * absolute.estimate}
          low={low}
          high={high}
          hollow={verdictOf(metric, variant) === 'open'}
          label={`${write.changeWithUnit(absolute.estimate)} (${interval})`}
        />
      </td>
      <td className="number">
        <strong>{write.changeWithUnit(absolute.estimate)}</strong>
        <span className="meta">
          {t('reading.fromTo', { from: write.value(control.value ?? 0), to: write.value(variant.value ?? 0) })}
          {variant.relative?.estimate !== undefined && `${t('comma')}${t('reading.relative', { lift: write.lift(variant.relative.estimate) })}`}
        </span>
      </td>
      <td>
        <span className="nowrap">{interval}</span>
        <span className="meta">
          <bdi>{subject.armName(variant.key)}</bdi> · <bdi>{metric.name}</bdi>
        </span>
      </td>
      {word}
    </>
  )
}
