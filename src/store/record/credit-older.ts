import type pg from 'pg'
import type { CampaignId, TenantId } from '#kit/id.ts'
import { campaignRead } from '../campaign.ts'
import { sqlOn } from '../sql.ts'
import { lock } from './lock.ts'
import { creditAll } from './credit-all.ts'

type Row = { tenant: TenantId; campaign: CampaignId }

/** Campaigns with quotas of people that were loaded before anything was credited are credited for all their records: at a start, once. */
export const creditOlder = async (pool: pg.Pool): Promise<void> => {
  const { rows } = await pool.query<Row>(
    `select c.tenant_id as tenant, c.campaign_id as campaign from campaign c join scheme_version v using (tenant_id, campaign_id, version)
     where v.credited = '{}' and v.source ~ 'who:\\s*["'']?(person|team)'`,
  )
  for (const row of rows) await creditOne(pool, row)
}

const creditOne = async (pool: pg.Pool, { tenant, campaign }: Row): Promise<void> => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    // A memory of its own: schemes are remembered as they were loaded, and this one is about to change what it credits.
    const sql = sqlOn(client, tenant)
    await lock(sql, campaign)
    const { scheme } = campaignRead(sql)
    const newest = await scheme(campaign)
    const missing = newest === undefined || newest.credited.size > 0 ? [] : [...newest.compiled.credited]
    if (newest !== undefined && missing.length > 0) {
      await sql.rows(`update scheme_version set credited = $4 where tenant_id = $1 and campaign_id = $2 and version = $3`, [
        campaign,
        newest.version,
        missing,
      ])
      await creditAll(sql, campaign, new Set(missing), async (version, of = campaign) => {
        const found = await scheme(of, version)
        if (found === undefined) throw new Error(`no scheme ${of} version ${version}`)
        return found.compiled
      })
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
