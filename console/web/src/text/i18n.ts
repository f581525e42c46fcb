import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../ui/format'
import en from './en.json'
import zh from './zh-CN.json'

const KEY = 'touchstone.language'

export type TextKey = keyof typeof en

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'texts'
    keySeparator: false
    nsSeparator: false
    resources: { texts: typeof en }
  }
}

function firstLanguage(): Language {
  try {
    const kept = localStorage.getItem(KEY)
    if (kept === 'zh-CN' || kept === 'en') {
      return kept
    }
  } catch {
    // Storage may be switched off: the browser's language then holds.
  }
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

/** Keeps the choice and says it to browser and screen reader. */
function announce(language: string) {
  document.documentElement.lang = language
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // As long as the page then.
  }
}

export const texts = i18next.createInstance()

void texts.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: false,
  defaultNS: 'texts',
  keySeparator: false,
  nsSeparator: false,
  resources: { en: { texts: en }, 'zh-CN': { texts: zh } },
  // React escapes what it shows.
  interpolation: { escapeValue: false },
  returnNull: false,
})
announce(texts.language)
texts.on('languageChanged', announce)
