import { Button } from 'antd'
import type { RequestFailed } from '../api/problem'
import { useWords } from '../text/useWords'
import { clockTime } from './clock'
import { failureText } from './failure'
import { Icon } from './Icon'

/** Numbers stay while they cannot be read anew; their age is said. */
export function Stale({ error, lastSuccess, retry }: { error: RequestFailed; lastSuccess: number; retry: () => void }) {
  const { t, language } = useWords()
  return (
    <div className="stale" role="status">
      <Icon name="warning" />
      <span>
        {failureText(error.failure, t)} {t('failed.last', { time: clockTime(language, lastSuccess) })}
      </span>
      <Button size="small" onClick={retry}>
        {t('failed.retry')}
      </Button>
    </div>
  )
}
