import type { Scope } from '#figure/shape.ts'
import { volumeOf } from '#figure/tally.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import { handedInBelow } from '../record/below.ts'
import type { Sql } from '../sql.ts'

/** Records per org with all below it. */
export const volumes = async (
  sql: Sql,
  campaign: CampaignId,
  orgs: readonly OrgId[],
  kinds: readonly string[],
): Promise<ReadonlyMap<OrgId, { records: number; pending: number }>> => {
  const rows = await sql.rows<{ org: OrgId; records: number; pending: number }>(
    `with ways as (select p.path_id, node from path p, unnest(p.nodes) node where p.tenant_id = $1 and p.axis = 'org' and node = any($3::uuid[]))
     select w.node as org, sum(c.value)::int as records, coalesce(sum(c.value) filter (where c.pending), 0)::int as pending
     from tally_cell c join ways w using (path_id)
     where c.tenant_id = $1 and c.campaign_id = $2 and c.grain = 'all' and c.axis = 'org' and c.indicator like '#%' and ($4::text[] = '{}' or c.indicator = any($4))
     group by w.node`,
    [campaign, orgs, kinds.map(volumeOf)],
  )
  return new Map(rows.map(({ org, ...counts }) => [org, counts]))
}

/** Records per day: kept for the whole campaign, counted for a part of it. */
export const calendar = async (sql: Sql, campaign: CampaignId, scope: Scope): Promise<readonly { day: string; records: number }[]> =>
  scope.org === undefined && scope.place === undefined
    ? sql.rows(
        `select period as day, sum(value)::int as records from tally_cell
         where tenant_id = $1 and campaign_id = $2 and grain = 'day' and axis = 'org' and indicator like '#%' group by period having sum(value) > 0 order by period`,
        [campaign],
      )
    : sql.rows(
        `select day, count(*)::int as records from (
           select day, state, org_path, place_id from record where tenant_id = $1 and campaign_id = $2 and ($3::uuid is null or org_id = any($5::uuid[]))
           union all select day, state, org_path, place_id from also_record where tenant_id = $1 and also_id = $2) r
         where state in ('submitted', 'accepted') and ($3::uuid is null or org_path @> array[$3::uuid]) and ($4::uuid is null or place_id = $4) group by day order by day`,
        [campaign, scope.org ?? null, scope.place ?? null, await handedInBelow(sql, scope.org)],
      )
