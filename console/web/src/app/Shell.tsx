import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown, Select } from 'antd'
import { lazy, Suspense } from 'react'
import { Link, Navigate, Route, Routes, useLocation, useNavigate } from 'react-router'
import { useSignOut } from '../api/session'
import { placesQuery, sessionQuery, type Place } from '../api/queries'
import { ListPage } from '../features/experiments/ListPage'
import { experimentsPath, usePlace } from '../ui/place'
import { useTheme } from '../theme/useTheme'
import { useWords } from '../text/useWords'
import { Boundary } from '../ui/Boundary'
import { Failed } from '../ui/Failed'
import { Loading } from '../ui/Loading'
import { Missing } from '../ui/Missing'
import { Mark } from '../ui/Mark'

const ResultPage = lazy(() => import('../features/result/ResultPage'))
const MethodPage = lazy(() => import('../features/methods/MethodPage'))

/** Header and routes. */
export function Shell() {
  const { t } = useWords()
  const { pathname } = useLocation()
  return (
    <>
      <a className="skip" href="#content">
        {t('shell.skip')}
      </a>
      <Header />
      <main id="content" tabIndex={-1}>
        <Boundary key={pathname}>
          <Suspense fallback={<Loading lines={8} />}>
            <Routes>
              <Route path="/" element={<FirstPlace />} />
              <Route path="/p/:project/:environment/experiments" element={<ListPage />} />
              <Route path="/p/:project/:environment/experiments/:experiment" element={<ResultPage />} />
              <Route path="/methods/:page?" element={<MethodPage />} />
              <Route path="*" element={<Missing />} />
            </Routes>
          </Suspense>
        </Boundary>
      </main>
    </>
  )
}

/** Without an address: the environment of last time, else the first. */
function FirstPlace() {
  const places = useQuery(placesQuery)
  const { last } = usePlace()
  if (places.error !== null && places.data === undefined) {
    return <Failed error={places.error} retry={() => void places.refetch()} />
  }
  if (places.data === undefined) {
    return <Loading lines={8} />
  }
  const known = places.data.map((one) => ({ project: one.project.key, environment: one.environment.key }))
  const kept = known.find((one) => one.project === last?.project && one.environment === last.environment)
  const first = kept ?? known[0]
  return first === undefined ? <Missing /> : <Navigate to={experimentsPath(first)} replace />
}

function Header() {
  const { t } = useWords()
  const { place } = usePlace()
  const { pathname } = useLocation()
  const methods = pathname.startsWith('/methods')
  return (
    <header className="header">
      <Link className="brand" to="/">
        <Mark />
        {t('shell.name')}
      </Link>
      <nav aria-label={t('shell.nav')}>
        <Link to={place === undefined ? '/' : experimentsPath(place)} aria-current={methods ? undefined : 'page'}>
          {t('shell.experiments')}
        </Link>
        <Link to="/methods" aria-current={methods ? 'page' : undefined}>
          {t('shell.methods')}
        </Link>
      </nav>
      <div className="header-end">
        <Places place={place} />
        <Choices />
        <Person />
      </div>
    </header>
  )
}

function Places({ place }: { place: Place | undefined }) {
  const places = useQuery(placesQuery)
  const navigate = useNavigate()
  const { t } = useWords()
  if (place === undefined || places.data === undefined) {
    return null
  }
  const choices = places.data.map(({ project, environment }) => ({
    value: experimentsPath({ project: project.key, environment: environment.key }),
    label: `${project.name} · ${environment.name}`,
  }))
  return (
    <Select
      className="places"
      aria-label={t('shell.place')}
      value={experimentsPath(place)}
      options={choices}
      onChange={(path: string) => void navigate(path)}
      popupMatchSelectWidth={false}
    />
  )
}

function Choices() {
  const { t, toggle } = useWords()
  const theme = useTheme()
  return (
    <>
      <Button type="text" onClick={toggle} lang={t('shell.otherLanguageCode')}>
        {t('shell.otherLanguage')}
      </Button>
      <Button type="text" onClick={theme.toggle}>
        {theme.name === 'dark' ? t('shell.light') : t('shell.dark')}
      </Button>
    </>
  )
}

function Person() {
  const { t } = useWords()
  const session = useQuery(sessionQuery)
  const signOut = useSignOut()
  const name = session.data?.username ?? ''
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items: [{ key: 'out', label: t('session.signOut') }], onClick: () => signOut.mutate() }}
    >
      <Button type="text" className="person" aria-label={t('session.person', { name })}>
        <bdi>{name}</bdi>
      </Button>
    </Dropdown>
  )
}
