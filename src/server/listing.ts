import type { Page } from '#command/views.ts'
import { type Language, type Text, say } from '#kit/text.ts'
import { line } from '#sheet/csv.ts'
import { neutral } from '#sheet/neutral.ts'

/** A heading, and what stands below it in each row. */
export type Column<R> = readonly [title: Text, of: (row: R) => string]

/** Page after page as CSV with a byte order mark, for Excel; no cell is taken for a formula. */
export async function* csvOf<R>(
  columns: readonly Column<R>[],
  first: Page<R>,
  next: (after: string) => Promise<Page<R>>,
  language: Language,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const write = (cells: readonly string[]): Uint8Array => encoder.encode(`${line(cells.map(neutral), ',')}\r\n`)
  yield encoder.encode('\uFEFF')
  yield write(columns.map(([title]) => say(title, language)))
  for (let at: Page<R> | null = first; at !== null; ) {
    for (const row of at.rows) yield write(columns.map(([, of]) => of(row)))
    at = at.next === null ? null : await next(at.next)
  }
}
