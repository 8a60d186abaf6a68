import type { Day } from '#kit/day.ts'
import type { Lasting } from './entry.ts'
import type { Term } from './shape.ts'

/** What is said of a term: absent values are as they were. */
export type Said<V> = Lasting & { readonly [K in keyof V]: V[K] | undefined }

const begin = (term: Term): string => term.from ?? ''
const end = (term: Term): string => term.until ?? '\uffff'

export const holdsOn = (term: Term, day: Day): boolean => begin(term) <= day && day < end(term)

/** The term that holds on a day, else the one nearest before it, else the first: what paths go by. Terms are in order. */
export const termOn = <T extends Term>(terms: readonly T[], day: Day): T | undefined =>
  terms.find((t) => holdsOn(t, day)) ?? terms.findLast((t) => begin(t) <= day) ?? terms[0]

/**
 * The terms after something was said of them, in order. Without `from` the last term is corrected; with `from` a new one
 * begins on that day, unless it would say nothing new. Saying the same twice changes nothing. `blank` fills a first term.
 * The very array `before` comes back when nothing changes.
 */
export const sayTerm = <V extends object>(before: readonly (Term & V)[], said: Said<V>, blank: V): readonly (Term & V)[] => {
  const after = said.from == null ? correctLast(before, said, blank) : beginOn(before, said, said.from, blank)
  return after.length === before.length && after.every((t, i) => same(t, before[i] as Term & V)) ? before : after
}

const correctLast = <V extends object>(before: readonly (Term & V)[], said: Said<V>, blank: V): readonly (Term & V)[] => {
  const last = before.at(-1)
  if (last === undefined) return [{ ...blank, ...values(said, blank), from: null, until: said.until ?? null }]
  return [...before.slice(0, -1), { ...last, ...values(said, blank), until: said.until ?? last.until }]
}

const beginOn = <V extends object>(before: readonly (Term & V)[], said: Said<V>, from: Day, blank: V): readonly (Term & V)[] => {
  const at = before.findLastIndex((t) => begin(t) <= from)
  const old = before[at]
  const next = before[at + 1]
  const until = (open: Day | null): Day | null => earlier(said.until ?? open, next?.from ?? null)
  if (old === undefined) return [{ ...blank, ...next, ...values(said, blank), from, until: until(null) }, ...before]
  const news: Term & V = { ...old, ...values(said, blank), from, until: until(end(old) > from ? old.until : null) }
  const rest = before.slice(at + 1)
  if (old.from === from) return [...before.slice(0, at), news, ...rest]
  if (end(old) <= from) return [...before.slice(0, at + 1), news, ...rest]
  if (same({ ...news, from: old.from }, old)) return before
  return [...before.slice(0, at), { ...old, until: from }, news, ...rest]
}

const earlier = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null || a < b ? a : b)

const values = <V extends object>(said: Said<V>, blank: V): Partial<V> =>
  Object.fromEntries(Object.keys(blank).flatMap((k) => (said[k as keyof V] === undefined ? [] : [[k, said[k as keyof V]]]))) as Partial<V>

const same = <V extends object>(a: Term & V, b: Term & V): boolean =>
  Object.keys(a).every((k) => a[k as keyof (Term & V)] === b[k as keyof (Term & V)])
