import type { Fact } from '#figure/shape.ts'
import { Decimal, plain } from '#kit/decimal.ts'
import type { CampaignId } from '#kit/id.ts'
import type { Difference } from '#command/views.ts'
import { verifyCalls } from '../care/verify.ts'
import type { Sql } from '../sql.ts'
import { type Homed, type SchemeOf, counting, derivedHere, own } from './counting.ts'
import { creditsAmong } from './credits.ts'
import { recountSql, volumeSql } from './recount.ts'

const pageSize = 1000
/** Differences beyond this many are counted, not listed. */
const most = 1000

type Stored = {
  seq: number
  indicator: string
  day: string
  org: string[]
  place: string[] | null
  value: string
  key: string | null
  each: string | null
  approx: string | null
  pending: boolean
  from: string
  until: string | null
}
type VersionRow = Homed & { at: string; until: string | null; facts: Stored[] | null }

/** Everything again: facts from the versions of the records, tallies from the facts. */
export const verify = async (
  sql: Sql,
  campaign: CampaignId,
  schemeOf: SchemeOf,
): Promise<{ checked: number; differences: readonly Difference[] }> => {
  const differences: Difference[] = []
  let checked = 0
  for (const which of [own, counting]) {
    let after: readonly [string, number] = ['00000000-0000-0000-0000-000000000000', 0]
    for (;;) {
      const rows = await page(sql, campaign, which, after)
      const credits = await creditsAmong(sql, campaign, rows)
      for (const row of rows) {
        const facts = await derivedHere(row, campaign, schemeOf)
        differences.push(...[...compare(row, facts), ...credits(row, facts)].slice(0, Math.max(0, most - differences.length)))
      }
      checked += rows.length
      const last = rows.at(-1)
      if (last === undefined || rows.length < pageSize) break
      after = [last.record, last.version]
    }
  }
  for (const query of [recountSql, volumeSql]) {
    const rows = await sql.rows<Difference & { total: number }>(query, [campaign])
    differences.push(...rows.slice(0, most).map(({ what, stored, derived }) => ({ what, stored, derived })))
  }
  differences.push(...(await verifyCalls(sql, campaign)))
  return { checked, differences }
}

const page = (sql: Sql, campaign: CampaignId, which: string, [record, version]: readonly [string, number]): Promise<VersionRow[]> =>
  sql.rows<VersionRow>(
    `with page as (
       select v.record_id, v.version, v.scheme_version, v.state, v.content, v.context, v.at, r.sort, r.kind, r.campaign_id,
         (select n.at from record_version n where n.tenant_id = $1 and n.record_id = v.record_id and n.version = v.version + 1) as until
       from record_version v join record r on r.tenant_id = $1 and r.record_id = v.record_id
       where v.tenant_id = $1 and ${which} and (v.record_id, v.version) > ($3, $4) order by v.record_id, v.version limit ${pageSize})
     select p.record_id as record, p.version, p.sort, p.kind, p.state, p.scheme_version as "schemeVersion", p.content, p.context, p.campaign_id as home, p.at, p.until, f.facts
     from page p left join lateral (
       select jsonb_agg(jsonb_build_object('seq', f.seq, 'indicator', f.indicator, 'day', f.day, 'org', o.nodes, 'place', q.nodes, 'value', f.value::text, 'key', f.key, 'each', f.each_id, 'approx', f.approx,
         'pending', f.pending, 'from', f.recorded_at = p.at, 'until', f.retracted_at is not distinct from p.until) order by f.seq) as facts
       from fact f join path o on o.tenant_id = $1 and o.path_id = f.org_path left join path q on q.tenant_id = $1 and q.path_id = f.place_path
       where f.tenant_id = $1 and f.record_id = p.record_id and f.version = p.version and f.campaign_id = $2) f on true
     order by p.record_id, p.version`,
    [campaign, record, version],
  )

/** One version's stored facts beside what it derives to, each written as one line. */
const compare = (row: VersionRow, facts: readonly Fact[]): readonly Difference[] => {
  const derived = facts.map((f) => line({ ...f, from: true, until: true }))
  const stored = (row.facts ?? []).map((f) => line({ ...f, place: f.place ?? [], value: plain(new Decimal(f.value)) }))
  const what = (i: number) => `record ${row.record} version ${row.version} fact ${i}`
  return Array.from({ length: Math.max(derived.length, stored.length) }, (_, i) => ({
    what: what(i),
    stored: stored[i] ?? null,
    derived: derived[i] ?? null,
  })).filter((d) => d.stored !== d.derived)
}

const line = (f: {
  indicator: string
  day: string
  org: readonly string[]
  place: readonly string[]
  value: string
  key: string | null
  each: string | null
  approx: string | null
  pending: boolean
  from: unknown
  until: unknown
}): string =>
  [
    f.indicator,
    f.day,
    f.org.join('/'),
    f.place.join('/'),
    f.value,
    f.key,
    f.each,
    f.approx,
    f.pending ? 'pending' : 'confirmed',
    f.from && f.until ? 'in time' : 'wrong moment',
  ].join(' ')
