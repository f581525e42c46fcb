import type { KeyboardEvent, PointerEvent } from 'react'
import { useRef } from 'react'
import { useWords } from '../../text/useWords'
import { addDays, daysBetween } from '../../ui/days'
import type { Subject } from '../../ui/headline/subject'

const WEEK = 7
/** Days whose late events may still come in: today, and the three whose end is less than 72 hours ago. */
const PROVISIONAL_DAYS = 4
/** More dots than that would touch. */
const MOST_DOTS = 70

interface Props {
  subject: Subject
  /** The newest day there is. */
  today: string
  choose: (day: string) => void
}

/** Which day is read, before any number: arrow keys a day, PageUp and PageDown a week, Home and End the ends. */
export function AsOfStrip({ subject, today, choose }: Props) {
  const { t, format } = useWords()
  const track = useRef<HTMLDivElement>(null)
  const { asOf, firstDay, freshness } = subject.report
  const first = firstDay === undefined || firstDay > asOf ? asOf : firstDay
  const last = Math.max(0, daysBetween(first, today))
  const at = Math.min(last, daysBetween(first, asOf))
  const share = (day: number) => (last === 0 ? 0 : (100 * day) / last)
  const go = (day: number) => {
    const next = Math.min(last, Math.max(0, day))
    if (next !== at) {
      choose(addDays(first, next))
    }
  }
  const moves: Record<string, number> = {
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    PageDown: at - WEEK,
    PageUp: at + WEEK,
    Home: 0,
    End: last,
  }
  const onKey = (event: KeyboardEvent) => {
    const to = moves[event.key]
    if (to !== undefined) {
      event.preventDefault()
      go(to)
    }
  }
  const onPointer = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect()
    if (box !== undefined && event.buttons === 1) {
      go(Math.round(((event.clientX - box.left) / box.width) * last))
    }
  }
  const name = t('asOf.day', { day: format.day(asOf, today), number: at + 1 })
  return (
    <section className="card as-of" aria-label={t('asOf.title')}>
      <div>
        <strong>{name}</strong>
        <span className="meta">{freshness.provisional ? t('asOf.provisional') : t('asOf.settled')}</span>
      </div>
      {last > 0 && (
        <>
          <div
            className="as-of-track"
            ref={track}
            role="slider"
            tabIndex={0}
            aria-label={t('asOf.title')}
            aria-valuemin={1}
            aria-valuemax={last + 1}
            aria-valuenow={at + 1}
            aria-valuetext={name}
            onKeyDown={onKey}
            onPointerDown={onPointer}
            onPointerMove={onPointer}
          >
            <span className="as-of-line" />
            <span className="as-of-done" style={{ width: `${share(at)}%` }} />
            {last <= MOST_DOTS &&
              Array.from({ length: last + 1 }, (_, day) => (
                <span
                  key={day}
                  className={`as-of-dot${subject.report.state !== 'final' && day > last - PROVISIONAL_DAYS ? ' provisional' : ''}${day <= at ? ' done' : ''}`}
                  style={{ left: `${share(day)}%` }}
                />
              ))}
            <span className="as-of-handle" style={{ left: `${share(at)}%` }} />
            <span className="as-of-label start">{format.shortDay(first)}</span>
            <span className="as-of-label end">{format.shortDay(today)}</span>
          </div>
          <input
            className="as-of-date"
            type="date"
            aria-label={t('asOf.title')}
            min={first}
            max={today}
            value={asOf}
            onChange={(event) => event.target.value >= first && event.target.value <= today && choose(event.target.value)}
          />
        </>
      )}
    </section>
  )
}
