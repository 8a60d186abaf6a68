import { Fault } from '#kit/fault.ts'
import type { CampaignId } from '#kit/id.ts'
import type { Sql } from '../sql.ts'

/*
 * Whoever writes a campaign's facts holds its lock to the end of the transaction. Records that count in other campaigns as well write
 * there, too: all the locks are taken, in the order of their names, so that nobody waits in a circle.
 */

const held = new WeakMap<Sql, Set<string>>()

const keep = (sql: Sql, campaigns: readonly string[]): void => {
  const mine = held.get(sql) ?? new Set<string>()
  for (const c of campaigns) mine.add(c)
  held.set(sql, mine)
}

/** The campaign, and those in which its records count. */
export const lock = async (sql: Sql, campaign: CampaignId): Promise<void> => {
  if (held.get(sql)?.has(campaign)) return
  const rows = await sql.hot<{ id: string }>(
    `select id, pg_advisory_xact_lock(hashtextextended($1::text || id, 0))
     from (select $2::text as id union select also_id::text from also_campaign where tenant_id = $1 and campaign_id = $2::uuid order by 1) sorted`,
    [campaign],
  )
  keep(
    sql,
    rows.map((r) => r.id),
  )
}

/** These campaigns and no others: for who writes nothing of their records. */
export const lockThese = async (sql: Sql, campaigns: readonly CampaignId[]): Promise<void> => {
  await sql.hot(
    `select pg_advisory_xact_lock(hashtextextended($1::text || id, 0)) from (select distinct id from unnest($2::text[]) id order by id) sorted`,
    [campaigns],
  )
}

/** @throws Fault 409.30 when a scheme that has just been loaded lets the records count in a campaign that was not locked: try again */
export const assertHeld = (sql: Sql, campaigns: Iterable<string>): void => {
  const mine = held.get(sql)
  for (const campaign of campaigns) if (!mine?.has(campaign)) throw new Fault('409.30')
}
