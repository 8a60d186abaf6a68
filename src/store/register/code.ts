import type { Misfit } from '#kit/fault.ts'
import type { Outcome } from '#register/entry.ts'
import { misfit } from '#register/misfits.ts'
import type { Sql } from '../sql.ts'

/** Ids of known codes. */
export const idsOf = async (
  sql: Sql,
  table: 'org' | 'place' | 'person' | 'subject' | 'team',
  codes: Iterable<string>,
): Promise<ReadonlyMap<string, string>> => {
  const distinct = [...new Set(codes)]
  if (distinct.length === 0) return new Map()
  const rows = await sql.rows<{ code: string; id: string }>(
    `select c.code, x.id from unnest($2::text[]) c(code) cross join lateral (select ${table}_id as id from ${table} where tenant_id = $1 and code = c.code limit 1) x`,
    [distinct],
  )
  return new Map(rows.map((r) => [r.code, r.id]))
}

/** What is refused, by its place among the entries: whatever has misfits, and of several with one code all but the first. */
export const refusedOf = <E extends { readonly code: string }>(
  entries: readonly E[],
  misfitsOf: (entry: E) => readonly Misfit[],
): ReadonlyMap<number, readonly Misfit[]> => {
  const first = new Map<string, number>()
  const refused = new Map<number, readonly Misfit[]>()
  entries.forEach((entry, i) => {
    const before = first.get(entry.code)
    if (before === undefined) first.set(entry.code, i)
    const own = misfitsOf(entry)
    if (own.length > 0) refused.set(i, own)
    else if (before !== undefined) refused.set(i, [misfit('code', 'code-twice', { value: entry.code, row: before + 1 })])
  })
  return refused
}

export const outcomes = (count: number, of: (i: number) => Outcome): readonly Outcome[] => Array.from({ length: count }, (_, i) => of(i))
