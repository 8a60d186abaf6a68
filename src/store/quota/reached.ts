import type { DeedAsk, HeldAsk, QuotaRead } from '#command/ports/quota.ts'
import type { FigureRecord, SubjectRow } from '#command/views.ts'
import type { Sql } from '../sql.ts'
import { deedValues, deedsBy } from './deeds.ts'
import { tieValues, tiesBy } from './held.ts'

/*
 * Of what is linked on a day: what was reached, by the assignee or, where what was done before a move comes along, by whomever; what was
 * reached and is linked no more; what still waits.
 */

/**
 * Four parameters for what is held ($2–$5), then the deeds. From what was done to whether it is linked, not the other way round: people visit
 * less than they answer for.
 */
const both = (ask: DeedAsk, held: HeldAsk, anyone: boolean): string => {
  const times = Math.trunc(ask.times ?? 1)
  /** Confirmed by enough records that are, and there at all by enough of both. */
  const enough = `count(distinct record_id) filter (where not pending) < ${times} as pending`
  return `with recursive ${tiesBy(held.who)}, ${deedsBy(ask.who, 6)},
  cover as (
    select distinct t.assignee, d.place, t.to_subject_id as subject, t.valid_from <= $5 and t.valid_until > $5 as now
    from tie t left join land d on d.top = t.to_place_id where t.valid_from < t.valid_until and t.valid_until > $4::date),
  own as (select assignee, key, ${enough} from deed where period = 0 and key is not null group by 1, 2 having count(distinct record_id) >= ${times}),
  any_ as (
    select f.key, ${enough} from fact f, period p
    where $14::boolean and f.tenant_id = $1 and f.campaign_id = $6 and f.indicator = any($7::text[]) and f.retracted_at is null and f.key is not null
      and p.period = 0 and f.day between p."from" and p."to" group by 1 having count(distinct record_id) >= ${times}),
  seen as (select distinct key from own ${anyone ? 'union select key from any_' : ''}),
  met_ever as (
    select s.subject_id, s.kind, s.tags, c.assignee, c.now from seen k join subject s on s.tenant_id = $1 and s.subject_id = k.key join cover c on c.place = s.place_id
    where $3::text[] = '{}' or s.kind = any($3)
    union
    select s.subject_id, s.kind, s.tags, c.assignee, c.now from seen k join subject s on s.tenant_id = $1 and s.subject_id = k.key join cover c on c.subject = s.subject_id
    where $3::text[] = '{}' or s.kind = any($3)),
  met as (
    select k.assignee, k.subject_id, k.kind, k.tags, o.key is null as other, case when o.key is null then a.pending else o.pending end as pending
    from met_ever k left join own o on o.assignee = k.assignee and o.key = k.subject_id left join any_ a on a.key = k.subject_id
    where k.now and (o.key is not null ${anyone ? 'or a.key is not null' : ''}))`
}

const values = (ask: DeedAsk, held: HeldAsk, anyone: boolean): readonly unknown[] => [...tieValues(held), ...deedValues(ask), anyone]

type Row = { id: string; kind: string | null; tags: string[] | null; pending: boolean | null; count: number; others: number; gone: number }

export const reached =
  (sql: Sql): QuotaRead['reached'] =>
  async (ask, held, anyone) => {
    if (ask.ranges.length === 0) return new Map()
    const rows = await sql.rows<Row>(
      `${both(ask, held, anyone)}
       select assignee as id, kind, tags, pending, count(*)::int as count, count(*) filter (where other)::int as others, 0 as gone from met group by 1, 2, 3, 4
       union all
       select o.assignee, null, null, null, 0, 0, count(*)::int from own o
       where exists (select from met_ever k where k.assignee = o.assignee and k.subject_id = o.key and not k.now)
         and not exists (select from met_ever k where k.assignee = o.assignee and k.subject_id = o.key and k.now) group by 1`,
      values(ask, held, anyone),
    )
    return new Map(
      [...Map.groupBy(rows, (r) => r.id)].map(([id, of]) => [
        id,
        {
          reached: of.flatMap(({ kind, tags, pending, count }) =>
            kind === null ? [] : [{ kind, tags: tags ?? [], pending: pending === true, count }],
          ),
          gone: of.reduce((n, r) => n + r.gone, 0),
          others: of.reduce((n, r) => n + r.others, 0),
        },
      ]),
    )
  }

export const waiting =
  (sql: Sql): QuotaRead['waiting'] =>
  async (ask, held, anyone, groups, limit) => {
    if (ask.ranges.length === 0 || groups.length === 0) return []
    const mixes = groups.map(({ kind, tags }) => ({ kind, tags }))
    return sql.rows<SubjectRow>(
      `${both(ask, held, anyone)}
       select s.subject_id as id, s.code, s.kind, s.name, s.place_id as place, coalesce(t.name, '') as "placeName", s.address, s.tags
       from (select place, subject from cover where now) k join subject s on s.tenant_id = $1 and (s.subject_id = k.subject or s.place_id = k.place)
       left join lateral (select name from place_term t where t.tenant_id = $1 and t.place_id = s.place_id order by valid_from desc limit 1) t on true
       where jsonb_build_object('kind', s.kind, 'tags', s.tags) in (select jsonb_array_elements($15::jsonb)) and not exists (select from met m where m.subject_id = s.subject_id)
       group by s.tenant_id, s.subject_id, t.name order by s.code limit $16`,
      [...values(ask, held, anyone), JSON.stringify(mixes), limit],
    )
  }

/** What was reached stands with the last record that reached it. */
export const reachedBy =
  (sql: Sql): QuotaRead['reachedBy'] =>
  async (ask, held, anyone, limit) => {
    if (ask.ranges.length === 0) return []
    return sql.rows<FigureRecord>(
      `${both(ask, held, anyone)},
       visit as (
         select key, record_id, day, pending from deed where period = 0
         union all
         select f.key, f.record_id, f.day, f.pending from fact f, period p
         where $14 and f.tenant_id = $1 and f.campaign_id = $6 and f.indicator = any($7::text[]) and f.retracted_at is null and p.period = 0 and f.day between p."from" and p."to"),
       last as (
         select distinct on (v.key) v.key, v.record_id, v.day, v.pending from met m join visit v on v.key = m.subject_id and v.pending = m.pending
         order by v.key, v.day desc, v.record_id desc),
       row as (select record_id, max(day) as day, count(*) as value, pending from last group by record_id, pending)
       select r.campaign_id as campaign, x.record_id as record, r.version, r.sort, r.kind, x.day, coalesce(o.name, '') as "orgName", x.value::text as value, null as key, r.gist, x.pending
       from row x join record r on r.tenant_id = $1 and r.record_id = x.record_id
       left join lateral (select name from org_term t where t.tenant_id = $1 and t.org_id = r.org_id order by valid_from desc limit 1) o on true
       order by x.day desc, x.record_id desc limit $15`,
      [...values(ask, held, anyone), limit],
    )
  }

export const places =
  (sql: Sql): QuotaRead['places'] =>
  async (ask, kinds) => {
    if (ask.ranges.length === 0) return new Map()
    const rows = await sql.rows<{ id: string; place: string; pending: boolean; count: number }>(
      `with ${deedsBy(ask.who, 2)},
       spot as (
         select p.path_id, case when $10::text[] is null then p.nodes[cardinality(p.nodes)] else (
           select n.node from unnest(p.nodes) with ordinality n(node, i)
           where (select t.kind from place_term t where t.tenant_id = $1 and t.place_id = n.node order by t.valid_from desc limit 1) = any($10)
           order by n.i desc limit 1) end as place
         from path p where p.tenant_id = $1 and p.path_id in (select place_path from deed)),
       one as (
         select d.assignee, s.place, d.key, bool_and(d.pending) as pending from deed d join spot s on s.path_id = d.place_path
         where d.key is not null and s.place is not null and d.period = 0 group by 1, 2, 3)
       select assignee as id, place, pending, count(*)::int as count from one group by 1, 2, 3`,
      [...deedValues(ask), kinds],
    )
    return Map.groupBy(rows, (r) => r.id)
  }
