/** What the server asks of a password: docs/formats/rest-api.md. */
export const LEAST_CHARACTERS = 12
export const MOST_BYTES = 72

export type PasswordFault = 'short' | 'long' | 'same'

/** What is wrong with a new password, before it is sent. */
export function passwordFault(next: string, current: string): PasswordFault | undefined {
  if ([...next].length < LEAST_CHARACTERS) {
    return 'short'
  }
  if (new TextEncoder().encode(next).length > MOST_BYTES) {
    return 'long'
  }
  return next === current ? 'same' : undefined
}
