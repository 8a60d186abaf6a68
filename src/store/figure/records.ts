import type { FigureQuery } from '#figure/shape.ts'
import type { CampaignId } from '#kit/id.ts'
import type { FigureRecord, Page } from '#command/views.ts'
import type { Sql } from '../sql.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { factsAt, factsValues, spanOf, takeOf } from './facts.ts'

type Query = FigureQuery & { readonly pending: boolean; readonly after?: string | undefined; readonly limit: number }

/**
 * The records behind a figure. Facts of one record are one row with their sum; for a distinct indicator each thing
 * counted is one row, with the last record it was counted by: so the rows always add up to the figure. Of newest words the records that said
 * them. Records of other campaigns that count here as well are among them, under their own campaign.
 */
export const records = async (
  sql: Sql,
  campaign: CampaignId,
  compiled: Compiled,
  indicator: string,
  given: Query,
): Promise<Page<FigureRecord>> => {
  const take = takeOf(compiled, indicator)
  const q = { ...given, period: spanOf(take, given.period) }
  const [day, id] = q.after?.split('|') ?? []
  const rows = await sql.rows<FigureRecord & { cursor: string }>(
    `with facts as (
       select f.record_id, f.version, f.day, f.value, f.key, f.org_path from ${factsAt(take, q.asOf)} and f.pending = $9),
     rows as (
       (select distinct on (key) key::text as id, record_id, version, day, 1::numeric as value, key, org_path from facts where key is not null order by key, day desc, record_id desc)
       union all
       select record_id::text, record_id, max(version), max(day), sum(value), null, min(org_path) from facts where key is null group by record_id)
     select x.record_id as record, x.version, r.campaign_id as campaign, r.sort, r.kind, x.day, coalesce(o.name, '') as "orgName", x.value, x.key, r.gist, $9::boolean as pending, x.day || '|' || x.id as cursor
     from rows x join record r on r.tenant_id = $1 and r.record_id = x.record_id
     join path p on p.tenant_id = $1 and p.path_id = x.org_path
     left join lateral (select name from org_term t where t.tenant_id = $1 and t.org_id = p.nodes[cardinality(p.nodes)] order by valid_from desc limit 1) o on true
     where $10::date is null or (x.day, x.id) < ($10, $11)
     order by x.day desc, x.id desc limit $12`,
    [...factsValues(campaign, [indicator], q), q.pending, day ?? null, id ?? null, q.limit + 1],
  )
  const last = rows.length > q.limit ? rows[q.limit - 1] : undefined
  return { rows: rows.slice(0, q.limit).map(({ cursor: _, ...row }) => row), next: last?.cursor ?? null }
}
