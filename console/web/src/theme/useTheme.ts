import { createContext, useContext, useState } from 'react'
import { cssVariables, tokensOf, type ThemeName, type Tokens } from './tokens'

const KEY = 'touchstone.theme'

export interface ThemeChoice {
  name: ThemeName
  tokens: Tokens
  toggle: () => void
}

export const ThemeContext = createContext<ThemeChoice | null>(null)

export function useTheme(): ThemeChoice {
  const choice = useContext(ThemeContext)
  if (choice === null) {
    throw new Error('theme: absent (expected: inside ThemeContext)')
  }
  return choice
}

/** Sets the CSS variables; before the first paint as well. */
function paint(name: ThemeName): ThemeName {
  const root = document.documentElement
  root.dataset.theme = name
  for (const [variable, value] of Object.entries(cssVariables(tokensOf(name)))) {
    root.style.setProperty(variable, value)
  }
  return name
}

/** The theme of the page: as kept, else as the system has it. */
export function useThemeChoice(): ThemeChoice {
  const [name, setName] = useState<ThemeName>(() =>
    paint(document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light'),
  )
  const toggle = () => {
    const next = name === 'dark' ? 'light' : 'dark'
    try {
      localStorage.setItem(KEY, next)
    } catch {
      // Not kept then: the choice lasts as long as the page.
    }
    setName(paint(next))
  }
  return { name, tokens: tokensOf(name), toggle }
}
