import { uuidv7 } from 'uuidv7'
import type { Misfit } from '#kit/fault.ts'
import type { LinkEntry, Outcome } from '#register/entry.ts'
import { type MisfitCode, misfit } from '#register/misfits.ts'
import type { Sql } from '../sql.ts'
import { idsOf, outcomes } from './save.ts'

type Ends = Readonly<Record<'org' | 'place' | 'person' | 'subject', ReadonlyMap<string, string>>>

/** A link is known again by its two ends, its role and, when given, its first day. */
export const saveLinks = async (sql: Sql, entries: readonly LinkEntry[]): Promise<readonly Outcome[]> => {
  if (entries.length === 0) return []
  const ends: Ends = {
    org: await idsOf(sql, 'org', entries.flatMap((e) => [...codes(e.by, 'org'), ...codes(e.to, 'org')])),
    place: await idsOf(sql, 'place', entries.flatMap((e) => codes(e.to, 'place'))),
    person: await idsOf(sql, 'person', entries.flatMap((e) => codes(e.by, 'person'))),
    subject: await idsOf(sql, 'subject', entries.flatMap((e) => codes(e.to, 'subject'))),
  }
  const refused = new Map(entries.flatMap((e, i) => (check(e, ends).length > 0 ? [[i, check(e, ends)]] : [])))
  const rows = entries.flatMap((e, i) => (refused.has(i) ? [] : [row(e, i, ends)]))
  const written = rows.length === 0 ? [] : await sql.rows<{ i: number; fresh: boolean }>(upsert, [JSON.stringify(rows)])
  const touched = new Map(written.map((w) => [w.i, w.fresh]))
  return outcomes(entries.length, (i) => refused.get(i) ?? (touched.has(i) ? (touched.get(i) ? 'added' : 'changed') : 'same'))
}

const codes = (end: object, key: string): readonly string[] => Object.entries(end).flatMap(([k, code]) => (k === key ? [String(code)] : []))

const row = (e: LinkEntry, i: number, ends: Ends): object => {
  const id = (end: object, key: keyof Ends): string | null => codes(end, key).map((c) => ends[key].get(c))[0] ?? null
  return {
    i, id: e.id ?? uuidv7(), person: id(e.by, 'person'), org: id(e.by, 'org'),
    to_place: id(e.to, 'place'), to_org: id(e.to, 'org'), to_subject: id(e.to, 'subject'),
    role: e.role ?? '', from: e.from ?? null, until: e.until ?? null,
  }
}

const unknown: Readonly<Record<keyof Ends, MisfitCode>> = { org: 'unknown-org', place: 'unknown-place', person: 'unknown-person', subject: 'unknown-subject' }

const check = (e: LinkEntry, ends: Ends): readonly Misfit[] => {
  const missing = (path: 'by' | 'to'): readonly Misfit[] =>
    (Object.entries(e[path]) as [keyof Ends, string][]).flatMap(([k, value]) => (ends[k].has(value) ? [] : [misfit(path, unknown[k], { value })]))
  return [...missing('by'), ...missing('to'), ...(e.from != null && e.until != null && e.until <= e.from ? [misfit('until', 'day-order')] : [])]
}

/** Two lines that say the same link write it once. */
const upsert = `
  with said as (
    select distinct on (person, org, to_place, to_org, to_subject, role, "from") * from
      jsonb_to_recordset($2::jsonb) as x(i int, id uuid, person uuid, org uuid, to_place uuid, to_org uuid, to_subject uuid, role text, "from" date, until date)
    order by person, org, to_place, to_org, to_subject, role, "from", i desc),
  known as (
    select distinct on (s.i) s.i, l.link_id, l.valid_from, l.valid_until from said s join link l on l.tenant_id = $1
      and coalesce(l.org_id, l.person_id) = coalesce(s.org, s.person) and (l.org_id is null) = (s.org is null)
      and coalesce(l.to_place_id, l.to_org_id, l.to_subject_id) = coalesce(s.to_place, s.to_org, s.to_subject)
      and l.role = s.role and (s."from" is null or l.valid_from = s."from")
    order by s.i, l.valid_until desc),
  changed as (
    update link l set valid_until = s.until from said s join known k on k.i = s.i
    where l.tenant_id = $1 and l.link_id = k.link_id and s.until is not null and s.until <> k.valid_until and s.until > k.valid_from
    returning s.i),
  fresh as (
    insert into link (tenant_id, link_id, person_id, org_id, to_place_id, to_org_id, to_subject_id, role, valid_from, valid_until)
    select $1, s.id, s.person, s.org, s.to_place, s.to_org, s.to_subject, s.role, coalesce(s."from", '-infinity'), coalesce(s.until, 'infinity')
    from said s where not exists (select from known k where k.i = s.i) returning link_id)
  select i, false as fresh from changed union all select s.i, true from said s join fresh f on f.link_id = s.id`
