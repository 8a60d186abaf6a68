import type { RegisterRead } from '#command/ports/register.ts'
import type { LinkRow, NodeRow, OrgRow, PersonRow, PlaceRow, SubjectRow } from '#command/views.ts'
import { lastDay } from '#kit/day.ts'
import { sameKind, subjectKinds } from '#scheme/kind.ts'
import type { Sql } from '../sql.ts'
import { dayOf } from './day.ts'
import { type Tree, anywhere, below } from './tree.ts'

const nodeColumns = (tree: Tree): string =>
  `n.${tree}_id as id, n.code, t.name, t.kind, t.class, t.parent_id as parent, n.aliases
   from ${tree} n join ${tree}_term t on t.tenant_id = $1 and t.${tree}_id = n.${tree}_id and t.valid_from <= $2::date and t.valid_until > $2::date`

const nodeFilter = `n.tenant_id = $1 and ($3::text is null or t.name like $3 or n.code like $3 or exists (select from unnest(n.aliases) a where a like $3))`

export const listOrgs =
  (sql: Sql): RegisterRead['orgs'] =>
  ({ q, on, within }) =>
    sql.rows<OrgRow>(
      `with recursive below as (${below('org', '$4', '$2')})
     select ${nodeColumns('org')} join below b on b.id = n.org_id where ${nodeFilter} order by n.code`,
      [on, q === undefined ? null : anywhere(q), within === 'all' ? null : within],
    )

export const listPlaces =
  (sql: Sql): RegisterRead['places'] =>
  ({ q, on }) =>
    sql.rows<PlaceRow & NodeRow<string>>(`select ${nodeColumns('place')} where ${nodeFilter} order by n.code`, [
      on,
      q === undefined ? null : anywhere(q),
    ])

/** People whose post on the day (or, when none holds any more, whose last post) lies in the subtrees of `within`. */
export const listPeople =
  (sql: Sql): RegisterRead['people'] =>
  async ({ q, org, within, on, after, limit }) => {
    const rows = await sql.rows<PersonRow>(
      `with recursive below as (${below('org', '$3', '$2')}),
     chosen as (with recursive below as (${below('org', 'array[$4::uuid]', '$2')}) select id from below)
     select p.person_id as id, p.code, p.name, coalesce(o.rank, '') as rank, coalesce(o.post, '') as post, o.org_id as org, coalesce(t.name, '') as "orgName"
     from person p cross join lateral (
       select o.* from post o where o.tenant_id = $1 and o.person_id = p.person_id
         and o.org_id in (select id from below) and ($4::uuid is null or o.org_id in (select id from chosen))
         and (o.valid_from <= $2::date and o.valid_until > $2::date or not exists (
           select from post x where x.tenant_id = $1 and x.person_id = p.person_id and x.valid_until > o.valid_until))
       order by (o.valid_from <= $2::date and o.valid_until > $2::date) desc, o.valid_from desc, o.org_id limit 1) o
     left join lateral (${nameOn('org', 'o.org_id')}) t on true
     where p.tenant_id = $1 and ($5::text is null or p.name like $5 or p.code like $5) and ($6::text is null or p.code > $6)
     order by p.code limit $7`,
      [on, within === 'all' ? null : within, org ?? null, q === undefined ? null : anywhere(q), after ?? null, limit + 1],
    )
    return paged(rows, limit)
  }

/** The name of a node as it is on the day $2, else as it was last. */
export const nameOn = (tree: Tree, id: string): string =>
  `select x.name from ${tree}_term x where x.tenant_id = $1 and x.${tree}_id = ${id}
   order by (x.valid_from <= $2::date and x.valid_until > $2::date) desc, x.valid_from desc limit 1`

const paged = <T extends { readonly code: string }>(
  rows: readonly T[],
  limit: number,
): { readonly rows: readonly T[]; readonly next: string | null } =>
  rows.length > limit ? { rows: rows.slice(0, limit), next: rows[limit - 1]?.code ?? null } : { rows, next: null }

export const listSubjects =
  (sql: Sql): RegisterRead['subjects'] =>
  async ({ q, place, kind, tag, after, limit }) => {
    const rows = await sql.rows<SubjectRow>(
      `with recursive below as (${below('place', 'array[$3::uuid]', '$2')})
     select s.subject_id as id, s.code, s.kind, s.name, s.place_id as place, coalesce(t.name, '') as "placeName", s.address, s.tags
     from subject s left join lateral (${nameOn('place', 's.place_id')}) t on true
     where s.tenant_id = $1 and ($3::uuid is null or s.place_id in (select id from below))
       and ($4::text[] is null or s.kind = any($4)) and ($5::text is null or $5 = any(s.tags))
       and ($6::text is null or s.name like $6 or s.code like $6 or s.address like $6)
       and ($7::text is null or s.code > $7) order by s.code limit $8`,
      [
        lastDay,
        place ?? null,
        kind === undefined ? null : sameKind(subjectKinds, kind),
        tag ?? null,
        q === undefined ? null : anywhere(q),
        after ?? null,
        limit + 1,
      ],
    )
    return paged(rows, limit)
  }

export const subjectOf =
  (sql: Sql): RegisterRead['subject'] =>
  (subject) =>
    sql.one<SubjectRow>(
      `select s.subject_id as id, s.code, s.kind, s.name, s.place_id as place, coalesce(t.name, '') as "placeName", s.address, s.tags
     from subject s left join lateral (${nameOn('place', 's.place_id')}) t on true
     where s.tenant_id = $1 and s.subject_id = $3`,
      [lastDay, subject],
    )

type LinkLine = Omit<LinkRow, 'from' | 'until'> & { readonly from: string; readonly until: string }

export const listLinks =
  (sql: Sql): RegisterRead['links'] =>
  async ({ org, person, subject, place }) => {
    const rows = await sql.rows<LinkLine>(
      `select l.link_id as id, l.valid_from as "from", l.valid_until as until, l.role,
       coalesce(p.name, fo.name, '') as "fromName", coalesce(tp.name, tt.name, s.name, '') as "toName",
       case when l.to_place_id is not null then 'place' when l.to_org_id is not null then 'org' else 'subject' end as "toKind"
     from link l
     left join person p on p.tenant_id = $1 and p.person_id = l.person_id
     left join subject s on s.tenant_id = $1 and s.subject_id = l.to_subject_id
     left join lateral (${nameOn('org', 'l.org_id')}) fo on true
     left join lateral (${nameOn('org', 'l.to_org_id')}) tt on true
     left join lateral (${nameOn('place', 'l.to_place_id')}) tp on true
     where l.tenant_id = $1 and ($3::uuid is null or $3 in (l.org_id, l.to_org_id)) and ($4::uuid is null or l.person_id = $4)
       and ($5::uuid is null or l.to_subject_id = $5) and ($6::uuid is null or l.to_place_id = $6)
     order by l.valid_from desc, l.link_id limit 1000`,
      [lastDay, org ?? null, person ?? null, subject ?? null, place ?? null],
    )
    return rows.map((r) => ({ ...r, from: dayOf(r.from), until: dayOf(r.until) }))
  }

export const namesOf =
  (sql: Sql): RegisterRead['names'] =>
  async (ids) => {
    if (ids.length === 0) return {}
    const rows = await sql.rows<{ id: string; name: string }>(
      `select * from (select distinct on (org_id) org_id as id, name from org_term where tenant_id = $1 and org_id = any($2::uuid[]) order by org_id, valid_from desc) o
     union all select * from (select distinct on (place_id) place_id as id, name from place_term where tenant_id = $1 and place_id = any($2::uuid[]) order by place_id, valid_from desc) p
     union all select person_id, name from person where tenant_id = $1 and person_id = any($2::uuid[])
     union all select subject_id, name from subject where tenant_id = $1 and subject_id = any($2::uuid[])`,
      [[...new Set(ids)]],
    )
    return Object.fromEntries(rows.map((r) => [r.id, r.name]))
  }
