import type { FigureQuery } from '#figure/shape.ts'
import type { CampaignId } from '#kit/id.ts'
import type { FigureRecord, Page } from '#command/views.ts'
import type { Sql } from '../sql.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { distinctOf, factsAt, factsOf, factsValues, spanOf, takeOf } from './facts.ts'

type Query = FigureQuery & { readonly pending: boolean; readonly after?: string | undefined; readonly limit: number }

/** As many as the page has room for, and one; the newest day first, and in it the highest id. */
const after = (id: string): string => `($10::date is null or (f.day <= $10 and (f.day, ${id}) < ($10, $11::uuid)))`

/** Facts of one record are one row with their sum. They are read from the newest day backwards, and no further than the page goes. */
const ofRecords = `page as (
    select f.record_id::text as id, f.record_id, max(f.version) as version, f.day, sum(f.value) as value, null::uuid as key, min(f.org_path) as org_path
    from ${factsOf.flow} and f.indicator = $13 and f.pending = $9 and ${after('f.record_id')}
    group by f.day, f.record_id order by f.day desc, f.record_id desc limit $12)`

/** For a distinct indicator each thing counted is one row, with the last record it was counted by. */
const ofKeys = `last as materialized (select f.key, max(f.day) as day from ${factsOf.flow} and f.indicator = $13 and f.pending = $9 group by f.key),
  turn as materialized (select f.key, f.day from last f where ${after('f.key')} order by f.day desc, f.key desc limit $12),
  page as (
    select distinct on (f.key) f.key::text as id, f.record_id, f.version, f.day, 1::numeric as value, f.key, f.org_path
    from (select * from ${factsOf.flow} and f.indicator = $13 and f.pending = $9) f join turn t on t.key = f.key and t.day = f.day order by f.key, f.record_id desc)`

/** Of newest words the records that said them. */
const ofWords = (asOf: string | undefined): string => `page as (
    select f.record_id::text as id, f.record_id, max(f.version) as version, max(f.day) as day, sum(f.value) as value, null::uuid as key, min(f.org_path) as org_path
    from ${factsAt('latest', asOf)} and f.indicator = $13 and f.pending = $9 and ${after('f.record_id')} group by f.record_id order by 4 desc, 2 desc limit $12)`

/**
 * The records behind a figure; the rows always add up to it. Records of other campaigns that count here as well are among them, under their
 * own campaign.
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
  const counted = distinctOf(compiled, [indicator]).distinct.length > 0
  const page = take === 'latest' ? ofWords(q.asOf) : counted ? ofKeys : ofRecords
  const rows = await sql.rows<FigureRecord & { cursor: string }>(
    `with ${page}
     select x.record_id as record, x.version, r.campaign_id as campaign, r.sort, r.kind, x.day, coalesce(o.name, '') as "orgName", x.value, x.key, r.gist, $9::boolean as pending, x.day || '|' || x.id as cursor
     from page x join record r on r.tenant_id = $1 and r.record_id = x.record_id
     join path p on p.tenant_id = $1 and p.path_id = x.org_path
     left join lateral (select name from org_term t where t.tenant_id = $1 and t.org_id = p.nodes[cardinality(p.nodes)] order by valid_from desc limit 1) o on true
     order by x.day desc, x.id desc`,
    [...factsValues(campaign, take === 'latest' ? [indicator] : null, q), q.pending, day ?? null, id ?? null, q.limit + 1, indicator],
  )
  const last = rows.length > q.limit ? rows[q.limit - 1] : undefined
  return { rows: rows.slice(0, q.limit).map(({ cursor: _, ...row }) => row), next: last?.cursor ?? null }
}
