import type { Source } from './compiled.ts'
import type { Each, Indicator, Take } from './indicator.ts'
import type { Scheme } from './shape.ts'

/* What an indicator is once everything it inherits through `of` is counted in. Shared by the checker and the compiler. */

export type Resolved = {
  readonly key: string
  readonly indicator: Indicator
  readonly sources: readonly Source[]
  readonly per: 'record' | 'participant' | 'subject'
  readonly value: string | null
  readonly distinct: Indicator['distinct'] | null
  readonly take: Take
  /** latest: of each what; null for the others. */
  readonly each: Each | null
  readonly alone: boolean
  /** Own and inherited conditions with the indicator each stands in, inherited first. */
  readonly whens: readonly { readonly key: string; readonly source: string }[]
}

/** The chain from the outermost whole down to the indicator itself; null when it runs in a circle or into nothing. */
export const chain = (scheme: Scheme, key: string): readonly Indicator[] | null => {
  const links: Indicator[] = []
  const seen = new Set<string>()
  for (let at: string | undefined = key; at !== undefined; at = indicatorOf(scheme, at)?.of) {
    const found = indicatorOf(scheme, at)
    if (!found || seen.has(at)) return null
    seen.add(at)
    links.unshift(found)
  }
  return links
}

export const indicatorOf = (scheme: Scheme, key: string): Indicator | undefined =>
  Object.hasOwn(scheme.indicators, key) ? scheme.indicators[key] : undefined

/** null for formulas and rates, and for indicators whose `of` leads nowhere. */
export const resolve = (scheme: Scheme, key: string): Resolved | null => {
  const links = chain(scheme, key)
  const indicator = indicatorOf(scheme, key)
  if (links === null || indicator === undefined || links.some(isComputed)) return null
  const last = <K extends keyof Indicator>(name: K): Indicator[K] | undefined => links.findLast((l) => l[name] !== undefined)?.[name]
  const distinct = last('distinct') ?? null
  const take = last('take') ?? 'flow'
  const each = take === 'latest' ? (last('each') ?? 'org') : null
  const whens = links.flatMap((l) => (l.when === undefined ? [] : [{ key: keyOf(scheme, l), source: l.when }]))
  return {
    key,
    indicator,
    sources: sourcesOf(scheme, last('from')),
    per: member(distinct) ?? member(each) ?? last('per') ?? 'record',
    value: last('value') ?? null,
    distinct,
    take,
    each,
    alone: last('alone') ?? false,
    whens,
  }
}

/** A formula, or a rate that is worked out from its part and its whole. */
export const isComputed = (i: Indicator): boolean =>
  i.formula !== undefined || (i.ratio !== undefined && i.from === undefined && i.of === undefined)

const member = (of: Each | null | undefined): 'participant' | 'subject' | null => (of === 'participant' || of === 'subject' ? of : null)

const keyOf = (scheme: Scheme, indicator: Indicator): string =>
  Object.keys(scheme.indicators).find((k) => scheme.indicators[k] === indicator) ?? ''

const sourcesOf = (scheme: Scheme, from: Indicator['from']): readonly Source[] => {
  const words = from === undefined ? [] : typeof from === 'string' ? [from] : from
  const all = words.flatMap((word) => sourceOf(scheme, word) ?? [])
  return [...new Map(all.map((s) => [feedOf(s), s])).values()]
}

/** What a word of `from` stands for; null when it stands for nothing in this scheme. */
export const sourceOf = (scheme: Scheme, word: string): readonly Source[] | null => {
  if (Object.hasOwn(scheme.activities, word)) return [{ sort: 'activity', kind: word }]
  const [, kind = '', event] = /^([a-z][a-z0-9_]*)\.(raised|closed)$/.exec(word) ?? []
  if (event !== 'raised' && event !== 'closed') return null
  if (Object.hasOwn(scheme.matters, kind)) return [{ sort: 'matter', kind, event }]
  const every = Object.keys(scheme.matters)
  return kind === 'matter' && every.length > 0 ? every.map((k) => ({ sort: 'matter', kind: k, event })) : null
}

/** Every word `from` could hold. */
export const sourceWords = (scheme: Scheme): readonly string[] => {
  const kinds = Object.keys(scheme.matters)
  return [
    ...Object.keys(scheme.activities),
    ...[...kinds, ...(kinds.length > 0 ? ['matter'] : [])].flatMap((k) => [`${k}.raised`, `${k}.closed`]),
  ]
}

/** `activity:visit`, `matter:problem:raised` */
export const feedOf = (source: Source): string =>
  source.sort === 'activity' ? `activity:${source.kind}` : `matter:${source.kind}:${source.event}`
