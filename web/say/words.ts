import { useCallback } from 'react'
import { type Language, type Text, fill, say } from '#kit/text.ts'
import { usePreferences } from './preferences.ts'

/** One page's part of the message catalogue: every entry in both languages, `{name}` places filled when said. */
export type Words = Readonly<Record<string, { readonly zh: string; readonly en: string }>>
export type Values = Readonly<Record<string, string | number>>

export const sayIn = <W extends Words>(words: W, key: keyof W & string, language: Language, values: Values = {}): string =>
  fill(words[key]?.[language] ?? key, values)

/** `const w = useWords(cockpitWords)`; then `w('title')`, `w('more', { n: 3 })`. */
export const useWords = <W extends Words>(words: W) => {
  const { language } = usePreferences()
  return useCallback((key: keyof W & string, values: Values = {}) => sayIn(words, key, language, values), [words, language])
}

/** Says a Text that came from a scheme or a fault. */
export const useSay = () => {
  const { language } = usePreferences()
  return useCallback((text: Text) => say(text, language), [language])
}

/** Several things side by side: 甲、乙, or A, B. */
export const useListed = () => {
  const { language } = usePreferences()
  return useCallback((things: readonly string[]) => things.join(language === 'zh' ? '、' : ', '), [language])
}
