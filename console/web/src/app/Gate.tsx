import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { sessionQuery } from '../api/queries'
import { PasswordPage } from '../features/session/PasswordPage'
import { SignInPage } from '../features/session/SignInPage'
import { Failed } from '../ui/Failed'
import { Loading } from '../ui/Loading'

/** Lets those in who are signed in with a password of their own. */
export function Gate({ children }: { children: ReactNode }) {
  const session = useQuery(sessionQuery)
  if (session.data === null) {
    return <SignInPage />
  }
  if (session.data === undefined) {
    return (
      <main className="alone">
        {session.error === null ? <Loading lines={4} /> : <Failed error={session.error} retry={() => void session.refetch()} />}
      </main>
    )
  }
  return session.data.mustChangePassword ? <PasswordPage /> : children
}
