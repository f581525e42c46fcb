/** Calendar days as ISO text, free of the browser's zone. */
const DAY = 86_400_000

const epochDay = (iso: string): number => Math.round(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY)

export const daysBetween = (from: string, to: string): number => epochDay(to) - epochDay(from)

export const addDays = (iso: string, days: number): string => new Date((epochDay(iso) + days) * DAY).toISOString().slice(0, 10)

/** The calendar day of an instant in an IANA zone. */
export function dayIn(zone: string, instant: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  )
}

/** How far the clocks of a zone are ahead of UTC at an instant. */
function offsetIn(zone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const of = (type: string) => Number(parts.find((one) => one.type === type)?.value ?? 0)
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - instant
}

/** The first instant of a calendar day in an IANA zone: midnight, or what comes first where the clocks leave it out. */
export function startOfDay(zone: string, day: string): number {
  const midnight = epochDay(day) * DAY
  const candidates = [midnight - offsetIn(zone, midnight - DAY), midnight - offsetIn(zone, midnight + DAY)].sort((one, other) => one - other)
  return candidates.find((one) => dayIn(zone, new Date(one).toISOString()) === day) ?? midnight
}
