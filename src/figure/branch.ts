/*
 * Distinct counts that add up. A key (a household) seen at several nodes of a tree counts once at each of them and once
 * at every node above. So that a sum over any subtree is the distinct count there, each node it was seen at gets +1 and
 * each node where two of its ways part gets −1 for every way beyond the first.
 */

/** A way from the root to a node: ids joined by '/'; the empty string is above all roots. */
export type Way = string

/** What a key contributes to each way's tally when it was seen at these ways (each named once, in any order). */
export const contribution = (ways: readonly Way[]): ReadonlyMap<Way, number> => {
  const tally = new Map<Way, number>()
  const add = (way: Way, n: number) => tally.set(way, (tally.get(way) ?? 0) + n)
  let before: readonly string[] | undefined
  // In depth-first order, neighbours part exactly where branches part: once for every branch beyond the first.
  for (const nodes of ways.map((w) => w.split('/')).sort(inTreeOrder)) {
    add(nodes.join('/'), 1)
    if (before) add(shared(before, nodes).join('/'), -1)
    before = nodes
  }
  return tally
}

const inTreeOrder = (a: readonly string[], b: readonly string[]): number => {
  const at = a.findIndex((node, i) => node !== b[i])
  if (at === -1) return a.length - b.length
  const other = b[at]
  return other === undefined ? 1 : (a[at] as string) < other ? -1 : 1
}

const shared = (a: readonly string[], b: readonly string[]): readonly string[] => {
  const at = a.findIndex((node, i) => node !== b[i])
  return at === -1 ? a : a.slice(0, at)
}

/** How a key's contribution changes when the ways it was seen at change from `before` to `after`. */
export const change = (before: readonly Way[], after: readonly Way[]): ReadonlyMap<Way, number> => {
  const delta = new Map(contribution(after))
  for (const [way, n] of contribution(before)) delta.set(way, (delta.get(way) ?? 0) - n)
  for (const [way, n] of delta) if (n === 0) delta.delete(way)
  return delta
}
