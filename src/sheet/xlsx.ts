import { addDays } from '#kit/day.ts'
import { markedWorkbook } from './mark.ts'
import type { Source } from './source.ts'
import { type SheetFile, type TableRow, columnIndex } from './table.ts'
import { type Workbook, readWorkbook, unescaped } from './workbook.ts'
import { type Handlers, attribute, notXml, xmlReader } from './xml.ts'
import { type Zip, openZip, unsound } from './zip.ts'

/** A workbook whose worksheets are read as streams: only its shared strings and styles are held. */
export const openXlsx = async (source: Source): Promise<SheetFile> => {
  const zip = await openZip(source)
  try {
    const book = await readWorkbook(zip)
    return {
      format: 'xlsx',
      tables: book.sheets.map(({ title, part }) => ({ title, rows: () => rowsOf(zip, book, part) })),
      marked: (marks) =>
        markedWorkbook(zip, new Map([...marks].flatMap(([i, m]) => (book.sheets[i] === undefined ? [] : [[book.sheets[i].part, m]])))),
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

const noCell: Cell = { column: -1, type: '', style: -1, text: '' }

/** Handlers for a worksheet's XML that gather its rows. */
const rowReader = (book: Workbook): Handlers & { take(): readonly TableRow[] } => {
  let ready: TableRow[] = []
  let [number, cells, reading, phonetic] = [0, [] as string[], false, false]
  let cell = noCell
  return {
    open: (name, a) => {
      if (name === 'c') cell = cellOf(a, cell.column + 1)
      else if (name === 'v') reading = true
      else if (name === 't') reading = !phonetic
      else if (name === 'row') [number, cells, cell] = [rowNumber(a, number + 1), [], noCell]
      else if (name === 'rPh') phonetic = true
    },
    text: (t) => {
      if (reading) cell.text += t
    },
    close: (name) => {
      if (name === 'c') {
        const text = textOf(cell, book)
        if (text !== '') cells[cell.column] = text
      } else if (name === 'v' || name === 't') reading = false
      else if (name === 'row' && cells.length > 0) ready.push({ number, cells })
      else if (name === 'rPh') phonetic = false
    },
    take: () => {
      const taken = ready
      ready = []
      return taken
    },
  }
}

const rowNumber = (attributes: string, next: number): number => {
  const number = Number(attribute(attributes, 'r') ?? next)
  if (!(number >= 1 && number <= 1_048_576)) throw notXml()
  return number
}

/** As nearly every cell is written; the others are read attribute by attribute. */
const usual = /^ r="([A-Z]{1,3})\d+"(?: s="(\d+)")?(?: t="(\w+)")?$/

const cellOf = (attributes: string, next: number): Cell => {
  const [, at, style = '-1', type = 'n'] = usual.exec(attributes) ?? [
    '',
    attribute(attributes, 'r'),
    attribute(attributes, 's'),
    attribute(attributes, 't'),
  ]
  const column = at === undefined ? next : columnIndex(at)
  if (column < 0 || column > 16_383) throw notXml()
  return { column, type, style: Number(style), text: '' }
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
