import { useState } from 'react'

/**
 * A value of the address as its control shows it: what somebody asks for stands there at once, while the address follows in a transition. A change of
 * the address from elsewhere, by a link or the browser's buttons, holds.
 */
export function useAhead(given: string): [string, (next: string) => void] {
  const [state, setState] = useState({ given, ahead: given })
  if (state.given !== given) {
    setState({ given, ahead: given })
    return [given, (next) => setState({ given, ahead: next })]
  }
  return [state.ahead, (next) => setState({ given, ahead: next })]
}
