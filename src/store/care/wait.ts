import type { CareRead, Narrowed, Waiting } from '#command/ports/care.ts'
import type { Duty } from '#figure/coverage.ts'
import type { CampaignId } from '#kit/id.ts'
import { sameKind, subjectKinds } from '#scheme/kind.ts'
import type { Sql } from '../sql.ts'
import { anywhere } from '../register/tree.ts'
import { dutyValues, ground, inDuty, owed, seen, visits } from './scope.ts'

/** The last visit of all, in the turn or before it; on the same day one that is confirmed. Both in one number, the highest of which is found without sorting. */
const ever = `ever as (
  select subject_id, date '2000-01-01' + (at >> 1) as last, at & 1 = 0 as pending
  from (select subject_id, max((day - date '2000-01-01') * 2 + (not pending)::int) as at from ${visits} group by subject_id) m)`

const columns = `s.subject_id as id, s.code, s.kind, s.name, s.place_id as place, coalesce(t.name, '') as "placeName", s.address, s.tags,
  e.last, coalesce(e.pending, false) as pending`

const placeName = `left join lateral (select x.name from place_term x where x.tenant_id = $1 and x.place_id = s.place_id
  order by (x.valid_from <= $10::date and x.valid_until > $10::date) desc, x.valid_from desc limit 1) t on true`

const narrow = `($11::text is null or $11 = any(s.tags)) and ($12::text[] is null or s.kind = any($12))
  and ($13::text is null or s.name like $13 or s.code like $13 or s.address like $13)`

const values = (campaign: CampaignId, duty: Duty, ask: Narrowed): readonly unknown[] => [
  ...dutyValues(campaign, duty, ask),
  ask.tag ?? null,
  ask.kind === undefined ? null : sameKind(subjectKinds, ask.kind),
  ask.q === undefined ? null : anywhere(ask.q),
]

export const unreached =
  (sql: Sql): CareRead['unreached'] =>
  async (campaign, duty, ask) => {
    const rows = await sql.rows<Waiting>(
      `with recursive ${owed('$8', '$10')}, ${ground}, ${seen},
       page as (
         select s.* from subject s where ${inDuty(ask)} and ${narrow} and not exists (select from seen c where c.subject_id = s.subject_id)
           and ($14::text is null or s.code > $14) order by s.code limit $15)
       select ${columns} from page s left join lateral (
         select day as last, pending from ${visits} where v.subject_id = s.subject_id order by day desc, pending limit 1) e on true ${placeName} order by s.code`,
      [...values(campaign, duty, ask), ask.after ?? null, ask.limit + 1],
    )
    const more = rows.length > ask.limit
    return { rows: rows.slice(0, ask.limit), next: more ? (rows[ask.limit - 1]?.code ?? null) : null }
  }

const never = '-infinity'

export const waiting =
  (sql: Sql): CareRead['waiting'] =>
  async (campaign, duty, ask) => {
    const [last, code] =
      ask.after === undefined ? [] : [ask.after.slice(0, ask.after.indexOf('|')), ask.after.slice(ask.after.indexOf('|') + 1)]
    const rows = await sql.rows<Waiting>(
      `with recursive ${owed('$8', '$10')}, ${ground}, ${ever}
       select ${columns} from subject s left join ever e on e.subject_id = s.subject_id ${placeName}
       where $6::date is not null and $7::date is not null and ${inDuty(ask)} and ${narrow}
         and ($14::date is null or (coalesce(e.last, '${never}'), s.code) > ($14, $15::text))
       order by coalesce(e.last, '${never}'), s.code limit $16`,
      [...values(campaign, duty, ask), last ?? null, code ?? null, ask.limit + 1],
    )
    const end = rows.length > ask.limit ? rows[ask.limit - 1] : undefined
    return { rows: rows.slice(0, ask.limit), next: end === undefined ? null : `${end.last ?? never}|${end.code}` }
  }
