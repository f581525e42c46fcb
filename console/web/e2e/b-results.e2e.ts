import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, launch, open, openPage, picture, scriptErrors, signedIn, type Language, type Theme } from './browser'
import { compareTable, type Report } from './table'
import { operator } from './touchstone'

interface Named {
  key: string
}

const LANGUAGES: Language[] = ['zh-CN', 'en']
const THEMES: Theme[] = ['light', 'dark']

let browser: Browser
let session: BrowserContextOptions['storageState']
const places: { project: string; environment: string; experiment: string }[] = []

beforeAll(async () => {
  browser = await launch()
  session = await signedIn(browser)
  for (const { key: project } of (await operator<{ items: Named[] }>('GET', '/api/v1/projects')).items) {
    const environments = `/api/v1/projects/${project}/environments`
    for (const { key: environment } of (await operator<{ items: Named[] }>('GET', environments)).items) {
      const listed = await operator<{ items: (Named & { phases: unknown[] })[] }>('GET', `${environments}/${environment}/experiments`)
      for (const { key: experiment, phases } of listed.items) {
        if (phases.length > 0 && !experiment.startsWith('state-')) {
          places.push({ project, environment, experiment })
        }
      }
    }
  }
  expect(places.length).toBeGreaterThan(0)
})

afterAll(() => browser.close())

describe.each(LANGUAGES)('in %s', (language) => {
  test('every number of every result page is the report\'s', async () => {
    for (const { project, environment, experiment } of places) {
      const base = `/api/v1/projects/${project}/environments/${environment}/experiments/${experiment}/report`
      const today = (await operator<Report>('GET', base)).asOf
      // A settled day: live traffic moves today's numbers between the two readings.
      const before = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10)
      const yesterday = await operator<Report>('GET', `${base}?asOf=${before}`)
      const day = yesterday.srm.observed.some((units) => units > 0) ? before : today
      const page = await openPage(browser, { language }, session)
      const errors = scriptErrors(page)
      await open(page, `/p/${project}/${environment}/experiments/${experiment}?asOf=${day}`)
      const report = await operator<Report>('GET', `${base}?asOf=${day}`)
      expect(await compareTable(page, report), experiment).toBeGreaterThan(0)
      const units = report.srm.observed.reduce((sum, one) => sum + one, 0)
      expect((await page.locator('.facts').innerText()).replaceAll(',', '')).toContain(String(units))
      expect(errors).toEqual([])
      await page.context().close()
    }
  })

  test.each(THEMES)('pages are accessible in the %s theme', async (theme) => {
    const page = await openPage(browser, { language, theme }, session)
    const first = places[0]
    await open(page, `/p/${first?.project}/${first?.environment}/experiments`)
    await page.waitForSelector('.experiments .tag')
    await expectAccessible(page, 'list')
    await picture(page, `list-${language}-${theme}`)
    for (const { project, environment, experiment } of places) {
      await open(page, `/p/${project}/${environment}/experiments/${experiment}`)
      await page.waitForSelector('.charts svg')
      await expectAccessible(page, experiment)
      await picture(page, `result-${experiment}-${language}-${theme}`)
    }
    await open(page, '/methods/two-proportions')
    await expectAccessible(page, 'method')
    await page.context().close()
  })
})

test('a number says how it was made, by click and by keyboard, under an address of its own', async () => {
  const { project, environment, experiment } = places[0] ?? { project: '', environment: '', experiment: '' }
  const page = await openPage(browser, {}, session)
  await open(page, `/p/${project}/${environment}/experiments/${experiment}`)
  const number = page.locator('.why').first()
  await number.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'How this number was made' })
  await dialog.waitFor()
  expect(new URL(page.url()).searchParams.get('why')).not.toBeNull()
  await expectAccessible(page, 'explanation')
  await picture(page, 'explanation-en-light')
  await page.reload()
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.context().close()
})

test('the focus goes into an explanation, through it, and back to its number', async () => {
  const { project, environment, experiment } = places[0] ?? { project: '', environment: '', experiment: '' }
  const page = await openPage(browser, {}, session)
  await open(page, `/p/${project}/${environment}/experiments/${experiment}`)
  const number = page.locator('.why').first()
  const dialog = page.getByRole('dialog', { name: 'How this number was made' })
  const focused = (where: string) => page.waitForFunction((selector) => document.activeElement?.matches(selector), where)
  await number.focus()
  await page.keyboard.press('Enter')
  await focused('[role=dialog]')
  await page.keyboard.press('Shift+Tab')
  await focused('.why[aria-expanded=true]')
  await page.keyboard.press('Tab')
  await focused('[role=dialog]')
  await page.keyboard.press('Tab')
  await focused('[role=dialog] a')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(await number.evaluate((button) => button === document.activeElement)).toBe(true)

  await page.keyboard.press('Enter')
  await focused('[role=dialog]')
  for (let links = await dialog.getByRole('link').count(); links >= 0; links--) {
    await page.keyboard.press('Tab')
  }
  await dialog.waitFor({ state: 'detached' })
  expect(await number.evaluate((button) => (button.compareDocumentPosition(document.activeElement ?? button) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0)).toBe(true)
  await page.context().close()
})

test('a poll draws no chart again, and leaves open what the pointer asked for', async () => {
  const { project, environment, experiment } = places[0] ?? { project: '', environment: '', experiment: '' }
  const page = await openPage(browser, {}, session)
  await open(page, `/p/${project}/${environment}/experiments/${experiment}`)
  const chart = page.locator('.charts [role=img]').first()
  await chart.locator('svg').waitFor()
  await chart.hover({ position: { x: 200, y: 100 } })
  await chart.locator('svg text').filter({ hasText: '(' }).first().waitFor()
  await chart.evaluate((drawn) => {
    const seen = window as { redrawn?: number }
    seen.redrawn = 0
    new MutationObserver((changes) => (seen.redrawn = (seen.redrawn ?? 0) + changes.length)).observe(drawn, { subtree: true, childList: true, attributes: true })
  })
  for (let polls = 0; polls < 2; polls++) {
    await page.waitForResponse((answer) => new URL(answer.url()).pathname.endsWith('/report'))
  }
  expect(await page.evaluate(() => (window as { redrawn?: number }).redrawn)).toBe(0)
  expect(await chart.locator('svg text').filter({ hasText: '(' }).count()).toBeGreaterThan(0)
  await page.context().close()
})

test.each(LANGUAGES)('every chart says what it draws, and has a table of its numbers in %s', async (language) => {
  const { project, environment, experiment } = places.find((one) => one.experiment === 'onboarding-guide') ?? places[0]!
  const page = await openPage(browser, { language }, session)
  await open(page, `/p/${project}/${environment}/experiments/${experiment}`)
  await page.waitForSelector('.charts svg')
  const cards = page.locator('.chart-card')
  const count = await cards.count()
  for (let index = 0; index < count; index++) {
    const card = cards.nth(index)
    expect(await card.locator('[role=img]').getAttribute('aria-label')).toMatch(/\d.*[:：].*\d/)
    await card.getByText(language === 'en' ? 'Table' : '表', { exact: true }).click()
    await card.locator('.figure-table').waitFor()
    expect(await card.locator('[role=img]').count()).toBe(0)
    expect(await card.locator('.figure-table tbody tr').count()).toBeGreaterThan(1)
    expect(await card.locator('.figure-table tbody').innerText()).toMatch(/\d/)
  }
  await expectAccessible(page, 'tables of charts')
  await picture(page, `chart-tables-${language}`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
  await page.context().close()
})

test('the day that is read moves by keyboard and stands in the address', async () => {
  const page = await openPage(browser, {}, session)
  let moved = 0
  for (const { project, environment, experiment } of places) {
    await open(page, `/p/${project}/${environment}/experiments/${experiment}`)
    const slider = page.getByRole('slider')
    if ((await slider.count()) === 0) {
      continue
    }
    const before = Number(await slider.getAttribute('aria-valuenow'))
    await slider.focus()
    await page.keyboard.press('ArrowLeft')
    await page.waitForURL(/asOf=/)
    await page.waitForFunction((now) => document.querySelector('[role=slider]')?.getAttribute('aria-valuenow') === now, String(before - 1))
    moved++
  }
  expect(moved).toBeGreaterThan(0)
  await page.context().close()
})

test('keys step from the day asked for last, however slow the server is', async () => {
  const { project, environment, experiment } = places[0] ?? { project: '', environment: '', experiment: '' }
  const page = await openPage(browser, {}, session)
  await open(page, `/p/${project}/${environment}/experiments/${experiment}`)
  const slider = page.getByRole('slider')
  const before = Number(await slider.getAttribute('aria-valuenow'))
  const day = (await operator<Report>('GET', `/api/v1/projects/${project}/environments/${environment}/experiments/${experiment}/report`)).asOf
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/report?*', async (route) => {
    await held
    await route.continue().catch(() => undefined)
  })
  await slider.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.getByText('the numbers below are still those of').waitFor()
  await page.keyboard.press('PageDown')
  expect(await slider.getAttribute('aria-valuenow')).toBe(String(Math.max(1, before - 9)))
  const wanted = new Date(Date.parse(day) - Math.min(9, before - 1) * 86_400_000).toISOString().slice(0, 10)
  await page.waitForFunction((asOf) => new URLSearchParams(window.location.search).get('asOf') === asOf, wanted)
  await expectAccessible(page, 'another day on its way')
  release()
  await page.getByText('the numbers below are still those of').waitFor({ state: 'detached' })
  await page.keyboard.press('End')
  await page.waitForFunction(() => !window.location.search.includes('asOf'))
  expect(await slider.getAttribute('aria-valuenow')).toBe(String(before))
  await page.context().close()
})

test.each([390, 1280, 1920, 2560])('nothing runs out of a window of %i', async (width) => {
  const page = await openPage(browser, { language: 'zh-CN', width }, session)
  for (const { project, environment, experiment } of places) {
    await open(page, `/p/${project}/${environment}/experiments/${experiment}`)
    await page.waitForSelector('.charts svg')
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(overflow, experiment).toBeLessThanOrEqual(0)
    await picture(page, `result-${experiment}-zh-CN-${width}`)
  }
  if (width === 390) {
    await expectAccessible(page, 'on a phone')
  }
  await page.context().close()
})
