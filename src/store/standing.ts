import type { StandingRead, StandingRecord } from '#command/ports/standing.ts'
import { firstDay } from '#kit/day.ts'
import type { CampaignId } from '#kit/id.ts'
import type { RecordVersion } from '#record/shape.ts'
import type { Sql } from './sql.ts'

/** Records as they stand now, read through in pages without a lock. */
export const standingRead = (sql: Sql): StandingRead => ({
  count: async (campaign) =>
    (await sql.one<{ own: number; guests: number }>(
      `select (select count(*) from record where tenant_id = $1 and campaign_id = $2 and state in ('submitted', 'accepted'))::int as own,
         (select count(*) from also_record where tenant_id = $1 and also_id = $2 and state in ('submitted', 'accepted'))::int as guests`,
      [campaign],
    )) ?? { own: 0, guests: 0 },
  own: (campaign, after, limit) => own(sql, campaign, after, limit),
  guests: (campaign, after, limit) => guests(sql, campaign, after, limit),
})

type Row = RecordVersion & { readonly home: CampaignId }

const columns = `r.campaign_id as home, r.record_id as record, r.version, r.sort, r.kind, r.state, v.scheme_version as "schemeVersion", v.content, v.context`
const versions = `join record_version v on v.tenant_id = $1 and v.record_id = r.record_id and v.version = r.version`

const standing = ({ home, ...version }: Row): StandingRecord => ({ home, version })

const own = async (sql: Sql, campaign: CampaignId, after: StandingRecord | null, limit: number): Promise<readonly StandingRecord[]> => {
  const rows = await sql.rows<Row>(
    `select ${columns} from record r ${versions}
     where r.tenant_id = $1 and r.campaign_id = $2 and r.state in ('submitted', 'accepted') and (r.day, r.record_id) > ($3::date, $4::uuid)
     order by r.day, r.record_id limit $5`,
    [campaign, after?.version.content.day ?? firstDay, after?.version.record ?? '00000000-0000-0000-0000-000000000000', limit],
  )
  return rows.map(standing)
}

const guests = async (sql: Sql, campaign: CampaignId, after: StandingRecord | null, limit: number): Promise<readonly StandingRecord[]> => {
  const rows = await sql.rows<Row>(
    `select ${columns} from also_record a join record r on r.tenant_id = $1 and r.record_id = a.record_id ${versions}
     where a.tenant_id = $1 and a.also_id = $2 and a.state in ('submitted', 'accepted') and a.record_id > $3::uuid
     order by a.record_id limit $4`,
    [campaign, after?.version.record ?? '00000000-0000-0000-0000-000000000000', limit],
  )
  return rows.map(standing)
}
