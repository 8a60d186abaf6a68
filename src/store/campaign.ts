import type { Actor } from '#access/actor.ts'
import type { CampaignRead, CampaignWrite, Circle, LoadedScheme } from '#command/ports/campaign.ts'
import type { CampaignRow } from '#command/views.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import { readStored } from '#scheme/read.ts'
import type { Sql } from './sql.ts'

export const campaignRead = (sql: Sql): CampaignRead => ({
  scheme: (campaign, version) => load(sql, campaign, version),
  list: () => list(sql),
  byKey: (key) => sql.one(`select campaign_id as id, version from campaign where tenant_id = $1 and key = $2`, [key]),
  versions: (campaign) =>
    sql.rows(`select version, at, by_name as by, why from scheme_version where tenant_id = $1 and campaign_id = $2 order by version desc`, [
      campaign,
    ]),
  circles: (campaign) =>
    sql.hot<Circle & { orgName: string }>(
      `select c.org_id as org, c.where_ as where, c.says, t.name as "orgName" from circle c
       join lateral (select name from org_term t where t.tenant_id = $1 and t.org_id = c.org_id order by valid_from desc limit 1) t on true
       where c.tenant_id = $1 and c.campaign_id = $2 order by t.name`,
      [campaign],
    ),
  announced: async (campaign) =>
    new Map(
      (
        await sql.rows<{ event: string; day: string | null }>(
          `select distinct on (event) event, day from announcement where tenant_id = $1 and campaign_id = $2 order by event, at desc`,
          [campaign],
        )
      ).flatMap(({ event, day }): [string, string][] => (day === null ? [] : [[event, day]])),
    ),
  announcements: (campaign) =>
    sql.rows(
      `select event, day, at, by_name as by, why from announcement where tenant_id = $1 and campaign_id = $2 order by at desc limit 500`,
      [campaign],
    ),
  root: async (on) =>
    (
      await sql.one<{ id: OrgId }>(
        `select org_id as id from org_term where tenant_id = $1 and parent_id is null and valid_from <= $2 and valid_until > $2 order by org_id limit 1`,
        [on],
      )
    )?.id,
})

export const campaignWrite = (sql: Sql, by: Actor): CampaignWrite => ({
  ...campaignRead(sql),
  save: async (v) => {
    await sql.rows(
      `with head as (
         insert into campaign (tenant_id, campaign_id, key, version) values ($1, $2, $3, $4)
         on conflict (tenant_id, campaign_id) do update set version = excluded.version returning campaign_id)
       insert into scheme_version (tenant_id, campaign_id, version, source, files, by_name, why, credited) select $1, campaign_id, $4, $5, $6, $7, $8, $9 from head`,
      [v.campaign, v.key, v.version, v.source, JSON.stringify(v.files), by.name, v.why, v.credited],
    )
    if (v.also.length === 0) return
    await sql.rows(`insert into also_campaign (tenant_id, campaign_id, also_id) select $1, $2, unnest($3::uuid[]) on conflict do nothing`, [
      v.campaign,
      v.also,
    ])
  },
  announce: async (campaign, { event, day, why }) => {
    await sql.rows(`insert into announcement (tenant_id, campaign_id, event, day, by_name, why) values ($1, $2, $3, $4, $5, $6)`, [
      campaign,
      event,
      day,
      by.name,
      why,
    ])
  },
  widen: async (campaign, circle) => {
    await sql.rows(
      `insert into circle (tenant_id, campaign_id, org_id, where_, says, by_name) values ($1, $2, $3, $4, $5, $6)
       on conflict (tenant_id, campaign_id, org_id) do update set where_ = excluded.where_, says = excluded.says, by_name = excluded.by_name, at = clock_timestamp()`,
      [campaign, circle.org, circle.where, circle.says, by.name],
    )
  },
})

type Row = { key: string; version: number; source: string; files: Record<string, string>; credited: string[] }

/** A committed version never changes, so it is compiled once. */
const load = async (sql: Sql, campaign: CampaignId, version?: number): Promise<LoadedScheme | undefined> => {
  const wanted =
    version ??
    (await sql.hot<{ version: number }>(`select version from campaign where tenant_id = $1 and campaign_id = $2`, [campaign]))[0]?.version
  const at = `scheme ${sql.tenant} ${campaign} ${wanted}`
  const known = sql.memory.get(at) as LoadedScheme | undefined
  if (known) return known
  const row = await sql.one<Row>(
    `select c.key, v.version, v.source, v.files, v.credited from scheme_version v join campaign c using (tenant_id, campaign_id)
     where v.tenant_id = $1 and v.campaign_id = $2 and v.version = $3`,
    [campaign, wanted ?? 0],
  )
  if (row === undefined) return undefined
  const result = readStored(row.source, row.files)
  if (!result.ok) throw new Error(`scheme ${row.key} version ${row.version} was stored but no longer reads: ${result.mistakes[0]?.what.en}`)
  const loaded: LoadedScheme = { campaign, ...row, credited: new Set(row.credited), compiled: result.compiled }
  sql.memory.set(at, loaded)
  return loaded
}

const list = async (sql: Sql): Promise<readonly CampaignRow[]> => {
  type Head = { id: CampaignId; version: number; loadedAt: string; records: number }
  const heads = await sql.rows<Head>(
    `select c.campaign_id as id, c.version, v.at as "loadedAt", (select coalesce(sum(t.value), 0)::int from tally_cell t
         where t.tenant_id = $1 and t.campaign_id = c.campaign_id and t.grain = 'all' and t.indicator like '#%') as records
     from campaign c join scheme_version v using (tenant_id, campaign_id, version) where c.tenant_id = $1 order by c.made_at`,
  )
  const rows: CampaignRow[] = []
  for (const head of heads) {
    const loaded = await load(sql, head.id, head.version)
    if (loaded) rows.push({ ...head, key: loaded.key, title: loaded.compiled.scheme.title, window: loaded.compiled.scheme.window })
  }
  return rows
}
