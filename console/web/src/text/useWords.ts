import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatOf, type Format, type Language } from '../ui/format'

/** Texts and number formats of the chosen language. */
export function useWords() {
  const { t, i18n } = useTranslation()
  const language: Language = i18n.language === 'zh-CN' ? 'zh-CN' : 'en'
  const format: Format = useMemo(() => formatOf(language), [language])
  const toggle = () => void i18n.changeLanguage(language === 'en' ? 'zh-CN' : 'en')
  return { t, format, language, toggle }
}

export type Words = ReturnType<typeof useWords>
