import type { FigureQuery } from '#figure/shape.ts'
import type { CampaignId } from '#kit/id.ts'
import type { Compiled, CompiledIndicator } from '#scheme/compiled.ts'
import type { Blank } from '#command/ports/figure.ts'
import type { Sql } from '../sql.ts'
import { rootsOf } from './facts.ts'

/**
 * Indicators whose value every record of their kinds should hold: without a condition, and from fields that are always shown. What somebody was
 * never asked is no blank.
 */
const asked = (compiled: Compiled): readonly CompiledIndicator[] =>
  [...compiled.indicators.values()].filter((i) => {
    const reads = i.value?.reads ?? null
    if (reads === null || i.when.length > 0) return false
    const forms = i.sources.map((s) => (s.sort === 'activity' ? compiled.activities : compiled.matters).get(s.kind))
    return forms.every((f) => reads.every((name) => f?.fields.find(({ field }) => field.key === name)?.show == null))
  })

/** Records that count and hold no value for an indicator that rests on them: how many of how many, and the newest of them. */
export const blanks = async (sql: Sql, campaign: CampaignId, compiled: Compiled, q: FigureQuery): Promise<readonly Blank[]> => {
  const found: Blank[] = []
  for (const i of asked(compiled)) {
    const kinds = [...new Set(i.sources.filter((s) => s.sort === 'activity' || s.event === 'raised').map((s) => s.kind))]
    const [row] = await sql.rows<{ records: number; of: number; newest: Blank['newest'] | null }>(
      `with there as (
         select r.record_id, r.day, r.gist, r.kind,
           exists (select from fact f where f.tenant_id = $1 and f.record_id = r.record_id and f.campaign_id = $2 and f.indicator = $3 and f.retracted_at is null) as said
         from record r where r.tenant_id = $1 and r.campaign_id = $2 and r.kind = any($4::text[]) and r.state in ('submitted', 'accepted')
           and ($5::uuid[] is null or r.org_path && $5::uuid[]) and ($6::date is null or r.day >= $6) and ($7::date is null or r.day <= $7))
       select count(*) filter (where not said)::int as records, count(*)::int as of,
         (select jsonb_agg(jsonb_build_object('record', record_id, 'day', day, 'gist', gist, 'kind', kind)) from (select * from there where not said order by day desc, record_id limit 20) x) as newest
       from there`,
      [campaign, i.key, kinds, rootsOf(q.scope), q.period?.from ?? null, q.period?.to ?? null],
    )
    if (row && row.records > 0) found.push({ indicator: i.key, records: row.records, of: row.of, newest: row.newest ?? [] })
  }
  return found
}
