import { uuidv7 } from 'uuidv7'
import type { Misfit } from '#kit/fault.ts'
import type { LinkEntry, Outcome } from '#register/entry.ts'
import { type MisfitCode, misfit } from '#register/misfits.ts'
import type { Sql } from '../sql.ts'
import { since, until } from './day.ts'
import { idsOf, outcomes } from './code.ts'

type Ends = Readonly<Record<'org' | 'place' | 'person' | 'subject', ReadonlyMap<string, string>>>

type Row = {
  readonly id: string
  readonly person: string | null
  readonly org: string | null
  readonly to_place: string | null
  readonly to_org: string | null
  readonly to_subject: string | null
  readonly role: string
  readonly from: string
  readonly until: string
}

/** A link is known again by its two ends, its role and, when given, its first day. */
export const saveLinks = async (sql: Sql, entries: readonly LinkEntry[]): Promise<readonly Outcome[]> => {
  if (entries.length === 0) return []
  const ends: Ends = {
    org: await idsOf(
      sql,
      'org',
      entries.flatMap((e) => [...codes(e.by, 'org'), ...codes(e.to, 'org')]),
    ),
    place: await idsOf(
      sql,
      'place',
      entries.flatMap((e) => codes(e.to, 'place')),
    ),
    person: await idsOf(
      sql,
      'person',
      entries.flatMap((e) => codes(e.by, 'person')),
    ),
    subject: await idsOf(
      sql,
      'subject',
      entries.flatMap((e) => codes(e.to, 'subject')),
    ),
  }
  const refused = new Map(entries.flatMap((e, i) => (check(e, ends).length > 0 ? [[i, check(e, ends)]] : [])))
  const known = await lookUp(sql, ends)
  const written = new Map<string, Row>()
  const plans = entries.map((e, i) => (refused.has(i) ? undefined : plan(e, ends, known, written)))
  if (written.size > 0) await sql.rows(upsert, [JSON.stringify([...written.values()])])
  return outcomes(entries.length, (i) => plans[i] ?? refused.get(i) ?? [])
}

/** Puts the row into `known`, so that a second line that says the same finds it, and into `written` when it says something new. */
const plan = (e: LinkEntry, ends: Ends, known: Map<string, Row[]>, written: Map<string, Row>): Outcome => {
  const said = row(e, ends)
  const alike = known.get(keyOf(said)) ?? []
  const before = alike.find((l) => e.from == null || l.from === e.from)
  if (before === undefined) {
    known.set(keyOf(said), [said, ...alike])
    written.set(said.id, said)
    return 'added'
  }
  if (e.until == null || e.until === before.until || (before.from !== '-infinity' && e.until <= before.from)) return 'same'
  const after = { ...before, until: e.until }
  known.set(
    keyOf(said),
    alike.map((l) => (l === before ? after : l)),
  )
  written.set(after.id, after)
  return 'changed'
}

const keyOf = (r: Row): string => [r.person, r.org, r.to_place, r.to_org, r.to_subject, r.role].join(' ')

/** All links to the ends that were named, the last first, by what they are known by. */
const lookUp = async (sql: Sql, ends: Ends): Promise<Map<string, Row[]>> => {
  const to = (column: string, parameter: string): string =>
    `select l.* from unnest(${parameter}::uuid[]) e(id) cross join lateral (select * from link where tenant_id = $1 and ${column} = e.id offset 0) l`
  const rows = await sql.rows<Row>(
    `select link_id as id, person_id as person, org_id as org, to_place_id as to_place, to_org_id as to_org, to_subject_id as to_subject, role, valid_from as "from", valid_until as until
     from (${to('to_place_id', '$2')} union all ${to('to_org_id', '$3')} union all ${to('to_subject_id', '$4')}) l order by valid_until desc, valid_from desc`,
    [[...ends.place.values()], [...ends.org.values()], [...ends.subject.values()]],
  )
  return Map.groupBy(rows, keyOf)
}

const codes = (end: object, key: string): readonly string[] => Object.entries(end).flatMap(([k, code]) => (k === key ? [String(code)] : []))

const row = (e: LinkEntry, ends: Ends): Row => {
  const id = (end: object, key: keyof Ends): string | null => codes(end, key).map((c) => ends[key].get(c))[0] ?? null
  return {
    id: e.id ?? uuidv7(),
    person: id(e.by, 'person'),
    org: id(e.by, 'org'),
    to_place: id(e.to, 'place'),
    to_org: id(e.to, 'org'),
    to_subject: id(e.to, 'subject'),
    role: e.role ?? '',
    from: since(e.from ?? null),
    until: until(e.until ?? null),
  }
}

const unknown: Readonly<Record<keyof Ends, MisfitCode>> = {
  org: 'unknown-org',
  place: 'unknown-place',
  person: 'unknown-person',
  subject: 'unknown-subject',
}

const check = (e: LinkEntry, ends: Ends): readonly Misfit[] => {
  const missing = (path: 'by' | 'to'): readonly Misfit[] =>
    (Object.entries(e[path]) as [keyof Ends, string][]).flatMap(([k, value]) =>
      ends[k].has(value) ? [] : [misfit(path, unknown[k], { value })],
    )
  return [
    ...missing('by'),
    ...missing('to'),
    ...(e.from != null && e.until != null && e.until <= e.from ? [misfit('until', 'day-order')] : []),
  ]
}

const upsert = `
  insert into link (tenant_id, link_id, person_id, org_id, to_place_id, to_org_id, to_subject_id, role, valid_from, valid_until)
  select $1, x.id, x.person, x.org, x.to_place, x.to_org, x.to_subject, x.role, x."from", x.until
  from jsonb_to_recordset($2::jsonb) as x(id uuid, person uuid, org uuid, to_place uuid, to_org uuid, to_subject uuid, role text, "from" date, until date)
  on conflict (tenant_id, link_id) do update set valid_until = excluded.valid_until`
