import type { Misfit } from '#kit/fault.ts'
import type { Outcome } from '#register/entry.ts'
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

/** The first of several entries with one code stands; the others are refused. */
export const twice = (codes: readonly string[], say: (code: string, first: number) => Misfit): ReadonlyMap<number, Misfit> => {
  const first = new Map<string, number>()
  const found = new Map<number, Misfit>()
  codes.forEach((code, i) => {
    const at = first.get(code)
    if (at === undefined) first.set(code, i)
    else found.set(i, say(code, at))
  })
  return found
}

export const outcomes = (count: number, of: (i: number) => Outcome): readonly Outcome[] => Array.from({ length: count }, (_, i) => of(i))
