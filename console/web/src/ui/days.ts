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
