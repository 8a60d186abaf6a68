import { type Language, halfWidth, say } from '#kit/text.ts'
import { type SheetShape, shapes } from './column.ts'
import type { Column } from './make-column.ts'
import type { Sheet } from './shape.ts'

/** A heading as it is compared: half-width, lower case, without spaces, stars and what stands in brackets. */
export const heading = (text: string): string =>
  halfWidth(text)
    .toLowerCase()
    .replace(/\([^)]*\)|[\s*_:]/g, '')

/** The sheet a title (of a worksheet, or the name of a CSV file without its ending) speaks of. */
export const sheetTitled = (title: string): Sheet | undefined => {
  const wanted = heading(title).replace(/[-\d.]+$/, '')
  return shapes.find((s) => [s.sheet, s.title.zh, s.title.en ?? '', ...s.also].some((name) => heading(name) === wanted))?.sheet
}

/** The column of `shape` that each heading names; -1 for none. A title counts before other headings, the first of equals before the second. */
export const match = (shape: SheetShape, headings: readonly string[]): readonly { readonly column: Column; readonly at: number }[] => {
  const seen = headings.map(heading)
  const taken = new Set<number>()
  return shape.columns.map((column) => {
    const names = [column.title.zh, column.title.en ?? '', ...column.also].map(heading)
    const at = names.map((name) => seen.findIndex((s, i) => s === name && !taken.has(i))).find((i) => i >= 0) ?? -1
    if (at >= 0) taken.add(at)
    return { column, at }
  })
}

/** The titles of the required columns that a match lacks, in one language. */
export const lacking = (matched: ReturnType<typeof match>, language: Language): readonly string[] =>
  matched.filter((m) => m.at < 0 && m.column.required).map((m) => say(m.column.title, language))
