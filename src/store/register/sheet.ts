import type { RegisterRead } from '#command/ports/register.ts'
import { addDays } from '#kit/day.ts'
import type { Sheet } from '#register/shape.ts'
import type { Sql } from '../sql.ts'
import type { Tree } from './tree.ts'

type Line = Readonly<Record<string, string | null>> & {
  readonly cursor: string
  readonly from?: string | null
  readonly until?: string | null
}

export const sheetOf =
  (sql: Sql): RegisterRead['sheet'] =>
  async (sheet, on, after, limit) => {
    const rows = await sql.rows<Line>(statements[sheet], [after, limit, on])
    const last = rows.at(-1)?.cursor ?? null
    const pages = new Set(rows.map((r) => r.cursor)).size
    return {
      rows: rows.filter((r) => !(several[sheet] !== undefined && r[several[sheet]] === null)).map(cells),
      next: pages < limit ? null : last,
    }
  }

/** What stands in the rows of one person or team; one without any has no row. */
const several: Partial<Record<Sheet, string>> = { person: 'org', team: 'who' }

/** Open ends are blank; the last day is told, not the first that no longer counts. */
const cells = ({ cursor: _, ...row }: Line): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(row).map(([k, v]) => [k, v ?? ''])),
  ...(row.from == null ? {} : { from: row.from === '-infinity' ? '' : row.from }),
  ...(row.until == null ? {} : { until: row.until === 'infinity' ? '' : addDays(row.until, -1) }),
})

const tree = (t: Tree): string => `
  select n.code as cursor, n.code, t.name, p.code as parent, t.kind, t.class, array_to_string(n.aliases, '、') as aliases, t.valid_from as "from", t.valid_until as until
  from ${t} n
  join lateral (select * from ${t}_term where tenant_id = $1 and ${t}_id = n.${t}_id order by valid_from desc limit 1) t on true
  left join ${t} p on p.tenant_id = $1 and p.${t}_id = t.parent_id
  where n.tenant_id = $1 and ($2::text is null or n.code > $2) and t.valid_until > $4::date order by n.code limit $3`

/** A page is so many people, with all their posts; those without any fall out afterwards. */
const people = `
  select p.code as cursor, p.code, p.name, o.code as org, t.post, t.rank, t.valid_from as "from", t.valid_until as until
  from (select * from person where tenant_id = $1 and ($2::text is null or code > $2) order by code limit $3) p
  left join lateral (select distinct on (org_id) * from post where tenant_id = $1 and person_id = p.person_id order by org_id, valid_from desc) t on t.valid_until > $4::date
  left join org o on o.tenant_id = $1 and o.org_id = t.org_id order by p.code, o.code`

const subjects = `
  select s.code as cursor, s.code, s.kind, s.name, p.code as place, s.address, array_to_string(s.tags, '、') as tags
  from subject s left join place p on p.tenant_id = $1 and p.place_id = s.place_id
  where s.tenant_id = $1 and ($2::text is null or s.code > $2) and $4::date is not null order by s.code limit $3`

const links = `
  select l.link_id::text as cursor, case when l.person_id is null then 'org' else 'person' end as "byType", coalesce(w.code, o.code) as by,
    case when l.to_place_id is not null then 'place' when l.to_org_id is not null then 'org' else 'subject' end as "toType",
    coalesce(tp.code, tt.code, s.code) as "to", l.role, l.valid_from as "from", l.valid_until as until
  from link l
  left join person w on w.tenant_id = $1 and w.person_id = l.person_id
  left join org o on o.tenant_id = $1 and o.org_id = l.org_id
  left join place tp on tp.tenant_id = $1 and tp.place_id = l.to_place_id
  left join org tt on tt.tenant_id = $1 and tt.org_id = l.to_org_id
  left join subject s on s.tenant_id = $1 and s.subject_id = l.to_subject_id
  where l.tenant_id = $1 and ($2::uuid is null or l.link_id > $2::uuid) and l.valid_until > $4::date order by l.link_id limit $3`

/** A page is so many teams, with all their members. */
const teams = `
  select t.code as cursor, t.code, t.name, t.kind, case when m.person_id is null then 'org' else 'person' end as "whoType", coalesce(o.code, p.code) as who, m.duty,
    m.valid_from as "from", m.valid_until as until
  from (select * from team where tenant_id = $1 and ($2::text is null or code > $2) order by code limit $3) t
  left join team_member m on m.tenant_id = $1 and m.team_id = t.team_id and m.valid_until > $4::date
  left join org o on o.tenant_id = $1 and o.org_id = m.org_id left join person p on p.tenant_id = $1 and p.person_id = m.person_id
  order by t.code, array_position(array['lead', 'member', 'liaison'], m.duty), 6`

const statements: Readonly<Record<Sheet, string>> = {
  place: tree('place'),
  org: tree('org'),
  person: people,
  subject: subjects,
  link: links,
  team: teams,
}
