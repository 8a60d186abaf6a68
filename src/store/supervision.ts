import type { FieldDays, SupervisionRead } from '#command/ports/supervision.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import type { Sql } from './sql.ts'

export const supervisionRead = (sql: Sql): SupervisionRead => ({
  days: (campaign, orgs, kinds, until) => days(sql, campaign, orgs, kinds, until),
  counts: async (campaign, orgs, from, to) => {
    const rows = await sql.rows<{ org: OrgId; n: number }>(
      `select node as org, count(*)::int as n from record r, unnest(r.org_path) node
       where r.tenant_id = $1 and r.campaign_id = $2 and r.day between $4 and $5 and r.state in ('submitted', 'accepted') and node = any($3::uuid[]) group by node`,
      [campaign, orgs, from, to],
    )
    return new Map(rows.map((r) => [r.org, r.n]))
  },
})

/** By the ways on which records lie, two steps into an index for each way; never all records. */
const days = async (
  sql: Sql,
  campaign: CampaignId,
  orgs: readonly OrgId[],
  kinds: readonly string[],
  until: string | null,
): Promise<ReadonlyMap<OrgId, FieldDays>> => {
  const end = (way: 'asc' | 'desc') =>
    `(select day from record r where r.tenant_id = $1 and r.campaign_id = $2 and r.org_id = w.nodes[cardinality(w.nodes)] and r.org_path = w.nodes
        and r.state in ('submitted', 'accepted') and ($4::text[] = '{}' or r.kind = any($4)) and ($5::date is null or r.day <= $5) order by r.day ${way} limit 1)`
  const rows = await sql.rows<{ org: OrgId } & FieldDays>(
    `with ways as materialized (
       select w.nodes, ${end('asc')} as first, ${end('desc')} as last from path w where w.tenant_id = $1 and w.axis = 'org' and w.nodes && $3::uuid[])
     select node as org, min(first) as first, max(last) as last from ways, unnest(nodes) node where first is not null and node = any($3::uuid[]) group by node`,
    [campaign, orgs, kinds, until],
  )
  return new Map(rows.map(({ org, ...both }) => [org, both]))
}
