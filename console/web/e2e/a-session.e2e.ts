import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, fillSignIn, launch, openPage, picture, scriptErrors } from './browser'
import { ONE_TIME_PASSWORD, PASSWORD, URL } from './touchstone'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})

afterAll(() => browser.close())

test('a first sign-in takes the one-time password and asks for one of one\'s own', async () => {
  const page = await openPage(browser)
  const errors = scriptErrors(page)
  await page.goto(URL)
  await page.waitForSelector('input[autocomplete=username]')
  await expectAccessible(page, 'sign-in')
  await picture(page, 'sign-in-en')

  await fillSignIn(page, 'not the password')
  await page.getByText('User name and password do not fit.').waitFor()
  expect(await page.inputValue('input[autocomplete=username]')).toBe('admin')

  await fillSignIn(page, ONE_TIME_PASSWORD)
  await page.waitForSelector('input[type=password][autocomplete=new-password]')
  await expectAccessible(page, 'new password')
  const fields = page.locator('input[type=password][autocomplete=new-password]')
  await page.fill('input[autocomplete=current-password]', ONE_TIME_PASSWORD)
  await fields.nth(0).fill('short')
  await fields.nth(1).fill('other')
  await page.click('button[type=submit]')
  await page.getByText('The two are not the same.').waitFor()
  await fields.nth(0).fill(PASSWORD)
  await fields.nth(1).fill(PASSWORD)
  await page.fill('input[autocomplete=current-password]', 'not the one-time password')
  await page.click('button[type=submit]')
  await page.getByText('The one-time password is not right.').waitFor()
  await page.fill('input[autocomplete=current-password]', ONE_TIME_PASSWORD)
  await page.click('button[type=submit]')
  await page.waitForURL(/\/experiments$/)

  const cookie = (await page.context().cookies()).find((one) => one.name === 'touchstone_session')
  expect(cookie?.httpOnly).toBe(true)
  expect(cookie?.sameSite).toBe('Lax')
  expect(errors).toEqual([])
  await page.context().close()
})

test('a sign-in that is refused for another reason than the password says so, in the language of the page', async () => {
  const page = await openPage(browser, { language: 'zh-CN' })
  await page.route('**/api/v1/session', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status: 403, contentType: 'application/problem+json', body: '{"code":"csrf_failed","detail":"X-XSRF-TOKEN: absent (expected: the cookie)"}' })
      : route.continue(),
  )
  await page.goto(URL)
  await page.waitForSelector('input[autocomplete=username]')
  await fillSignIn(page, PASSWORD)
  await page.getByText('页面已过期，刷新后再试。').waitFor()
  expect(await page.getByText('用户名或密码不对').count()).toBe(0)
  expect(await page.locator('.form-error [lang=en]').innerText()).toContain('X-XSRF-TOKEN')
  await expectAccessible(page, 'refused sign-in')
  await page.context().close()
})

test('a session that ends on the page brings the form back, and the page after it', async () => {
  const page = await openPage(browser)
  await page.goto(`${URL}/methods/welch`)
  await page.waitForSelector('input[autocomplete=username]')
  await fillSignIn(page, PASSWORD)
  await page.locator('article h1').waitFor()
  await page.getByRole('link', { name: 'Experiments' }).first().click()
  await page.waitForURL(/\/experiments$/)
  const address = page.url()

  await page.context().clearCookies()
  await page.reload()
  await page.waitForSelector('input[autocomplete=username]')
  expect(page.url()).toBe(address)
  await fillSignIn(page, PASSWORD)
  await page.getByRole('heading', { level: 1, name: 'Experiments' }).waitFor()

  await page.getByRole('button', { name: 'Account admin' }).click()
  await page.getByText('Sign out').click()
  await page.waitForSelector('input[autocomplete=username]')
  await page.context().close()
})
