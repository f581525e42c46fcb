import type { Experiment, Report } from '../../api/models'
import { readingOf, type State } from '../../ui/headline/reading'

export const STATES = ['running', 'draft', 'paused', 'stopped', 'archived'] as const

/** Rows of a page: the reports of so many are asked for. */
export const PAGE_ROWS = 20

/** The order of the rows: what asks for somebody first. */
const URGENCY: Record<State | 'unknown', number> = {
  invalid: 0,
  worse: 1,
  tradeOff: 1,
  better: 2,
  notEstimable: 3,
  open: 4,
  waiting: 5,
  counting: 6,
  empty: 7,
  unknown: 8,
}

const stateOf = (experiment: Experiment): number => STATES.indexOf(experiment.state as (typeof STATES)[number])

const begun = ({ phases, createdAt }: Experiment): number => Date.parse(phases.at(-1)?.startsAt ?? createdAt)

export interface Wanted {
  search: string
  state: string
  page: number
}

export interface Page {
  experiments: Experiment[]
  found: number
  page: number
  pages: number
}

/** The experiments of a page. Their order takes no report: running ones first, within a state the newest start. */
export function pageOf(all: readonly Experiment[], { search, state, page }: Wanted): Page {
  const sought = search.trim().toLowerCase()
  const found = all
    .filter(
      (one) =>
        (state === 'all' || one.state === state) && [one.name, one.key, one.flag].some((text) => text.toLowerCase().includes(sought)),
    )
    .sort((one, other) => stateOf(one) - stateOf(other) || begun(other) - begun(one))
  const pages = Math.max(1, Math.ceil(found.length / PAGE_ROWS))
  const shown = Math.min(Math.max(1, page), pages)
  return { experiments: found.slice((shown - 1) * PAGE_ROWS, shown * PAGE_ROWS), found: found.length, page: shown, pages }
}

/** Within a page, what is most urgent comes first. */
export function urgency({ experiment, report }: { experiment: Experiment; report: Report | undefined }): number {
  return stateOf(experiment) * 10 + URGENCY[report === undefined ? 'unknown' : readingOf(report).state]
}
