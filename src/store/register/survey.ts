import type { LinkSurveyFilter, RegisterRead } from '#command/ports/register.ts'
import type { LinkSide, LinkSurvey, LinkSurveyRow } from '#command/link-views.ts'
import { type Kind, orgKinds, placeKinds, sameKind, subjectKinds } from '#scheme/kind.ts'
import type { Sql } from '../sql.ts'
import { nameOn } from './list.ts'
import { anywhere, below } from './tree.ts'

/*
 * Who answers for whom, looked at from one side: everybody there is on that side, with partners or without. `$2` the day, `$3` orgs whose
 * subtrees are looked at (null: all), `$4` words, `$5` kinds, `$6` a tag, `$7` a role.
 */

type Side = { readonly all: string; readonly column: string; readonly kinds: readonly Kind[]; readonly answers: boolean }

const words = (...columns: readonly string[]): string => `($4::text is null or ${columns.map((c) => `${c} like $4`).join(' or ')})`
const inTree = `with recursive below as (${below('org', '$3', '$2')})`
const unused = (...parameters: readonly string[]): string => parameters.map((p) => `(${p} is null or true)`).join(' and ')

const orgs = `${inTree} select n.org_id as id, n.code, t.name, t.kind, coalesce(a.name, '') as about
  from org n join org_term t on t.tenant_id = $1 and t.org_id = n.org_id and t.valid_from <= $2::date and t.valid_until > $2::date
  left join lateral (${nameOn('org', 't.parent_id')}) a on true
  where n.tenant_id = $1 and n.org_id in (select id from below) and ($5::text[] is null or t.kind = any($5)) and ${words('t.name', 'n.code')} and ${unused('$6::text')}`

const sides: Readonly<Record<LinkSide, Side>> = {
  subject: {
    all: `select s.subject_id as id, s.code, s.name, s.kind, concat_ws(' ', t.name, nullif(s.address, '')) as about
      from subject s left join lateral (${nameOn('place', 's.place_id')}) t on true
      where s.tenant_id = $1 and ($5::text[] is null or s.kind = any($5)) and ($6::text is null or $6 = any(s.tags)) and ${words('s.name', 's.code', 's.address')} and ${unused('$3::uuid[]')}`,
    column: 'to_subject_id',
    kinds: subjectKinds,
    answers: false,
  },
  place: {
    all: `select n.place_id as id, n.code, t.name, t.kind, coalesce(a.name, '') as about
      from place n join place_term t on t.tenant_id = $1 and t.place_id = n.place_id and t.valid_from <= $2::date and t.valid_until > $2::date
      left join lateral (${nameOn('place', 't.parent_id')}) a on true
      where n.tenant_id = $1 and ($5::text[] is null or t.kind = any($5)) and ${words('t.name', 'n.code')} and ${unused('$3::uuid[]', '$6::text')}`,
    column: 'to_place_id',
    kinds: placeKinds,
    answers: false,
  },
  org: { all: orgs, column: 'to_org_id', kinds: orgKinds, answers: false },
  unit: { all: orgs, column: 'org_id', kinds: orgKinds, answers: true },
  person: {
    all: `${inTree} select p.person_id as id, p.code, p.name, o.rank as kind, concat_ws(' ', nullif(o.post, ''), t.name) as about
      from person p cross join lateral (
        select * from post o where o.tenant_id = $1 and o.person_id = p.person_id and o.valid_from <= $2::date and o.valid_until > $2::date
          and o.org_id in (select id from below) order by o.valid_from desc, o.org_id limit 1) o
      left join lateral (${nameOn('org', 'o.org_id')}) t on true
      where p.tenant_id = $1 and ($5::text[] is null or o.rank = any($5)) and ${words('p.name', 'p.code')} and ${unused('$6::text')}`,
    column: 'person_id',
    kinds: [],
    answers: true,
  },
}

const holds = 'l.tenant_id = $1 and l.valid_from <= $2::date and l.valid_until > $2::date and ($7::text is null or l.role = $7)'

/** The other ends of one row's links: the first thirty by name. */
const partners = ({ column, answers }: Side): string => {
  const shown = answers
    ? `case when l.to_place_id is not null then 'place' when l.to_org_id is not null then 'org' else 'subject' end as "is", coalesce(l.to_place_id, l.to_org_id, l.to_subject_id) as id,
       coalesce(a.name, b.name, s.name, '') as name`
    : `case when l.person_id is not null then 'person' else 'org' end as "is", coalesce(l.person_id, l.org_id) as id, coalesce(p.name, b.name, '') as name`
  const joins = answers
    ? `left join lateral (${nameOn('place', 'l.to_place_id')}) a on true left join lateral (${nameOn('org', 'l.to_org_id')}) b on true
       left join subject s on s.tenant_id = $1 and s.subject_id = l.to_subject_id`
    : `left join lateral (${nameOn('org', 'l.org_id')}) b on true left join person p on p.tenant_id = $1 and p.person_id = l.person_id`
  return `select jsonb_agg(jsonb_build_object('link', x.link, 'is', x."is", 'id', x.id, 'name', x.name, 'role', x.role) order by x.name, x.link) as partners
    from (select l.link_id as link, l.role, ${shown} from link l ${joins} where ${holds} and l.${column} = c.id order by 5, 1 limit 30) x`
}

export const surveyLinks =
  (sql: Sql): RegisterRead['linkSurvey'] =>
  async (filter) => {
    const side = sides[filter.side]
    const kinds = filter.kind === undefined ? null : side.kinds.length === 0 ? [filter.kind] : sameKind(side.kinds, filter.kind)
    const given = [
      filter.on,
      filter.within === 'all' ? null : filter.within,
      filter.q === undefined ? null : anywhere(filter.q),
      kinds,
      filter.tag ?? null,
      filter.role ?? null,
    ]
    const counts = await sql.one<LinkSurvey['counts']>(
      `with c as (${side.all}), n as (select l.${side.column} as id, count(*)::int as n from link l where ${holds} and l.${side.column} is not null group by 1)
       select count(*)::int as "all", count(n.id)::int as linked, coalesce(sum(n.n), 0)::int as links, coalesce(max(n.n), 0)::int as most from c left join n using (id)`,
      given,
    )
    const rows = await page(sql, side, filter, given)
    const last = rows.length > filter.limit ? rows[filter.limit - 1] : undefined
    return {
      counts: counts ?? { all: 0, linked: 0, links: 0, most: 0 },
      rows: rows.slice(0, filter.limit),
      next: last?.code ?? null,
    }
  }

const page = (sql: Sql, side: Side, filter: LinkSurveyFilter, given: readonly unknown[]): Promise<LinkSurveyRow[]> =>
  sql.rows<LinkSurveyRow>(
    `with c as (${side.all})
     select c.id, c.code, c.name, c.kind, c.about, n.n, coalesce(k.partners, '[]') as partners
     from c cross join lateral (select count(*)::int as n from link l where ${holds} and l.${side.column} = c.id) n
     left join lateral (${partners(side)}) k on n.n > 0
     where ($8::boolean is null or (n.n > 0) = $8) and ($9::text is null or c.code > $9) order by c.code limit $10`,
    [...given, filter.linked ?? null, filter.after ?? null, filter.limit + 1],
  )

/** By role: how many links hold on the day, and how many different ones stand at either end. */
export const summariseLinks =
  (sql: Sql): RegisterRead['linkSummary'] =>
  (on) =>
    sql.rows(
      `select role, count(*)::int as links, count(distinct person_id)::int as people, count(distinct org_id)::int as orgs,
         count(distinct to_subject_id)::int as subjects, count(distinct to_place_id)::int as places, count(distinct to_org_id)::int as "toOrgs"
       from link where tenant_id = $1 and valid_from <= $2::date and valid_until > $2::date group by role order by count(*) desc, role`,
      [on],
    )
