import type { Misfit } from '#kit/fault.ts'
import type { NodeEntry } from './entry.ts'
import { misfit } from './misfits.ts'
import type { TreeTerm } from './shape.ts'
import { sayTerm, termOn } from './term.ts'
import { circles, fallen } from './tree.ts'

export type Node = {
  readonly id: string
  readonly code: string
  readonly aliases: readonly string[]
  readonly terms: readonly TreeTerm<string>[]
}
export type NodePlan = Node & { readonly outcome: 'added' | 'changed' | 'same' }

/**
 * What becomes of a tree when these entries are said of it, in any order. `known` holds, by code, every node that is named,
 * and all that ever stood above it. A circle, on any day, refuses the changes of all who stand on it; a new node below one
 * that is refused falls with it.
 */
export const planTree = (
  entries: readonly NodeEntry[],
  known: ReadonlyMap<string, Node>,
  newId: () => string,
): readonly (NodePlan | readonly Misfit[])[] => {
  const fresh = new Map(entries.filter((e) => !known.has(e.code)).map((e) => [e.code, e.id ?? newId()]))
  const idOf = (code: string): string => known.get(code)?.id ?? fresh.get(code) ?? ''
  const refused = new Map<number, readonly Misfit[]>()
  let news: ReadonlyMap<number, readonly Misfit[]> = shapes(entries, known, fresh)
  // A refused move leaves a node where it was, which may close another circle: again until nothing more falls.
  for (;;) {
    for (const [i, misfits] of news) refused.set(i, misfits)
    for (const [i, misfits] of orphans(entries, refused, fresh)) refused.set(i, misfits)
    const plans = entries.map((entry, i) => (refused.has(i) ? undefined : plan(entry, known.get(entry.code), idOf)))
    news = onCircles(plans, known)
    if (news.size === 0) return entries.map((_, i) => plans[i] ?? refused.get(i) ?? [])
  }
}

const blank = { parent: null, name: '', kind: '', class: '' }

const plan = (entry: NodeEntry, before: Node | undefined, idOf: (code: string) => string): NodePlan => {
  const said = {
    from: entry.from,
    until: entry.until,
    name: entry.name,
    kind: entry.kind,
    class: entry.class,
    parent: entry.parent == null ? entry.parent : idOf(entry.parent),
  }
  const terms = sayTerm<Omit<TreeTerm<string>, 'from' | 'until'>>(before?.terms ?? [], said, blank)
  const aliases = entry.aliases ?? before?.aliases ?? []
  const node = { id: idOf(entry.code), code: entry.code, aliases, terms }
  if (before === undefined) return { ...node, outcome: 'added' }
  return { ...node, outcome: terms === before.terms && aliases.join('\n') === before.aliases.join('\n') ? 'same' : 'changed' }
}

/** What can be said of each entry by itself; of several with one code the first stands. */
const shapes = (
  entries: readonly NodeEntry[],
  known: ReadonlyMap<string, Node>,
  fresh: ReadonlyMap<string, string>,
): ReadonlyMap<number, readonly Misfit[]> => {
  const first = new Map<string, number>()
  return new Map(
    entries.flatMap((e, i): [number, readonly Misfit[]][] => {
      const before = first.get(e.code)
      if (before !== undefined) return [[i, [misfit('code', 'code-twice', { value: e.code, row: before + 1 })]]]
      first.set(e.code, i)
      const misfits = [
        ...(e.from != null && e.until != null && e.until <= e.from ? [misfit('until', 'day-order')] : []),
        ...(e.parent != null && !known.has(e.parent) && !fresh.has(e.parent)
          ? [misfit('parent', 'unknown-parent', { value: e.parent })]
          : []),
      ]
      return misfits.length > 0 ? [[i, misfits]] : []
    }),
  )
}

/** New nodes, and moves, whose new parent is refused. */
const orphans = (
  entries: readonly NodeEntry[],
  refused: ReadonlyMap<number, readonly Misfit[]>,
  fresh: ReadonlyMap<string, string>,
): readonly (readonly [number, readonly Misfit[]])[] => {
  const standing = entries.flatMap((e, i) => (refused.has(i) ? [] : [{ e, i }]))
  const parents = new Map(standing.map(({ e }) => [e.code, e.parent ?? null]))
  const lost = new Set([...fresh.keys()].filter((code) => !parents.has(code)))
  if (lost.size === 0) return []
  const down = fallen(parents, lost, (code) => fresh.has(code))
  return standing.flatMap(({ e, i }) =>
    down.has(e.code) ? [[i, [misfit('parent', 'unknown-parent', { value: e.parent ?? '' })]] as const] : [],
  )
}

const onCircles = (plans: readonly (NodePlan | undefined)[], known: ReadonlyMap<string, Node>): ReadonlyMap<number, readonly Misfit[]> => {
  const nodes = new Map<string, Node>([...known.values()].map((n) => [n.id, n]))
  for (const p of plans) if (p !== undefined) nodes.set(p.id, p)
  const changing = new Map(plans.flatMap((p, i) => (p === undefined || p.outcome === 'same' ? [] : [[p.id, i] as const])))
  const days = new Set([...nodes.values()].flatMap((n) => n.terms.map((t) => t.from ?? '')))
  const found = new Map<number, readonly Misfit[]>()
  for (const day of days) {
    for (const [id, circle] of circles(changing.keys(), (node) => termOn(nodes.get(node)?.terms ?? [], day)?.parent)) {
      const i = changing.get(id)
      const value = circle
        .slice(0, 6)
        .map((member) => nodes.get(member)?.code ?? '')
        .join(' → ')
      if (i !== undefined) found.set(i, [misfit('parent', 'circle', { value })])
    }
  }
  return found
}
