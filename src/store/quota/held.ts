import type { HeldAsk, QuotaRead, Who } from '#command/ports/quota.ts'
import type { Held } from '#figure/quota/shape.ts'
import type { Sql } from '../sql.ts'

/*
 * What is linked to whom, as CTEs. `$2` assignees, `$3` words for kinds of subjects (empty: all), `$4` first day, `$5` the day on which trees
 * are looked at. Needs `with recursive`.
 */

const on = (alias: string): string => `${alias}.valid_from <= $5::date and ${alias}.valid_until > $5::date`

/** A unit answers for what is linked to it, to the units below it and to its people. */
const ofUnits = `
  line as (
    select assignee, org as id from root
    union
    select b.assignee, t.org_id from line b join org_term t on t.tenant_id = $1 and t.parent_id = b.id and ${on('t')}),
  tie as (
    select b.assignee, l.to_place_id, l.to_subject_id, l.valid_from, l.valid_until from line b join link l on l.tenant_id = $1 and l.org_id = b.id
    union all
    select b.assignee, l.to_place_id, l.to_subject_id, greatest(l.valid_from, o.valid_from), least(l.valid_until, o.valid_until)
    from line b join post o on o.tenant_id = $1 and o.org_id = b.id join link l on l.tenant_id = $1 and l.person_id = o.person_id
    union all
    select p.assignee, l.to_place_id, l.to_subject_id, l.valid_from, l.valid_until from face p join link l on l.tenant_id = $1 and l.person_id = p.person)`

const roots: Readonly<Record<Who, string>> = {
  person: `tie as (
    select h.assignee, l.to_place_id, l.to_subject_id, l.valid_from, l.valid_until
    from unnest($2::uuid[]) h(assignee) join link l on l.tenant_id = $1 and l.person_id = h.assignee)`,
  org: `root as (select h.id as assignee, h.id as org from unnest($2::uuid[]) h(id)), face as (select null::uuid as assignee, null::uuid as person where false), ${ofUnits}`,
  team: `crew as (select m.team_id as assignee, m.org_id, m.person_id from team_member m where m.tenant_id = $1 and m.team_id = any($2::uuid[]) and m.duty <> 'liaison' and ${on('m')}),
    root as (select assignee, org_id as org from crew where org_id is not null), face as (select assignee, person_id as person from crew where person_id is not null), ${ofUnits}`,
}

/** `tie` (assignee, to_place_id or to_subject_id, valid_from, valid_until) and `land` (top, place): the places below each linked one. */
export const tiesBy = (who: Who): string => `${roots[who]},
  land as (
    select to_place_id as top, to_place_id as place from tie where to_place_id is not null
    union
    select d.top, t.place_id from land d join place_term t on t.tenant_id = $1 and t.parent_id = d.place and ${on('t')})`

export const tieValues = (ask: HeldAsk): readonly unknown[] => [ask.ids, ask.kinds, ask.from, ask.on]

type Row = { id: string; day: string; kind: string | null; tags: string[] | null; count: number }

/**
 * Counted from each day on which links changed. Who answers for a single place has what is counted there once for everybody; only where
 * links may overlap are subjects told apart one by one. `mix` stands for a kind with its tags: numbers are compared faster than words.
 */
const counts = (who: Who): string => `with recursive ${tiesBy(who)},
  mix as (
    select kind, tags, row_number() over ()::int as mix
    from (select distinct kind, tags from subject where tenant_id = $1 and ($3::text[] = '{}' or kind = any($3))) x),
  days as (
    select a as assignee, $4::date as day from unnest($2::uuid[]) a
    union select assignee, valid_from from tie where valid_from > $4 and valid_from <= $5
    union select assignee, valid_until from tie where valid_until > $4 and valid_until <= $5),
  now as (
    select distinct d.assignee, d.day, t.to_place_id as place, t.to_subject_id as subject
    from days d join tie t on t.assignee = d.assignee and t.valid_from <= d.day and t.valid_until > d.day),
  single as (select assignee, day from now group by 1, 2 having count(*) = 1 and count(subject) = 0),
  extent as (
    select l.top, m.mix, count(*)::int as count from land l join subject s on s.tenant_id = $1 and s.place_id = l.place join mix m using (kind, tags)
    where l.top in (select n.place from now n join single using (assignee, day)) group by 1, 2),
  spread as (
    select n.assignee, n.day, s.subject_id, m.mix from now n join land l on l.top = n.place
    join subject s on s.tenant_id = $1 and s.place_id = l.place join mix m using (kind, tags)
    where not exists (select from single x where x.assignee = n.assignee and x.day = n.day)
    union
    select n.assignee, n.day, s.subject_id, m.mix from now n join subject s on s.tenant_id = $1 and s.subject_id = n.subject join mix m using (kind, tags)),
  counted as (
    select n.assignee, n.day, e.mix, e.count from now n join single using (assignee, day) join extent e on e.top = n.place
    union all
    select assignee, day, mix, count(*)::int from spread group by 1, 2, 3)
  select d.assignee as id, d.day, m.kind, m.tags, c.count from days d
  left join (counted c join mix m using (mix)) on c.assignee = d.assignee and c.day = d.day order by d.assignee, d.day`

/** How much was linked from each day on which that may have changed. */
export const held =
  (sql: Sql): QuotaRead['held'] =>
  async (ask) => {
    if (ask.ids.length === 0) return new Map()
    const rows = await sql.rows<Row>(counts(ask.who), tieValues(ask))
    const found = new Map<string, Map<string, Held>>()
    for (const { id, day, kind, tags, count } of rows) {
      const days = found.get(id) ?? new Map<string, Held>()
      found.set(id, days)
      const groups = days.get(day)?.groups ?? []
      days.set(day, { from: day, groups: kind === null ? groups : [...groups, { kind, tags: tags ?? [], count }] })
    }
    return new Map([...found].map(([id, days]) => [id, [...days.values()]]))
  }
