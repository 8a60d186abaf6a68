import { type Day, addDays } from '#kit/day.ts'
import { Decimal } from '#kit/decimal.ts'
import type { Fraction, Names } from '#scheme/compiled.ts'
import { type Asked, changes, namesOn, rounded, scaled } from './asked.ts'
import type { Step } from './shape.ts'
import { ofStrata } from './strata.ts'
import * as words from './words.ts'

/* How much is owed, and why: the bound, its denominator then and now, and proration. */

export type Owed = {
  /** null: no lower bound, or one without a value. */
  readonly least: Decimal | null
  readonly most: Decimal | null
  /** How much of each stratum is owed, in their order; empty without strata. */
  readonly strata: readonly Decimal[]
  readonly why: readonly Step[]
}

const one = new Decimal(1)

export const owedOf = (a: Asked): Owed => {
  const first = a.ask === a.quota.asks[0]
  const names = namesOn(a, a.day)
  const most = a.ask.atMost?.run(names) ?? null
  const top = most === null ? [] : [words.bound('at_most', most, a.unit)]
  const { stages } = a.quota.quota
  if (first && a.quota.strata.length > 0) return { ...ofStrata(a), most }
  if (first && stages !== undefined) {
    const base: Fraction = { n: new Decimal(stages.places * stages.each), d: one }
    return { least: scaled(a, base).owed, most, strata: [], why: [...top, ...scaled(a, base).why] }
  }
  if (first && a.forEach !== null) return { ...ofEach(a, a.forEach, names), most }
  const bound = ofBound(a)
  return { ...bound, most: a.ask.exactly ? (a.ask.exactly.run(names) ?? null) : most, why: [...bound.why, ...top] }
}

/** One, or `at_least`, for each that another indicator counts: no proration, for that is counted in the same days. */
const ofEach = (a: Asked, { title, value }: NonNullable<Asked['forEach']>, names: Names): Omit<Owed, 'most'> => {
  const each = a.ask.atLeast === null ? one : a.ask.atLeast.run(names)
  if (value === undefined || each === undefined) return { least: null, strata: [], why: [words.blank] }
  const least = rounded(a.quota, { n: value.times(each), d: one })
  return { least, strata: [], why: [words.forEach(title, value, each, least)] }
}

/** A bound as it stood on a day: what it is of, and how much that makes. */
type Stood = { readonly of: Decimal; readonly base: Fraction; readonly share: Fraction | null }

/** What stands in the quota's list for the assignee; only of its own period. */
const targetOf = ({ ask, quota, known }: Asked): Decimal | null => {
  const target = ask === quota.asks[0] ? quota.quota.targets?.[known.assignee.code] : undefined
  return target === undefined ? null : new Decimal(target)
}

const stoodOn = (a: Asked, day: Day): Stood | null => {
  const target = targetOf(a)
  if (target !== null) return { of: target, share: null, base: { n: target, d: one } }
  const names = namesOn(a, day)
  if (a.ask.share !== null) {
    const of = a.ask.of?.run(names)
    return of === undefined ? null : { of, share: a.ask.share, base: { n: of.times(a.ask.share.n), d: a.ask.share.d } }
  }
  const n = (a.ask.exactly ?? a.ask.atLeast)?.run(names)
  return n === undefined ? null : { of: n, share: null, base: { n, d: one } }
}

const ofBound = (a: Asked): Omit<Owed, 'most'> => {
  if (a.ask.share === null && a.ask.exactly === null && a.ask.atLeast === null && targetOf(a) === null)
    return { least: null, strata: [], why: [] }
  const now = stoodOn(a, a.day)
  if (now === null) return { least: null, strata: [], why: [words.blank] }
  const { owed, why } = scaled(a, now.base)
  const often = a.ask.ask.times === undefined || a.ask.ask.times === 1 ? [] : [words.times(a.ask.ask.times)]
  return { least: owed, strata: [], why: [baseStep(a, now), ...often, ...then(a, now), ...why] }
}

const baseStep = (a: Asked, now: Stood): Step => {
  if (now.share === null) return words.bound(a.ask.exactly ? 'exactly' : 'at_least', now.of, a.unit)
  const owed = rounded(a.quota, now.base)
  return a.ask.reaches ? words.sharingLinked(now.share, now.of, owed, a.unit) : words.sharing(now.share, now.of, owed, a.unit)
}

/** How the bound stood before each day on which links or posts changed it. */
const then = (a: Asked, now: Stood): readonly Step[] => {
  const days = changes(a)
  const stood = [...days.map((d) => stoodOn(a, addDays(d, -1))), now]
  return days.flatMap((day, i) => {
    const [was, is] = [stood[i] ?? null, stood[i + 1] ?? null]
    if (was === null || is === null || was.of.eq(is.of)) return []
    const numbers = (s: Stood): words.Numbers => ({ owed: rounded(a.quota, s.base), of: s.of })
    return [
      was.share === null || is.share === null
        ? words.movedPlain(was.of, is.of, day)
        : words.moved(is.share, numbers(was), numbers(is), day),
    ]
  })
}
