import { replaceEqualDeep } from '@tanstack/react-query'
import { useRef } from 'react'

/** The object of before where nothing in it changed, so that what is drawn from it is not drawn again with every poll. */
export function useStable<T>(value: T): T {
  const kept = useRef(value)
  kept.current = replaceEqualDeep(kept.current, value) as T
  return kept.current
}
