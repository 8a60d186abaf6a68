import {
  AlignmentType,
  DocumentGridType,
  Document as File,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  type ISectionOptions,
  TextRun,
} from 'docx'
import type { Block, Run } from '#bulletin/shape.ts'
import { line, page, size, twoCharacters } from './layout.ts'
import type { Printable } from './printable.ts'
import { textOf } from './run.ts'
import { stylesXml } from './styles.ts'
import { tableOf } from './table.ts'
import { titleLines } from './title.ts'
import { coreProperties, fontTable } from './xml.ts'
import { withoutTimes } from './zip.ts'

/** The bytes of a DOCX in the layout of GB/T 9704-2012. The same bulletin gives the same bytes. */
export const docxOf = async (bulletin: Printable): Promise<Uint8Array> => {
  const file = new File({
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties,
        footers: { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) },
        children: bulletin.document.blocks.flatMap(childrenOf),
      },
    ],
  })
  const overrides = [
    { path: 'docProps/core.xml', data: coreProperties(bulletin) },
    { path: 'word/fontTable.xml', data: fontTable() },
    { path: 'word/styles.xml', data: stylesXml(bulletin.document.language) },
  ]
  return withoutTimes(new Uint8Array(await Packer.toArrayBuffer(file, undefined, overrides)))
}

const properties: NonNullable<ISectionOptions['properties']> = {
  page: {
    size: { width: page.width, height: page.height },
    margin: { top: page.top, bottom: page.bottom, left: page.left, right: page.right, footer: page.footer },
  },
  grid: { type: DocumentGridType.LINES, linePitch: line.grid },
}

/** — 1 — at the outer edge, one character in from it. */
const footer = (alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer => {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        alignment,
        indent: alignment === AlignmentType.LEFT ? { left: size.page * 10 } : { right: size.page * 10 },
        children: [new TextRun('— '), new TextRun({ children: [PageNumber.CURRENT] }), new TextRun(' —')],
      }),
    ],
  })
}

const childrenOf = (block: Block): ISectionOptions['children'][number][] => {
  switch (block.is) {
    case 'table':
      return tableOf(block)
    case 'item': {
      const marker = new TextRun({ text: `${block.marker}${block.marker === '' ? '' : ' '}` })
      return [
        new Paragraph({
          autoSpaceEastAsianText: false,
          style: 'Body',
          indent: { left: block.depth * twoCharacters, firstLine: twoCharacters },
          children: [marker, ...block.runs.flatMap(textOf)],
        }),
      ]
    }
    case 'title':
      return [new Paragraph({ style: 'Title', children: titleRuns(block.runs).flatMap(textOf) })]
    case 'heading':
    case 'subheading':
    case 'minor':
    case 'paragraph':
    case 'signature':
      return [new Paragraph({ autoSpaceEastAsianText: false, style: styleNames[block.is], children: block.runs.flatMap(textOf) })]
  }
}

const styleNames = { heading: 'Heading1', subheading: 'Heading2', minor: 'Heading3', paragraph: 'Body', signature: 'Signature' } as const

/** Balanced when it is words alone. */
const titleRuns = (runs: readonly Run[]): readonly Run[] =>
  runs.every((r) => r.is === 'words' && !r.strong) ? [{ is: 'words', text: titleLines(runs.map((r) => r.text).join('')).join('\n') }] : runs
