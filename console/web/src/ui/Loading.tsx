import { Skeleton } from 'antd'
import { useWords } from '../text/useWords'

/** Holds the place of what is on its way. */
export function Loading({ lines }: { lines: number }) {
  const { t } = useWords()
  return (
    <section className="card loading" aria-busy="true" aria-label={t('loading')}>
      <Skeleton active={false} paragraph={{ rows: lines }} />
    </section>
  )
}
