import type { CareRead } from '#command/ports/care.ts'
import type { Reach, ReachRow } from '#figure/coverage.ts'
import type { OrgId } from '#kit/id.ts'
import type { Sql } from '../sql.ts'
import { dutyValues, ground, inDuty, owed, seen } from './scope.ts'

const counts = `count(*)::int as subjects, count(*) filter (where c.confirmed)::int as reached,
  count(*) filter (where not c.confirmed)::int as pending`

/** One pass over the subjects, joined with who was seen. */
export const reach =
  (sql: Sql): CareRead['reach'] =>
  (campaign, duty, scope) =>
    sql.rows<ReachRow>(
      `with recursive ${owed('$8', '$10')}, ${ground}, ${seen}
       select s.place_id as place, s.kind,
         case when s.tags && $3::text[] then array(select t from unnest(s.tags) t where t = any($3::text[]) order by 1) else '{}' end as tags, ${counts}
       from subject s left join seen c on c.subject_id = s.subject_id where ${inDuty(scope)} group by 1, 2, 3`,
      dutyValues(campaign, duty, scope),
    )

export const reachByOrg =
  (sql: Sql): CareRead['reachByOrg'] =>
  (campaign, duty, scope) =>
    sql.rows<Reach & { org: OrgId }>(
      `with recursive ${owed('$8', '$10')}, ${ground}, ${seen}
       select o.org, ${counts} from owed o join subject s on s.tenant_id = $1 and s.subject_id = o.subject
       left join seen c on c.subject_id = s.subject_id where ${inDuty({ place: scope.place })} group by o.org`,
      dutyValues(campaign, duty, scope),
    )
