import { type CsvError, type Options, parse } from 'csv-parse'
import { Fault } from '#kit/fault.ts'
import { decodedAs, encodingOf } from './encoding.ts'
import { type Source, headOf, streamOf } from './source.ts'
import type { Marks, SheetFile, TableRow } from './table.ts'

/** A CSV file: UTF-8, UTF-16 or GB18030; parted by comma, semicolon or tab. `title` is what the file is called. */
export const openCsv = async (source: Source, title: string): Promise<SheetFile> => {
  const encoding = await encodingOf(source)
  const head = new TextDecoder(encoding).decode(await headOf(source, 64 * 1024), { stream: true })
  const told = /^sep=(.)\r?\n/i.exec(head)
  const delimiter = told?.[1] ?? delimiterOf(head)
  const records = (): AsyncIterable<readonly TableRow[]> => recordsOf(source, encoding, delimiter, told === null ? 1 : 2)
  return {
    format: 'csv',
    tables: [{ title, rows: () => filled(records()) }],
    marked: (marks) => markedCsv(records(), delimiter, marks.get(0)),
    close: () => undefined,
  }
}

/** The sign that stands most often outside quotes in the first line that has any. */
const delimiterOf = (head: string): string => {
  const line = head.split(/\r\n|\n|\r/).find((l) => /[,;\t]/.test(l)) ?? ''
  const bare = line.replace(/"(?:[^"]|"")*"/g, '')
  return [',', ';', '\t'].reduce((best, sign) => (bare.split(sign).length > bare.split(best).length ? sign : best), ',')
}

async function* recordsOf(source: Source, encoding: string, delimiter: string, fromLine: number): AsyncGenerator<readonly TableRow[]> {
  const options: Options = {
    delimiter,
    quote: '"',
    escape: '"',
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: 1_000_000,
    from_line: fromLine,
    skip_empty_lines: false,
  }
  const parser = parse(options)
  const input = decodedAs(streamOf(source), encoding)
  input.on('error', (error) => parser.destroy(error))
  input.pipe(parser)
  let number = 0
  let batch: TableRow[] = []
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1
      batch.push({ number, cells })
      if (batch.length < 500) continue
      yield batch
      batch = []
    }
  } catch (error) {
    if (isCsvError(error)) throw new Fault('400.12', { row: number + 1 })
    throw error
  } finally {
    input.destroy()
  }
  yield batch
}

const isCsvError = (error: unknown): error is CsvError => error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')

async function* filled(batches: AsyncIterable<readonly TableRow[]>): AsyncGenerator<readonly TableRow[]> {
  for await (const rows of batches) yield rows.filter((row) => row.cells.some((c) => c !== undefined && c.trim() !== ''))
}

/** UTF-8 with a byte order mark, which every spreadsheet opens rightly, whatever the file came in. */
async function* markedCsv(
  batches: AsyncIterable<readonly TableRow[]>,
  delimiter: string,
  marks: Marks | undefined,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode('\uFEFF')
  for await (const rows of batches) yield encoder.encode(rows.map((row) => `${line(markedCells(row, marks), delimiter)}\r\n`).join(''))
}

const markedCells = ({ number, cells }: TableRow, marks: Marks | undefined): readonly string[] => {
  const texts = cells.map((c) => c ?? '')
  const words = marks === undefined ? undefined : number === marks.header ? marks.heading : marks.words.get(number)
  if (marks === undefined || (words === undefined && texts.length <= marks.column)) return texts
  return Array.from({ length: Math.max(texts.length, marks.column + 1) }, (_, i) => (i === marks.column ? (words ?? '') : (texts[i] ?? '')))
}

export const line = (cells: readonly string[], delimiter: string): string =>
  cells.map((c) => (/["\r\n]/.test(c) || c.includes(delimiter) || c !== c.trim() ? `"${c.replaceAll('"', '""')}"` : c)).join(delimiter)
