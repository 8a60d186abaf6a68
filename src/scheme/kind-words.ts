import { type Node, walk } from './cel.ts'
import { kindOf, orgKinds, placeKinds, subjectKinds } from './kind.ts'

/*
 * `org.kind == "乡镇"` and `org.kind == "township"` ask the same: what a kind is compared with is brought to its key, as
 * are the kinds that expressions see (the classes of expression.ts). In a checked expression, whose nodes know their types.
 */

const vocabularies = { Org: orgKinds, Place: placeKinds, Subject: subjectKinds } as const

export const ownKinds = (root: Node): void => {
  for (const node of walk(root)) {
    if (node.op === '==' || node.op === '!=') {
      const [left, right] = node.args
      own(left, right)
      own(right, left)
    }
    if (node.op === 'in') {
      const [one, many] = node.args
      if (many.op === 'list') for (const item of many.args) own(one, item)
    }
  }
}

const own = (asked: Node, word: Node): void => {
  if (asked.op !== '.' || asked.args[1] !== 'kind' || word.op !== 'value' || typeof word.args !== 'string') return
  const holder: Node = asked.args[0]
  const type = holder.checkedType?.name ?? ''
  if (type === 'Org' || type === 'Place' || type === 'Subject') Object.assign(word, { args: kindOf(vocabularies[type], word.args) })
}
