import { Button } from 'antd'
import type { RequestFailed } from '../api/problem'
import { useWords } from '../text/useWords'
import { clockTime } from './clock'
import { failureText } from './failure'
import { Icon } from './Icon'
import { ServerText } from './ServerText'

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
  return (
    <section className="failed" role="alert">
      <Icon name="error" />
      <div>
        <p className="failed-title">{t('failed.title')}</p>
        <p>{failureText(failure, t)}</p>
        <ServerText failure={failure} />
        {lastSuccess !== undefined && lastSuccess > 0 && (
          <p className="meta">{t('failed.last', { time: clockTime(language, lastSuccess) })}</p>
        )}
        <Button onClick={retry}>{t('failed.retry')}</Button>
      </div>
    </section>
  )
}
