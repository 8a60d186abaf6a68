import MarkdownIt from 'markdown-it'
import type { Language } from '#kit/text.ts'
import { type Mistakes, mistake } from './mistake.ts'
import { type Directive, type Slot, directiveMark, scan, slotMark } from './scan.ts'
import type { LineKind } from './shape.ts'

export type Piece =
  | { readonly is: 'words'; readonly text: string; readonly strong: boolean }
  | { readonly is: 'slot'; readonly slot: number; readonly strong: boolean }

export type Part =
  | { readonly is: LineKind; readonly pieces: readonly Piece[] }
  | { readonly is: 'item'; readonly pieces: readonly Piece[]; readonly marker: string; readonly depth: number }
  | { readonly is: 'table'; readonly head: readonly (readonly Piece[])[]; readonly rows: readonly (readonly (readonly Piece[])[])[] }
  | { readonly is: 'directive'; readonly directive: number }

/** A template's structure, with its figures and directives still to be read against schemes. */
export type Template = {
  readonly language: Language
  readonly parts: readonly Part[]
  readonly slots: readonly Slot[]
  readonly directives: readonly Directive[]
}

export const longestTemplate = 200_000
const mostSlots = 200

// Emphasis is left out: its rules expect spaces between words, so that `**一是……。**活动` would stay plain. `**` simply
// turns strong on and off. Escaped signs must stay apart from bare ones until then, hence no text_join.
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable([
  'emphasis',
  'strikethrough',
  'autolink',
  'html_inline',
  'html_block',
  'code',
  'lheading',
  'text_join',
  'reference',
])
type Token = ReturnType<typeof markdown.parse>[number]

/** Never throws; what is wrong is added to `mistakes`. */
export const parseTemplate = (source: string, mistakes: Mistakes): Template => {
  if (source.length > longestTemplate) {
    mistake(mistakes, 'large', { line: 1, column: 1 }, String(longestTemplate))
    return { language: 'zh', parts: [], slots: [], directives: [] }
  }
  const { language, text, lineOf, slots, directives } = scan(source, mistakes)
  const excess = slots[mostSlots]
  if (excess) mistake(mistakes, 'large', excess.at, `${mostSlots} {{ }}`)
  return { language, parts: new Walk(mistakes, lineOf).all(markdown.parse(text, {})), slots, directives }
}

const headings: Readonly<Record<string, LineKind>> = { h1: 'title', h2: 'heading', h3: 'subheading', h4: 'minor', h5: 'minor', h6: 'minor' }

type List = { readonly ordered: boolean; next: number }

/** Goes once along Markdown's flat row of tokens, remembering what is open. */
class Walk {
  private readonly parts: Part[] = []
  private readonly lists: List[] = []
  private marker: string | null = null
  private line: LineKind = 'paragraph'
  private table: Piece[][][] | null = null
  private readonly mistakes: Mistakes
  private readonly lineOf: readonly number[]
  constructor(mistakes: Mistakes, lineOf: readonly number[]) {
    this.mistakes = mistakes
    this.lineOf = lineOf
  }

  all(tokens: readonly Token[]): readonly Part[] {
    for (const token of tokens) this.step(token)
    return this.parts
  }

  private step(token: Token): void {
    if (token.type === 'heading_open') this.line = headings[token.tag] ?? 'minor'
    else if (token.type === 'heading_close') this.line = 'paragraph'
    else if (token.type === 'bullet_list_open') this.lists.push({ ordered: false, next: 1 })
    else if (token.type === 'ordered_list_open') this.lists.push({ ordered: true, next: Number(token.attrGet('start') ?? 1) })
    else if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') this.lists.pop()
    else if (token.type === 'list_item_open') this.item()
    else if (token.type === 'table_open') this.table = []
    else if (token.type === 'tr_open') this.table?.push([])
    else if (token.type === 'table_close') this.endTable()
    else if (token.type === 'inline') this.inline(token)
    else if (token.type === 'fence') this.fence(token.content)
  }

  private item(): void {
    const list = this.lists.at(-1)
    this.marker = list?.ordered ? `${list.next++}.` : '•'
  }

  private inline(token: Token): void {
    const directive = directiveMark.exec(token.content)
    const pieces = piecesOf(token.children ?? [])
    if (directive) this.parts.push({ is: 'directive', directive: Number(directive[1]) })
    else if (this.table) this.table.at(-1)?.push(pieces)
    else if (this.lists.length > 0 && this.line === 'paragraph') {
      this.parts.push({ is: 'item', pieces, marker: this.marker ?? '', depth: this.lists.length - 1 })
      this.marker = null
    } else if (pieces.length > 0) this.parts.push({ is: this.line, pieces })
    if (odd(token.children ?? []))
      mistake(
        this.mistakes,
        'strong',
        { line: this.lineOf[token.map?.[0] ?? 0] ?? 1, column: 1 },
        token.content.split('\n', 1)[0]?.slice(0, 20) ?? '',
      )
  }

  private fence(content: string): void {
    for (const text of content.split('\n')) if (text !== '') this.parts.push({ is: 'paragraph', pieces: split(text, false) })
  }

  private endTable(): void {
    const [head = [], ...rows] = this.table ?? []
    this.parts.push({ is: 'table', head, rows })
    this.table = null
  }
}

/** Words and figures of one line; `**` turns strong on and off. */
const piecesOf = (tokens: readonly Token[]): Piece[] => {
  const pieces: Piece[] = []
  let strong = false
  for (const token of tokens) {
    if (token.type === 'text') {
      for (const [i, text] of token.content.split('**').entries()) {
        if (i > 0) strong = !strong
        pieces.push(...split(text, strong))
      }
    } else if (token.type === 'softbreak') pieces.push({ is: 'words', text: '\n', strong })
    else if (token.type === 'hardbreak') pieces.push({ is: 'words', text: '\v', strong })
    else if (token.content !== '') pieces.push(...split(token.content, strong))
  }
  return joined(pieces)
}

const odd = (tokens: readonly Token[]): boolean =>
  tokens.filter((t) => t.type === 'text').reduce((n, t) => n + t.content.split('**').length - 1, 0) % 2 === 1

const split = (text: string, strong: boolean): Piece[] =>
  text
    .split(slotMark)
    .flatMap((bit, i): Piece[] =>
      i % 2 === 1 ? [{ is: 'slot', slot: Number(bit), strong }] : bit === '' ? [] : [{ is: 'words', text: bit, strong }],
    )

/** Neighbouring words become one; a line break is a space only between two words of Latin letters or digits, a hard one stays. */
const joined = (pieces: readonly Piece[]): Piece[] => {
  const out: Piece[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (piece.is === 'words' && last?.is === 'words' && last.strong === piece.strong)
      out[out.length - 1] = { ...last, text: last.text + piece.text }
    else out.push(piece)
  }
  return out
    .map((p) =>
      p.is === 'words'
        ? {
            ...p,
            text: p.text
              .replace(/([!-~])\n(?=[!-~])/g, '$1 ')
              .replaceAll('\n', '')
              .replaceAll('\v', '\n'),
          }
        : p,
    )
    .filter((p) => p.is === 'slot' || p.text !== '')
}
