import { Suspense, type ReactNode } from 'react'
import type { RequestFailed } from '../../api/problem'
import { useTheme } from '../../theme/useTheme'
import { useWords } from '../../text/useWords'
import { ArmName, armLook } from '../../ui/arms'
import { Boundary } from '../../ui/Boundary'
import { Failed } from '../../ui/Failed'
import { Stale } from '../../ui/Stale'
import type { DrawnArm } from './charts/drawn'

interface CardProps {
  title: string
  note: string
  foot?: string
  children: ReactNode
}

export function ChartCard({ title, note, foot, children }: CardProps) {
  return (
    <section className="card chart-card" aria-label={title}>
      <h2>{title}</h2>
      <p className="meta">{note}</p>
      <Boundary>{children}</Boundary>
      {foot !== undefined && <p className="meta foot">{foot}</p>}
    </section>
  )
}

export function Legend({ arms }: { arms: readonly DrawnArm[] }) {
  const { tokens } = useTheme()
  return (
    <ul className="legend">
      {arms.map((arm) => (
        <li key={arm.key}>
          <ArmName look={armLook(tokens, arm.index)} name={arm.name} />
        </li>
      ))}
    </ul>
  )
}

interface Asked<T> {
  data: T | undefined
  error: RequestFailed | null
  dataUpdatedAt: number
  refetch: () => unknown
}

/** Keeps the height of what is on its way, and tells a failure as one. */
export function Drawn<T>({ query, height, children }: { query: Asked<T>; height: number; children: (data: T) => ReactNode }) {
  const { t } = useWords()
  if (query.data === undefined) {
    return query.error === null ? (
      <div style={{ height }} aria-busy="true" aria-label={t('loading')} />
    ) : (
      <div style={{ minHeight: height }}>
        <Failed error={query.error} lastSuccess={query.dataUpdatedAt} retry={() => void query.refetch()} />
      </div>
    )
  }
  return (
    <>
      {query.error !== null && <Stale error={query.error} lastSuccess={query.dataUpdatedAt} retry={() => void query.refetch()} />}
      <Suspense fallback={<div style={{ height }} aria-busy="true" aria-label={t('loading')} />}>{children(query.data)}</Suspense>
    </>
  )
}
