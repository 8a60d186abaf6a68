import type { PostRow, QuotaRead, UnitRow } from '#command/ports/quota.ts'
import type { Headcount } from '#figure/quota/shape.ts'
import { below } from '../register/tree.ts'
import type { Sql } from '../sql.ts'

/* Who could owe something: people with their posts, units and teams, as they were between two days. */

/** `$4` and `$5`: the days; an open end is the period's own. */
const within = (alias: string): string =>
  `greatest(${alias}.valid_from, $4::date) as "from", least(${alias}.valid_until - 1, $5::date) as until`
const overlaps = (alias: string): string => `${alias}.valid_from <= $5::date and ${alias}.valid_until > $4::date`

/** The newest term that had begun on the day, else the first there is. */
const termOf = (tree: string, id: string): string =>
  `select t.name, t.kind, t.class from ${tree}_term t where t.tenant_id = $1 and t.${tree}_id = ${id} order by (t.valid_from <= $3::date) desc, t.valid_from desc limit 1`

export const people =
  (sql: Sql): QuotaRead['people'] =>
  ({ within: roots, on, period, whom }) =>
    sql.rows<PostRow>(
      `with recursive below as (${below('org', '$2', '$3')}),
       chosen as (select distinct o.person_id from post o where o.tenant_id = $1 and o.org_id in (select id from below) and ${overlaps('o')} and ($6::uuid[] is null or o.person_id = any($6))),
       unit as (select distinct org_id as id from post where tenant_id = $1 and person_id in (select person_id from chosen)),
       up as (
         select u.id, u.id as node, 0 as height from unit u
         union all
         select up.id, t.parent_id, up.height + 1 from up cross join lateral (
           select a.parent_id from org_term a where a.tenant_id = $1 and a.org_id = up.node order by (a.valid_from <= $3::date) desc, a.valid_from desc limit 1) t
         where t.parent_id is not null and up.height < 40),
       way as (select id, array_agg(node order by height desc) as path from up group by id)
       select p.person_id as id, p.code, p.name, o.rank, o.post, o.org_id as org, g.code as "orgCode", t.name as "orgName", t.kind as "orgKind", t.class as "orgClass", w.path as "orgPath",
         ${within('o')}
       from chosen c join person p on p.tenant_id = $1 and p.person_id = c.person_id
       join post o on o.tenant_id = $1 and o.person_id = c.person_id and ${overlaps('o')}
       join org g on g.tenant_id = $1 and g.org_id = o.org_id join way w on w.id = o.org_id cross join lateral (${termOf('org', 'o.org_id')}) t
       order by p.code, o.valid_from, o.org_id`,
      [roots === 'all' ? null : roots, on, period.from, period.to, whom ?? null],
    )

export const orgs =
  (sql: Sql): QuotaRead['orgs'] =>
  ({ within: roots, on, period, whom }) =>
    sql.rows<UnitRow>(
      `with recursive below as (${below('org', '$2', '$3')})
       select g.org_id as id, g.code, n.name, t.kind, t.class, g.org_id as org, n.name as "orgName", ${within('t')}
       from below b join org g on g.tenant_id = $1 and g.org_id = b.id join org_term t on t.tenant_id = $1 and t.org_id = g.org_id and ${overlaps('t')}
       cross join lateral (${termOf('org', 'g.org_id')}) n where $6::uuid[] is null or g.org_id = any($6) order by g.code, t.valid_from`,
      [roots, on, period.from, period.to, whom ?? null],
    )

/** Teams with a member in the subtrees. A team lasts as long as somebody belongs to it. */
export const teams =
  (sql: Sql): QuotaRead['teams'] =>
  ({ within: roots, on, period, whom }) =>
    sql.rows<UnitRow>(
      `with recursive below as (${below('org', '$2', '$3')})
       select g.team_id as id, g.code, g.name, g.kind, '' as class, lead.org_id as org, coalesce(lead.name, '') as "orgName",
         greatest(min(m.valid_from), $4::date) as "from", least(max(m.valid_until) - 1, $5::date) as until
       from team g join team_member m on m.tenant_id = $1 and m.team_id = g.team_id
       left join lateral (
         select x.org_id, t.name from team_member x cross join lateral (${termOf('org', 'x.org_id')}) t
         where x.tenant_id = $1 and x.team_id = g.team_id and x.duty = 'lead' and x.org_id is not null order by x.valid_from desc limit 1) lead on true
       where g.tenant_id = $1 and ($6::uuid[] is null or g.team_id = any($6)) and exists (
         select from team_member x left join post o on o.tenant_id = $1 and o.person_id = x.person_id
         where x.tenant_id = $1 and x.team_id = g.team_id and coalesce(x.org_id, o.org_id) in (select id from below))
       group by g.team_id, g.code, g.name, g.kind, lead.org_id, lead.name having min(m.valid_from) <= $5::date and max(m.valid_until) > $4::date order by g.code`,
      [roots, on, period.from, period.to, whom ?? null],
    )

type Count = { id: string; day: string; members: number; branches: number }

export const headcounts =
  (sql: Sql): QuotaRead['headcounts'] =>
  async (ids, days) => {
    if (ids.length === 0) return new Map()
    const rows = await sql.rows<Count>(
      `with recursive day as (select d::date as day from unnest($3::date[]) d),
       line as (
         select r as top, r as id, 0 as height, day from unnest($2::uuid[]) r, day
         union
         select b.top, t.org_id, b.height + 1, b.day from line b join org_term t on t.tenant_id = $1 and t.parent_id = b.id and t.valid_from <= b.day and t.valid_until > b.day
         where b.height < 40)
       select b.top as id, b.day, count(distinct o.person_id)::int as members, count(distinct b.id) filter (where b.height = 1)::int as branches
       from line b left join post o on o.tenant_id = $1 and o.org_id = b.id and o.valid_from <= b.day and o.valid_until > b.day group by 1, 2 order by 1, 2`,
      [ids, days],
    )
    const one = (of: readonly Count[], what: 'members' | 'branches'): readonly Headcount[] =>
      of.map((r) => ({ from: r.day, count: r[what] }))
    return new Map(
      [...Map.groupBy(rows, (r) => r.id)].map(([id, of]) => [id, { members: one(of, 'members'), branches: one(of, 'branches') }]),
    )
  }
