import { type Cell, type CellStyle, type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { Fault } from '#kit/fault.ts'
import { type Language, say } from '#kit/text.ts'
import { type SheetShape, shapeOf, shapes } from '#register/column.ts'
import type { Column } from '#register/make-column.ts'
import type { Sheet } from '#register/shape.ts'
import { line } from './csv.ts'
import { columnName } from './table.ts'

export type Format = 'xlsx' | 'csv'
export type Download = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

export const types: Readonly<Record<Format, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/**
 * An empty sheet of the register to fill in, or a workbook of all: headings that say what belongs under them, one invented example
 * row (which an import leaves out), code columns kept as text, lists of kinds. CSV holds one sheet: 400.2 for all of them.
 */
export const templateOf = async (sheet: Sheet | 'all', format: Format, language: Language): Promise<Download> => {
  if (format === 'csv' && sheet === 'all') throw new Fault('400.2', { what: 'sheet', expected: shapes.map((s) => s.sheet).join(' | ') })
  const chosen = sheet === 'all' ? shapes : [shapeOf(sheet)]
  const title = sheet === 'all' ? say({ zh: '名册', en: 'Register' }, language) : say(shapeOf(sheet).title, language)
  const bytes =
    format === 'csv' ? csvOf(shapeOf(sheet as Sheet), language) : await writeXlsx({ sheets: chosen.map((s) => worksheet(s, language)) })
  return { name: `${title}${say({ zh: '模板', en: ' template' }, language)}.${format}`, type: types[format], bytes: bytes as Uint8Array }
}

/** The heading of a column as templates and exports write it; a star marks what may not be blank. */
export const headingOf = (column: Column, language: Language): string => say(column.title, language) + (column.required ? '*' : '')

const csvOf = (shape: SheetShape, language: Language): Uint8Array => {
  const rows = [shape.columns.map((c) => headingOf(c, language)), shape.columns.map((c) => say(c.example, language))]
  return new TextEncoder().encode(`\uFEFF${rows.map((r) => `${line(r, ',')}\r\n`).join('')}`)
}

const bold: CellStyle = { font: { bold: true }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE8EEF7' } } }
const last = 20_000

const worksheet = (shape: SheetShape, language: Language): WriteSheet => {
  const cells = new Map<string, Partial<Cell>>()
  shape.columns.forEach((column, i) => {
    cells.set(`0,${i}`, { value: headingOf(column, language), type: 'string', style: bold, comment: { text: say(column.says, language) } })
    cells.set(`1,${i}`, {
      value: say(column.example, language),
      type: 'string',
      style: { font: { italic: true, color: { rgb: 'FF8A8F99' } } },
    })
  })
  return {
    name: say(shape.title, language),
    columns: shape.columns.map((c) => ({ width: c.key === 'name' || c.key === 'address' ? 28 : 18, ...(c.text ? { numFmt: '@' } : {}) })),
    rows: [shape.columns.map((c) => headingOf(c, language)), shape.columns.map((c) => say(c.example, language))],
    cells,
    dataValidations: shape.columns.flatMap((c, i) => choices(c, i, language)),
    freezePane: { rows: 1 },
  }
}

/** Kinds are offered; one of the tenant's own is only asked about, not refused. */
const choices = (column: Column, i: number, language: Language): readonly DataValidation[] =>
  column.choices === undefined
    ? []
    : [
        {
          type: 'list',
          values: column.choices.map((k) => say(k.title, language).replaceAll(',', ' ')),
          range: `${columnName(i)}2:${columnName(i)}${last}`,
          allowBlank: true,
          showErrorMessage: true,
          errorStyle: column.required ? 'stop' : 'warning',
          errorTitle: say(column.title, language),
          errorMessage: say(column.says, language).slice(0, 220),
        },
      ]
