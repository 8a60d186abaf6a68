import { Fault } from '#kit/fault.ts'
import { shapeOf, shapes } from '#register/column.ts'
import { heading, lacking, match, sheetTitled } from '#register/heading.ts'
import type { Cells } from '#register/row.ts'
import type { Sheet } from '#register/shape.ts'
import { restored } from './neutral.ts'
import type { SheetFile, Table, TableRow } from './table.ts'

/** Where the columns of a register sheet stand in a table. */
export type Layout = {
  /** Place of the table in its file. */
  readonly table: number
  readonly sheet: Sheet
  readonly title: string
  /** The row that holds the headings. */
  readonly header: number
  readonly columns: ReadonlyMap<string, number>
  /** Headings that name no column. */
  readonly ignored: readonly string[]
  /** Where an error column of an earlier time stands. */
  readonly errors: number | undefined
}

/** Headings are looked for in the first rows only: titles and notes may stand above them. */
const searched = 10

/**
 * The tables of a file that speak of the register, in the order of `sheets`: what others refer to comes first. Tables that are
 * about something else are left alone. 400.10 when there is none, 400.7 when one lacks columns that it must have.
 */
export const layoutsOf = async (file: SheetFile, wanted?: Sheet): Promise<readonly Layout[]> => {
  const found: Layout[] = []
  for (const [i, table] of file.tables.entries()) {
    const layout = layoutOf(await firstRows(table), table.title, i, wanted ?? sheetTitled(table.title))
    if (layout !== undefined) found.push(layout)
  }
  if (found.length === 0)
    throw new Fault('400.10', { titles: { zh: shapes.map((s) => s.title.zh).join('、'), en: shapes.map((s) => s.title.en).join(', ') } })
  const order = shapes.map((s) => s.sheet)
  return found.sort((a, b) => order.indexOf(a.sheet) - order.indexOf(b.sheet))
}

const firstRows = async (table: Table): Promise<readonly TableRow[]> => {
  const rows: TableRow[] = []
  for await (const batch of table.rows()) {
    rows.push(...batch.slice(0, searched - rows.length))
    if (rows.length >= searched) break
  }
  return rows
}

type Fit = { readonly sheet: Sheet; readonly row: TableRow; readonly matched: ReturnType<typeof match>; readonly count: number }

const layoutOf = (rows: readonly TableRow[], title: string, table: number, titled: Sheet | undefined): Layout | undefined => {
  const fits = (titled === undefined ? shapes.map((s) => s.sheet) : [titled]).flatMap((sheet) => bestRow(rows, sheet) ?? [])
  const whole = fits.filter((f) => lacking(f.matched, 'zh').length === 0)
  const [best, second] = whole.sort((a, b) => b.count - a.count)
  if (best === undefined) {
    const near = titled === undefined ? undefined : fits[0]
    if (near === undefined) return titled === undefined || rows.length === 0 ? undefined : lacks(titled, match(shapeOf(titled), []))
    return lacks(near.sheet, near.matched)
  }
  const chosen =
    second !== undefined && second.count === best.count
      ? (whole.filter((f) => f.count === best.count && named(title, f.sheet))[0] ?? undefined)
      : best
  if (chosen === undefined) return undefined
  const seen = chosen.row.cells.map((c) => heading(c ?? ''))
  const errors = seen.findIndex((h) => h === heading(errorHeading.zh) || h === heading(errorHeading.en))
  return {
    table,
    sheet: chosen.sheet,
    title,
    header: chosen.row.number,
    errors: errors < 0 ? undefined : errors,
    ignored: chosen.row.cells.flatMap((c, i) =>
      c === undefined || c.trim() === '' || i === errors || chosen.matched.some((m) => m.at === i) ? [] : [c.trim().slice(0, 60)],
    ),
    columns: new Map(chosen.matched.flatMap((m) => (m.at < 0 ? [] : [[m.column.key, m.at]]))),
  }
}

export const errorHeading = { zh: '错误', en: 'Error' } as const

const lacks = (sheet: Sheet, matched: ReturnType<typeof match>): never => {
  const name = shapeOf(sheet).title
  throw new Fault('400.7', {
    columns: { zh: `${name.zh}:${lacking(matched, 'zh').join('、')}`, en: `${name.en}: ${lacking(matched, 'en').join(', ')}` },
  })
}

/** The row whose headings name the most columns of the sheet, at least two. */
const bestRow = (rows: readonly TableRow[], sheet: Sheet): Fit | undefined =>
  rows
    .map((row): Fit => {
      const matched = match(
        shapeOf(sheet),
        Array.from(row.cells, (c) => c ?? ''),
      )
      return { sheet, row, matched, count: matched.filter((m) => m.at >= 0).length }
    })
    .reduce<Fit | undefined>((a, b) => (b.count >= 2 && b.count > (a?.count ?? 0) ? b : a), undefined)

/** Whether a title such as 安丰镇走访对象名单 has the sheet's name in it. */
const named = (title: string, sheet: Sheet): boolean =>
  [shapeOf(sheet).title.zh, ...shapeOf(sheet).also].some((name) => heading(title).includes(heading(name)))

export const cellsOf =
  (layout: Layout, row: TableRow): Cells =>
  (key) => {
    const at = layout.columns.get(key)
    return at === undefined ? undefined : restored(row.cells[at] ?? '')
  }
