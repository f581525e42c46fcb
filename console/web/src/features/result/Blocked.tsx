import { Button } from 'antd'
import { useWords } from '../../text/useWords'
import { Icon } from '../../ui/Icon'

/** Why values and effects are hidden, and the deliberate way to see them: for troubleshooting, never for a conclusion. */
export function Blocked({ open, toggle }: { open: boolean; toggle: () => void }) {
  const { t } = useWords()
  return (
    <div className="blocked">
      <Icon name={open ? 'warning' : 'error'} />
      <span>{open ? t('blocked.open') : t('blocked.why')}</span>
      <Button size="small" onClick={toggle}>
        {open ? t('blocked.hide') : t('blocked.show')}
      </Button>
    </div>
  )
}
