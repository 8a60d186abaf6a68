import { isDay } from '#kit/day.ts'
import { Decimal, plain } from '#kit/decimal.ts'
import { type Text, halfWidth } from '#kit/text.ts'
import type { Field, FieldType } from '#scheme/shape.ts'
import type { FieldValue } from './shape.ts'

/*
 * One value of a form, made canonical or refused: numbers as plain decimal strings, days as YYYY-MM-DD, blanks as null.
 * Prose is only trimmed; full-width digits and signs become half-width where a number, a day or a word is meant.
 */

export type Problem = { readonly code: string; readonly says: Text }
export type Tidy = { readonly value: FieldValue } | { readonly problem: Problem }

const bad = (code: string, zh: string, en: string): Tidy => ({ problem: { code, says: { zh, en } } })
const fine = (value: FieldValue): Tidy => ({ value })

export const tidy = (field: Field, value: FieldValue): Tidy => {
  if (value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0))
    return fine(null)
  return kinds[field.type](field, value)
}

const texts = (field: Field, value: FieldValue, most: number): Tidy => {
  if (typeof value !== 'string') return bad('type', '应为文字', 'expected a text')
  const said = value.trim()
  const limit = field.length ?? most
  // Characters as people count them: an ideograph beyond the basic plane is one.
  return [...said].length > limit ? bad('length', `不超过 ${limit} 字`, `at most ${limit} characters`) : fine(said)
}

const numbers = (field: Field, value: FieldValue): Tidy => {
  if (typeof value === 'object' && value !== null && 'approx' in value) {
    if (!field.approx) return bad('approx', '此项要准确数，不能用概数', 'an exact number is asked for')
    const exact = number(field, value.value)
    return 'value' in exact && typeof exact.value === 'string' ? fine({ value: exact.value, approx: value.approx }) : exact
  }
  return typeof value === 'string' ? number(field, value) : bad('type', '应为数字', 'expected a number')
}

const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/
const plainNumber = /^-?\d+(\.\d+)?$/

const number = (field: Field, entered: string): Tidy => {
  const half = halfWidth(entered)
  const text = grouped.test(half) ? half.replaceAll(',', '') : half
  if (text.length > 60 || !plainNumber.test(text))
    return bad(
      'type',
      field.type === 'integer' ? '应为整数' : '应为数字',
      field.type === 'integer' ? 'expected a whole number' : 'expected a number',
    )
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  if (whole.replace(/^0+/, '').length > 15) return bad('digits', '整数部分不超过 15 位', 'at most 15 digits before the point')
  const decimals = field.type === 'integer' ? 0 : (field.decimals ?? 2)
  if (fraction.replace(/0+$/, '').length > decimals)
    return decimals === 0
      ? bad('type', '应为整数', 'expected a whole number')
      : bad('decimals', `最多 ${decimals} 位小数`, `at most ${decimals} decimals`)
  return bounded(field, new Decimal(text))
}

const bounded = (field: Field, value: Decimal): Tidy => {
  const min = field.min ?? (field.type === 'money' ? 0 : undefined)
  if (min !== undefined && value.lt(min)) return bad('min', `不小于 ${min}`, `at least ${min}`)
  if (field.max !== undefined && value.gt(field.max)) return bad('max', `不大于 ${field.max}`, `at most ${field.max}`)
  return fine(plain(value))
}

const day = (_: Field, value: FieldValue): Tidy => {
  const said = typeof value === 'string' ? halfWidth(value) : ''
  return isDay(said) ? fine(said) : bad('date', '应为存在的日期，如 2012-05-15', 'expected a day that exists, such as 2012-05-15')
}

const time = (_: Field, value: FieldValue): Tidy => {
  const said = typeof value === 'string' ? halfWidth(value) : ''
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(said) ? fine(said) : bad('time', '应为时间，如 09:30', 'expected a time, such as 09:30')
}

const choice = (field: Field, value: FieldValue): Tidy => {
  const said = typeof value === 'string' ? value.trim() : null
  return said !== null && field.options?.some((o) => o.key === said) ? fine(said) : bad('option', '不在可选项中', 'not one of the options')
}

const choices = (field: Field, value: FieldValue): Tidy => {
  if (!Array.isArray(value)) return bad('type', '应为若干选项', 'expected a list of options')
  const said = [...new Set(value.map((v) => v.trim()))]
  return said.every((v) => field.options?.some((o) => o.key === v)) ? fine(said) : bad('option', '不在可选项中', 'not one of the options')
}

const boolean = (_: Field, value: FieldValue): Tidy =>
  typeof value === 'boolean' ? fine(value) : bad('type', '应为是或否', 'expected true or false')

const kinds: Readonly<Record<FieldType, (field: Field, value: FieldValue) => Tidy>> = {
  text: (field, value) => texts(field, value, 200),
  longtext: (field, value) => texts(field, value, 5000),
  integer: numbers,
  decimal: numbers,
  money: numbers,
  date: day,
  time,
  boolean,
  choice,
  choices,
}
