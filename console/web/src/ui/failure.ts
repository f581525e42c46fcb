import type { Failure } from '../api/problem'
import type { Words } from '../text/useWords'

/** Codes of docs/formats/problems.md that the page has words for; the others are told by their status. */
const CODES = [
  'as_of_invalid',
  'busy',
  'csrf_failed',
  'database_unavailable',
  'forbidden',
  'internal_error',
  'metric_not_retention',
  'metric_unknown',
  'not_found',
  'phase_unknown',
] as const

/** Why a request failed, in the page's language. The server's own text is English and stands beside it, see {@link serverText}. */
export function failureText(failure: Failure, t: Words['t']): string {
  switch (failure.kind) {
    case 'network':
      return t('failed.network')
    case 'session':
      return t('failed.session')
    case 'password':
      return t('failed.password')
    case 'problem': {
      const { code, status, retryAfterSeconds } = failure
      if (code === 'sign_in_blocked') {
        return retryAfterSeconds === undefined ? t('session.blocked') : t('session.blockedFor', { count: retryAfterSeconds })
      }
      const known = CODES.find((one) => one === code)
      if (known !== undefined) {
        return t(`failed.code.${known}`)
      }
      return status < 500 ? t('failed.refused') : t('failed.server')
    }
  }
}

/** What the server wrote itself: English, for whoever looks into it. */
export const serverText = (failure: Failure): { code: string; detail: string } | undefined =>
  failure.kind === 'problem' ? { code: failure.code, detail: failure.detail } : undefined
