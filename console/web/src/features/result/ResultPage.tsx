import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { experimentQuery, reportQuery, type Place } from '../../api/queries'
import type { Experiment, Report } from '../../api/models'
import { dayIn } from '../../ui/days'
import { Failed } from '../../ui/Failed'
import { Loading } from '../../ui/Loading'
import { Stale } from '../../ui/Stale'
import { experimentsPath } from '../../ui/place'
import { useTitle } from '../../ui/useTitle'
import { useWords } from '../../text/useWords'
import { AsOfStrip } from './AsOfStrip'
import { Blocked } from './Blocked'
import { Charts } from './Charts'
import { Draft } from './Draft'
import { HealthLine } from './HealthLine'
import { MetricTable } from './MetricTable'
import { EarlierPhase } from './PhasePicker'
import { PlanCard } from './PlanCard'
import { headlineMetric } from '../../ui/headline/reading'
import { nextPhaseDay } from '../../ui/headline/waiting'
import { ReadingCard } from './ReadingCard'
import { ResultTitle } from './ResultTitle'
import { mayChange, stripOf } from './strip'
import { subjectOf } from '../../ui/headline/subject'
import { ArmPicker, useShownArms, WorseUnseen } from './ArmPicker'

/** What an experiment shows as of a day. Phase, day and metric stand in the address. */
export default function ResultPage() {
  const { project = '', environment = '', experiment = '' } = useParams()
  return <Result key={`${project}/${environment}/${experiment}`} place={{ project, environment }} name={experiment} />
}

function Result({ place, name }: { place: Place; name: string }) {
  const { t } = useWords()
  const [params] = useSearchParams()
  // An address that somebody typed: what is no day and no number asks for nothing.
  const asOf = /^\d{4}-\d\d-\d\d$/.exec(params.get('asOf') ?? '')?.[0]
  const phase = /^[1-9]\d{0,8}$/.test(params.get('phase') ?? '') ? Number(params.get('phase')) : undefined
  const experiment = useQuery(experimentQuery(place, name))
  const started = experiment.data !== undefined && experiment.data.phases.length > 0
  const report = useQuery({ ...reportQuery({ ...place, experiment: name, asOf, phase }), enabled: started })
  useTitle(experiment.data?.name ?? name)
  return (
    <div className="page">
      <nav className="crumbs" aria-label={t('crumbs')}>
        <Link to={experimentsPath(place)}>{t('shell.experiments')}</Link> / <bdi>{experiment.data?.name ?? name}</bdi>
      </nav>
      {experiment.data !== undefined ? (
        <>
          {experiment.error !== null && report.error === null && (
            <Stale error={experiment.error} lastSuccess={experiment.dataUpdatedAt} retry={() => void experiment.refetch()} />
          )}
          <ResultTitle experiment={experiment.data} report={report.data} />
          {!started ? (
            <Draft place={place} experiment={experiment.data} />
          ) : report.data !== undefined ? (
            <>
              {report.error !== null && (
                <Stale error={report.error} lastSuccess={report.dataUpdatedAt} retry={() => void report.refetch()} />
              )}
              <EarlierPhase experiment={experiment.data} report={report.data} />
              <Numbers key={report.data.phase} place={place} experiment={experiment.data} report={report.data} asOf={asOf} updating={report.isPlaceholderData} />
            </>
          ) : report.error !== null ? (
            <>
              <Failed error={report.error} retry={() => void report.refetch()} />
              {(asOf !== undefined || phase !== undefined) && <Link to="?">{t('result.newest')}</Link>}
            </>
          ) : (
            <Waiting />
          )}
        </>
      ) : experiment.error !== null ? (
        <Failed error={experiment.error} retry={() => void experiment.refetch()} />
      ) : (
        <Waiting />
      )}
    </div>
  )
}

function Waiting() {
  return (
    <>
      <Loading lines={1} />
      <Loading lines={5} />
      <Loading lines={12} />
    </>
  )
}

interface NumbersProps {
  place: Place
  experiment: Experiment
  report: Report
  /** The day of the address. */
  asOf: string | undefined
  /** Whether the report is of another day than the one asked for, which is on its way. */
  updating: boolean
}

function Numbers({ place, experiment, report, asOf, updating }: NumbersProps) {
  const { t } = useWords()
  const [params, setParams] = useSearchParams()
  const { many, ...arms } = useShownArms(useMemo(() => subjectOf(experiment, report), [experiment, report]))
  const { subject, shown } = arms
  const charted = report.metrics.find((metric) => metric.key === params.get('metric')) ?? headlineMetric(report)
  const valid = report.srm.mismatch !== true
  // Not in the address: a link that somebody shares opens nothing that is blocked.
  const [openedPhase, openPhase] = useState<number>()
  const open = valid || openedPhase === report.phase
  // Without a day in the address the server's answer says which day it is; else the browser's clock is asked.
  const today = asOf !== undefined || updating ? dayIn(report.zone, new Date().toISOString()) : report.asOf
  const asked = asOf ?? today
  const strip = stripOf(report, report.metrics, nextPhaseDay(experiment.phases, report), today, asked)
  const set = (name: string, value: string | undefined) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === undefined) {
          next.delete(name)
        } else {
          next.set(name, value)
        }
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  const empty = report.srm.observed.every((units) => units === 0)
  return (
    <div className={updating ? 'updating' : undefined}>
      <AsOfStrip {...{ strip, asked, updating }} read={report.asOf} choose={(day) => set('asOf', day)} />
      <ReadingCard subject={subject} />
      <HealthLine subject={subject} provisional={mayChange(strip, report.asOf)} />
      <section className="card metrics-card" aria-labelledby="metrics-title">
        <div className="card-head">
          <h2 id="metrics-title">{t('metrics.title')}</h2>
          <span className="meta">{t('metrics.note')}</span>
          {many && <ArmPicker {...arms} />}
        </div>
        {many && open && <WorseUnseen {...arms} />}
        {!valid && <Blocked open={open} toggle={() => openPhase(open ? undefined : report.phase)} />}
        {report.metrics.length === 0 ? (
          <p className="secondary">{t('metrics.none')}</p>
        ) : (
          <MetricTable {...{ subject, shown, open, valid }} charted={charted?.key ?? ''} chart={(metric) => set('metric', metric)} />
        )}
        <p className="meta foot">{t('metrics.foot')}</p>
      </section>
      {open && !empty && charted !== undefined && <Charts {...{ place, subject, shown }} metric={charted} />}
      <PlanCard subject={subject} />
    </div>
  )
}
