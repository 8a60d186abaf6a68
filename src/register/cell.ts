import { type Day, addDays, firstOfNextMonth, isDay, monthOf } from '#kit/day.ts'
import type { Misfit } from '#kit/fault.ts'
import { type Text, halfWidth } from '#kit/text.ts'
import { misfit } from './misfits.ts'

/*
 * What stands in one cell of a sheet, or one box of a form, read as what it is meant to be. Cells are texts; a spreadsheet's
 * number is the text of the number, its date 'YYYY-MM-DD'.
 */

export type Read<T> = { readonly value: T } | { readonly misfit: Misfit }

/** Ends trimmed of every kind of space, also the zero-width ones that copying leaves behind. */
export const trimmed = (text: string): string => text.replace(/^[\s\u200B\u2060\uFEFF]+|[\s\u200B\u2060\uFEFF]+$/gu, '')

export const mostCode = 64

/** Half-width, without spaces or invisible characters, at most 64 characters; '' is no code. Leading zeros stay. */
export const codeOf = (path: string, text: string): Read<string> => {
  const value = trimmed(halfWidth(text))
  if (/^\d(\.\d+)?E\+\d+$/i.test(value)) return { misfit: misfit(path, 'code-lost-digits') }
  if (value.length > mostCode || /[\s\p{C}]/u.test(value))
    return { misfit: misfit(path, 'code-shape', { value: shown(value), most: mostCode }) }
  return { value }
}

/** One line of text with everything as written, but for trimmed ends and line breaks made spaces. */
export const lineOf = (path: string, column: Text, text: string, most: number): Read<string> => {
  const value = trimmed(text.replace(/[\r\n\t\v\f\u2028\u2029]+/g, ' '))
  if (!value.isWellFormed() || /[\p{Cc}\ufffe\uffff]/u.test(value)) return { misfit: misfit(path, 'invisible', { column }) }
  if (value.length > most && [...value].length > most) return { misfit: misfit(path, 'too-long', { column, most }) }
  if (/^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/.test(value))
    return { misfit: misfit(path, 'formula-error', { column, value }) }
  return { value }
}

/** Several in one cell, parted by 、 , ; | or line breaks in half or full width; doubles and blanks fall away. */
export const listOf = (path: string, column: Text, text: string, most: number, mostEach: number): Read<readonly string[]> => {
  const parts = [...new Set(text.split(/[、,,;;||\r\n]+/).map(trimmed))].filter((p) => p !== '')
  if (parts.length > most) return { misfit: misfit(path, 'too-many', { column, most }) }
  for (const part of parts) {
    const line = lineOf(path, column, part, mostEach)
    if ('misfit' in line) return line
  }
  return { value: parts }
}

const open = new Set(['至今', '长期', '今', 'now', 'open', '9999-12-31', '9999/12/31', '99991231'])

/**
 * A day as people and spreadsheets write it: 2012-05-01, 2012/5/1, 2012.5.1, 2012年5月1日, 20120501, a spreadsheet's day number
 * (41030), each also with a time behind it; a month alone (2012.05, 2012年5月) is its first day, or its last for `last`.
 * Blank and words like 至今 are null. Two-digit years and 5/1/2012 are refused: they can be read in two ways.
 */
export const dayOf = (path: string, column: Text, text: string, last = false): Read<Day | null> => {
  const value = trimmed(halfWidth(text))
  if (value === '' || open.has(value.toLowerCase())) return { value: null }
  const day = fromSerial(value) ?? fromParts(value, last)
  return day !== undefined && isDay(day) && day >= '1900-01-01' && day < '2200-01-01'
    ? { value: day }
    : { misfit: misfit(path, 'bad-day', { column, value: shown(value) }) }
}

/** Days since 1899-12-30, as both spreadsheet programs count from March 1900 on. */
const fromSerial = (value: string): Day | undefined =>
  /^\d{4,6}(\.\d+)?$/.test(value) && Number(value) >= 3000 ? addDays('1899-12-30', Math.floor(Number(value))) : undefined

const fromParts = (value: string, last: boolean): Day | undefined => {
  const m = /^(\d{4})(?:(\d{2})(\d{2})|[-/.年] ?(\d{1,2})(?:[-/.月] ?(\d{1,2})日?|月)?)(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(
    value,
  )
  if (m === null) return undefined
  const month = (m[2] ?? m[4] ?? '').padStart(2, '0')
  const date = m[3] ?? m[5]
  if (date !== undefined) return `${m[1]}-${month}-${date.padStart(2, '0')}`
  const first = `${m[1]}-${month}-01`
  return isDay(first) && last ? addDays(firstOfNextMonth(monthOf(first)), -1) : first
}

const shown = (value: string): string => (value.length > 40 ? `${value.slice(0, 40)}…` : value).replace(/\p{C}/gu, '\uFFFD')
