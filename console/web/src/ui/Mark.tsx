/** The mark of Touchstone: a stone with the streak that tells gold from brass. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true">
      <path className="mark-stone" d="M3 8.5 9 3h9l3 6.5-3.5 9L9 21l-6-5z" />
      <path className="mark-streak" d="m6.5 15.5 9-8" />
    </svg>
  )
}
