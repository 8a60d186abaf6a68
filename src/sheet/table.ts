/** One row of a table: its number as people count it, from 1, and the text of its cells; blank cells may be missing. */
export type TableRow = { readonly number: number; readonly cells: readonly (string | undefined)[] }

/** A worksheet or a CSV file. Rows without any text are left out; they come in batches, only as fast as they are taken. */
export type Table = { readonly title: string; rows(): AsyncIterable<readonly TableRow[]> }

/** What is written beside the rows of a table: a heading in row `header`, words in other rows, all in column `column` (from 0). */
export type Marks = {
  readonly header: number
  readonly column: number
  readonly heading: string
  readonly words: ReadonlyMap<number, string>
}

export type SheetFile = {
  readonly format: 'xlsx' | 'csv'
  readonly tables: readonly Table[]
  /** The same file, everything else as it was, with the marks of the tables (by their place in `tables`). */
  marked(marks: ReadonlyMap<number, Marks>): AsyncIterable<Uint8Array>
  close(): void
}

/** 0 → A, 26 → AA. */
export const columnName = (index: number): string =>
  (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

/** 'AB12' → 27; -1 for what is no reference. */
export const columnIndex = (reference: string): number => {
  let n = 0
  for (let i = 0; i < reference.length; i++) {
    const c = reference.charCodeAt(i)
    if (c < 65 || c > 90) break
    n = n * 26 + (c - 64)
  }
  return n - 1
}
