import { expect, test } from 'vitest'
import { atMost } from './atMost'

function held() {
  const starts: number[] = []
  const ends: ((failed?: Error) => void)[] = []
  const task = (number: number) => () =>
    new Promise<number>((resolve, reject) => {
      starts.push(number)
      ends[number] = (failed) => (failed === undefined ? resolve(number) : reject(failed))
    })
  return { starts, ends, task }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

test('no more than the limit run at once, the others in order', async () => {
  const { starts, ends, task } = held()
  const run = atMost(2)
  const all = [0, 1, 2, 3].map((number) => run(task(number)))
  await settled()
  expect(starts).toEqual([0, 1])
  ends[1]?.()
  await settled()
  expect(starts).toEqual([0, 1, 2])
  ends[0]?.()
  await settled()
  ends[2]?.()
  ends[3]?.()
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3])
})

test('one that fails makes room as well, and one given up meanwhile never starts', async () => {
  const { starts, ends, task } = held()
  const run = atMost(1)
  const given = new AbortController()
  const first = run(task(0))
  const second = run(task(1), given.signal)
  const third = run(task(2))
  await settled()
  given.abort()
  ends[0]?.(new Error('away'))
  await expect(first).rejects.toThrow('away')
  await expect(second).rejects.toThrow()
  await settled()
  expect(starts).toEqual([0, 2])
  ends[2]?.()
  expect(await third).toBe(2)
})
