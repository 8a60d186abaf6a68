import type { Sql } from '../sql.ts'

/** The two trees of the register are kept alike. */
export type Tree = 'org' | 'place'

export type PathNode = { readonly id: string; readonly code: string; readonly kind: string; readonly class: string }

/**
 * The way from the root down to a node on a day, for each of the pairs; empty when the node is not valid that day.
 * A node above that has no term on the day is taken as it was nearest to it, so that no path is cut short.
 */
export const pathsOn = async (
  sql: Sql,
  tree: Tree,
  pairs: readonly { readonly node: string; readonly day: string }[],
): Promise<readonly (readonly PathNode[])[]> => {
  if (pairs.length === 0) return []
  const keys = pairs.map((p) => `${p.node} ${p.day}`)
  const distinct = [...new Set(keys)]
  const rows = await sql.hot<{ i: number; id: string; code: string; kind: string; class: string }>(
    `with recursive up as (
       select n.i, n.day, n.node as id, t.parent_id, t.kind, t.class, 0 as height
       from unnest($2::uuid[], $3::date[]) with ordinality as n(node, day, i) cross join lateral (
         select a.parent_id, a.kind, a.class from ${tree}_term a
         where a.tenant_id = $1 and a.${tree}_id = n.node and a.valid_from <= n.day and a.valid_until > n.day limit 1) t
       union all
       select u.i, u.day, t.id, t.parent_id, t.kind, t.class, u.height + 1
       from up u cross join lateral (
         select a.${tree}_id as id, a.parent_id, a.kind, a.class from ${tree}_term a
         where a.tenant_id = $1 and a.${tree}_id = u.parent_id
         order by (a.valid_from <= u.day and a.valid_until > u.day) desc, (a.valid_from <= u.day) desc,
           case when a.valid_from <= u.day then a.valid_from end desc, a.valid_from
         limit 1) t
       where u.height < 40)
     select up.i::int, up.id, n.code, up.kind, up.class
     from up cross join lateral (select code from ${tree} where tenant_id = $1 and ${tree}_id = up.id limit 1) n order by up.i, up.height desc`,
    [distinct.map((k) => k.split(' ')[0]), distinct.map((k) => k.split(' ')[1])],
  )
  const found = new Map<string, PathNode[]>(distinct.map((k) => [k, []]))
  for (const { i, ...node } of rows) found.get(distinct[i - 1] ?? '')?.push(node)
  return keys.map((k) => found.get(k) ?? [])
}

/** SQL of the ids in the subtrees of `roots` (a uuid[] expression; null for all there is) on a day: a CTE body with one column `id`. Needs `with recursive`. */
export const below = (tree: Tree, roots: string, on: string): string =>
  `select x.id from (select unnest(${roots}::uuid[]) as id union all select ${tree}_id from ${tree} where tenant_id = $1 and ${roots}::uuid[] is null) x
   union
   select t.${tree}_id from ${tree}_term t join below b on t.tenant_id = $1 and t.parent_id = b.id and t.valid_from <= ${on}::date and t.valid_until > ${on}::date`

/** A pattern for LIKE that finds the text anywhere. */
export const anywhere = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`
