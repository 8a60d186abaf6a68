import { Decimal, plain } from '#kit/decimal.ts'
import { type Language, say } from '#kit/text.ts'
import type { Approx } from '#record/shape.ts'
import { partWord } from './part-word.ts'
import type { Form } from './shape.ts'

/** The unit of what two percentages lie apart. */
export const points = '个百分点'

/** Printed where there is no value. */
export const blank = '—'

const divisors: Readonly<Record<Form['scale'], number>> = { '': 1, 万: 10_000, 亿: 100_000_000 }

/** The one word for a number made of rough ones: its own when they agree, 余 when all say "somewhat more", else 约. */
export const wordOf = (words: readonly Approx[]): Approx | null => {
  const [first, ...others] = [...new Set(words)]
  if (first === undefined) return null
  if (others.length === 0) return first
  return [first, ...others].every((w) => more.has(w)) ? '余' : '约'
}

const more: ReadonlySet<Approx> = new Set(['余', '多', '以上'])

/**
 * A value as Chinese official documents print it: no thousands separators, the approximate word kept in its place
 * (近5100万元, 1000余吨, 1.2万余张, 90%以上), half rounded up. `value` is exact, in the form's unit before scaling.
 */
export const print = (value: string | null, form: Form, words: readonly Approx[], language: Language): string => {
  if (value === null) return blank
  if (form.word === 'part') return say(partWord(new Decimal(value)), language)
  const exact = new Decimal(value).div(divisors[form.scale])
  const round = floored(exact, form)
  const number = numberOf(round, form)
  const all = form.rough && round.lt(exact) ? [...words, form.rough.word] : words
  return places[language](number, form.scale, form.bare ? '' : form.unit, wordOf(all))
}

/** Down to a round number, unless nothing would be left of it. */
const floored = (value: Decimal, { rough }: Form): Decimal => {
  const round = rough ? value.div(rough.to).floor().times(rough.to) : value
  return round.lte(0) ? value : round
}

const numberOf = (value: Decimal, { decimals, fixed }: Form): string => {
  if (decimals === null) return plain(value)
  const rounded = value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP)
  return fixed ? rounded.toFixed(decimals) : plain(rounded)
}

type Place = (number: string, scale: string, unit: string, word: Approx | null) => string

const chinese: Place = (number, scale, unit, word) => {
  if (word === '近' || word === '约') return `${word}${number}${scale}${unit}`
  if (word === '余' || word === '多') return `${number}${scale}${word}${unit}`
  return `${number}${scale}${unit}${word ?? ''}`
}

const inEnglish: Readonly<Record<Approx, string>> = { 余: 'over ', 多: 'over ', 近: 'nearly ', 以上: 'at least ', 约: 'about ' }

const english: Place = (number, scale, unit, word) => {
  const after = `${scale}${unit === points ? 'percentage points' : unit}`
  return `${word ? inEnglish[word] : ''}${number}${after === '' || after === '%' ? after : ` ${after}`}`
}

const places: Readonly<Record<Language, Place>> = { zh: chinese, en: english }
