import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible, launch, open, openPage, picture, scriptErrors, signedIn } from './browser'
import { ENVIRONMENT, experiment, expose, nextPhase, PAGES, serverKey } from './experiments'
import { operator } from './touchstone'

/** Keys are new in every run, so that one Touchstone can be used again. */
const RUN = `state-${Date.now().toString(36)}`

const MARKUP = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> & "quoted"'
const RIGHT_TO_LEFT = 'اختبار القسيمة 🧋'
/** As long as a name may be. */
const LONG = '很长的名字🍵'.repeat(30).slice(0, 126)

let browser: Browser
let session: BrowserContextOptions['storageState']

beforeAll(async () => {
  browser = await launch()
  session = await signedIn(browser)
  const key = await serverKey('states')
  const buy = (name: string) => [{ key: `${name}.buy`, name: 'Bought' }]
  await experiment(`${RUN}-empty`, MARKUP, [{ key: 'control' }, { key: 'a', name: MARKUP }], [{ key: `${RUN}-empty.buy`, name: MARKUP }])
  await experiment(`${RUN}-arm`, RIGHT_TO_LEFT, [{ key: 'control' }, { key: 'a' }, { key: 'b', name: RIGHT_TO_LEFT }], buy(`${RUN}-arm`))
  const twelve = Array.from({ length: 12 }, (_, index) => ({ key: index === 0 ? 'control' : `v${index}`, name: index === 1 ? LONG : `Variant ${index}` }))
  await experiment(`${RUN}-twelve`, LONG, twelve, buy(`${RUN}-twelve`))
  const sixty = Array.from({ length: 60 }, (_, index) => ({ key: `${RUN}-sixty.m${index}`, name: `Metric ${index} 指标` }))
  await experiment(`${RUN}-sixty`, 'Sixty metrics', [{ key: 'control' }, { key: 'a' }], sixty)
  await experiment(`${RUN}-srm`, 'A crashing variant', [{ key: 'control' }, { key: 'a' }], buy(`${RUN}-srm`))
  await experiment(`${RUN}-draft`, 'Not started', [{ key: 'control' }, { key: 'a' }], buy(`${RUN}-draft`), false)
  await experiment(`${RUN}-phases`, 'Two phases', [{ key: 'control' }, { key: 'a' }], buy(`${RUN}-phases`))
  await nextPhase(`${RUN}-phases`, { audience: { op: 'exists', attribute: 'vip' }, variants: [{ key: 'control', weight: 1, value: 'control' }, { key: 'a', weight: 3, value: 'a' }] })
  await expect(experiment(`${RUN}-long`, 'x'.repeat(500), [{ key: 'control' }, { key: 'a' }], buy(`${RUN}-long`))).rejects.toThrow(
    'expected: 1 to 128 characters',
  )
  const threeDays = { delayMillis: 0, lengthMillis: 3 * 86_400_000 }
  await experiment(`${RUN}-wait`, 'Waiting', [{ key: 'control' }, { key: 'a' }], [{ key: `${RUN}-wait.buy`, name: 'Bought', window: threeDays }])
  await expose(key, `${RUN}-wait`, { control: 30, a: 30 })
  // Few enough that an empty arm is no sample ratio mismatch yet.
  await expose(key, `${RUN}-arm`, { control: 4, a: 4 })
  await expose(key, `${RUN}-twelve`, Object.fromEntries(twelve.map((arm) => [arm.key, 60])), { v8: 6, v10: 0, v11: 0, v1: 0 })
  await expose(key, `${RUN}-sixty`, { control: 60, a: 60 })
  await expose(key, `${RUN}-srm`, { control: 700, a: 500 })
})

afterAll(() => browser.close())

async function shown(name: string, look: Parameters<typeof openPage>[1] = {}): Promise<{ page: Page; errors: string[] }> {
  const page = await openPage(browser, look, session)
  const errors = scriptErrors(page)
  await open(page, `${PAGES}/${name}`)
  return { page, errors }
}

async function end(page: Page, errors: string[]) {
  expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined()
  expect(errors).toEqual([])
  await page.context().close()
}

describe('a state of its own', () => {
  test('without exposure says what will appear, and shows markup as text', async () => {
    const { page, errors } = await shown(`${RUN}-empty`)
    await page.getByText('Nobody has met this experiment yet').waitFor()
    expect(await page.locator('h1').innerText()).toContain(MARKUP)
    await page.getByText('client.decide').waitFor()
    await expectAccessible(page, 'empty')
    await picture(page, 'state-no-exposure-en')
    await end(page, errors)
  })

  test('before the start says so', async () => {
    const { page, errors } = await shown(`${RUN}-draft`)
    await page.getByRole('heading', { name: 'Not started', level: 2 }).waitFor()
    await expectAccessible(page, 'draft')
    await end(page, errors)
  })

  test('that waits says from which day on there are numbers, on its page and in the list', async () => {
    const { firstDay } = await operator<{ firstDay: string }>('GET', `${ENVIRONMENT}/experiments/${RUN}-wait/report`)
    // Three days of window after the first day, and the last of them has to be over.
    const day = new Date(Date.parse(firstDay) + 4 * 86_400_000)
    const english = `${day.getUTCDate()} ${day.toLocaleString('en-US', { month: 'short', timeZone: 'UTC' })}`
    for (const [language, words] of [
      ['en', english],
      ['zh-CN', `${day.getUTCMonth() + 1} 月 ${day.getUTCDate()} 日`],
    ] as const) {
      const { page, errors } = await shown(`${RUN}-wait`, { language })
      expect(await page.locator('#reading-title').innerText()).toContain(words)
      expect(await page.locator('.not-estimable').first().innerText()).toContain(words)
      await expectAccessible(page, 'waiting')
      await picture(page, `state-waiting-${language}`)
      await open(page, `${PAGES}?search=${RUN}-wait`)
      await page.locator('.experiments tbody tr', { hasText: words }).waitFor()
      await end(page, errors)
    }
  })

  test('with one empty arm names it and gives no number for it', async () => {
    const { page, errors } = await shown(`${RUN}-arm`)
    await page.locator('.not-estimable').first().waitFor()
    await expectAccessible(page, 'empty arm')
    await picture(page, 'state-empty-arm-en')
    await end(page, errors)
  })

  test('with a sample ratio mismatch hides values and effects until somebody asks, and keeps counts', async () => {
    for (const [language, words, show] of [
      ['en', 'Do not read a result', 'Show them for troubleshooting'],
      ['zh-CN', '先别下结论', '为排查问题，仍要显示'],
    ] as const) {
      const { page, errors } = await shown(`${RUN}-srm`, { language })
      await page.getByRole('heading', { name: words }).waitFor()
      expect(await page.locator('.ratio').innerText()).toMatch(/700[\s\S]*500/)
      expect(await page.locator('.why').count()).toBe(0)
      expect(await page.locator('.charts').count()).toBe(0)
      await expectAccessible(page, 'mismatch')
      expect(await page.locator('table.metrics').innerText()).not.toContain('%')
      expect(await page.locator('table.metrics .matured').innerText()).toContain('500')
      await picture(page, `state-mismatch-${language}`)

      await page.getByRole('button', { name: show }).click()
      await page.locator('.why').first().waitFor()
      await page.waitForSelector('.charts svg')
      expect(await page.locator('.verdict').count()).toBe(0)
      await expectAccessible(page, 'mismatch, opened')
      await picture(page, `state-mismatch-opened-${language}`)
      await page.reload()
      await page.getByRole('button', { name: show }).waitFor()
      expect(await page.locator('.why').count()).toBe(0)
      await end(page, errors)
    }
  })

  test('with 12 arms draws the headline\'s and the worst, then those picked, which the address keeps', async () => {
    const { page, errors } = await shown(`${RUN}-twelve`, { language: 'zh-CN' })
    await page.waitForSelector('.charts svg')
    const arms = page.locator('tbody.metric th[scope=row]')
    expect(await arms.count()).toBe(4)
    expect(await page.locator('#reading-title').innerText()).toContain('Variant 8')
    expect(await arms.allInnerTexts()).toEqual([LONG, 'Variant 8', 'Variant 10', 'Variant 11'])
    expect(await page.locator('.arm-picking').innerText()).toContain('11 个实验组里显示 4 个')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
    await expectAccessible(page, '12 arms')
    await picture(page, 'state-12-arms-zh-CN')

    await page.getByRole('combobox', { name: '显示哪些实验组' }).click()
    await page.locator('.ant-select-item-option', { hasText: 'Variant 10' }).click()
    await page.locator('.ant-select-item-option', { hasText: 'Variant 5' }).click()
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => new URLSearchParams(window.location.search).getAll('arm').join() === 'v1,v5,v8,v11')
    await page.locator('.unseen', { hasText: 'Variant 10' }).waitFor()
    await page.reload()
    await page.waitForSelector('.charts svg')
    expect(await arms.allInnerTexts()).toEqual([LONG, 'Variant 5', 'Variant 8', 'Variant 11'])
    await page.getByRole('button', { name: '也显示' }).click()
    await page.locator('.unseen').waitFor({ state: 'detached' })
    expect(await arms.count()).toBe(5)
    await end(page, errors)
  })

  test('that ended long ago is read on the scale of its own days', async () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const page = await openPage(browser, { language }, session)
      // Nobody waits 200 days for a test: a real answer, moved back by that.
      await page.route('**/report', async (route) => {
        const report = (await (await route.fetch()).json()) as Record<string, unknown>
        const back = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
        const past = { state: 'stopped', startsAt: back(250), firstDay: back(250).slice(0, 10), endedAt: back(236) }
        await route.fulfill({ json: { ...report, ...past } })
      })
      await open(page, `${PAGES}/${RUN}-sixty`)
      const slider = page.getByRole('slider')
      expect(Number(await slider.getAttribute('aria-valuemax'))).toBeLessThanOrEqual(16)
      expect(await slider.getAttribute('aria-valuenow')).toBe(await slider.getAttribute('aria-valuemax'))
      expect(await page.locator('.as-of').innerText()).toContain(language === 'en' ? 'nothing more is counted' : '不再计入新数据')
      expect(await page.locator('.health').innerText()).not.toContain(language === 'en' ? 'Provisional' : '未定稿')
      await expectAccessible(page, 'ended long ago')
      await picture(page, `state-ended-${language}`)
      await page.context().close()
    }
  })

  test('with phases shows the design of the one that is read', async () => {
    for (const [language, earlier, newest, weights] of [
      ['en', 'You read phase 1', 'Phase 2', ['control 25.00% / a 75.00%', 'control 50.00% / a 50.00%']],
      ['zh-CN', '现在看的是第 1 阶段', '第 2 阶段', ['control 25.00% / a 75.00%', 'control 50.00% / a 50.00%']],
    ] as const) {
      const { page, errors } = await shown(`${RUN}-phases`, { language })
      await page.locator('.plan').getByText(weights[0]).waitFor()
      expect(await page.locator('.facts').innerText()).toContain('vip')
      await page.locator('.phase-picker').getByText(newest).waitFor()
      await page.locator('.phase-picker input').focus()
      await page.keyboard.press('Enter')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.waitForURL(/phase=1/)
      await page.getByText(earlier).waitFor()
      await page.locator('.plan').getByText(weights[1]).waitFor()
      expect(await page.locator('.facts').innerText()).not.toContain('vip')
      await expectAccessible(page, 'earlier phase')
      await picture(page, `state-earlier-phase-${language}`)
      await page.reload()
      await page.getByText(earlier).waitFor()
      await page.locator('.earlier-phase button').click()
      await page.waitForURL((address) => !address.searchParams.has('phase'))
      await page.locator('.plan').getByText(weights[0]).waitFor()
      await end(page, errors)
    }
  })

  test('with 60 metrics shows them all', async () => {
    const { page, errors } = await shown(`${RUN}-sixty`)
    expect(await page.locator('tbody.metric').count()).toBe(60)
    await expectAccessible(page, '60 metrics')
    await end(page, errors)
  })

  test('all stand in the list, most urgent first', async () => {
    const page = await openPage(browser, {}, session)
    await open(page, PAGES)
    await page.waitForSelector('.tag-invalid')
    const states = await page.locator('.experiments tbody tr').evaluateAll((rows) => rows.map((row) => row.querySelector('.tag')?.className ?? ''))
    expect(states[0]).toContain('tag-invalid')
    await page.fill('.search input', `${RUN}-srm`)
    await page.waitForFunction(() => document.querySelectorAll('.experiments tbody tr').length === 1)
    await page.fill('.search input', 'nothing like that')
    await page.getByText('No experiment fits').waitFor()
    await expectAccessible(page, 'list')
    await page.context().close()
  })
})

test('a list asks for few reports at once', async () => {
  const page = await openPage(browser, {}, session)
  let [asked, most, all] = [0, 0, 0]
  await page.route('**/report', async (route) => {
    all++
    most = Math.max(most, ++asked)
    await new Promise((resolve) => setTimeout(resolve, 200))
    await route.continue()
    asked--
  })
  await page.goto(`${process.env.E2E_URL ?? ''}${PAGES}`)
  await page.waitForFunction(() => document.querySelectorAll('.experiments .tag').length > 4)
  expect(all).toBeGreaterThan(4)
  expect(most).toBe(4)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.context().close()
})
