import type { Burdened, CareRead, Load, LoadAsk, LoadDay } from '#command/ports/care.ts'
import type { Sql } from '../sql.ts'
import { below } from '../register/tree.ts'

/*
 * How often, over all campaigns of the tenant. Visits to a subject are its calls; visits to a place the activities that took place there;
 * what an org was asked for are the records it handed in. `$2`, `$3`: the first and the last day.
 */

type Ground = { readonly from: string; readonly id: string; readonly table: string; readonly own?: string }

const counting = `r.tenant_id = $1 and r.state in ('submitted', 'accepted') and r.day between $2::date and $3::date`
const grounds: Readonly<Record<Burdened, Ground>> = {
  subject: {
    id: 'r.subject_id',
    table: 'subject',
    from: `(select subject_id, campaign_id, record_id, 'activity' as sort, kind, day, org_id, pending, true as visit, true as form from call
      where tenant_id = $1 and closed_at is null and day between $2::date and $3::date) r`,
  },
  place: {
    id: 'r.place_id',
    table: 'place',
    from: `(select place_id, campaign_id, record_id, sort, kind, day, org_id, state = 'submitted' as pending, true as visit, true as form from record r
      where ${counting} and place_id is not null and sort = 'activity') r`,
  },
  org: {
    id: 'r.org_id',
    table: 'org',
    own: 'r.org_id in (select id from below)',
    from: `(select campaign_id, record_id, sort, kind, day, org_id, state = 'submitted' as pending, true as visit, true as form from record r where ${counting}) r`,
  },
  person: {
    id: 'r.person_id',
    table: 'person',
    own: `r.person_id in (select o.person_id from post o where o.tenant_id = $1 and o.org_id in (select id from below) and o.valid_from <= $5::date and o.valid_until > $5::date)`,
    from: `(with base as (
        select r.campaign_id, r.record_id, r.sort, r.kind, r.day, r.org_id, r.state = 'submitted' as pending, v.content -> 'participants' as parts,
          coalesce(a.person_id, (v.content -> 'participants' ->> 0)::uuid) as filler
        from record r join record_version v on v.tenant_id = $1 and v.record_id = r.record_id and v.version = r.version
        left join account a on a.tenant_id = $1 and a.account_id = r.by_account where ${counting}),
      part as (
        select p.id::uuid as person_id, b.*, true as visit, p.id::uuid is not distinct from b.filler as form
        from base b cross join lateral (select distinct id from jsonb_array_elements_text(b.parts) e(id)) p
        union all
        select b.filler, b.*, false, true from base b where b.filler is not null and not b.parts ? b.filler::text)
      select person_id, campaign_id, record_id, sort, kind, day, org_id, pending, visit, form from part) r`,
  },
}

const rowsOf = (ask: LoadAsk): string => {
  const { id, from, table, own = `${id} in (select part.id from part)` } = grounds[ask.of]
  return `with recursive below as (${below('org', 'array[$4::uuid]', '$5')}),
     ground as (with recursive below as (${below('place', 'array[$6::uuid]', '$5')}) select id from below where id is not null),
     part as (select distinct ${id} as id from ${from} where r.org_id in (select id from below))
   select ${id} as id, count(*)::int as times from ${from} ${table === 'subject' ? 'join subject s on s.tenant_id = $1 and s.subject_id = r.subject_id' : ''}
   where ($4::uuid is null or ${own})
     and ($6::uuid is null or ${ask.of === 'subject' ? 's.place_id' : ask.of === 'place' ? 'r.place_id' : 'null::uuid'} in (select id from ground))
     and ($7::text[] is null or ${ask.of === 'subject' ? 's.kind = any($7)' : 'true'})
   group by 1 having $8::int is null or (-count(*), ${id}) > (-$8::int, $9::uuid) order by count(*) desc, 1 limit $10`
}

export const loads =
  (sql: Sql): CareRead['loads'] =>
  (ask) =>
    sql.rows<Load>(rowsOf(ask), [
      ask.period.from,
      ask.period.to,
      ask.org ?? null,
      ask.on,
      ask.place ?? null,
      ask.kinds ?? null,
      ask.after?.times ?? null,
      ask.after?.id ?? null,
      ask.limit,
    ])

export const loadDays =
  (sql: Sql): CareRead['loadDays'] =>
  async (of, ids, { from, to }) => {
    if (ids.length === 0) return []
    const { id, from: rows } = grounds[of]
    return sql.rows<LoadDay>(
      `select ${id} as id, r.campaign_id as campaign, r.sort, r.kind, r.day, r.org_id as org, count(*)::int as times,
         count(*) filter (where r.pending)::int as pending, count(*) filter (where r.visit)::int as visits, count(*) filter (where r.form)::int as forms from ${rows}
       where ${id} = any($4::uuid[]) group by 1, 2, 3, 4, 5, 6 order by r.day`,
      [from, to, ids],
    )
  }

export const people =
  (sql: Sql): CareRead['people'] =>
  async (of, ids, { from, to }) => {
    if (ids.length === 0) return new Map()
    const { id, from: rows } = grounds[of]
    const found = await sql.rows<{ id: string; people: number }>(
      `select ${id} as id, count(distinct p.id)::int as people from ${rows}
       join record h on h.tenant_id = $1 and h.record_id = r.record_id
       join record_version v on v.tenant_id = $1 and v.record_id = h.record_id and v.version = h.version
       cross join lateral jsonb_array_elements_text(v.content -> 'participants') p(id)
       where ${id} = any($4::uuid[]) group by 1`,
      [from, to, ids],
    )
    return new Map(found.map((r) => [r.id, r.people]))
  }

export const calls =
  (sql: Sql): CareRead['calls'] =>
  async (subjects, { from, to }, without) =>
    subjects.length === 0
      ? []
      : sql.rows(
          `select record_id as record, subject_id as subject, campaign_id as campaign, day, org_id as org from call
           where tenant_id = $1 and subject_id = any($2::uuid[]) and closed_at is null and day between $3::date and $4::date
             and ($5::uuid is null or record_id <> $5) order by day`,
          [subjects, from, to, without ?? null],
        )

export const visitsOf =
  (sql: Sql): CareRead['visitsOf'] =>
  (of, id, { from, to }, without) =>
    sql.rows(
      `select r.record_id as record, r.campaign_id as campaign, r.day, r.org_id as org from ${grounds[of].from}
       where ${grounds[of].id} = $4 and ($5::uuid is null or r.record_id <> $5) order by r.day`,
      [from, to, id, without ?? null],
    )

/** The last name a node had. */
const lastName = (tree: 'org' | 'place', id: string): string =>
  `left join lateral (select x.name, x.kind from ${tree}_term x where x.tenant_id = $1 and x.${tree}_id = ${id} order by x.valid_from desc limit 1) t on true`

const named: Readonly<Record<Burdened, string>> = {
  subject: `select n.subject_id as id, n.code, n.name, n.kind, coalesce(t.name, '') as "placeName" from subject n ${lastName('place', 'n.place_id')}
    where n.tenant_id = $1 and n.subject_id = any($2::uuid[])`,
  place: `select n.place_id as id, n.code, coalesce(t.name, '') as name, coalesce(t.kind, '') as kind, '' as "placeName" from place n ${lastName('place', 'n.place_id')}
    where n.tenant_id = $1 and n.place_id = any($2::uuid[])`,
  org: `select n.org_id as id, n.code, coalesce(t.name, '') as name, coalesce(t.kind, '') as kind, '' as "placeName" from org n ${lastName('org', 'n.org_id')}
    where n.tenant_id = $1 and n.org_id = any($2::uuid[])`,
  person: `select n.person_id as id, n.code, n.name, coalesce(o.post, '') as kind, coalesce(t.name, '') as "placeName" from person n
    left join lateral (select p.org_id, p.post from post p where p.tenant_id = $1 and p.person_id = n.person_id order by p.valid_from desc, p.org_id limit 1) o on true
    ${lastName('org', 'o.org_id')} where n.tenant_id = $1 and n.person_id = any($2::uuid[])`,
}

export const faces =
  (sql: Sql): CareRead['faces'] =>
  async (of, ids) => {
    type Face = { id: string; code: string; name: string; kind: string; placeName: string }
    return new Map((ids.length === 0 ? [] : await sql.rows<Face>(named[of], [ids])).map((r) => [r.id, r]))
  }
