import type { Language } from '#kit/text.ts'
import { type Mistakes, type Position, mistake } from './mistake.ts'

/*
 * Before Markdown sees a template, its figures and directives are taken out and a private-use character with their
 * number is left in their place: Markdown can then do nothing to them, and they keep their position.
 */

export type Slot = { readonly source: string; readonly at: Position }
export type Directive = {
  readonly name: string
  readonly source: string
  readonly rest: string
  readonly at: Position
  readonly restAt: Position
}
type Scanned = {
  readonly language: Language
  readonly text: string
  /** Source line of each line of `text`. */
  readonly lineOf: readonly number[]
  readonly slots: readonly Slot[]
  readonly directives: readonly Directive[]
}

export const slotMark = /\uE000(\d+)\uE001/
export const directiveMark = /^\uE002(\d+)\uE003$/
// Our own marks, and the control characters that no document can hold.
// oxlint-disable-next-line no-control-regex -- they are what is to be taken out
const unprintable = /[\uE000-\uE003\u0000-\u0008\u000B\u000C\u000E-\u001F]/g
/** Characters of one expression; a longer one is a mistake and is not read. */
export const longest = 500

export const scan = (source: string, mistakes: Mistakes): Scanned => {
  const lines = source.replace(/\r\n?/g, '\n').replace(unprintable, '').toWellFormed().split('\n')
  const slots: Slot[] = []
  const directives: Directive[] = []
  const front = frontMatter(lines, mistakes)
  const text: string[] = []
  const lineOf: number[] = []
  const put = (line: number, ...out: readonly string[]): void => {
    text.push(...out)
    lineOf.push(...out.map(() => line))
  }
  for (const [i, line] of lines.entries()) {
    const directive = i < front.lines ? 'nothing' : directiveIn(line, i + 1)
    if (directive === 'nothing') put(i + 1, '')
    else if (directive === null) put(i + 1, withoutFigures(line, i + 1, slots, mistakes))
    else put(i + 1, '', `\uE002${directives.push(directive) - 1}\uE003`, '')
  }
  return { language: front.language, text: text.join('\n'), lineOf, slots, directives }
}

/** `---`, lines of `key: value`, `---` at the very top. */
const frontMatter = (lines: readonly string[], mistakes: Mistakes): { readonly lines: number; readonly language: Language } => {
  const end = lines[0]?.trim() === '---' ? lines.findIndex((l, i) => i > 0 && l.trim() === '---') : -1
  let language: Language = 'zh'
  for (let i = 1; i < end; i++) {
    const m = /^(\w+)\s*:\s*(.*?)\s*$/.exec(lines[i] ?? '')
    if (m?.[1] === 'language' && (m[2] === 'zh' || m[2] === 'en')) language = m[2]
    else if (lines[i]?.trim() !== '') mistake(mistakes, 'front', { line: i + 1, column: 1 }, lines[i] ?? '')
  }
  return { lines: end + 1, language }
}

const directiveIn = (line: string, number: number): Directive | 'nothing' | null => {
  const m = /^\s{0,3}:::+([ \t]*)([a-z-]*)(.*)$/.exec(line)
  if (m === null) return null
  const [, gap = '', name = '', rest = ''] = m
  if (name === '' && rest.trim() === '') return 'nothing'
  const start = line.indexOf(':')
  const nameAt = line.length - rest.length - name.length
  return {
    name,
    source: line.trim(),
    rest,
    at: { line: number, column: gap === '' && name === '' ? start + 1 : nameAt + 1 },
    restAt: { line: number, column: nameAt + name.length + 1 },
  }
}

const withoutFigures = (line: string, number: number, slots: Slot[], mistakes: Mistakes): string => {
  let out = ''
  let from = 0
  for (;;) {
    const open = line.indexOf('{{', from)
    if (open < 0) return out + line.slice(from)
    if (line[open - 1] === '\\') {
      out += `${line.slice(from, open - 1)}{{`
      from = open + 2
      continue
    }
    const close = closing(line, open + 2)
    if (close < 0) {
      mistake(mistakes, 'unclosed', { line: number, column: open + 1 }, line.slice(open, open + 20))
      return out + line.slice(from)
    }
    const inner = line.slice(open + 2, close)
    const source = inner.trim()
    const at = { line: number, column: open + 3 + (inner.length - inner.trimStart().length) }
    if (source.length > longest) mistake(mistakes, 'long', at, String(longest))
    slots.push({ source, at })
    out += `${line.slice(from, open)}\uE000${slots.length - 1}\uE001`
    from = close + 2
  }
}

/** Where `}}` closes the figure: not inside a string or a map. */
const closing = (line: string, start: number): number => {
  let depth = 0
  for (let i = start; i < line.length; i++) {
    const c = line[i]
    if (c === '"' || c === "'") {
      const end = line.indexOf(c, i + 1)
      if (end < 0) return -1
      i = end
    } else if (c === '{') depth++
    else if (c === '}' && depth > 0) depth--
    else if (c === '}') return line[i + 1] === '}' ? i : -1
  }
  return -1
}
