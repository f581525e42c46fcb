import type { Language } from './format'

/** 14:02, by the browser's clock: when something was last read. */
export const clockTime = (language: Language, millis: number): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(millis)
