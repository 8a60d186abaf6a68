import { fill } from '#kit/text.ts'
import type { Mistake } from '../mistake.ts'
import { readScheme } from '../read.ts'
import { readSource } from '../source.ts'
import { checkForms } from './forms.ts'
import { checkOften } from './often.ts'
import { checkPeople } from './people.ts'
import { reasons } from './reasons.ts'
import { both } from './said.ts'
import { checkTraces } from './traces.ts'
import type { Bench, Warning } from './warning.ts'

export type Linted = { readonly mistakes: readonly Mistake[]; readonly warnings: readonly Warning[] }

/**
 * What a campaign demands that current rules discourage or that costs people time for little, in the file's order, each with its
 * reason. A scheme with mistakes has none: they come first. Never throws.
 */
export const lint = (source: string, files: Readonly<Record<string, string>> = {}): Linted => {
  const read = readScheme(source, files)
  if (!read.ok) return { mistakes: read.mistakes, warnings: [] }
  const { tree } = readSource(source)
  if (tree === null) return { mistakes: [], warnings: [] }
  const warnings: Warning[] = []
  const bench: Bench = {
    scheme: read.scheme,
    compiled: read.compiled,
    tell: (path, code, what, filled = {}) => {
      const { weight, why, instead } = reasons[code]
      const advice = { zh: fill(instead.zh, filled), en: fill(both(instead).en, filled) }
      warnings.push({ ...tree.spot(path, 'value'), code, path: path.join('.'), weight, what, why, instead: advice })
    },
  }
  checkTraces(bench)
  checkOften(bench)
  checkForms(bench)
  checkPeople(bench)
  return { mistakes: [], warnings: inOrder(warnings) }
}

/** Each once: an alias is read in several places. */
const inOrder = (warnings: readonly Warning[]): readonly Warning[] =>
  [...new Map(warnings.map((w) => [`${w.line}:${w.column}:${w.code}`, w])).values()].toSorted(
    (a, b) => a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1),
  )
