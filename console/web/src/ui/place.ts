import { useEffect } from 'react'
import { useLocation } from 'react-router'
import type { Place } from '../api/queries'

const KEY = 'touchstone.place'

export const experimentsPath = (place: Place): string =>
  `/p/${encodeURIComponent(place.project)}/${encodeURIComponent(place.environment)}/experiments`

export const experimentPath = (place: Place, experiment: string): string =>
  `${experimentsPath(place)}/${encodeURIComponent(experiment)}`

function kept(): Place | undefined {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    if (typeof read === 'object' && read !== null && 'project' in read && 'environment' in read) {
      return { project: String(read.project), environment: String(read.environment) }
    }
  } catch {
    // Nothing kept, or not ours.
  }
  return undefined
}

/** A percent sequence that is none names no environment. */
function decoded(project: string, environment: string): Place | undefined {
  try {
    return { project: decodeURIComponent(project), environment: decodeURIComponent(environment) }
  } catch {
    return undefined
  }
}

/** The environment of the address; `last` is the one of last time. */
export function usePlace(): { place: Place | undefined; last: Place | undefined } {
  const [, start, project, environment] = useLocation().pathname.split('/')
  const given =
    start === 'p' && project !== undefined && environment !== undefined
      ? decoded(project, environment)
      : undefined
  const text = given === undefined ? undefined : JSON.stringify(given)
  useEffect(() => {
    if (text !== undefined) {
      try {
        localStorage.setItem(KEY, text)
      } catch {
        // Not kept then.
      }
    }
  }, [text])
  return { place: given ?? kept(), last: kept() }
}
