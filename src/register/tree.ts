/** Keys of the nodes that stand on a circle, each with the circle it stands on. `parentOf` is followed until it ends. */
export const circles = (
  nodes: Iterable<string>,
  parentOf: (node: string) => string | null | undefined,
): ReadonlyMap<string, readonly string[]> => {
  const done = new Set<string>()
  const found = new Map<string, readonly string[]>()
  for (const start of nodes) {
    const way: string[] = []
    const here = new Map<string, number>()
    let node: string | null | undefined = start
    while (node != null && !done.has(node) && !here.has(node)) {
      here.set(node, way.length)
      way.push(node)
      node = parentOf(node)
    }
    const at = node == null ? undefined : here.get(node)
    if (at !== undefined) for (const member of way.slice(at)) found.set(member, way.slice(at))
    for (const seen of way) done.add(seen)
  }
  return found
}

/**
 * Keys of the entries that cannot stand because the new parent they need is refused, or the one above it; `refused` is
 * where it begins. Those that run in a circle stand, as far as this goes.
 */
export const fallen = (
  entries: ReadonlyMap<string, string | null>,
  refused: ReadonlySet<string>,
  isNew: (key: string) => boolean,
): ReadonlySet<string> => {
  const down = new Set(refused)
  const stands = new Set<string>()
  for (const start of entries.keys()) {
    const way = new Set<string>()
    let key: string | null | undefined = start
    while (key != null && entries.has(key) && !down.has(key) && !stands.has(key) && !way.has(key)) {
      way.add(key)
      const parent: string | null | undefined = entries.get(key)
      key = parent != null && isNew(parent) ? parent : null
    }
    const into = key != null && down.has(key) ? down : stands
    for (const member of way) into.add(member)
  }
  for (const key of refused) down.delete(key)
  return down
}
