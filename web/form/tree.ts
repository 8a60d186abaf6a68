type Row = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly parent: string | null
  readonly aliases: readonly string[]
}

/** Where a node hangs, nearest first and without the root: 云溪镇. Same names in different towns stay apart. */
export const branchOf = (byId: ReadonlyMap<string, Row>, row: Row): string => {
  const above: string[] = []
  for (
    let at = row.parent === null ? undefined : byId.get(row.parent);
    at !== undefined && at.parent !== null && above.length < 20;
    at = byId.get(at.parent)
  )
    above.push(at.name)
  return above.reverse().join(' / ')
}

/** Rows whose name, alias or code holds what was typed; the ones whose name begins with it first. */
export const narrowed = <R extends Row>(rows: readonly R[], byId: ReadonlyMap<string, Row>, typed: string): readonly R[] => {
  const words = typed
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return rows
  const text = (row: R) => `${row.name} ${row.aliases.join(' ')} ${row.code} ${branchOf(byId, row)}`.toLowerCase()
  const fits = rows.filter((row) => words.every((word) => text(row).includes(word)))
  const first = words[0] ?? ''
  return fits.sort((a, b) => Number(b.name.toLowerCase().startsWith(first)) - Number(a.name.toLowerCase().startsWith(first)))
}

export type Branch<R> = R & { readonly children?: Branch<R>[] }

/** Rows as trees; a row whose parent is not among them stands at the top. */
export const grow = <R extends Row>(rows: readonly R[]): Branch<R>[] => {
  const nodes = new Map(rows.map((row) => [row.id, { ...row, children: undefined as Branch<R>[] | undefined }]))
  const tops: Branch<R>[] = []
  for (const node of nodes.values()) {
    const above = node.parent === null ? undefined : nodes.get(node.parent)
    if (above === undefined) tops.push(node as Branch<R>)
    else (above.children ??= []).push(node as Branch<R>)
  }
  return tops
}

/** The rows and all above them, so that a search result still hangs in its tree. */
export const withAbove = <R extends Row>(all: readonly R[], some: readonly R[]): readonly R[] => {
  const byId = new Map(all.map((row) => [row.id, row]))
  const keep = new Set<string>()
  for (const row of some)
    for (let at: R | undefined = row; at !== undefined && !keep.has(at.id); at = at.parent === null ? undefined : byId.get(at.parent))
      keep.add(at.id)
  return all.filter((row) => keep.has(row.id))
}
