import { operator, send, until } from './touchstone'

/** Experiments of the tests' own, each on a flag and a layer of its own. */

const PROJECT = '/api/v1/projects/default'
export const ENVIRONMENT = `${PROJECT}/environments/production`
export const PAGES = '/p/default/production/experiments'

export interface Arm {
  key: string
  name?: string
  weight?: number
}

export const serverKey = async (name: string): Promise<string> =>
  (await operator<{ secret: string }>('POST', `${ENVIRONMENT}/keys`, { name, kind: 'server' })).secret

/** An experiment whose metrics all count who buys. */
export async function experiment(name: string, title: string, arms: Arm[], metrics: { key: string; name: string; window?: object }[], start = true) {
  await operator('POST', `${PROJECT}/flags`, { key: name, type: 'string', default: 'none' })
  await operator('POST', `${ENVIRONMENT}/layers`, { key: name })
  for (const metric of metrics) {
    await operator('POST', `${PROJECT}/metrics`, {
      ...metric,
      kind: 'conversion',
      event: 'state.buy',
      direction: 'increase',
      unit: '%',
      range: 'positive',
    })
  }
  await operator('POST', `${ENVIRONMENT}/experiments`, {
    key: name,
    name: title,
    flag: name,
    layer: name,
    variants: arms.map((arm) => ({ weight: 1, value: arm.key, ...arm })),
    metrics: metrics.map((metric) => ({ key: metric.key })),
  })
  if (start) {
    await operator('POST', `${ENVIRONMENT}/experiments/${name}/start`, {})
  }
}

/** So many exposed units an arm; every tenth buys, or as many of ten as are given for the arm. */
export async function expose(key: string, name: string, sizes: Record<string, number>, ofTen: Record<string, number> = {}) {
  const exposed = new Date(Date.now() - 2_000).toISOString()
  const bought = new Date(Date.now() - 1_000).toISOString()
  const events = Object.entries(sizes).flatMap(([variant, size]) =>
    Array.from({ length: size }, (_, index) => {
      const units = { user: `${name}-${variant}-${index}` }
      const exposure = { id: `x-${name}-${variant}-${index}`, type: 'exposure', time: exposed, units, flag: name, experiment: name, phase: 1, variant }
      const purchase = { id: `o-${name}-${variant}-${index}`, type: 'outcome', time: bought, units, name: 'state.buy' }
      return index % 10 < (ofTen[variant] ?? 1) ? [exposure, purchase] : [exposure]
    }).flat(),
  )
  await send(key, events)
  const all = Object.values(sizes).reduce((sum, size) => sum + size, 0)
  await until(`${name} to be counted`, async () => {
    const report = await operator<{ srm: { observed: number[] } }>('GET', `${ENVIRONMENT}/experiments/${name}/report`)
    return report.srm.observed.reduce((sum, one) => sum + one, 0) === all
  })
}

/** Stops a running experiment, changes its design and starts it again. */
export async function nextPhase(name: string, change: Record<string, unknown>) {
  const path = `${ENVIRONMENT}/experiments/${name}`
  const { revision } = await operator<{ revision: number }>('POST', `${path}/stop`, {})
  await operator('PATCH', path, change, { 'If-Match': `"${revision}"` })
  await operator('POST', `${path}/start`, {})
}
