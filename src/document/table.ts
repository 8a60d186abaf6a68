import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx'
import type { Block, Cell } from '#bulletin/shape.ts'
import { page } from './layout.ts'
import { widthOf } from './printable.ts'
import { textOf } from './run.ts'

type TableBlock = Extract<Block, { is: 'table' }>

/** A caption, the table with its head repeated on every page, and an empty line after it. */
export const tableOf = (block: TableBlock): (Paragraph | Table)[] => {
  const columns = Math.max(block.head.length, ...block.rows.map((r) => r.length))
  if (columns === 0) return []
  const widths = widthsOf(block, columns)
  const row = (cells: readonly Cell[], head: boolean) =>
    new TableRow({ tableHeader: head, cantSplit: true, children: widths.map((width, i) => cellOf(cells[i] ?? [], width, head)) })
  return [
    ...(block.caption === '' ? [] : [new Paragraph({ style: 'Caption', text: block.caption })]),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
      columnWidths: widths,
      borders: { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule },
      rows: [row(block.head, true), ...block.rows.map((cells) => row(cells, false))],
    }),
    new Paragraph({ style: 'Body' }),
  ]
}

const rule = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

const cellOf = (cell: Cell, width: number, head: boolean): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 60, right: 60, top: 50, bottom: 50 },
    children: [
      new Paragraph({
        style: head ? 'CellHead' : 'Cell',
        children: cell.flatMap(textOf),
      }),
    ],
  })

/**
 * The text area, shared out so that what stands in the rows is not broken: a head may take two lines, a cell has its
 * longest word. Counted in half characters.
 */
const widthsOf = ({ head, rows }: TableBlock, columns: number): number[] => {
  const wide = (cell: Cell | undefined) => widthOf((cell ?? []).map((run) => run.text).join(''))
  const wants = Array.from(
    { length: columns },
    (_, i) => 3 + Math.min(40, Math.max(4, Math.ceil(wide(head[i]) / 2), ...rows.map((r) => wide(r[i])))),
  )
  const all = wants.reduce((a, b) => a + b, 0)
  return wants.map((w) => Math.floor((page.text * w) / all))
}
