import type { Text } from '#kit/text.ts'
import { weekdaysOnly } from '#kit/workday.ts'
import { reservedWords } from '../cel.ts'
import type { CelType, Variables } from '../expression.ts'
import { orgKinds, placeKinds, subjectKinds } from '../kind.ts'
import { overFact, overIndicators, overOrg, overPerson, overQuota, overRecord, takenNames } from '../stand.ts'
import { type Path, valueAt } from '../source.ts'
import type { FieldItem, IndicatorItem, Item, KindItem, Outline } from './outline.ts'
import { eventItems, offeredWords } from './words.ts'

/* What an expression may speak of, by where it stands in a scheme that is still being written. */

export type Name = { readonly word: string; readonly title: Text; readonly type: CelType; readonly is: 'field' | 'indicator' | 'name' }

/** The names an expression at the path may use; everything anyone may name, where the language has a place that is not known here. */
export const namesAt = (outline: Outline, path: Path): readonly Name[] => {
  const fields = new Map(fieldsAt(outline, path).map((f) => [f.key, f]))
  return Object.entries(variablesAt(outline, path)).map(([word, type]) => {
    const field = fields.get(word)
    const indicator = outline.indicators.find((i) => i.key === word)
    const isOwn = field !== undefined || (indicator !== undefined && !takenNames.has(word))
    return {
      word,
      type,
      title: field?.title ?? (isOwn ? indicator?.title : offeredWords[word]) ?? { zh: word },
      is: field !== undefined ? 'field' : isOwn ? 'indicator' : 'name',
    }
  })
}

const celTypes: Readonly<Record<string, CelType>> = {
  integer: 'int',
  decimal: 'decimal',
  money: 'decimal',
  boolean: 'bool',
  choices: 'list<string>',
}

const variablesOf = (fields: readonly FieldItem[]): Variables =>
  Object.fromEntries(
    fields.filter((f) => !reservedWords.has(f.key) && !takenNames.has(f.key)).map((f) => [f.key, celTypes[f.type] ?? 'string']),
  )

const variablesAt = (outline: Outline, path: Path): Variables => {
  const [section, key, property] = path
  const keys = outline.indicators.map((i) => i.key).filter((k) => k !== key)
  if (section === 'activities' || section === 'matters') {
    const kind = outline.kinds.find((k) => k.key === key && (k.sort === 'matter') === (section === 'matters'))
    return overRecord(section === 'matters' ? 'matter' : 'activity', variablesOf(kind?.fields ?? []), weekdaysOnly).names
  }
  if (section === 'indicators' && property === 'formula') return overIndicators(keys).names
  if (section === 'indicators') return overIndicator(outline, String(key))
  if (section === 'classes') return overOrg().names
  if (section === 'participants') return overPerson().names
  if (section === 'quotas') return overOneQuota(outline, path, keys)
  return {
    ...overIndicators(keys).names,
    ...overOrg().names,
    ...overPerson().names,
    ...overRecord('matter', variablesOf(outline.kinds.flatMap((k) => k.fields)), weekdaysOnly, 'subject').names,
  }
}

const overOneQuota = (outline: Outline, path: Path, keys: readonly string[]): Variables => {
  const who = valueAt(outline.value, [...path.slice(0, 2), 'who'])
  const names = overQuota(who === 'person' || who === 'team' ? who : 'org', keys).names
  if (path[2] === 'where') return Object.fromEntries(Object.entries(names).filter(([, type]) => type === 'Org' || type === 'Person'))
  return path[2] === 'strata' ? { subject: 'Subject' } : names
}

const overIndicator = (outline: Outline, key: string): Variables => {
  const kinds = kindsOf(outline, key)
  const per = chain(outline, key).find((i) => i.per !== null)?.per
  const sort = kinds.length > 0 && kinds.every((k) => k.sort === 'matter') ? 'matter' : 'activity'
  const each = kinds.map((k) => variablesOf(k.fields))
  return overFact(sort, each, per === 'participant' || per === 'subject' ? per : 'record', weekdaysOnly).names
}

/** An indicator and what it is a part of. */
const chain = (outline: Outline, key: string, depth = 0): readonly IndicatorItem[] => {
  const one = outline.indicators.find((i) => i.key === key)
  if (one === undefined || depth > 20) return []
  return [one, ...(one.of === null ? [] : chain(outline, one.of, depth + 1))]
}

/** The kinds of records an indicator is counted from. */
const kindsOf = (outline: Outline, key: string): readonly KindItem[] => {
  const from = chain(outline, key).find((i) => i.from.length > 0)?.from ?? []
  return outline.kinds.filter((k) =>
    from.some((w) => (k.sort === 'activity' ? w === k.key : w.startsWith(`${k.key}.`) || w.startsWith('matter.'))),
  )
}

/** The fields that expressions at the path see. */
const fieldsAt = (outline: Outline, path: Path): readonly FieldItem[] => {
  const [section, key] = path
  if (section === 'indicators') return kindsOf(outline, String(key)).flatMap((k) => k.fields)
  if (section === 'activities' || section === 'matters')
    return outline.kinds.filter((k) => k.key === key && (k.sort === 'matter') === (section === 'matters')).flatMap((k) => k.fields)
  return outline.kinds.flatMap((k) => k.fields)
}

/** What may stand between quotes, compared with `asked` (`subject.kind`, `outcome`, a field); everything, when that has no list. */
export const literalsAt = (outline: Outline, path: Path, asked: string): readonly Item[] => {
  const field = fieldsAt(outline, path).find((f) => f.key === asked.replace(/^it\./, ''))
  const known: Readonly<Record<string, readonly Item[]>> = {
    'subject.kind': [...outline.subjects, ...subjectKinds],
    'subject.tags': outline.tags,
    'participant.rank': outline.ranks,
    'person.rank': outline.ranks,
    'org.kind': orgKinds,
    'place.kind': placeKinds,
    kind: outline.kinds,
    event: eventItems,
    outcome: outline.kinds.flatMap((k) => k.outcomes),
  }
  const own = field?.options ?? known[asked] ?? known[asked.replace(/^\w+\./, 'subject.')] ?? []
  if (own.length > 0) return unique(own)
  return unique([...fieldsAt(outline, path).flatMap((f) => f.options), ...outline.tags, ...outline.subjects, ...outline.ranks])
}

const unique = (items: readonly Item[]): readonly Item[] => [...new Map(items.map((i) => [i.key, i])).values()]
