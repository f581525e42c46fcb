import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import en from './en.json'
import zh from './zh-CN.json'

const SOURCE = join(import.meta.dirname, '..')
const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|schema\.d\.ts/.test(name))
  .map((name) => ({ name, text: readFileSync(join(SOURCE, name), 'utf8') }))
const code = sources.map(({ text }) => text).join('\n')

const plural = (key: string): string => key.replace(/_(one|other)$/, '')
const placeholders = (text: string): string[] => [...text.matchAll(/{{(\w+)}}/g)].map((match) => match[1] ?? '').sort()

/** Keys that are put together in the code, as patterns: `state.${x}`. */
const composed = [...code.matchAll(/t\(`([^`]*\$\{[^`]*)`/g)].map(
  (match) => new RegExp(`^${(match[1] ?? '').replace(/\$\{[^}]*\}/g, '§').replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/§/g, '[^.]+')}$`),
)

describe('texts', () => {
  test('stand in both languages, with the same values to fill in', () => {
    const english = new Map(Object.entries(en).map(([key, text]) => [plural(key), text]))
    const chinese = new Map(Object.entries(zh).map(([key, text]) => [plural(key), text]))
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort())
    for (const [key, text] of english) {
      expect(text, key).not.toBe('')
      const filled = (all: string[]) => [...new Set(all.filter((name) => name !== 'count'))]
      expect(filled(placeholders(chinese.get(key) ?? '')), key).toEqual(filled(placeholders(text)))
    }
  })

  test('are all used', () => {
    const unused = [...new Set(Object.keys(en).map(plural))].filter(
      (key) => !code.includes(`'${key}'`) && !composed.some((pattern) => pattern.test(key)),
    )
    expect(unused).toEqual([])
  })

  test('stand nowhere else: no component has words of its own', () => {
    const literal = sources.filter(({ name }) => name.endsWith('.tsx')).flatMap(({ name, text }) =>
      [
        ...text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').matchAll(/[\u4e00-\u9fff]+|(?<=>)\s*[A-Z][a-z]+ [a-z]+[^<>{}=;()]*(?=<\/)/g),
      ].map((match) => `${name}: ${match[0].trim()}`),
    )
    expect(literal).toEqual([])
  })

  test('in Chinese have a space between Chinese and Latin', () => {
    const tight = Object.entries(zh).filter(([, text]) => /[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]/.test(text))
    expect(tight).toEqual([])
  })
})
