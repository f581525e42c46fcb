import type { KeyboardEvent, PointerEvent } from 'react'
import { useRef } from 'react'
import { useWords } from '../../text/useWords'
import { addDays, daysBetween } from '../../ui/days'
import { useAhead } from '../../ui/useAhead'
import { dotsOf, mayChange, stepTo, within, type Strip } from './strip'

/** A label beyond these shares of the track would touch those of its ends. */
const LABEL_FROM = 18
const LABEL_TO = 82

interface Props {
  strip: Strip
  /** The day that was asked for last: of the address, or today. */
  asked: string
  /** The day of the numbers on the page, which a slow server leaves behind. */
  read: string
  /** Whether the numbers on the page are of another day than the one asked for. */
  updating: boolean
  /** Asks for a day; undefined is the newest reading. */
  choose: (day: string | undefined) => void
}

/** Which day is read, before any number: arrow keys a day, PageUp and PageDown a week, Home and End the ends. */
export function AsOfStrip({ strip, asked, read, updating, choose }: Props) {
  const { t, format } = useWords()
  const [ahead, goAhead] = useAhead(asked)
  const { first, last, today, over } = strip
  const day = within(strip, ahead)
  const go = (next: string) => {
    if (next !== day) {
      goAhead(next === last ? today : next)
      choose(next === last ? undefined : next)
    }
  }
  const number = daysBetween(first, day) + 1
  const name = t(over && day === last ? 'asOf.last' : 'asOf.day', { day: format.day(day, today), number })
  return (
    <section className="card as-of" aria-label={t('asOf.title')}>
      <div>
        <strong>{name}</strong>
        <span className="meta" role="status">
          {updating || ahead !== asked ? t('asOf.reading', { day: format.day(within(strip, read), today) }) : <Standing strip={strip} day={day} />}
        </span>
      </div>
      {first < last && (
        <>
          <Track {...{ strip, day, name, go }} />
          <input
            className="as-of-date"
            type="date"
            aria-label={t('asOf.title')}
            min={first}
            max={last}
            value={day}
            onChange={(event) => event.target.value >= first && event.target.value <= last && go(event.target.value)}
          />
        </>
      )}
    </section>
  )
}

/** Whether the numbers of a day are settled, and why. */
function Standing({ strip, day }: { strip: Strip; day: string }) {
  const { t, format } = useWords()
  if (mayChange(strip, day)) {
    return t('asOf.provisional')
  }
  return strip.over && day === strip.last && strip.entryEnd !== undefined
    ? t('asOf.over', { day: format.day(strip.entryEnd, strip.today) })
    : t('asOf.settled')
}

interface TrackProps {
  strip: Strip
  day: string
  name: string
  go: (day: string) => void
}

function Track({ strip, day, name, go }: TrackProps) {
  const { t, format } = useWords()
  const track = useRef<HTMLDivElement>(null)
  const { first, last, today, entryEnd } = strip
  const length = daysBetween(first, last)
  const share = (one: number) => (100 * one) / length
  const at = daysBetween(first, day)
  const onKey = (event: KeyboardEvent) => {
    const to = stepTo(strip, day, event.key)
    if (to !== undefined) {
      event.preventDefault()
      go(to)
    }
  }
  const onPointer = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect()
    if (box !== undefined && event.buttons === 1) {
      const to = Math.round(((event.clientX - box.left) / box.width) * length)
      go(within(strip, addDays(first, to)))
    }
  }
  const end = entryEnd === undefined || entryEnd <= first || entryEnd >= last ? undefined : share(daysBetween(first, entryEnd))
  return (
    <div
      className="as-of-track"
      ref={track}
      role="slider"
      tabIndex={0}
      aria-label={t('asOf.title')}
      aria-valuemin={1}
      aria-valuemax={length + 1}
      aria-valuenow={at + 1}
      aria-valuetext={name}
      onKeyDown={onKey}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
    >
      <span className="as-of-line" />
      <span className="as-of-done" style={{ width: `${share(at)}%` }} />
      {dotsOf(strip).map((dot) => (
        <span
          key={dot}
          className={`as-of-dot${mayChange(strip, addDays(first, dot)) ? ' provisional' : ''}${dot <= at ? ' done' : ''}`}
          style={{ left: `${share(dot)}%` }}
        />
      ))}
      {end !== undefined && <span className="as-of-entry-end" style={{ left: `${end}%` }} />}
      <span className="as-of-handle" style={{ left: `${share(at)}%` }} />
      <span className="as-of-label start">{format.day(first, today)}</span>
      {end !== undefined && entryEnd !== undefined && end > LABEL_FROM && end < LABEL_TO && (
        <span className="as-of-label middle" style={{ left: `${end}%` }}>
          {t('asOf.entryEnd', { day: format.day(entryEnd, today) })}
        </span>
      )}
      <span className="as-of-label end">{format.day(last, today)}</span>
    </div>
  )
}
