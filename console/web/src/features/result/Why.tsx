import { Popover } from 'antd'
import { useRef, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { MetricReport, VariantReport } from '../../api/models'
import { useWords } from '../../text/useWords'
import { controlOf, isRate } from '../../ui/headline/reading'
import { knownWarning, metricFormat, windowWords, type Subject } from '../../ui/headline/subject'

/** Pages of docs/statistics by the method's name in the report. */
const PAGES: Record<string, string> = {
  'unpooled-z': 'two-proportions',
  welch: 'welch',
  fieller: 'fieller',
}

interface Props {
  subject: Subject
  metric: MetricReport
  arm: VariantReport
  children: ReactNode
}

/**
 * A number that says how it was made: one open at a time, with an address of its own. The explanation stands at the end of the document, so the
 * focus is led: into it when it opens, out of it to what follows the number, and back to the number when it closes.
 */
export function WhyButton({ subject, metric, arm, children }: Props) {
  const { t } = useWords()
  const [params, setParams] = useSearchParams()
  const open = params.get('why') === metric.key && params.get('variant') === arm.key
  const number = useRef<HTMLButtonElement>(null)
  const dialog = useRef<HTMLDivElement>(null)
  const set = (shown: boolean) => {
    if (!shown && dialog.current?.contains(document.activeElement) === true) {
      number.current?.focus()
    }
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (shown) {
          next.set('why', metric.key)
          next.set('variant', arm.key)
        } else {
          next.delete('why')
          next.delete('variant')
        }
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  }
  const onNumberKey = (event: KeyboardEvent) => {
    if (open && event.key === 'Tab' && !event.shiftKey) {
      event.preventDefault()
      dialog.current?.focus()
    }
  }
  const onDialogKey = (event: KeyboardEvent) => {
    if (event.key !== 'Tab') {
      return
    }
    const stops = [event.currentTarget, ...event.currentTarget.querySelectorAll('a[href]')]
    if (event.shiftKey && event.target === stops[0]) {
      event.preventDefault()
      number.current?.focus()
    } else if (!event.shiftKey && event.target === stops.at(-1)) {
      // Closing puts the focus on the number; the key then goes on from there, to what follows.
      set(false)
    }
  }
  return (
    <Popover
      open={open}
      onOpenChange={set}
      afterOpenChange={(shown) => shown && dialog.current?.focus()}
      trigger={['click']}
      placement="bottom"
      destroyOnHidden
      title={t('why.title')}
      content={<Explanation {...{ subject, metric, arm }} place={dialog} onKey={onDialogKey} />}
    >
      <button ref={number} type="button" className="why" aria-haspopup="dialog" aria-expanded={open} onKeyDown={onNumberKey}>
        {children}
      </button>
    </Popover>
  )
}

interface ExplanationProps extends Omit<Props, 'children'> {
  place: Ref<HTMLDivElement>
  onKey: (event: KeyboardEvent) => void
}

function Explanation({ subject, metric, arm, place, onKey }: ExplanationProps) {
  const { t, format } = useWords()
  const write = metricFormat(metric, format)
  const control = controlOf(metric)
  const { absolute } = arm
  if (absolute === undefined || control === undefined) {
    return null
  }
  const page = PAGES[absolute.method]
  return (
    <div ref={place} className="explanation" role="dialog" tabIndex={-1} aria-label={t('why.title')} onKeyDown={onKey}>
      <p className="formula">
        {arithmetic(metric, control, arm, format)}
        <br />= <strong>{write.changeWithUnit(absolute.estimate)}</strong>
      </p>
      <dl>
        {absolute.se !== undefined && absolute.low !== undefined && absolute.high !== undefined && (
          <>
            <dt>{t('why.interval', { percent: format.figure(100 * (1 - subject.report.alpha)) })}</dt>
            <dd>
              {write.change(absolute.estimate)} ± {format.figure((absolute.high - absolute.low) / 2 / absolute.se)} ×{' '}
              {isRate(metric) ? format.figure(100 * absolute.se) : format.figure(absolute.se)} ={' '}
              {t('range', { low: write.change(absolute.low), high: write.change(absolute.high) })}
            </dd>
          </>
        )}
        {absolute.statistic !== undefined && absolute.p !== undefined && (
          <>
            <dt>{t('why.test')}</dt>
            <dd>
              {absolute.method === 'welch'
                ? t('why.welch', { statistic: format.figure(absolute.statistic), df: format.figure(absolute.df ?? 0), p: format.probability(absolute.p) })
                : t('why.z', { statistic: format.figure(absolute.statistic), p: format.probability(absolute.p) })}
            </dd>
          </>
        )}
        {absolute.newcombe !== undefined && (
          <>
            <dt>{t('why.newcombe')}</dt>
            <dd>{t('range', { low: write.change(absolute.newcombe.low), high: write.change(absolute.newcombe.high) })}</dd>
          </>
        )}
        <dt>{t('why.correction')}</dt>
        <dd>{t('why.pointwise')}</dd>
        {(arm.warnings ?? []).map((warning) => (
          <Caution key={warning.code} text={t(`warning.${knownWarning(warning.code)}`)} />
        ))}
        <dt>{t('why.data')}</dt>
        <dd>
          <bdi>{metric.event}</bdi> · {t('why.versions', { version: metric.version, config: subject.report.config })}
          <br />
          {windowWords(metric, t)}
          {metric.cap !== undefined && `; ${t('why.cap', { cap: write.value(metric.cap), capped: format.count(arm.capped ?? 0) })}`}
          <br />
          {t('why.intention')}
        </dd>
      </dl>
      <p className="links">
        {page !== undefined && <Link to={`/methods/${page}`}>{t('why.method')}</Link>}
        {arm.relative?.estimate !== undefined && <Link to="/methods/fieller">{t('why.lift')}</Link>}
        <a href={reportAddress(subject)} target="_blank" rel="noreferrer">
          {t('why.json')}
        </a>
      </p>
    </div>
  )
}

function Caution({ text }: { text: string }) {
  const { t } = useWords()
  return (
    <>
      <dt>{t('why.warning')}</dt>
      <dd>{text}</dd>
    </>
  )
}

function arithmetic(metric: MetricReport, control: VariantReport, arm: VariantReport, format: ReturnType<typeof useWords>['format']): string {
  const write = metricFormat(metric, format)
  if (isRate(metric) && arm.count !== undefined && control.count !== undefined) {
    const quotient = (one: VariantReport) => `${format.count(one.count ?? 0)} ÷ ${format.count(one.units)}`
    return `${quotient(arm)} − ${quotient(control)} = ${write.value(arm.value ?? 0)} − ${write.value(control.value ?? 0)}`
  }
  return `${write.value(arm.value ?? 0)} − ${write.value(control.value ?? 0)}`
}

/** The report behind the page, as JSON. */
export function reportAddress({ report }: Subject): string {
  const path = window.location.pathname.split('/')
  const [, , project = '', environment = ''] = path
  return `/api/v1/projects/${project}/environments/${environment}/experiments/${encodeURIComponent(report.experiment)}/report?phase=${report.phase}&asOf=${report.asOf}`
}
