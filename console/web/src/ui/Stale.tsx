import { Button } from 'antd'
import type { RequestFailed } from '../api/problem'
import { useWords } from '../text/useWords'
import { failureText } from './failure'
import { Icon } from './Icon'

/** Numbers stay while they cannot be read anew; their age is said. */
export function Stale({ error, lastSuccess, retry }: { error: RequestFailed; lastSuccess: number; retry: () => void }) {
  const { t, language } = useWords()
  const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return (
    <div className="stale" role="status">
      <Icon name="warning" />
      <span>
        {failureText(error.failure, t)} {t('failed.last', { time: clock.format(lastSuccess) })}
      </span>
      <Button size="small" onClick={retry}>
        {t('failed.retry')}
      </Button>
    </div>
  )
}
