import type { Mistake } from '#command/views.ts'

/** How a stretch of the template is to look behind the words one types. */
export type Paint = 'plain' | 'figure' | 'directive' | 'heading' | 'wrong'
export type Stretch = { readonly paint: Paint; readonly text: string }

const pattern = /(\{\{.*?\}\})|^( {0,3}:::.*)$|^(#{1,6} .*)$/gm

const paintOf = (m: RegExpExecArray): Paint => (m[1] !== undefined ? 'figure' : m[2] !== undefined ? 'directive' : 'heading')

/** The text cut into stretches; joined together they are the text again. A heading's own figures stay figures. */
export const stretchesOf = (text: string): readonly Stretch[] => {
  const out: Stretch[] = []
  let from = 0
  for (const m of text.matchAll(pattern)) {
    if (m.index > from) out.push({ paint: 'plain', text: text.slice(from, m.index) })
    const paint = paintOf(m as RegExpExecArray)
    if (paint === 'heading') out.push(...inHeading(m[0]))
    else out.push({ paint, text: m[0] })
    from = m.index + m[0].length
  }
  if (from < text.length) out.push({ paint: 'plain', text: text.slice(from) })
  return out
}

const inHeading = (line: string): readonly Stretch[] =>
  line
    .split(/(\{\{.*?\}\})/)
    .filter((s) => s !== '')
    .map((s) => ({ paint: s.startsWith('{{') ? 'figure' : 'heading', text: s }))

/** Where a line and column (from 1) stand in the text. */
export const offsetOf = (text: string, line: number, column: number): number => {
  let at = 0
  for (let n = 1; n < line; n++) {
    const end = text.indexOf('\n', at)
    if (end < 0) return text.length
    at = end + 1
  }
  return Math.min(text.length, at + column - 1)
}

/** The stretches with each mistake's word painted wrong. */
export const withMistakes = (text: string, mistakes: readonly Mistake[]): readonly Stretch[] => {
  const marks = mistakes.map((m) => {
    const from = offsetOf(text, m.line, m.column)
    const length = /^[\w.]+|^[^\s{}"]+/.exec(text.slice(from))?.[0].length ?? 1
    return { from, to: from + Math.max(1, length) }
  })
  let at = 0
  return stretchesOf(text).flatMap((stretch) => {
    const [from, to] = [at, at + stretch.text.length]
    at = to
    const cuts = [from, to, ...marks.flatMap((m) => [m.from, m.to]).filter((c) => c > from && c < to)].sort((a, b) => a - b)
    return cuts.slice(0, -1).map((cut, i): Stretch => {
      const wrong = marks.some((m) => m.from <= cut && cut < m.to)
      return { paint: wrong ? 'wrong' : stretch.paint, text: text.slice(cut, cuts[i + 1]) }
    })
  })
}
