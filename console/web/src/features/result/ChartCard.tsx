import { Segmented } from 'antd'
import { Suspense, useState, type ReactNode } from 'react'
import type { RequestFailed } from '../../api/problem'
import { useTheme } from '../../theme/useTheme'
import { useWords } from '../../text/useWords'
import { ArmName, armLook } from '../../ui/arms'
import { Boundary } from '../../ui/Boundary'
import { Failed } from '../../ui/Failed'
import { Stale } from '../../ui/Stale'
import type { DrawnArm } from './charts/drawn'
import type { Figures } from './charts/figures'
import { FigureTable } from './charts/FigureTable'

/** Height of the line above a chart: its legend, and the switch to its table. */
export const HEAD = 32

interface CardProps {
  title: string
  note: string
  foot?: string
  children: ReactNode
}

/** A chart under its title. */
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

interface EitherProps {
  title: string
  height: number
  figures: Figures
  /** The names of the lines; absent where what stands below names them. */
  legend?: ReactNode
  /** The picture. */
  children: ReactNode
}

/** What a chart shows, as its picture or as a table of its numbers: whoever does not see the one reads the other. */
export function ChartOrTable({ title, height, figures, legend, children }: EitherProps) {
  const { t } = useWords()
  const [table, setTable] = useState(false)
  return (
    <>
      <div className="chart-head">
        {legend ?? <span />}
        <Segmented
          size="small"
          aria-label={t('figures.as', { title })}
          options={[
            { value: 'chart', label: t('figures.chart') },
            { value: 'table', label: t('figures.table') },
          ]}
          value={table ? 'table' : 'chart'}
          onChange={(value) => setTable(value === 'table')}
        />
      </div>
      {table ? (
        <FigureTable figures={figures} title={title} height={height} />
      ) : (
        <Suspense fallback={<Held height={height} />}>{children}</Suspense>
      )}
    </>
  )
}

function Held({ height }: { height: number }) {
  const { t } = useWords()
  return <div style={{ height }} role="status" aria-busy="true" aria-label={t('loading')} />
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
  if (query.data !== undefined) {
    return (
      <>
        {query.error !== null && <Stale error={query.error} lastSuccess={query.dataUpdatedAt} retry={() => void query.refetch()} />}
        {children(query.data)}
      </>
    )
  }
  return query.error === null ? (
    <Held height={height} />
  ) : (
    <div style={{ minHeight: height }}>
      <Failed error={query.error} lastSuccess={query.dataUpdatedAt} retry={() => void query.refetch()} />
    </div>
  )
}
