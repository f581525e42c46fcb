import { Button } from 'antd'
import { Component, type ReactNode } from 'react'
import { useWords } from '../text/useWords'
import { Icon } from './Icon'

/** A fault of the page itself takes only its part down, and says so. */
export class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <Fault /> : this.props.children
  }
}

function Fault() {
  const { t } = useWords()
  return (
    <section className="failed" role="alert">
      <Icon name="error" />
      <div>
        <p className="failed-title">{t('fault.title')}</p>
        <p>{t('fault.body')}</p>
        <Button onClick={() => window.location.reload()}>{t('fault.reload')}</Button>
      </div>
    </section>
  )
}
