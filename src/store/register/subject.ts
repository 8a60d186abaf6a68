import { uuidv7 } from 'uuidv7'
import type { Misfit } from '#kit/fault.ts'
import type { Outcome, SubjectEntry } from '#register/entry.ts'
import { misfit } from '#register/misfits.ts'
import type { Sql } from '../sql.ts'
import { idsOf, outcomes, refusedOf } from './code.ts'

type Row = {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly name: string
  readonly place: string | null
  readonly address: string
  readonly tags: readonly string[]
}

/** Three statements for a batch: who is known, who is new, who changed. */
export const saveSubjects = async (sql: Sql, entries: readonly SubjectEntry[]): Promise<readonly Outcome[]> => {
  if (entries.length === 0) return []
  const places = await idsOf(
    sql,
    'place',
    entries.flatMap((e) => (e.place == null ? [] : [e.place])),
  )
  const known = await lookUp(
    sql,
    entries.map((e) => e.code),
  )
  const refused = check(entries, places, known)
  const plans = entries.map((e, i) => (refused.has(i) ? undefined : plan(e, known.get(e.code), places)))
  const rows = (wanted: Outcome): readonly Row[] => plans.flatMap((p) => (p?.outcome === wanted ? [p.row] : []))
  await write(sql, insert, rows('added'))
  await write(sql, update, rows('changed'))
  return outcomes(entries.length, (i) => plans[i]?.outcome ?? refused.get(i) ?? [])
}

const plan = (
  e: SubjectEntry,
  before: Row | undefined,
  places: ReadonlyMap<string, string>,
): { readonly row: Row; readonly outcome: Outcome } => {
  const place = e.place === undefined ? (before?.place ?? null) : e.place === null ? null : (places.get(e.place) ?? null)
  const row: Row = {
    id: before?.id ?? e.id ?? uuidv7(),
    code: e.code,
    name: e.name,
    place,
    kind: e.kind ?? before?.kind ?? '',
    address: e.address ?? before?.address ?? '',
    tags: e.tags ?? before?.tags ?? [],
  }
  const line = (r: Row): string => JSON.stringify([r.kind, r.name, r.place, r.address, r.tags])
  return { row, outcome: before === undefined ? 'added' : line(before) === line(row) ? 'same' : 'changed' }
}

const lookUp = async (sql: Sql, codes: readonly string[]): Promise<ReadonlyMap<string, Row>> => {
  const rows = await sql.rows<Row>(
    `select s.* from unnest($2::text[]) c(code) cross join lateral (
       select subject_id as id, code, kind, name, place_id as place, address, tags from subject where tenant_id = $1 and code = c.code limit 1) s`,
    [[...new Set(codes)]],
  )
  return new Map(rows.map((r) => [r.code, r]))
}

const write = async (sql: Sql, statement: string, rows: readonly Row[]): Promise<void> => {
  if (rows.length > 0) await sql.rows(statement, [JSON.stringify(rows)])
}

const said = 'jsonb_to_recordset($2::jsonb) as x(id uuid, code text, kind text, name text, place uuid, address text, tags text[])'
const insert = `insert into subject (tenant_id, subject_id, code, kind, name, place_id, address, tags)
  select $1, x.id, x.code, x.kind, x.name, x.place, x.address, x.tags from ${said}`
/** As an upsert of known rows, which goes by the key and never by a plan. */
const update = `${insert}
  on conflict (tenant_id, subject_id) do update set kind = excluded.kind, name = excluded.name, place_id = excluded.place_id, address = excluded.address, tags = excluded.tags`

const check = (
  entries: readonly SubjectEntry[],
  places: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, Row>,
): ReadonlyMap<number, readonly Misfit[]> =>
  refusedOf(entries, (e) => [
    ...(e.place != null && !places.has(e.place) ? [misfit('place', 'unknown-place', { value: e.place })] : []),
    ...(e.kind === undefined && !known.has(e.code) ? [misfit('kind', 'kind-missing')] : []),
  ])
