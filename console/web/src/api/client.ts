import createClient, { type Middleware } from 'openapi-fetch'
import { failureOf, RequestFailed } from './problem'
import type { paths } from './schema'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

function cookie(name: string): string | undefined {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))
  return found === undefined ? undefined : decodeURIComponent(found.slice(name.length + 1))
}

/** Writes repeat the cookie that no other site can read. */
const csrf: Middleware = {
  onRequest({ request }) {
    const token = SAFE.has(request.method) ? undefined : cookie('XSRF-TOKEN')
    if (token !== undefined) {
      request.headers.set('X-XSRF-TOKEN', token)
    }
    return request
  },
}

/** The control plane's API, typed by its OpenAPI document. */
export const api = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' })
api.use(csrf)

interface Outcome<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The data of an answer. @throws RequestFailed whatever went wrong */
export async function answered<T>(call: Promise<Outcome<T>>): Promise<NonNullable<T>> {
  let outcome: Outcome<T>
  try {
    outcome = await call
  } catch {
    throw new RequestFailed({ kind: 'network' })
  }
  if (!outcome.response.ok) {
    throw new RequestFailed(failureOf(outcome.response.status, outcome.error))
  }
  return outcome.data as NonNullable<T>
}
