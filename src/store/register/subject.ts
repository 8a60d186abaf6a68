import { uuidv7 } from 'uuidv7'
import type { Misfit } from '#kit/fault.ts'
import type { Outcome, SubjectEntry } from '#register/entry.ts'
import { misfit } from '#register/misfits.ts'
import type { Sql } from '../sql.ts'
import { idsOf, outcomes, twice } from './save.ts'

/** One statement for the whole batch, however many are new, changed or the same. */
export const saveSubjects = async (sql: Sql, entries: readonly SubjectEntry[]): Promise<readonly Outcome[]> => {
  if (entries.length === 0) return []
  const places = await idsOf(sql, 'place', entries.flatMap((e) => (e.place == null ? [] : [e.place])))
  const known = await idsOf(sql, 'subject', entries.map((e) => e.code))
  const refused = check(entries, places, known)
  const standing = entries.filter((_, i) => !refused.has(i))
  const rows = standing.map((e) => ({
    id: known.get(e.code) ?? e.id ?? uuidv7(),
    code: e.code,
    name: e.name,
    kind: e.kind ?? null,
    place: e.place == null ? null : (places.get(e.place) ?? null),
    placed: e.place !== undefined,
    address: e.address ?? null,
    tags: e.tags ?? null,
  }))
  const written = rows.length === 0 ? [] : await sql.rows<{ code: string }>(upsert, [JSON.stringify(rows)])
  const touched = new Set(written.map((w) => w.code))
  return outcomes(entries.length, (i) => {
    const code = entries[i]?.code ?? ''
    return refused.get(i) ?? (!known.has(code) ? 'added' : touched.has(code) ? 'changed' : 'same')
  })
}

const upsert = `
  insert into subject (tenant_id, subject_id, code, kind, name, place_id, address, tags)
  select $1, x.id, x.code, coalesce(x.kind, s.kind), x.name, case when x.placed then x.place else s.place_id end,
    coalesce(x.address, s.address, ''), coalesce(x.tags, s.tags, '{}')
  from jsonb_to_recordset($2::jsonb) as x(id uuid, code text, kind text, name text, place uuid, placed boolean, address text, tags text[])
  left join subject s on s.tenant_id = $1 and s.subject_id = x.id
  on conflict (tenant_id, subject_id) do update set kind = excluded.kind, name = excluded.name, place_id = excluded.place_id, address = excluded.address, tags = excluded.tags
    where (subject.kind, subject.name, subject.place_id, subject.address, subject.tags)
      is distinct from (excluded.kind, excluded.name, excluded.place_id, excluded.address, excluded.tags)
  returning code`

const check = (entries: readonly SubjectEntry[], places: ReadonlyMap<string, string>, known: ReadonlyMap<string, string>): ReadonlyMap<number, readonly Misfit[]> => {
  const refused = new Map<number, readonly Misfit[]>()
  for (const [i, m] of twice(entries.map((e) => e.code), (value, first) => misfit('code', 'code-twice', { value, row: first + 1 }))) refused.set(i, [m])
  entries.forEach((e, i) => {
    const misfits = [
      ...(e.place != null && !places.has(e.place) ? [misfit('place', 'unknown-place', { value: e.place })] : []),
      ...(e.kind === undefined && !known.has(e.code) ? [misfit('kind', 'kind-missing')] : []),
    ]
    if (misfits.length > 0) refused.set(i, misfits)
  })
  return refused
}
