// Measures the page as a visitor meets it: `benchmarks/run console` starts the Touchstone it needs.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const { E2E_URL: url, E2E_DATA: data, E2E_PASSWORD: oneTime, E2E_CHROMIUM: executablePath = '/usr/bin/chromium' } = process.env
const METRICS = 50
const UNITS = 2_000
const VISITS = 7
const PASSWORD = 'a password of our own'
const CHARTS = /\/(charts|CourseChart|EntryChart|RetentionChart)-[^/]*\.js$/

const token = readFileSync(join(data, 'secrets', 'operator.token'), 'utf8').trim()
const project = '/api/v1/projects/default'
const environment = `${project}/environments/production`

async function call(method, path, body, headers = { Authorization: `Bearer ${token}` }) {
  const answer = await fetch(url + path, {
    method,
    headers: { ...headers, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) {
    throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  }
  return answer.status === 204 ? undefined : answer.json()
}

/** An experiment of 50 metrics and 2,000 units that were counted. */
async function prepare() {
  const key = 'figures'
  await call('POST', `${project}/flags`, { key, type: 'string', default: 'none' })
  const metrics = Array.from({ length: METRICS }, (_, index) => `${key}.m${index}`)
  for (const [index, metric] of metrics.entries()) {
    await call('POST', `${project}/metrics`, {
      key: metric,
      name: `Metric ${index}`,
      kind: index % 2 === 0 ? 'conversion' : 'sum',
      event: `buy${index % 10}`,
      ...(index % 2 === 0 ? {} : { cap: 100 }),
      direction: 'increase',
      unit: index % 2 === 0 ? '%' : '¥',
      range: 'positive',
    })
  }
  await call('POST', `${environment}/experiments`, {
    key,
    flag: key,
    variants: ['control', 'a', 'b'].map((variant) => ({ key: variant, weight: 1, value: variant })),
    metrics: metrics.map((metric) => ({ key: metric })),
  })
  await call('POST', `${environment}/experiments/${key}/start`, {})
  const { secret } = await call('POST', `${environment}/keys`, { name: key, kind: 'server' })
  const now = Date.now()
  const events = Array.from({ length: UNITS }, (_, unit) => {
    const units = { user: `u${unit}` }
    const exposure = { id: `x${unit}`, type: 'exposure', time: new Date(now - 3_000).toISOString(), units, flag: key, experiment: key, phase: 1, variant: ['control', 'a', 'b'][unit % 3] }
    const outcomes = [0, 1, 2].map((n) => ({ id: `o${unit}-${n}`, type: 'outcome', time: new Date(now - 2_000).toISOString(), units, name: `buy${(unit + 3 * n) % 10}`, value: 1 + (unit % 37) }))
    return [exposure, ...outcomes]
  }).flat()
  for (let from = 0; from < events.length; from += 500) {
    await call('POST', '/api/v1/events', { events: events.slice(from, from + 500) }, { 'X-API-Key': secret })
  }
  for (let tries = 0; ; tries++) {
    const { srm } = await call('GET', `${environment}/experiments/${key}/report`)
    if (srm.observed.reduce((sum, one) => sum + one, 0) === UNITS) {
      return `/p/default/production/experiments/${key}`
    }
    if (tries > 300) {
      throw new Error('units: not counted within a minute')
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

async function signIn(browser) {
  const answer = await call('POST', '/api/v1/session', { username: 'admin', password: oneTime }, {}).catch(() => undefined)
  const context = await browser.newContext()
  if (answer?.mustChangePassword === true) {
    const page = await context.newPage()
    await page.goto(url)
    await page.fill('input[autocomplete=username]', 'admin')
    await page.fill('input[autocomplete=current-password]', oneTime)
    await page.click('button[type=submit]')
    await page.waitForSelector('input[type=password][autocomplete=new-password]')
    await page.fill('input[autocomplete=current-password]', oneTime)
    const fields = page.locator('input[type=password][autocomplete=new-password]')
    await fields.nth(0).fill(PASSWORD)
    await fields.nth(1).fill(PASSWORD)
    await page.click('button[type=submit]')
    await page.waitForURL(/experiments/)
  }
  const state = await context.storageState()
  await context.close()
  return state
}

/** One visit with an empty cache: milliseconds until every metric stands there and the main thread is idle, and bytes of script. */
async function visit(browser, storageState, path) {
  const context = await browser.newContext({ storageState, viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const scripts = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') {
      scripts.push(response.request().sizes().then((sizes) => ({ url: response.url(), bytes: sizes.responseBodySize })))
    }
  })
  await page.goto(url + path, { waitUntil: 'commit' })
  await page.waitForFunction((metrics) => document.querySelectorAll('tbody.metric').length === metrics, METRICS)
  const millis = await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => resolve(performance.now()))))
  await page.waitForSelector('.charts svg')
  const loaded = await Promise.all(scripts)
  await context.close()
  const bytes = loaded.filter((one) => !CHARTS.test(one.url)).reduce((sum, one) => sum + one.bytes, 0)
  return { millis, bytes }
}

const middle = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]

const path = await prepare()
const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'] })
try {
  const session = await signIn(browser)
  const visits = []
  for (let n = 0; n < VISITS; n++) {
    visits.push(await visit(browser, session, path))
  }
  const millis = visits.map((one) => one.millis)
  const seconds = middle(millis) / 1000
  const kib = Math.max(...visits.map((one) => one.bytes)) / 1024
  const judged = (met) => (met ? 'met' : 'missed')
  console.log(`console: result page of ${METRICS} metrics in 3 variants, ${UNITS} units, empty cache, Chromium ${browser.version()}\n`)
  console.log(`interactive, median of ${VISITS} visits   ${seconds.toFixed(2)} s     <= 1.5 s    ${judged(seconds <= 1.5)}   (${(Math.min(...millis) / 1000).toFixed(2)}-${(Math.max(...millis) / 1000).toFixed(2)})`)
  console.log(`script before charts, compressed    ${kib.toFixed(0)} KiB    <= 400 KiB   ${judged(kib <= 400)}\n`)
  console.log(`figure console-interactive ${seconds.toFixed(3)} s`)
  console.log(`figure console-first-load ${kib.toFixed(1)} KiB`)
} finally {
  await browser.close()
}
