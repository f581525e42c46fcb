import type { Failure } from '../api/problem'
import { useWords } from '../text/useWords'
import { serverText } from './failure'

/** The server's own words, marked as such: they are English on every page. */
export function ServerText({ failure }: { failure: Failure }) {
  const { t } = useWords()
  const text = serverText(failure)
  return text === undefined ? null : (
    <p className="meta">
      {t('failed.serverText')} <code>{text.code}</code> <bdi lang="en">{text.detail}</bdi>
    </p>
  )
}
