import { readFileSync } from 'node:fs'
import { join } from 'node:path'

function required(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') {
    throw new Error(`${name}: absent (expected: see e2e/vitest.config.ts)`)
  }
  return value
}

/** The Touchstone under test. */
export const URL = required('E2E_URL')
export const ONE_TIME_PASSWORD = required('E2E_PASSWORD')
export const PASSWORD = 'a password of our own'

const token = readFileSync(join(required('E2E_DATA'), 'secrets', 'operator.token'), 'utf8').trim()

type Body = Record<string, unknown>

/** A call of the control plane with the operator's token. */
export async function operator<T = Body>(method: string, path: string, body?: Body, headers: Record<string, string> = {}): Promise<T> {
  const answer = await fetch(URL + path, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) {
    throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  }
  return (answer.status === 204 ? undefined : await answer.json()) as T
}

/** Asks until the condition holds. */
export async function until(what: string, holds: () => Promise<boolean>, seconds = 60): Promise<void> {
  const deadline = Date.now() + seconds * 1000
  while (!(await holds())) {
    if (Date.now() > deadline) {
      throw new Error(`${what}: not within ${seconds} s`)
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

/** Sends events in batches; all have to be accepted. */
export async function send(key: string, events: Body[]): Promise<void> {
  for (let from = 0; from < events.length; from += 500) {
    const answer = await fetch(`${URL}/api/v1/events`, {
      method: 'POST',
      headers: { 'X-API-Key': key, 'Content-Type': 'application/json' },
      body: JSON.stringify({ events: events.slice(from, from + 500) }),
    })
    const told = (await answer.json()) as { rejected?: unknown[] }
    if (!answer.ok || told.rejected?.length !== 0) {
      throw new Error(`events: ${answer.status} ${JSON.stringify(told).slice(0, 500)}`)
    }
  }
}
