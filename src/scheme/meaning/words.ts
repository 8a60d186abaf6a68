import { type Node, freeNames, walk } from '../cel.ts'
import type { Seen } from '../compile.ts'
import { kindOf, subjectKinds } from '../kind.ts'
import { known } from '../mistake.ts'
import { eventName } from '../stand.ts'
import { eventsAt } from './events.ts'
import type { Ground } from './ground.ts'

/* Words in quotes inside expressions: an option, a kind of subject, a tag, a rank or an outcome that there is not. */

export const checkWords = (ground: Ground, seen: Seen): void => {
  for (const node of walk(seen.ast)) {
    if (node.op === '==' || node.op === '!=') {
      const [left, right] = node.args
      compare(ground, seen, left, right)
      compare(ground, seen, right, left)
    }
    if (node.op === 'in') {
      const [one, many] = node.args
      if (many.op === 'list') for (const item of many.args) compare(ground, seen, one, item)
      else if (one.op === 'value' && typeof one.args === 'string') tell(ground, seen, one, one.args, members(ground, seen, many))
    }
  }
}

const compare = (ground: Ground, seen: Seen, asked: Node, word: Node): void => {
  if (word.op === 'value' && typeof word.args === 'string') tell(ground, seen, word, word.args, values(ground, seen, asked))
}

const tell = (ground: Ground, seen: Seen, node: Node, word: string, possible: readonly string[] | null): void => {
  if (possible === null || possible.includes(word)) return
  ground.tell(
    seen.path,
    'value',
    'S345',
    { zh: `这里不会有“${word}”`, en: `“${word}” never stands here` },
    known(word, possible),
    node.start,
  )
}

const typeOf = (node: Node): string => node.checkedType?.name ?? ''

/** Everything a text can be, where the scheme says so; null where it can be anything. */
const values = (ground: Ground, seen: Seen, node: Node): readonly string[] | null => {
  const { scheme } = ground
  if (node.op === '.') {
    const [holder, property] = node.args
    if (property === 'rank' && typeOf(holder) === 'Person') return listed(ground, 'ranks', scheme.ranks)
    if (property === 'kind' && typeOf(holder) === 'Subject')
      return listed(ground, 'subjects', scheme.subjects)?.map((key) => kindOf(subjectKinds, key)) ?? null
    if (holder.op !== 'id' || holder.args !== 'it') return null
    return options(seen, property) ?? (property === eventName ? eventsAt(ground, seen) : null)
  }
  if (node.op !== 'id') return null
  if (node.args === 'kind' && seen.forms.length > 0) return seen.forms.map((f) => f.kind)
  if (node.args === 'outcome') return outcomes(ground, seen)
  return options(seen, node.args) ?? (node.args === eventName ? eventsAt(ground, seen) : null)
}

/** Everything a list of texts can hold. */
const members = (ground: Ground, seen: Seen, node: Node): readonly string[] | null => {
  if (node.op === '.' && node.args[1] === 'tags' && typeOf(node.args[0]) === 'Subject') return listed(ground, 'tags', ground.scheme.tags)
  return node.op === 'id' ? options(seen, node.args) : null
}

const listed = (ground: Ground, section: string, list: readonly { readonly key: string }[]): readonly string[] | null =>
  list.length > 0 && ground.intact(section) ? list.map((x) => x.key) : null

const options = (seen: Seen, key: string): readonly string[] | null => {
  const fields = seen.forms.flatMap((f) => f.fields.filter((x) => x.key === key))
  const all = fields.flatMap((f) => f.options?.map((o) => o.key) ?? [])
  return fields.length > 0 && all.length > 0 ? [...new Set(all)] : null
}

const outcomes = (ground: Ground, seen: Seen): readonly string[] | null => {
  const all = seen.forms.flatMap((f) => (f.sort === 'matter' ? (ground.scheme.matters[f.kind]?.outcomes.map((o) => o.key) ?? []) : []))
  return all.length > 0 ? [...new Set(all)] : null
}

/** A formula that, through others, needs itself. Told at each formula of the circle. */
export const checkFormulas = (ground: Ground, seen: readonly Seen[]): void => {
  const uses = new Map(
    seen.filter((s) => s.path[0] === 'indicators' && s.path[2] === 'formula').map((s) => [String(s.path[1]), freeNames(s.ast)]),
  )
  for (const [key, names] of uses) {
    const reaches = (from: string, visited: Set<string>): boolean => {
      if (from === key) return true
      if (visited.has(from)) return false
      visited.add(from)
      return (uses.get(from) ?? []).some((n) => reaches(n.name, visited))
    }
    const back = names.find((n) => reaches(n.name, new Set()))
    if (back)
      ground.tell(
        ['indicators', key, 'formula'],
        'value',
        'S328',
        { zh: `公式“${key}”经“${back.name}”绕回自身`, en: `The formula “${key}” needs itself, through “${back.name}”` },
        { zh: '不成环的公式', en: 'formulas without a circle' },
        back.at,
      )
  }
}
