import type { CareRead } from '#command/ports/care.ts'
import type { Reach, ReachRow } from '#figure/coverage.ts'
import type { OrgId } from '#kit/id.ts'
import type { Sql } from '../sql.ts'
import { dutyValues, ground, inDuty, owed, seen } from './scope.ts'

const counts = `count(*)::int as subjects, count(*) filter (where c.confirmed)::int as reached,
  count(*) filter (where not c.confirmed)::int as pending`

/**
 * Sets laid beside each other. The planner takes those that it cannot count – who is owed, who was seen – for very small or very large, and
 * would go through one for each row of the other.
 */
const asSets = async <T>(sql: Sql, text: string, values: readonly unknown[]): Promise<T[]> => {
  await sql.rows(`select $1::uuid, set_config('enable_nestloop', 'off', true)`)
  const rows = await sql.rows<T>(text, values)
  await sql.rows(`select $1::uuid, set_config('enable_nestloop', 'on', true)`)
  return rows
}

/** One pass over the subjects, joined with who was seen. */
export const reach =
  (sql: Sql): CareRead['reach'] =>
  (campaign, duty, scope) =>
    asSets<ReachRow>(
      sql,
      `with recursive ${owed('$8', '$10')}, ${ground}, ${seen}
       select s.place_id as place, s.kind,
         case when s.tags && $3::text[] then array(select t from unnest(s.tags) t where t = any($3::text[]) order by 1) else '{}' end as tags, ${counts}
       from subject s left join seen c on c.subject_id = s.subject_id where ${inDuty(scope)} group by 1, 2, 3`,
      dutyValues(campaign, duty, scope),
    )

export const reachByOrg =
  (sql: Sql): CareRead['reachByOrg'] =>
  (campaign, duty, scope) =>
    asSets<Reach & { org: OrgId }>(
      sql,
      `with recursive ${owed('$8', '$10')}, ${ground}, ${seen}
       select o.org, ${counts} from owed o join subject s on s.tenant_id = $1 and s.subject_id = o.subject
       left join seen c on c.subject_id = s.subject_id where ${inDuty({ place: scope.place })} group by o.org`,
      dutyValues(campaign, duty, scope),
    )
