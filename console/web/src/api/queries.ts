import { keepPreviousData, type UseQueryOptions } from '@tanstack/react-query'
import { atMost } from './atMost'
import { answered, api } from './client'
import type { RequestFailed } from './problem'
import type { Experiment, Report, Retention, Series } from './models'

/** Where an experiment lives. */
export interface Place {
  project: string
  environment: string
}

/** What a report is asked for; an absent day is today, an absent phase the newest. */
export interface ReportQuestion extends Place {
  experiment: string
  phase?: number | undefined
  asOf?: string | undefined
}

const LIVE_MILLIS = 5_000
const LIVE_ROW_MILLIS = 15_000
const PAGE = 200

type Options<T> = UseQueryOptions<T, RequestFailed>

const options = <T>(given: Options<T>): Options<T> => given

/** Who is signed in; null is nobody: an answer, so that a form being filled in survives asking again. */
export const sessionQuery = options({
  queryKey: ['session'],
  queryFn: () =>
    answered(api.GET('/api/v1/session')).catch((error: RequestFailed) => {
      if (error.failure.kind === 'session') {
        return null
      }
      throw error
    }),
  staleTime: Infinity,
})

/** Every environment of every project, in order of their keys. */
export const placesQuery = options({
  queryKey: ['places'],
  queryFn: async () => {
    const projects = await answered(api.GET('/api/v1/projects', { params: { query: { limit: `${PAGE}` } } }))
    const places = await Promise.all(
      projects.items.map(async (project) => {
        const environments = await answered(
          api.GET('/api/v1/projects/{project}/environments', {
            params: { path: { project: project.key }, query: { limit: `${PAGE}` } },
          }),
        )
        return environments.items.map((environment) => ({ project, environment }))
      }),
    )
    return places.flat()
  },
  staleTime: 60_000,
})

/** All experiments of an environment, in order of their keys. */
export function experimentsQuery(place: Place) {
  return {
    queryKey: ['experiments', place],
    queryFn: async () => {
      const all: Experiment[] = []
      let cursor: string | undefined
      do {
        const page: { items: Experiment[]; next?: string } = await answered(
          api.GET('/api/v1/projects/{project}/environments/{environment}/experiments', {
            params: { path: place, query: { limit: `${PAGE}`, ...(cursor === undefined ? {} : { cursor }) } },
          }),
        )
        all.push(...page.items)
        cursor = page.next
      } while (cursor !== undefined)
      return all
    },
    refetchInterval: 30_000,
  } satisfies Options<Experiment[]>
}

export function experimentQuery(place: Place, experiment: string) {
  return {
    queryKey: ['experiment', place, experiment],
    queryFn: () =>
      answered(
        api.GET('/api/v1/projects/{project}/environments/{environment}/experiments/{experiment}', {
          params: { path: { ...place, experiment } },
        }),
      ),
    refetchInterval: 30_000,
  } satisfies Options<Experiment>
}

const askReport = ({ project, environment, experiment, ...query }: ReportQuestion, signal: AbortSignal) =>
  answered(
    api.GET('/api/v1/projects/{project}/environments/{environment}/experiments/{experiment}/report', {
      params: { path: { project, environment, experiment }, query: given(query) },
      signal,
    }),
  )

export function reportQuery(question: ReportQuestion) {
  return {
    queryKey: ['report', question],
    // Who moves on to another day stops waiting for this one, and so does the server.
    queryFn: ({ signal }: { signal: AbortSignal }) => askReport(question, signal),
    // A past day changes only by late corrections; today moves while the page is open.
    refetchInterval: question.asOf === undefined ? LIVE_MILLIS : 60_000,
    placeholderData: keepPreviousData,
  } satisfies Options<Report>
}

/** A list asks for many reports: together they must not take the server from others. */
const rowReports = atMost(4)

/** The newest report of a row of the list: waits for its turn, and no longer than somebody looks at the row. */
export function rowReportQuery(place: Place, { key, state, phases }: Experiment) {
  const question = { ...place, experiment: key }
  return {
    queryKey: ['report', question],
    queryFn: ({ signal }: { signal: AbortSignal }) => rowReports(() => askReport(question, signal), signal),
    enabled: phases.length > 0,
    refetchInterval: state === 'running' ? LIVE_ROW_MILLIS : (false as const),
  } satisfies Options<Report>
}

/** A report that is read over time, of one metric. */
export interface MetricQuestion extends ReportQuestion {
  metric: string
}

/** By day of entry, and as of every day. */
export const seriesQuery = (question: MetricQuestion) => metricQuery<Series>('series', question)

/** The retention curve and the cohorts behind it. */
export const retentionQuery = (question: MetricQuestion) => metricQuery<Retention>('retention', question)

function metricQuery<T>(resource: 'series' | 'retention', question: MetricQuestion) {
  const { project, environment, experiment, ...query } = question
  return {
    queryKey: [resource, question],
    queryFn: ({ signal }) =>
      answered(
        api.GET(`/api/v1/projects/{project}/environments/{environment}/experiments/{experiment}/report/${resource}`, {
          params: { path: { project, environment, experiment }, query: given(query) },
          signal,
        }),
      ) as Promise<T>,
    // Nothing of another question is kept: it would be drawn in this metric's unit, under its name.
    refetchInterval: 60_000,
  } satisfies Options<T>
}

/** Without what is absent: the API knows no empty parameter. */
function given<T extends object>(query: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
