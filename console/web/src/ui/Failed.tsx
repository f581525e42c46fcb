import { Button } from 'antd'
import type { RequestFailed } from '../api/problem'
import { useWords } from '../text/useWords'
import { Icon } from './Icon'

interface Props {
  error: RequestFailed
  retry: () => void
  /** When the block last had its data, in the browser's clock. */
  lastSuccess?: number | undefined
}

/** A failure, said as one: never an empty table. */
export function Failed({ error, retry, lastSuccess }: Props) {
  const { t, language } = useWords()
  const { failure } = error
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return (
    <section className="failed" role="alert">
      <Icon name="error" />
      <div>
        <p className="failed-title">{t('failed.title')}</p>
        <p>{failure.kind === 'network' ? t('failed.network') : failure.kind === 'problem' ? (failure.status < 500 ? t('failed.refused') : t('failed.server')) : t('failed.session')}</p>
        {failure.kind === 'problem' && (
          <p className="meta">
            <code>{failure.code}</code> <bdi>{failure.detail}</bdi>
          </p>
        )}
        {lastSuccess !== undefined && lastSuccess > 0 && (
          <p className="meta">{t('failed.last', { time: clock.format(lastSuccess) })}</p>
        )}
        <Button onClick={retry}>{t('failed.retry')}</Button>
      </div>
    </section>
  )
}
