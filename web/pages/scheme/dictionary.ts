import { useMemo } from 'react'
import { type Language, type Text, say } from '#kit/text.ts'
import { orgKinds, placeKinds, subjectKinds } from '#scheme/kind.ts'
import type { Field, Scheme } from '#scheme/shape.ts'
import { usePreferences } from '#web/say/preferences.ts'
import type { Dictionary } from './in-words.ts'

/** What every expression may name, whatever the scheme. */
const always: Readonly<Record<string, Text>> = {
  'org.kind': { zh: '单位类型', en: 'kind of unit' },
  'org.class': { zh: '单位分类', en: 'class of unit' },
  'org.code': { zh: '单位代码', en: 'code of the unit' },
  'person.rank': { zh: '职级', en: 'rank' },
  'person.post': { zh: '职务', en: 'post' },
  'participant.rank': { zh: '参加人员职级', en: 'the participant’s rank' },
  'participant.post': { zh: '参加人员职务', en: 'the participant’s post' },
  'subject.kind': { zh: '走访对象', en: 'the one visited' },
  'subject.tags': { zh: '走访对象的标签', en: 'tags of the one visited' },
  'place.kind': { zh: '地点类型', en: 'kind of place' },
  'place.code': { zh: '地点代码', en: 'code of the place' },
  participants: { zh: '参加人员', en: 'participants' },
  subjects: { zh: '走访对象', en: 'those visited' },
  photos: { zh: '照片张数', en: 'photos' },
  day: { zh: '日期', en: 'the day' },
  kind: { zh: '类型', en: 'the kind' },
  outcome: { zh: '办理结果', en: 'the outcome' },
  closed: { zh: '已办结', en: 'closed' },
}

const dictionaryOf = (scheme: Scheme, fields: readonly Field[], language: Language): Dictionary => {
  const names = new Map<string, string>()
  const literals = new Map<string, string>()
  const put = (map: Map<string, string>, key: string, title: Text) => map.set(key, say(title, language))
  for (const [key, title] of Object.entries(always)) put(names, key, title)
  for (const [key, i] of Object.entries(scheme.indicators)) put(names, key, i.title)
  for (const kind of [...placeKinds, ...subjectKinds, ...orgKinds]) put(literals, kind.key, kind.title)
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
