import { writeXlsxStream } from 'hucre/xlsx'
import { type Language, say } from '#kit/text.ts'
import { shapeOf } from '#register/column.ts'
import type { Sheet } from '#register/shape.ts'
import { line } from './csv.ts'
import { neutral } from './neutral.ts'
import { type Format, headingOf } from './template.ts'

/** What stands in the columns of a sheet, by their keys. */
export type WrittenRow = Readonly<Record<string, string>>

/** A sheet of the register as a file that can be imported again, made as fast as it is taken. */
export const writeSheet = (
  sheet: Sheet,
  rows: AsyncIterable<WrittenRow>,
  format: Format,
  language: Language,
): AsyncIterable<Uint8Array> => {
  const shape = shapeOf(sheet)
  const headings = shape.columns.map((c) => headingOf(c, language))
  const texts = async function* (): AsyncGenerator<string[]> {
    for await (const row of rows) {
      yield shape.columns.map((c) => {
        const text = row[c.key] ?? ''
        const kind = c.choices?.find((k) => k.key === text)
        return neutral(kind === undefined ? text : say(kind.title, language))
      })
    }
  }
  if (format === 'csv') return csv(headings, texts())
  const columns = shape.columns.map((c, i) => ({ header: headings[i] ?? '', width: 20, ...(c.text ? { numFmt: '@' } : {}) }))
  return writeXlsxStream(texts(), { name: say(shape.title, language), columns, freezePane: { rows: 1 } })
}

/** Any table as a file, made as fast as it is taken; what begins like a formula is kept as text. */
export const writeTable = (
  headings: readonly string[],
  rows: AsyncIterable<readonly string[]>,
  format: Format,
  name: string,
): AsyncIterable<Uint8Array> => {
  const texts = async function* (): AsyncGenerator<string[]> {
    for await (const row of rows) yield row.map(neutral)
  }
  const plain = headings.map(neutral)
  if (format === 'csv') return csv(plain, texts())
  const title = name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
  return writeXlsxStream(texts(), { name: title, columns: plain.map((header) => ({ header, width: 18 })), freezePane: { rows: 1 } })
}

async function* csv(headings: readonly string[], rows: AsyncIterable<readonly string[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(`\uFEFF${line(headings, ',')}\r\n`)
  for await (const row of rows) yield encoder.encode(`${line(row, ',')}\r\n`)
}
