import { useQueries, useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { experimentsQuery, rowReportQuery, type Place } from '../../api/queries'
import type { Experiment, Report } from '../../api/models'
import type { RequestFailed } from '../../api/problem'
import { clockTime } from '../../ui/clock'
import { experimentPath } from '../../ui/place'
import { Failed } from '../../ui/Failed'
import { Icon } from '../../ui/Icon'
import { Loading } from '../../ui/Loading'
import { Stale } from '../../ui/Stale'
import { StateTag } from '../../ui/StateTag'
import { useTitle } from '../../ui/useTitle'
import { useWords } from '../../text/useWords'
import { Headline } from '../../ui/headline/Headline'
import { troublesOf } from '../../ui/headline/reading'
import { Empty } from './Empty'
import { pageOf, STATES, urgency, type Page } from './order'

interface Row {
  experiment: Experiment
  report: Report | undefined
  /** Why the report could not be read, or not anew. */
  error: RequestFailed | null
  /** When the report was read, in the browser's clock. */
  readAt: number
  retry: () => void
}

/** Every experiment of an environment with what it says by now. */
export function ListPage() {
  const { t } = useWords()
  const { project = '', environment = '' } = useParams()
  const place: Place = useMemo(() => ({ project, environment }), [project, environment])
  const experiments = useQuery(experimentsQuery(place))
  useTitle(t('shell.experiments'))
  return (
    <div className="page">
      <div className="title">
        <h1>{t('shell.experiments')}</h1>
      </div>
      {experiments.data !== undefined ? (
        <>
          {experiments.error !== null && (
            <Stale error={experiments.error} lastSuccess={experiments.dataUpdatedAt} retry={() => void experiments.refetch()} />
          )}
          {experiments.data.length === 0 ? <Empty /> : <Rows place={place} experiments={experiments.data} />}
        </>
      ) : experiments.error !== null ? (
        <Failed error={experiments.error} retry={() => void experiments.refetch()} />
      ) : (
        <Loading lines={8} />
      )}
    </div>
  )
}

/** The rows of a page, most urgent first; only theirs are the reports that are asked for. */
function useRows(place: Place, experiments: readonly Experiment[]): Row[] {
  const reports = useQueries({ queries: experiments.map((one) => rowReportQuery(place, one)) })
  return experiments
    .map((experiment, index) => {
      const asked = reports[index]
      return { experiment, report: asked?.data, error: asked?.error ?? null, readAt: asked?.dataUpdatedAt ?? 0, retry: () => void asked?.refetch() }
    })
    .sort((one, other) => urgency(one) - urgency(other))
}

function Rows({ place, experiments }: { place: Place; experiments: Experiment[] }) {
  const { t } = useWords()
  const [params, setParams] = useSearchParams()
  // Its own state: the address follows in a transition, which would tear what an input method is composing.
  const [search, setSearch] = useState(params.get('search') ?? '')
  const state = params.get('state') ?? 'all'
  const sought = useDeferredValue(search)
  const wanted = Number(params.get('page') ?? 1)
  const page = useMemo(
    () => pageOf(experiments, { search: sought, state, page: Number.isInteger(wanted) ? wanted : 1 }),
    [experiments, sought, state, wanted],
  )
  const rows = useRows(place, page.experiments)
  const set = (name: string, value: string, absent: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        // Another search or state is read from its beginning.
        next.delete('page')
        if (value === absent) {
          next.delete(name)
        } else {
          next.set(name, value)
        }
        return next
      },
      { replace: true },
    )
  return (
    <section className="card list">
      <div className="card-head">
        <h2>
          {t('list.title')} <span className="badge">{page.found}</span>
        </h2>
        <Input
          className="search"
          allowClear
          value={search}
          placeholder={t('list.search')}
          aria-label={t('list.search')}
          onChange={(event) => {
            setSearch(event.target.value)
            set('search', event.target.value, '')
          }}
        />
        <Select
          aria-label={t('list.state')}
          value={state}
          onChange={(value: string) => set('state', value, 'all')}
          options={[{ value: 'all', label: t('list.all') }, ...STATES.map((one) => ({ value: one, label: t(`state.${one}`) }))]}
        />
      </div>
      {rows.length === 0 ? (
        <p className="secondary none-found">{t('list.noneFound')}</p>
      ) : (
        <table className="experiments">
          <thead>
            <tr>
              <th scope="col">{t('list.name')}</th>
              <th scope="col">{t('list.stateHead')}</th>
              <th scope="col" className="number">
                {t('progress.exposed')}
              </th>
              <th scope="col">{t('list.health')}</th>
              <th scope="col" className="plot-head">
                {t('metrics.plot')}
              </th>
              <th scope="col" className="number">
                {t('list.lift')}
              </th>
              <th scope="col">{t('metrics.interval')}</th>
              <th scope="col">{t('metrics.reading')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <RowView key={row.experiment.key} place={place} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {page.pages > 1 && <Pages page={page} go={(next) => set('page', `${next}`, '1')} />}
    </section>
  )
}

function Pages({ page: { page, pages }, go }: { page: Page; go: (page: number) => void }) {
  const { t } = useWords()
  return (
    <nav className="pages" aria-label={t('list.pages')}>
      <span className="meta">{t('list.order')}</span>
      <Button size="small" disabled={page === 1} onClick={() => go(page - 1)}>
        {t('list.previous')}
      </Button>
      <span aria-live="polite">{t('list.page', { page, pages })}</span>
      <Button size="small" disabled={page === pages} onClick={() => go(page + 1)}>
        {t('list.next')}
      </Button>
    </nav>
  )
}

function RowView({ place, row }: { place: Place; row: Row }) {
  const { format } = useWords()
  const { experiment, report } = row
  const exposed = report?.srm.observed.reduce((sum, one) => sum + one, 0)
  return (
    <tr>
      <th scope="row">
        <Link to={experimentPath(place, experiment.key)}>
          <bdi>{experiment.name}</bdi>
        </Link>
        <span className="meta">
          <code>{experiment.flag}</code>
        </span>
      </th>
      <td>
        <StateTag state={experiment.state} />
      </td>
      <td className="number">{exposed === undefined ? '' : format.count(exposed)}</td>
      <td>
        <Health row={row} />
        {report !== undefined && row.error !== null && <RowStale row={row} />}
      </td>
      <ReadingCells row={row} />
    </tr>
  )
}

function Health({ row: { report } }: { row: Row }): ReactNode {
  const { t, format } = useWords()
  if (report === undefined) {
    return null
  }
  const [trouble] = troublesOf(report)
  if (trouble !== undefined) {
    return (
      <span className="bad">
        <Icon name="warning" /> {trouble === 'sampleRatio' ? t('list.unhealthy', { p: format.probability(report.srm.p ?? 0) }) : t(`list.trouble.${trouble}`)}
      </span>
    )
  }
  return report.srm.p === undefined ? (
    <span className="secondary">{t('list.untested')}</span>
  ) : (
    <span className="good">
      <Icon name="check" /> {t('list.healthy')}
    </span>
  )
}

/** The row's numbers stay when they cannot be read anew; their age is said. */
function RowStale({ row: { readAt, retry } }: { row: Row }) {
  const { t, language } = useWords()
  return (
    <span className="meta caution">
      <Icon name="warning" /> {t('failed.last', { time: clockTime(language, readAt) })}{' '}
      <button type="button" className="link" onClick={retry}>
        {t('failed.retry')}
      </button>
    </span>
  )
}

function ReadingCells({ row: { experiment, report, error, retry } }: { row: Row }) {
  const { t } = useWords()
  if (report !== undefined) {
    return <Headline experiment={experiment} report={report} />
  }
  return (
    <td colSpan={4} className="secondary">
      {experiment.phases.length === 0 ? (
        t('list.notStarted')
      ) : error !== null ? (
        <button type="button" className="link" onClick={retry}>
          <Icon name="error" /> {t('list.failed')}
        </button>
      ) : (
        t('loading')
      )}
    </td>
  )
}
