import type { Day } from '#kit/day.ts'
import { Decimal } from '#kit/decimal.ts'
import type { CompiledQuota, Fraction } from '#scheme/compiled.ts'
import { Subject } from '#scheme/expression.ts'
import { type Asked, changes, onDay, portion, rounded, sum } from './asked.ts'
import type { Deeds, Step } from './shape.ts'
import * as words from './words.ts'

/* Strata: all of these, a third of those. What is too much in one does not make up for another. */

type Group = { readonly kind: string; readonly tags: readonly string[]; readonly count: number }

/** How many of these fall into each stratum, the first that fits; those that fit none are left out. */
const spread = (quota: CompiledQuota, groups: readonly Group[]): readonly number[] => {
  const counts = quota.strata.map(() => 0)
  for (const group of groups) {
    const subject = new Subject(group)
    const at = quota.strata.findIndex((s) => s.when.run({ subject }) === true)
    if (at >= 0) counts[at] = (counts[at] ?? 0) + group.count
  }
  return counts
}

/** Of what is linked on the day: what counts towards the quota's first period – all of it, or with strata what falls into one. */
export const wanted = (quota: CompiledQuota, groups: readonly Group[]): readonly Group[] =>
  quota.strata.length === 0 ? groups : groups.filter((g) => spread(quota, [g]).some((n) => n > 0))

type StrataOwed = { readonly least: Decimal; readonly strata: readonly Decimal[]; readonly why: readonly Step[] }

export const ofStrata = (a: Asked): StrataOwed => {
  const strata = owedOn(a, a.day)
  const least = sum(strata.map((s) => s.owed))
  const part = portion(a)
  const whole = sum(strata.map((s) => s.whole))
  return {
    least,
    strata: strata.map((s) => s.owed),
    why: [...then(a), ...(part === null ? [] : [words.prorated(whole, part.own, part.all, least)])],
  }
}

/** Of each stratum: how many are linked, how many of them are owed, and how many would be without proration. */
const owedOn = (a: Asked, day: Day): readonly { readonly of: number; readonly owed: Decimal; readonly whole: Decimal }[] => {
  const part = portion(a)
  return spread(a.quota, onDay(a.known.linked, day)?.groups ?? []).map((of, i) => {
    const share = a.quota.strata[i]?.share as Fraction
    const base: Fraction = { n: share.n.times(of), d: share.d }
    const own: Fraction = part === null ? base : { n: base.n.times(part.own), d: base.d.times(part.all) }
    return { of, owed: rounded(a.quota, own), whole: rounded(a.quota, base) }
  })
}

const then = (a: Asked): readonly Step[] => {
  const days = changes(a)
  const first = a.known.linked[0]?.from ?? a.day
  const stood = [first, ...days].map((day) => owedOn(a, day))
  const numbers = (strata: ReturnType<typeof owedOn>): words.Numbers => ({
    owed: sum(strata.map((s) => s.whole)),
    of: new Decimal(strata.reduce((n, s) => n + s.of, 0)),
  })
  return days.flatMap((day, i) => {
    const [was, is] = [numbers(stood[i] ?? []), numbers(stood[i + 1] ?? [])]
    return was.owed.eq(is.owed) && was.of.eq(is.of) ? [] : [words.movedInAll(was, is, day)]
  })
}

/** Reached in each stratum, and what of it counts towards what is owed there. */
export const reachedIn = (
  a: Asked,
  owed: readonly Decimal[],
  reached: Deeds['reached'],
): { readonly done: Decimal; readonly pending: Decimal; readonly why: readonly Step[] } => {
  const [yes, waiting] = [false, true].map((pending) =>
    spread(
      a.quota,
      reached.filter((g) => g.pending === pending),
    ),
  ) as [number[], number[]]
  const linked = spread(a.quota, onDay(a.known.linked, a.day)?.groups ?? [])
  const within = (counts: readonly number[]) => sum(counts.map((n, i) => Decimal.min(n, owed[i] ?? 0)))
  const why = a.quota.strata.map((s, i) =>
    words.stratum(s.title ?? { zh: s.when.source }, s.share, new Decimal(linked[i] ?? 0), owed[i] ?? new Decimal(0), yes[i] ?? 0),
  )
  return { done: within(yes), pending: within(waiting), why }
}
