import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, launch, open, openPage, picture, signedIn } from './browser'
import { experiment, expose, PAGES, serverKey } from './experiments'
import { URL } from './touchstone'

/** Keys are new in every run, so that one Touchstone can be used again. */
const RUN = `state-trouble-${Date.now().toString(36)}`

const AWAY = { status: 503, contentType: 'application/problem+json', body: '{"code":"database_unavailable","detail":"database: away"}' }

let browser: Browser
let session: BrowserContextOptions['storageState']

beforeAll(async () => {
  browser = await launch()
  session = await signedIn(browser)
  const key = await serverKey('trouble')
  const arms = [{ key: 'control' }, { key: 'a' }]
  const sixty = Array.from({ length: 60 }, (_, index) => ({ key: `${RUN}-sixty.m${index}`, name: `Metric ${index} 指标` }))
  await experiment(`${RUN}-sixty`, 'Sixty metrics', arms, sixty)
  await experiment(`${RUN}-single`, 'A single metric', arms, [{ key: `${RUN}-single.buy`, name: 'Bought' }])
  await expose(key, `${RUN}-sixty`, { control: 60, a: 60 })
  await expose(key, `${RUN}-single`, { control: 60, a: 60 })
})

afterAll(() => browser.close())

describe('a server in trouble', () => {
  test('that fails is never shown as no data, and is asked again', async () => {
    const page = await openPage(browser, { language: 'zh-CN' }, session)
    await page.route('**/report?*', (route) => route.fulfill(AWAY))
    await page.route('**/report', (route) => route.fulfill(AWAY))
    await page.goto(`${URL}${PAGES}/${RUN}-sixty`)
    await page.getByRole('alert').waitFor({ timeout: 60_000 })
    expect(await page.locator('tbody.metric').count()).toBe(0)
    await page.getByText('服务器连不上数据库').waitFor()
    expect(await page.locator('.failed [lang=en]').innerText()).toBe('database: away')
    await expectAccessible(page, 'failed')
    await picture(page, 'state-failed-zh-CN')
    await page.unrouteAll()
    await page.getByRole('button', { name: '重试' }).click()
    await page.waitForSelector('tbody.metric')
    await page.context().close()
  })

  test('that goes away leaves the numbers, with their age', async () => {
    const page = await openPage(browser, {}, session)
    await open(page, `${PAGES}/${RUN}-sixty`)
    await page.waitForSelector('tbody.metric')
    await page.route('**/api/**', (route) => route.abort())
    await page.locator('.stale').waitFor({ timeout: 60_000 })
    // Charts ask once a minute, and when somebody comes back to the page.
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
    await page.locator('.chart-card .stale').first().waitFor({ timeout: 60_000 })
    expect(await page.locator('.chart-card .stale').count()).toBe(await page.locator('.chart-card').count())
    expect(await page.locator('tbody.metric').count()).toBe(60)
    await expectAccessible(page, 'stale')
    await picture(page, 'state-stale-en')
    await page.context().close()
  })

  test('for one part of the list leaves its rows, each with its age', async () => {
    const page = await openPage(browser, { language: 'zh-CN' }, session)
    await open(page, `${PAGES}?search=${RUN}-s`)
    const rows = page.locator('.experiments tbody tr')
    await rows.locator('.tag').nth(1).waitFor()
    await page.route('**/report', (route) => route.fulfill(AWAY))
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
    await rows.locator('.caution').nth(1).waitFor({ timeout: 60_000 })
    expect(await rows.locator('.tag').count()).toBe(2)
    await expectAccessible(page, 'stale rows')
    await picture(page, 'state-stale-list-zh-CN')
    await page.unrouteAll()
    await rows.getByRole('button', { name: '重试' }).first().click()
    await page.waitForFunction(() => document.querySelectorAll('.experiments .caution').length < 2)
    await page.context().close()
  })

  test('that is slow holds the place of what comes', async () => {
    const page = await openPage(browser, {}, session)
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/report', async (route) => {
      await held
      await route.continue()
    })
    await page.goto(`${URL}${PAGES}/${RUN}-sixty`)
    await page.waitForSelector('[aria-busy=true]')
    expect(await page.getByRole('alert').count()).toBe(0)
    release()
    await page.waitForSelector('tbody.metric')
    await page.context().close()
  })

  test('where the session ends, the form comes over the same address', async () => {
    const page = await openPage(browser, {}, session)
    await open(page, `${PAGES}/${RUN}-sixty`)
    await page.waitForSelector('tbody.metric')
    await page.context().clearCookies()
    await page.waitForSelector('input[autocomplete=username]', { timeout: 60_000 })
    expect(page.url()).toContain(`${RUN}-sixty`)
    await page.context().close()
  })
})

test('days are the environment\'s, wherever the browser is', async () => {
  const texts: string[] = []
  for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
    const page = await openPage(browser, { zone }, session)
    await open(page, `${PAGES}/${RUN}-sixty`)
    texts.push(await page.locator('.as-of').innerText(), await page.locator('.facts').innerText())
    await page.context().close()
  }
  expect(texts.slice(0, 2)).toEqual(texts.slice(2))
})
