import { addDays } from '#kit/day.ts'
import { Fault } from '#kit/fault.ts'
import { markedWorkbook } from './mark.ts'
import type { Source } from './source.ts'
import { type SheetFile, type TableRow, columnIndex } from './table.ts'
import { type Workbook, readWorkbook, unescaped } from './workbook.ts'
import { xmlReader } from './xml.ts'
import { type Zip, openZip, unsound } from './zip.ts'

/** A workbook whose worksheets are read as streams: only its shared strings and styles are held. */
export const openXlsx = async (source: Source): Promise<SheetFile> => {
  const zip = await openZip(source)
  try {
    const book = await readWorkbook(zip)
    return {
      format: 'xlsx',
      tables: book.sheets.map(({ title, part }) => ({ title, rows: () => rowsOf(zip, book, part) })),
      marked: (marks) => markedWorkbook(zip, new Map([...marks].flatMap(([i, m]) => (book.sheets[i] === undefined ? [] : [[book.sheets[i].part, m]])))),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function* rowsOf(zip: Zip, book: Workbook, part: string): AsyncGenerator<readonly TableRow[]> {
  const rows = rowReader(book)
  const xml = xmlReader(rows)
  try {
    for await (const piece of await zip.stream(part)) {
      xml.write(piece as Buffer)
      const batch = rows.take()
      if (batch.length > 0) yield batch
    }
  } catch (error) {
    unsound(error)
  }
  xml.end()
  yield rows.take()
}

type Cell = { column: number; type: string; style: number; text: string }

/** Handlers for a worksheet's XML that gather its rows. */
const rowReader = (book: Workbook): Parameters<typeof xmlReader>[0] & { take(): readonly TableRow[] } => {
  let ready: TableRow[] = []
  let [number, cells, reading, phonetic] = [0, [] as string[], false, false]
  let cell: Cell = { column: -1, type: '', style: -1, text: '' }
  const begun: Readonly<Record<string, (a: Readonly<Record<string, string>>) => void>> = {
    row: (a) => {
      number = a['r'] === undefined ? number + 1 : Number(a['r'])
      if (!(number >= 1 && number <= 1_048_576)) throw new Fault('400.6', { expected: { zh: 'Excel 工作簿(.xlsx)', en: 'Excel workbook (.xlsx)' } })
      cells = []
      cell = { column: -1, type: '', style: -1, text: '' }
    },
    c: (a) => {
      const column = a['r'] === undefined ? cell.column + 1 : columnIndex(a['r'])
      if (column < 0 || column > 16_383) throw new Fault('400.6', { expected: { zh: 'Excel 工作簿(.xlsx)', en: 'Excel workbook (.xlsx)' } })
      cell = { column, type: a['t'] ?? 'n', style: Number(a['s'] ?? -1), text: '' }
    },
    v: () => (reading = true),
    t: () => (reading = !phonetic),
    rPh: () => (phonetic = true),
  }
  const ended: Readonly<Record<string, () => void>> = {
    v: () => (reading = false),
    t: () => (reading = false),
    rPh: () => (phonetic = false),
    c: () => {
      const text = textOf(cell, book)
      if (text !== '') cells[cell.column] = text
    },
    row: () => {
      if (cells.length > 0) ready.push({ number, cells })
    },
  }
  return {
    open: (name, a) => begun[name]?.(a),
    text: (t) => {
      if (reading) cell.text += t
    },
    close: (name) => ended[name]?.(),
    take: () => {
      const taken = ready
      ready = []
      return taken
    },
  }
}

const textOf = ({ type, style, text }: Cell, book: Workbook): string => {
  if (text === '') return ''
  if (type === 's') return book.strings[Number(text)] ?? ''
  if (type === 'str' || type === 'inlineStr') return unescaped(text)
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return text.slice(0, 10)
  return type === 'e' ? text : numberText(text, book.dates[style] === true, book.since1904)
}

/** 1234 for 1234.0, digits as they stand for whole numbers; 3.2E+17 for what has lost its digits; a day for a number shown as a date. */
const numberText = (text: string, date: boolean, since1904: boolean): string => {
  const n = Number(text)
  if (Number.isNaN(n)) return text
  if (date && n >= 1 && n < 2_958_466) return addDays(since1904 ? '1904-01-01' : '1899-12-30', Math.floor(n))
  if (/^-?\d+$/.test(text)) return text
  if (Math.abs(n) >= 1e15) return n.toExponential().replace('e', 'E')
  return String(Number(n.toPrecision(15)))
}
