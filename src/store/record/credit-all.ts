import { type Credit, creditsOf } from '#figure/credit.ts'
import type { CampaignId } from '#kit/id.ts'
import { columns } from '../columns.ts'
import { type Homed, type SchemeOf, counting, derivedHere, own } from '../figure/counting.ts'
import type { Sql } from '../sql.ts'
import { creditNames, creditRows, creditTypes } from './credit.ts'

const pageSize = 500

type VersionRow = Homed & { readonly at: string; readonly until: string | null; readonly seq: number }

/** Every version that ever counted, with the moments from and until which it did, and the number of its next credit. */
const page = (sql: Sql, campaign: CampaignId, which: string, [record, version]: readonly [string, number]): Promise<VersionRow[]> =>
  sql.rows<VersionRow>(
    `select v.record_id as record, v.version, r.sort, r.kind, v.state, v.scheme_version as "schemeVersion", v.content, v.context, v.at, r.campaign_id as home,
       (select n.at from record_version n where n.tenant_id = $1 and n.record_id = v.record_id and n.version = v.version + 1) as until,
       (select coalesce(max(c.seq) + 1, 0) from credit c where c.tenant_id = $1 and c.record_id = v.record_id and c.version = v.version) as seq
     from record_version v join record r on r.tenant_id = $1 and r.record_id = v.record_id
     where v.tenant_id = $1 and ${which} and (v.record_id, v.version) > ($3, $4) order by v.record_id, v.version limit ${pageSize}`,
    [campaign, record, version],
  )

/** Credits indicators that were not credited so far, for all versions there are, as if they always had been. */
export const creditAll = async (sql: Sql, campaign: CampaignId, indicators: ReadonlySet<string>, schemeOf: SchemeOf): Promise<void> => {
  for (const which of [own, counting]) {
    let after: readonly [string, number] | null = ['00000000-0000-0000-0000-000000000000', 0]
    while (after !== null) {
      const versions: readonly VersionRow[] = await page(sql, campaign, which, after)
      const credits = []
      for (const v of versions) {
        const made = creditsOf(indicators, v, await derivedHere(v, campaign, schemeOf))
        credits.push(...made.map((credit, i) => ({ ...credit, seq: v.seq + i, at: v.at, until: v.until })))
      }
      await save(sql, campaign, credits)
      const last = versions.at(-1)
      after = last === undefined || versions.length < pageSize ? null : [last.record, last.version]
    }
  }
}

type Given = Credit & Pick<VersionRow, 'seq' | 'at' | 'until'>

const save = async (sql: Sql, campaign: CampaignId, credits: readonly Given[]): Promise<void> => {
  if (credits.length === 0) return
  const given = columns(3, { ...creditTypes, at: 'timestamptz', until: 'timestamptz' }, await creditRows(sql, credits))
  await sql.rows(
    `insert into credit (tenant_id, campaign_id, ${creditNames}, recorded_at, retracted_at) select $1, $2, * from ${given.from}`,
    [campaign, ...given.values],
  )
}
