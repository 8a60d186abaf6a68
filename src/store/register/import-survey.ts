import { Fault } from '#kit/fault.ts'
import type { Layout } from '#sheet/layout.ts'
import { limits } from '#sheet/source.ts'
import type { SheetFile } from '#sheet/table.ts'

export type Surveyed = {
  readonly layouts: readonly Layout[]
  /** Rows below the headings that hold anything, over all tables. */
  readonly total: number
  /** By table: the first column, from 0, that no row uses. */
  readonly widths: ReadonlyMap<number, number>
}

/** Trees are planned whole, so there are fewer of their rows. */
const mostNodes = 200_000

/** Reads the whole file once without keeping anything: what is broken or too much is found before the first row is entered. */
export const survey = async (file: SheetFile, layouts: readonly Layout[]): Promise<Surveyed> => {
  const widths = new Map<number, number>()
  let total = 0
  for (const layout of layouts) {
    let [width, rows] = [0, 0]
    for await (const batch of file.tables[layout.table]?.rows() ?? []) {
      for (const row of batch) {
        width = Math.max(width, row.cells.length)
        if (row.number > layout.header) rows += 1
      }
      const most = layout.sheet === 'org' || layout.sheet === 'place' ? mostNodes : limits.rows
      if (rows > most || total + rows > limits.rows) throw new Fault('413.3', { limit: most, what: { zh: '行', en: 'rows' } })
    }
    total += rows
    widths.set(layout.table, width)
  }
  return { layouts, total, widths }
}
