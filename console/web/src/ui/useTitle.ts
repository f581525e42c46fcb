import { useEffect } from 'react'
import { useWords } from '../text/useWords'

/** The title of the window. */
export function useTitle(title: string) {
  const { t } = useWords()
  useEffect(() => {
    document.title = `${title} · ${t('shell.name')}`
  }, [title, t])
}
