import { Link } from 'react-router'
import { useWords } from '../text/useWords'

/** An address that leads nowhere. */
export function Missing() {
  const { t } = useWords()
  return (
    <section className="card missing">
      <h1>{t('missing.title')}</h1>
      <p>{t('missing.body')}</p>
      <Link to="/">{t('missing.home')}</Link>
    </section>
  )
}
