import { expect, test } from 'vitest'
import type { Experiment } from '../../api/models'
import { PAGE_ROWS, pageOf } from './order'

const experiment = (key: string, state: string, day: number) =>
  ({ key, name: `Name of ${key}`, flag: 'offer', state, phases: [], createdAt: new Date(Date.UTC(2026, 0, day)).toISOString() }) as unknown as Experiment

const many = Array.from({ length: 45 }, (_, index) => experiment(`e${index}`, index % 3 === 0 ? 'running' : 'stopped', index + 1))
const wanted = { search: '', state: 'all', page: 1 }

test('a page holds so many rows and no more, whatever there is', () => {
  const pages = [1, 2, 3].map((page) => pageOf(many, { ...wanted, page }))
  expect(pages.map((one) => one.experiments.length)).toEqual([PAGE_ROWS, PAGE_ROWS, 5])
  expect(new Set(pages.flatMap((one) => one.experiments)).size).toBe(45)
  expect(pages[0]).toMatchObject({ found: 45, page: 1, pages: 3 })
})

test('running ones come first, within a state the newest start', () => {
  const { experiments } = pageOf(many, wanted)
  expect(experiments.slice(0, 15).every((one) => one.state === 'running')).toBe(true)
  expect(experiments.slice(0, 2).map((one) => one.key)).toEqual(['e42', 'e39'])
})

test('a page that there is not is the nearest one', () => {
  expect(pageOf(many, { ...wanted, page: 9 }).page).toBe(3)
  expect(pageOf(many, { ...wanted, page: 0 }).page).toBe(1)
  expect(pageOf([], wanted)).toMatchObject({ experiments: [], page: 1, pages: 1 })
})

test('search and state come before pages', () => {
  expect(pageOf(many, { ...wanted, search: ' NAME OF e4' }).found).toBe(6)
  expect(pageOf(many, { ...wanted, state: 'running' }).found).toBe(15)
})
