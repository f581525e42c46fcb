import '@tanstack/react-query'

/** Why a request failed, as the page tells it. */
export type Failure =
  | { kind: 'session' }
  | { kind: 'password' }
  | { kind: 'problem'; status: number; code: string; detail: string; retryAfterSeconds?: number }
  | { kind: 'network' }

/** Thrown by every call that did not succeed. */
export class RequestFailed extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.kind === 'problem' ? failure.detail : failure.kind)
    this.name = 'RequestFailed'
    this.failure = failure
  }

  /** Whether asking again may help. */
  get passing(): boolean {
    return this.failure.kind === 'network' || (this.failure.kind === 'problem' && this.failure.status >= 500)
  }
}

interface ProblemBody {
  code?: unknown
  detail?: unknown
  title?: unknown
  retryAfterSeconds?: unknown
}

/** The failure that an answer of the server stands for. */
export function failureOf(status: number, body: unknown): Failure {
  const problem: ProblemBody = typeof body === 'object' && body !== null ? body : {}
  const code = typeof problem.code === 'string' ? problem.code : `http_${status}`
  if (status === 401 && code !== 'sign_in_failed') {
    return { kind: 'session' }
  }
  if (code === 'password_change_required') {
    return { kind: 'password' }
  }
  const detail = [problem.detail, problem.title].find((text): text is string => typeof text === 'string' && text !== '')
  const wait = typeof problem.retryAfterSeconds === 'number' ? { retryAfterSeconds: problem.retryAfterSeconds } : {}
  return { kind: 'problem', status, code, detail: detail ?? code, ...wait }
}

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: RequestFailed
  }
}
