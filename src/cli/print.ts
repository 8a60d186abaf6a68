import { type Language, type Text, say } from '#kit/text.ts'
import { type Out, tableOf, widthOf } from './out.ts'

/** An answer as a person reads it: lists as tables, the rest as name and value; or all of it as JSON. */
export const print = (out: Out, answer: unknown): void => {
  if (out.json) return out.line(JSON.stringify(answer))
  const rows = rowsOf(answer)
  if (rows !== undefined) return printRows(out, rows, answer)
  if (!isObject(answer)) return out.line(flat(answer, out.language))
  for (const [key, value] of Object.entries(answer)) printEntry(out, key, value)
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is Text =>
  isObject(value) && typeof value['zh'] === 'string' && Object.keys(value).every((k) => k === 'zh' || k === 'en')

const rowsOf = (answer: unknown): readonly Readonly<Record<string, unknown>>[] | undefined => {
  const list = Array.isArray(answer)
    ? answer
    : isObject(answer) && Array.isArray(answer['rows']) && 'next' in answer
      ? answer['rows']
      : undefined
  return list?.every(isObject) ? (list as readonly Readonly<Record<string, unknown>>[]) : undefined
}

const printRows = (out: Out, rows: readonly Readonly<Record<string, unknown>>[], answer: unknown): void => {
  const [first] = rows
  if (first === undefined) return out.line(say({ zh: '（无）', en: '(none)' }, out.language))
  const keys = Object.keys(first).filter((k) => rows.some((r) => !(Array.isArray(r[k]) && r[k].length === 0)))
  for (const line of tableOf(
    keys,
    rows.map((r) => keys.map((k) => short(flat(r[k], out.language)))),
  ))
    out.line(line)
  if (isObject(answer) && typeof answer['next'] === 'string')
    out.line(say({ zh: `（还有：--after '${answer['next']}'）`, en: `(more: --after '${answer['next']}')` }, out.language))
}

const printEntry = (out: Out, key: string, value: unknown): void => {
  const rows = rowsOf(value)
  if (rows === undefined || rows.length === 0) return out.line(`${key}: ${flat(value, out.language)}`)
  out.line(`${key}:`)
  printRows({ ...out, line: (line) => out.line(`  ${line}`) }, rows, value)
}

const short = (text: string): string => {
  if (widthOf(text) <= 60) return text
  let cut = ''
  for (const c of text) {
    if (widthOf(cut) >= 58) break
    cut += c
  }
  return `${cut}…`
}

const flat = (value: unknown, language: Language): string => {
  if (value === null || value === undefined) return '-'
  if (isText(value)) return say(value, language)
  if (typeof value === 'string') return value
  return JSON.stringify(value)
}
