import i18next from 'i18next'
import { describe, expect, test } from 'vitest'
import { failureOf } from '../api/problem'
import en from '../text/en.json'
import zh from '../text/zh-CN.json'
import type { Words } from '../text/useWords'
import { failureText } from './failure'

const texts = i18next.createInstance()
void texts.init({
  lng: 'en',
  defaultNS: 'texts',
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  resources: { en: { texts: en }, 'zh-CN': { texts: zh } },
})

const said = (language: string, status: number, body: unknown) => failureText(failureOf(status, body), texts.getFixedT(language) as Words['t'])

describe('a failure is told in the language of the page', () => {
  test('by its code, never by the text of the server', () => {
    const body = { code: 'phase_unknown', detail: 'phase: 9 (expected: 1 to 2)' }
    expect(said('zh-CN', 404, body)).toMatch(/^[^A-Za-z]+$/)
    expect(said('en', 404, body)).not.toContain('expected')
    expect(said('zh-CN', 503, { code: 'database_unavailable', detail: 'database: away' })).not.toBe(said('zh-CN', 503, { code: 'busy' }))
  })

  test('by its status where the code is new', () => {
    expect(said('zh-CN', 400, { code: 'brand_new', detail: 'x: y (expected: z)' })).toBe('服务器不接受这个请求。')
    expect(said('zh-CN', 502, '<html>')).toBe('服务器没能回答。')
  })

  test('with the seconds to wait, where the server says them', () => {
    expect(said('en', 429, { code: 'sign_in_blocked', retryAfterSeconds: 8 })).toContain('8 seconds')
    expect(said('zh-CN', 429, { code: 'sign_in_blocked' })).toBe('失败次数太多，稍等再试。')
  })

  test('without a session is not a server out of reach', () => {
    expect(said('zh-CN', 401, { code: 'unauthenticated' })).toBe('登录已失效。')
    expect(failureOf(401, { code: 'sign_in_failed' }).kind).toBe('problem')
  })
})
