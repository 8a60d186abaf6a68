import type { OrgId } from '#kit/id.ts'
import type { Sql } from '../sql.ts'

/** The orgs that handed in records on a way through this one: every record that ever counted lies on a known way, and its org ends it. */
export const handedInBelow = async (sql: Sql, org: OrgId | undefined): Promise<readonly OrgId[] | null> =>
  org === undefined
    ? null
    : (
        await sql.rows<{ id: OrgId }>(
          `select distinct nodes[cardinality(nodes)] as id from path where tenant_id = $1 and axis = 'org' and nodes @> array[$2::uuid]`,
          [org],
        )
      ).map((r) => r.id)
