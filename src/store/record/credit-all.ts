import { creditsOf } from '#figure/credit.ts'
import { derive } from '#figure/derive.ts'
import type { CampaignId } from '#kit/id.ts'
import type { RecordVersion } from '#record/shape.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { columns } from '../columns.ts'
import type { Sql } from '../sql.ts'
import { creditNames, creditRows, creditTypes } from './credit.ts'

const pageSize = 500

type VersionRow = RecordVersion & { readonly at: string; readonly until: string | null; readonly seq: number }

/** Every version that ever counted, with the moments from and until which it did, and the number of its next credit. */
const page = (sql: Sql, campaign: CampaignId, [record, version]: readonly [string, number]): Promise<VersionRow[]> =>
  sql.rows<VersionRow>(
    `select v.record_id as record, v.version, r.sort, r.kind, v.state, v.scheme_version as "schemeVersion", v.content, v.context, v.at,
       (select n.at from record_version n where n.tenant_id = $1 and n.record_id = v.record_id and n.version = v.version + 1) as until,
       (select coalesce(max(c.seq) + 1, 0) from credit c where c.tenant_id = $1 and c.record_id = v.record_id and c.version = v.version) as seq
     from record_version v join record r on r.tenant_id = $1 and r.record_id = v.record_id
     where v.tenant_id = $1 and r.campaign_id = $2 and (v.record_id, v.version) > ($3, $4) order by v.record_id, v.version limit ${pageSize}`,
    [campaign, record, version],
  )

/** Credits indicators that were not credited so far, for all versions there are, as if they always had been. */
export const creditAll = async (
  sql: Sql,
  campaign: CampaignId,
  indicators: ReadonlySet<string>,
  schemeOf: (version: number) => Promise<Compiled>,
): Promise<void> => {
  let after: readonly [string, number] = ['00000000-0000-0000-0000-000000000000', 0]
  for (;;) {
    const versions = await page(sql, campaign, after)
    const moments = new Map(versions.map((v) => [`${v.record} ${v.version}`, v]))
    const credits = []
    for (const v of versions) {
      const made = creditsOf(indicators, v, derive(await schemeOf(v.schemeVersion), v))
      credits.push(...made.map((credit, i) => ({ ...credit, seq: v.seq + i })))
    }
    const rows = (await creditRows(sql, credits)).map((row) => {
      const { at, until } = moments.get(`${row.record} ${row.version}`) as VersionRow
      return { ...row, at, until }
    })
    const given = columns(3, { ...creditTypes, at: 'timestamptz', until: 'timestamptz' }, rows)
    if (rows.length > 0)
      await sql.rows(
        `insert into credit (tenant_id, campaign_id, ${creditNames}, recorded_at, retracted_at) select $1, $2, * from ${given.from}`,
        [campaign, ...given.values],
      )
    const last = versions.at(-1)
    if (last === undefined || versions.length < pageSize) return
    after = [last.record, last.version]
  }
}
