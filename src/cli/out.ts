import { Fault } from '#kit/fault.ts'
import { type Language, type Text, say } from '#kit/text.ts'

/** Where answers go, in which language, and how the run ended. 0 ok · 1 differences or a failed check · 2 bad input · 3 the system. */
export type Out = {
  readonly language: Language
  readonly json: boolean
  readonly line: (text: string) => void
  /** Progress and complaints: the stream that no program reads. */
  readonly aside: (text: string) => void
  /** Whether a person watches the other stream. */
  readonly watched: boolean
  readonly fail: (code: 1 | 2 | 3) => void
}

export const tell = (out: Out, text: Text): void => out.line(say(text, out.language))

/** One clear line with the fault's code; what does not fit stands below it, one line each. */
export const complain = (out: Out, error: unknown): void => {
  if (!(error instanceof Fault)) {
    out.aside(
      `500.1 ${say({ zh: '系统内部错误', en: 'An internal error' }, out.language)}: ${error instanceof Error ? error.message : String(error)}`,
    )
    return out.fail(3)
  }
  out.aside(`${error.code} ${error.says(out.language)}${whyOf(error, out.language)}`)
  for (const m of error.details.misfits ?? []) out.aside(`  ${m.path}: ${say(m.says, out.language)}`)
  out.fail(error.status < 500 ? 2 : 3)
}

const whyOf = (fault: Fault, language: Language): string => {
  const { why } = fault.details
  if (typeof why !== 'object' || why === null || !('zh' in why) || fault.says(language).includes(say(why as Text, language))) return ''
  return ` (${say(why as Text, language)})`
}

/** Chinese and full-width letters take two columns of a terminal. */
export const widthOf = (text: string): number => {
  let width = 0
  for (const c of text) width += wide.test(c) ? 2 : /\p{M}|\u200d|\ufe0f/u.test(c) ? 0 : 1
  return width
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u

/** Columns aligned by what they take on the screen; numbers to the right. */
export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => {
  const all = [head, ...rows]
  const widths = head.map((_, i) => Math.max(...all.map((row) => widthOf(row[i] ?? ''))))
  const right = head.map((_, i) => rows.length > 0 && rows.every((row) => /^-?[\d,]*\.?\d*$/.test(row[i] ?? '')))
  const cell = (text: string, i: number): string => {
    const gap = ' '.repeat(Math.max(0, (widths[i] ?? 0) - widthOf(text)))
    return right[i] ? gap + text : text + gap
  }
  const line = (row: readonly string[]): string => row.map(cell).join('  ').trimEnd()
  return [line(head), widths.map((w) => '-'.repeat(w)).join('  '), ...rows.map(line)]
}
