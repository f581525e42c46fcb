import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answered, api } from './client'
import { RequestFailed } from './problem'
import { sessionQuery } from './queries'

export interface Credentials {
  username: string
  password: string
}

export interface Passwords {
  current: string
  next: string
}

/** Signs in; what was asked before is asked again. */
export function useSignIn() {
  const client = useQueryClient()
  return useMutation<unknown, RequestFailed, Credentials>({
    mutationFn: (body) => answered(api.POST('/api/v1/session', { body })),
    onSuccess: () => client.invalidateQueries(),
  })
}

/** Replaces one's own password. A session that ended meanwhile brings back the sign-in form. */
export function useChangePassword() {
  const client = useQueryClient()
  return useMutation<unknown, RequestFailed, Passwords>({
    mutationFn: (body) => answered(api.POST('/api/v1/session/password', { body })),
    onSuccess: () => client.invalidateQueries(),
    onError: (error) => (error.failure.kind === 'session' ? client.invalidateQueries({ queryKey: sessionQuery.queryKey }) : undefined),
  })
}

/** Signs out and forgets everything that was read. */
export function useSignOut() {
  const client = useQueryClient()
  return useMutation<unknown, RequestFailed>({
    mutationFn: () => answered(api.DELETE('/api/v1/session')),
    onSettled: () => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] })
      return client.resetQueries({ queryKey: sessionQuery.queryKey })
    },
  })
}
