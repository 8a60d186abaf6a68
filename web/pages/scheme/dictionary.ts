import { useMemo } from 'react'
import { type Language, type Text, say } from '#kit/text.ts'
import { eventItems, fixedWords } from '#scheme/assist/words.ts'
import { orgKinds, placeKinds, subjectKinds } from '#scheme/kind.ts'
import type { Field, Scheme } from '#scheme/shape.ts'
import { usePreferences } from '#web/say/preferences.ts'
import type { Dictionary } from './in-words.ts'

const dictionaryOf = (scheme: Scheme, fields: readonly Field[], language: Language): Dictionary => {
  const names = new Map<string, string>()
  const literals = new Map<string, string>()
  const put = (map: Map<string, string>, key: string, title: Text) => map.set(key, say(title, language))
  for (const [key, title] of Object.entries(fixedWords)) put(names, key, title)
  for (const [key, i] of Object.entries(scheme.indicators)) put(names, key, i.title)
  for (const kind of [...placeKinds, ...subjectKinds, ...orgKinds]) put(literals, kind.key, kind.title)
  for (const one of eventItems) put(literals, one.key, one.title)
  for (const one of [...scheme.ranks, ...scheme.subjects, ...scheme.tags, ...scheme.classes]) put(literals, one.key, one.title)
  for (const [key, kind] of Object.entries({ ...scheme.activities, ...scheme.matters })) put(literals, key, kind.title)
  for (const matter of Object.values(scheme.matters)) for (const o of matter.outcomes) put(literals, o.key, o.title)
  for (const field of fields) {
    put(names, field.key, field.title)
    for (const o of field.options ?? []) put(literals, o.key, o.title)
  }
  const texts = new Set(fields.filter((f) => f.type === 'text' || f.type === 'longtext').map((f) => f.key))
  return { names, literals, texts }
}

/** The words for expressions that stand over these fields. */
export const useDictionary = (scheme: Scheme, fields: readonly Field[] = none): Dictionary => {
  const { language } = usePreferences()
  return useMemo(() => dictionaryOf(scheme, fields, language), [scheme, fields, language])
}

const none: readonly Field[] = []
