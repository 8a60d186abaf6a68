import { characterSpacing, faces, line, size, twoCharacters } from './layout.ts'

/*
 * The DOCX's styles, written as XML: the library cannot take a paragraph off the grid, and brings a dozen styles that no
 * official document uses. Order of elements as in the schema (CT_PPr, CT_RPr), which Word insists on.
 */

type Face = (typeof faces)[keyof typeof faces]
type Style = {
  readonly id: string
  readonly name: string
  readonly next?: string
  readonly face: Face
  readonly size: number
  readonly bold?: boolean
  readonly spacing?: number
  readonly line: number
  readonly after?: number
  /** The grid of 22 lines holds for the text; titles and tables have lines of their own. */
  readonly offGrid?: boolean
  readonly align?: 'left' | 'center' | 'right' | 'both'
  readonly indent?: string
  readonly keepNext?: boolean
  readonly level?: number
}

/** Word keeps the hundredths of a character when the size changes, others read the twips. */
const firstLine = `<w:ind w:firstLineChars="200" w:firstLine="${twoCharacters}"/>`

const body = { face: faces.body, size: size.body, spacing: characterSpacing, line: line.exact } as const
const heading = { ...body, next: 'Body', indent: firstLine, keepNext: true } as const
const cell = { face: faces.body, size: size.table, line: line.table, offGrid: true, align: 'center' } as const

/** Headings are 黑体, 楷体 and bold 仿宋, all in the size of the body, as the standard wants. */
const styles: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    next: 'Body',
    face: faces.title,
    size: size.title,
    line: line.title,
    after: line.exact,
    offGrid: true,
    align: 'center',
    keepNext: true,
  },
  { ...heading, id: 'Heading1', name: 'heading 1', face: faces.black, level: 0 },
  { ...heading, id: 'Heading2', name: 'heading 2', face: faces.kai, level: 1 },
  { ...heading, id: 'Heading3', name: 'heading 3', bold: true, level: 2 },
  { ...body, id: 'Body', name: 'Body Text', indent: firstLine, align: 'both' },
  { ...body, id: 'Signature', name: 'Signature', indent: `<w:ind w:right="${twoCharacters * 2}"/>`, align: 'right' },
  { ...cell, id: 'Cell', name: 'Table Text' },
  { ...cell, id: 'CellHead', name: 'Table Heading', face: faces.black, keepNext: true },
  { ...cell, id: 'Caption', name: 'caption', face: faces.black, line: line.exact, keepNext: true },
  { id: 'Footer', name: 'footer', face: faces.song, size: size.page, line: line.table, offGrid: true },
]

const fonts = (f: Face): string => `<w:rFonts w:ascii="${f.ascii}" w:hAnsi="${f.hAnsi}" w:eastAsia="${f.eastAsia}" w:cs="${f.cs}"/>`

const styleOf = (s: Style): string =>
  [
    `<w:style w:type="paragraph" w:styleId="${s.id}"><w:name w:val="${s.name}"/><w:basedOn w:val="Normal"/>`,
    s.next ? `<w:next w:val="${s.next}"/>` : '',
    '<w:qFormat/><w:pPr>',
    s.keepNext ? '<w:keepNext/>' : '',
    s.offGrid ? '<w:snapToGrid w:val="0"/>' : '',
    `<w:spacing w:before="0" w:after="${s.after ?? 0}" w:line="${s.line}" w:lineRule="exact"/>`,
    s.indent ?? '',
    s.align ? `<w:jc w:val="${s.align}"/>` : '',
    s.level === undefined ? '' : `<w:outlineLvl w:val="${s.level}"/>`,
    `</w:pPr><w:rPr>${fonts(s.face)}`,
    s.bold ? '<w:b/><w:bCs/>' : '',
    s.spacing ? `<w:spacing w:val="${s.spacing}"/>` : '',
    `<w:sz w:val="${s.size}"/><w:szCs w:val="${s.size}"/></w:rPr></w:style>`,
  ].join('')

/** word/styles.xml */
export const stylesXml = (language: 'zh' | 'en'): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>${fonts(faces.body)}<w:sz w:val="${size.body}"/><w:szCs w:val="${size.body}"/><w:lang w:val="en-US" w:eastAsia="${language === 'zh' ? 'zh-CN' : 'en-US'}"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>${styles.map(styleOf).join('')}</w:styles>`
