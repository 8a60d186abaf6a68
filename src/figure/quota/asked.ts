import type { Day, Period } from '#kit/day.ts'
import { Decimal } from '#kit/decimal.ts'
import type { Text } from '#kit/text.ts'
import type { CompiledAsk, CompiledQuota, Fraction, Names } from '#scheme/compiled.ts'
import { daysIn } from './period.ts'
import type { Headcount, Held, Known, Step } from './shape.ts'
import * as words from './words.ts'

/* What is asked of an assignee in a period, and the arithmetic that every kind of bound shares. */

/** What is asked of whom, and when. */
export type Asked = {
  readonly quota: CompiledQuota
  readonly ask: CompiledAsk
  readonly unit: string
  readonly known: Known
  /** Values of the assignee by indicator, in printed units; and what expressions see of the assignee. */
  readonly names: Names
  readonly day: Day
  /** The days that count for the assignee, and all days of the period; null: nobody knows yet when it ends. */
  readonly own: readonly Period[]
  readonly whole: Period | null
  readonly forEach: { readonly title: Text; readonly value: Decimal | undefined } | null
}

/** Days within the period, up to today, on which what is linked or who belongs changed. */
export const changes = ({ known, day, whole, own }: Asked): readonly Day[] => {
  const from = whole?.from ?? own[0]?.from ?? day
  const days = [...known.linked, ...known.members, ...known.branches].map((x) => x.from)
  return [...new Set(days)].filter((d) => d > from && d <= day).sort()
}

export const onDay = <T extends Held | Headcount>(list: readonly T[], day: Day): T | undefined =>
  list.findLast((x) => x.from <= day) ?? list[0]

export const namesOn = (a: Asked, day: Day): Names => ({
  ...a.names,
  linked: new Decimal(linkedOn(a.known, day)),
  members: new Decimal(onDay(a.known.members, day)?.count ?? 0),
  branches: new Decimal(onDay(a.known.branches, day)?.count ?? 0),
})

const linkedOn = (known: Known, day: Day): number => (onDay(known.linked, day)?.groups ?? []).reduce((n, g) => n + g.count, 0)

/** Rounded up to what can be counted: 1/3 of 113 households are 38. */
export const rounded = (quota: CompiledQuota, { n, d }: Fraction): Decimal => n.div(d).toDecimalPlaces(quota.places, Decimal.ROUND_UP)

/** The part of the period that is the assignee’s own; null: all of it. */
export const portion = ({ quota, own, whole }: Asked): { readonly own: number; readonly all: number } | null => {
  if (quota.quota.moves !== 'prorate' || whole === null) return null
  const days = own.reduce((n, p) => n + daysIn(p), 0)
  return days === daysIn(whole) ? null : { own: days, all: daysIn(whole) }
}

/** Prorated when only a part of the period is the assignee’s own. */
export const scaled = (a: Asked, base: Fraction): { readonly owed: Decimal; readonly why: readonly Step[] } => {
  const part = portion(a)
  if (part === null) return { owed: rounded(a.quota, base), why: [] }
  const owed = rounded(a.quota, { n: base.n.times(part.own), d: base.d.times(part.all) })
  return { owed, why: [words.prorated(rounded(a.quota, base), part.own, part.all, owed)] }
}

export const sum = (numbers: readonly Decimal[]): Decimal => numbers.reduce((n, x) => n.plus(x), new Decimal(0))
