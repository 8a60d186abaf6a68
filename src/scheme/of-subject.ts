import { type Node, freeNames } from './cel.ts'
import type { Program } from './compiled.ts'
import type { Checked } from './expression.ts'
import { overSubject } from './stand.ts'

/** Of what is joined by &&: the parts that read `subject` and nothing of the record. A subject of which one is false makes the whole false. */
export const partsOfSubject = (result: Checked<boolean>): readonly Program<boolean>[] => {
  if (!result.ok) return []
  return joined(result.ast).flatMap((node) => {
    const reads = freeNames(node)
    if (reads.length === 0 || reads.some((n) => n.name !== 'subject')) return []
    const alone = overSubject().bool(node.input.slice(node.start, node.end))
    return alone.ok ? [alone.program] : []
  })
}

const joined = (node: Node): readonly Node[] => (node.op === '&&' ? node.args.flatMap(joined) : [node])
