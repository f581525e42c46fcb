import { AxeBuilder } from '@axe-core/playwright'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { PASSWORD, URL } from './touchstone'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export type Language = 'zh-CN' | 'en'
export type Theme = 'light' | 'dark'

export interface Look {
  language?: Language
  theme?: Theme
  width?: number
  zone?: string
}

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.E2E_CHROMIUM ?? '/usr/bin/chromium', args: FLAGS })

/** A page as a person would set it up; every error in the browser's console fails the test that asks {@link errors}. */
export async function openPage(browser: Browser, look: Look = {}, session?: BrowserContextOptions['storageState']): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1440, height: 900 },
    ...(look.zone === undefined ? {} : { timezoneId: look.zone }),
    ...(session === undefined ? {} : { storageState: session }),
  })
  await context.addInitScript(
    ([language, theme]) => {
      localStorage.setItem('touchstone.language', language)
      localStorage.setItem('touchstone.theme', theme)
    },
    [look.language ?? 'en', look.theme ?? 'light'] as const,
  )
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return page
}

/** What went wrong inside the page: script errors and what the content security policy refused. */
export function scriptErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      errors.push(message.text())
    }
  })
  return errors
}

export async function fillSignIn(page: Page, password: string): Promise<void> {
  await page.fill('input[autocomplete=username]', 'admin')
  await page.fill('input[autocomplete=current-password]', password)
  await page.click('button[type=submit]')
}

/** Signs in and gives the session to other pages. */
export async function signedIn(browser: Browser): Promise<Awaited<ReturnType<BrowserContext['storageState']>>> {
  const page = await openPage(browser)
  await page.goto(URL)
  await fillSignIn(page, PASSWORD)
  await page.waitForSelector('h1')
  await page.waitForURL(/experiments/)
  const state = await page.context().storageState()
  await page.context().close()
  return state
}

export async function open(page: Page, path: string): Promise<void> {
  await page.goto(URL + path)
  await page.waitForSelector('.page h1, .alone h1')
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
}

/** Nothing serious or critical by WCAG 2.2 AA. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  const grave = violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`).slice(0, 5).join(' | ')}`)
  expect(grave, where).toEqual([])
}

/** Keeps a picture where E2E_IMAGES names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.E2E_IMAGES
  if (folder !== undefined && folder !== '') {
    mkdirSync(folder, { recursive: true })
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  }
}
