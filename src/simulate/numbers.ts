import { Decimal, plain } from '#kit/decimal.ts'
import { say } from '#kit/text.ts'
import type { Content } from '#record/shape.ts'
import type { Field } from '#scheme/shape.ts'
import type { Dice } from './dice.ts'

export const isNumeric = (field: Field): boolean => field.type === 'integer' || field.type === 'decimal' || field.type === 'money'

/** Digits after the point that may be entered. */
const digits = (field: Field): number => (field.type === 'integer' ? 0 : (field.decimals ?? 2))

/** The smallest change of an entered number. */
export const stepOf = (field: Field): Decimal => new Decimal(10).pow(-digits(field))

/** The nearest number the form takes, as it is entered. Never below zero, where the form gives no bound. */
export const fit = (field: Field, value: Decimal): string => {
  const bounded = Decimal.min(Decimal.max(value, field.min ?? 0), field.max ?? 1e12)
  const rounded = bounded.toDecimalPlaces(digits(field))
  const inside = rounded.lt(field.min ?? 0)
    ? rounded.plus(stepOf(field))
    : field.max !== undefined && rounded.gt(field.max)
      ? rounded.minus(stepOf(field))
      : rounded
  return plain(inside)
}

/** What people usually enter, by what it is measured in. */
const usual: readonly (readonly [RegExp, (d: Dice) => number])[] = [
  [/到会|出席|attend/i, (d) => d.int(6, 28)],
  [/^字|words/i, (d) => d.int(14, 52) * 100],
  [
    /^天|^日|day/i,
    (d) =>
      d.weighted([
        [0.5, 20],
        [1, 60],
        [1.5, 5],
        [2, 12],
        [3, 3],
      ]),
  ],
  [/^张|card/i, (d) => d.int(1, 5)],
  [/^万元/, (d) => Math.exp(-1.2 + 0.9 * d.bell())],
  [/^元|yuan/i, (d) => d.int(2, 30) * 100],
  [
    /^(人|户)|people|household/i,
    (d) =>
      d.weighted([
        [1, 30],
        [2, 35],
        [3, 20],
        [4, 10],
        [6, 5],
      ]),
  ],
  [/^家|firm/i, (d) => d.int(1, 3)],
  [
    /^(小时|分钟)|hour/i,
    (d) =>
      d.weighted([
        [1, 2],
        [1.5, 2],
        [2, 4],
        [3, 2],
      ]),
  ],
  [/^[%％]/, (d) => d.int(60, 100)],
  [/^(.*米|亩|公里|吨|公斤)|metre/i, (d) => d.int(3, 60) * 10],
  [
    /^(篇|份|个|件|条|次|项|场|期)/,
    (d) =>
      d.weighted([
        [1, 80],
        [2, 15],
        [3, 5],
      ]),
  ],
]

/** A likely number for the field; `press` bends it towards a total. */
export const likely = (field: Field, press: number, d: Dice): string => {
  const called = `${field.unit ?? ''} ${field.key} ${say(field.title, 'zh')}`
  const rule = usual.find(([pattern]) => pattern.test(called))?.[1]
  const high = field.max ?? Math.max(10, (field.min ?? 0) * 2)
  const low = field.min ?? 0
  const spread = low + (high - low) * Math.min(d.next(), d.next())
  const raw = rule === undefined ? spread : rule(d)
  if (field.type === 'integer') return fit(field, new Decimal(Math.floor(raw * press + d.next())))
  if (/万元/.test(called)) return fit(field, new Decimal(tidy(raw * press, d)))
  return fit(field, new Decimal(Math.max(1, Math.floor(raw * press * 2 + d.next())) / 2))
}

/** Sums of money are mostly round. */
const tidy = (value: number, d: Dice): number =>
  value > 0.3 && d.chance(0.6) ? Math.round(value * 10) / 10 : Math.max(0.01, Math.round(value * 100) / 100)

/** The number as it stands in a field without an approximate word. */
export const written = (content: Content, field: string): string => {
  const value = content.fields[field]
  if (typeof value !== 'string') throw new Error(`no plain number in ${field}`)
  return value
}
