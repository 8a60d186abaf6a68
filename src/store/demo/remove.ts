import type { DemoRemains } from '#command/demo/views.ts'
import type { AccountId, CampaignId } from '#kit/id.ts'
import { lockThese } from '../record/lock.ts'
import { takeEdition } from '../register/known.ts'
import type { Sql } from '../sql.ts'
import { going } from './entries.ts'

/*
 * A demo is taken out in one transaction: its campaigns with all that was recorded in them, and what it alone invented of the register.
 * The numbers by which tallies know ways (`path`) stay: they are the tenant's dictionary, and processes keep it in memory. What was done stays in `op`.
 */

/** By campaign, in an order in which nothing is left hanging. A table of a campaign that is missing here fails the test. */
const ofRecords = ['flag_verdict', 'record_version', 'also_record', 'fact', 'call', 'credit'] as const
const ofCampaigns = ['record', 'announcement', 'circle', 'scheme_version', 'tally_column', 'tally_page'] as const

export const purged: readonly string[] = [
  ...ofRecords,
  ...ofCampaigns,
  'tally',
  'reach',
  'notice_step',
  'notice',
  'bulletin_edit',
  'bulletin',
  'also_campaign',
  'draft',
  'campaign',
]

export const purgeCampaigns = async (sql: Sql, campaigns: readonly CampaignId[]): Promise<void> => {
  await lockThese(sql, campaigns)
  // Nearly all of some tables goes: that is not looked up row by row.
  await sql.rows(`select set_config('enable_seqscan', 'on', true) where $1::uuid is not null`)
  const photos = await photosOf(sql, campaigns)
  const mine = 'campaign_id = any($2::uuid[])'
  const records = `record_id in (select record_id from record where tenant_id = $1 and ${mine})`
  for (const table of ofRecords) await sql.rows(`delete from ${table} where tenant_id = $1 and ${records}`, [campaigns])
  await sql.rows(`delete from fact where tenant_id = $1 and ${mine}`, [campaigns])
  const page = `page_id in (select page_id from tally_page where tenant_id = $1 and ${mine})`
  for (const table of ['tally', 'reach']) await sql.rows(`delete from ${table} where tenant_id = $1 and ${page}`, [campaigns])
  for (const [part, whole, key] of [
    ['notice_step', 'notice', 'notice_id'],
    ['bulletin_edit', 'bulletin', 'bulletin_id'],
  ] as const) {
    await sql.rows(
      `delete from ${part} where tenant_id = $1 and ${key} in (select ${key} from ${whole} where tenant_id = $1 and ${mine})`,
      [campaigns],
    )
    await sql.rows(`delete from ${whole} where tenant_id = $1 and ${mine}`, [campaigns])
  }
  for (const table of ofCampaigns) await sql.rows(`delete from ${table} where tenant_id = $1 and ${mine}`, [campaigns])
  await sql.rows(`delete from also_campaign where tenant_id = $1 and (${mine} or also_id = any($2::uuid[]))`, [campaigns])
  // What somebody is writing is theirs: it is a new scheme from now on.
  await sql.rows(`update draft set campaign_id = null, base = null where tenant_id = $1 and ${mine}`, [campaigns])
  await sql.rows(`delete from campaign where tenant_id = $1 and ${mine}`, [campaigns])
  await dropPhotos(sql, photos)
}

const shasIn = (from: string): string => `select distinct s #>> '{}' as sha from (${from}) x(doc), jsonb_path_query(x.doc, '$.**.sha256') s`

/** Files that its records and notices named. */
const photosOf = async (sql: Sql, campaigns: readonly CampaignId[]): Promise<readonly string[]> => {
  const rows = await sql.rows<{ sha: string }>(
    shasIn(`select v.content from record r join record_version v on v.tenant_id = $1 and v.record_id = r.record_id
      where r.tenant_id = $1 and r.campaign_id = any($2::uuid[])
      union all select n.files from notice n where n.tenant_id = $1 and n.campaign_id = any($2::uuid[])
      union all select s.files from notice n join notice_step s on s.tenant_id = $1 and s.notice_id = n.notice_id
      where n.tenant_id = $1 and n.campaign_id = any($2::uuid[])`),
    [campaigns],
  )
  return rows.map((r) => r.sha)
}

/** Those that nothing names any more. */
const dropPhotos = async (sql: Sql, photos: readonly string[]): Promise<void> => {
  if (photos.length === 0) return
  await sql.rows(
    `with kept as (${shasIn(`select content from record_version where tenant_id = $1
       union all select files from notice where tenant_id = $1 union all select files from notice_step where tenant_id = $1`)})
     delete from blob where tenant_id = $1 and sha256 = any($2::text[]) and sha256 not in (select sha from kept)`,
    [photos],
  )
}

const nodes = { place: 'place_term', org: 'org_term' } as const

/** Takes out of the register what the demo alone invented and nothing needs. */
export const purgeRegister = async (sql: Sql, key: string, campaigns: readonly CampaignId[], by: AccountId): Promise<void> => {
  await takeEdition(sql)
  const found = await sql.rows<{ kind: string; id: string }>(going, [key, campaigns, by])
  const ids = Map.groupBy(found, (f) => f.kind)
  const drop = async (table: string, kind: string, column = `${kind}_id`): Promise<void> => {
    const gone = ids.get(kind) ?? []
    if (gone.length > 0)
      await sql.rows(`delete from ${table} where tenant_id = $1 and ${column} = any($2::uuid[])`, [gone.map((g) => g.id)])
  }
  await drop('link', 'link')
  await drop('team_member', 'team')
  await drop('team', 'team')
  for (const table of ['grant_', 'session', 'sign_in_link', 'account']) await drop(table, 'account')
  // An account of that id may be opened again: what was answered then is answered no more.
  await drop('op', 'account', `command = 'account.create' and op_id`)
  await drop('subject', 'subject')
  await drop('post', 'person')
  await drop('person', 'person')
  for (const kind of ['org', 'place'] as const) {
    await drop(nodes[kind], kind)
    await drop(kind, kind)
  }
}

const counted = ['org', 'place', 'person', 'subject', 'team', 'link', 'account'] as const

/** What would go. */
export const weigh = async (
  sql: Sql,
  key: string,
  campaigns: readonly CampaignId[],
  by: AccountId,
): Promise<Omit<DemoRemains, 'campaigns'>> => {
  const one = await sql.one<{ records: number; bulletins: number; notices: number }>(
    `select (select count(*)::int from record where tenant_id = $1 and campaign_id = any($2::uuid[])) as records,
       (select count(*)::int from bulletin where tenant_id = $1 and campaign_id = any($2::uuid[])) as bulletins,
       (select count(*)::int from notice where tenant_id = $1 and campaign_id = any($2::uuid[])) as notices`,
    [campaigns],
  )
  const rows = await sql.rows<{ kind: string; n: number }>(`select kind, count(*)::int as n from (${going}) g group by kind`, [
    key,
    campaigns,
    by,
  ])
  const entries = await sql.one<{ n: number }>(`select count(*)::int as n from demo_entry where tenant_id = $1 and key = $2`, [key])
  const register = Object.fromEntries(counted.map((kind) => [kind, rows.find((r) => r.kind === kind)?.n ?? 0])) as DemoRemains['register']
  return { ...(one ?? { records: 0, bulletins: 0, notices: 0 }), register, known: (entries?.n ?? 0) > 0 }
}
