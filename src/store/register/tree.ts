/** The two trees of the register are kept alike. */
export type Tree = 'org' | 'place'

export type PathNode = { readonly id: string; readonly code: string; readonly kind: string; readonly class: string }

/** SQL of the ids in the subtrees of `roots` (a uuid[] expression; null for all there is) on a day: a CTE body with one column `id`. Needs `with recursive`. */
export const below = (tree: Tree, roots: string, on: string): string =>
  `select x.id from (select unnest(${roots}::uuid[]) as id union all select ${tree}_id from ${tree} where tenant_id = $1 and ${roots}::uuid[] is null) x
   union
   select t.${tree}_id from ${tree}_term t join below b on t.tenant_id = $1 and t.parent_id = b.id and t.valid_from <= ${on}::date and t.valid_until > ${on}::date`

/** A pattern for LIKE that finds the text anywhere. */
export const anywhere = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`
