import { marked } from 'marked'
import { useEffect, useMemo } from 'react'
import { Link, useParams } from 'react-router'
import { useTitle } from '../../ui/useTitle'
import { useWords } from '../../text/useWords'
import { Missing } from '../../ui/Missing'

const PAGES = import.meta.glob<string>('../../../../../docs/statistics/*.md', { query: '?raw', import: 'default', eager: true })

const names = new Map(Object.entries(PAGES).map(([path, text]) => [path.replace(/^.*\/|\.md$/g, ''), text]))

/** The heading of a page. */
const heading = (text: string): string => /^# (.*)$/m.exec(text)?.[1] ?? ''

/** The pages of the statistical methods, from docs/statistics: our own text, written in English. */
export default function MethodPage() {
  const { t } = useWords()
  const { page } = useParams()
  const text = page === undefined ? undefined : names.get(page)
  useTitle(text === undefined ? t('shell.methods') : heading(text))
  const html = useMemo(() => (text === undefined ? '' : marked.parse(text, { async: false })), [text])
  useEffect(() => {
    // Newer browsers return a promise here, which is no clean-up.
    void window.scrollTo(0, 0)
  }, [page])
  if (page !== undefined && text === undefined) {
    return <Missing />
  }
  return (
    <div className="page">
      <div className="card prose">
        {text === undefined ? (
          <>
            <h1>{t('shell.methods')}</h1>
            <p>{t('methods.note')}</p>
            <ul>
              {[...names].map(([name, one]) => (
                <li key={name} lang="en">
                  <Link to={`/methods/${name}`}>{heading(one)}</Link>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <>
            <Link to="/methods">{t('shell.methods')}</Link>
            <article lang="en" dangerouslySetInnerHTML={{ __html: html }} />
          </>
        )}
      </div>
    </div>
  )
}
