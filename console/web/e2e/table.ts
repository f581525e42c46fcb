import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { shown, shownEnds } from './numbers'

/** The metric table of the page against the report it was made from. */

interface Ends {
  estimate?: number
  low?: number
  high?: number
}

interface Variant {
  key: string
  control: boolean
  units: number
  waiting: number
  value?: number
  absolute?: Ends
  relative?: Ends
}

export interface Report {
  asOf: string
  srm: { observed: number[] }
  metrics: { key: string; name: string; kind: string; direction: string; role: string; variants: Variant[] }[]
}

/** One number on the page against one of the report. */
async function expectNumber(cell: Locator, expected: number | undefined, scale: number) {
  const text = await cell.innerText()
  if (expected === undefined) {
    expect(text).toMatch(/[—a-z\u4e00-\u9fff]/)
    return
  }
  const { value, tolerance } = shown(text)
  expect(Math.abs(value - expected * scale), `${text} against ${expected}`).toBeLessThanOrEqual(tolerance)
}

async function expectEnds(cell: Locator, ends: Ends | undefined, scale: number) {
  if (ends?.low === undefined || ends.high === undefined) {
    return
  }
  const text = await cell.innerText()
  const [low, high] = shownEnds(text)
  expect(Math.abs(low.value - ends.low * scale), `${text} against ${ends.low}`).toBeLessThanOrEqual(low.tolerance)
  expect(Math.abs(high.value - ends.high * scale), `${text} against ${ends.high}`).toBeLessThanOrEqual(high.tolerance)
}

/** Every number of the metric table. @return how many were compared */
export async function compareTable(page: Page, report: Report): Promise<number> {
  let compared = 0
  const bodies = page.locator('table.metrics tbody.metric')
  const order = ['success', 'guardrail', 'secondary'].flatMap((role) => report.metrics.filter((metric) => metric.role === role))
  expect(await bodies.count()).toBe(order.length)
  for (const [index, metric] of order.entries()) {
    const body = bodies.nth(index)
    expect(await body.locator('.metric-link').innerText()).toBe(metric.name)
    const scale = metric.kind === 'conversion' || metric.kind === 'retention' ? 100 : 1
    const control = metric.variants.find((one) => one.control)
    const treatments = metric.variants.filter((one) => !one.control)
    await expectNumber(body.locator('td.number').first(), control?.value, scale)
    const rows = body.locator('tr:not(.tick-row)')
    for (const [place, variant] of treatments.entries()) {
      const cells = rows.nth(place).locator('th[data-label] ~ td')
      await expectNumber(cells.nth(0), variant.value, scale)
      if (variant.absolute?.low !== undefined) {
        await expectNumber(cells.nth(2), variant.absolute.estimate, scale)
        await expectEnds(cells.nth(3), variant.absolute, scale)
        await expectNumber(cells.nth(4), variant.relative?.estimate, 100)
        await expectEnds(cells.nth(5), variant.relative, 100)
        compared += 7
      }
      const matured = (await rows.nth(place).locator('td.matured').innerText()).replaceAll(',', '').split('/').map(Number)
      expect(matured).toEqual([variant.units, variant.waiting])
      compared += 2
    }
  }
  return compared
}
