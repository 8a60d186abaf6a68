import { Fault } from '#kit/fault.ts'
import type { CampaignId } from '#kit/id.ts'
import { type Sql, literal } from '../sql.ts'

/*
 * Whoever writes a campaign's facts holds its lock to the end of the transaction. Records that count in other campaigns as well write
 * there, too: all the locks are taken, in the order of their names, so that nobody waits in a circle.
 */

/** What is so while a campaign is held. */
export type Held = {
  /** Of its scheme. */
  readonly version: number
  /** The moment of this commit: after every earlier one of the campaign and after every seal, also of the campaigns it counts in. */
  readonly at: string
  /** The campaign, and those in which its records count. */
  readonly campaigns: ReadonlySet<string>
}

const locks = new WeakMap<Sql, Map<CampaignId, Promise<Held | undefined>>>()

/** The campaign, and those in which its records count; once in a transaction. Undefined: there is no such campaign. */
export const lock = (sql: Sql, campaign: CampaignId): Promise<Held | undefined> => {
  const mine = locks.get(sql) ?? new Map<CampaignId, Promise<Held | undefined>>()
  locks.set(sql, mine)
  const held = mine.get(campaign) ?? take(sql, campaign)
  mine.set(campaign, held)
  return held
}

const take = async (sql: Sql, campaign: CampaignId): Promise<Held | undefined> => {
  const [tenant, id] = [literal(sql.tenant), literal(campaign)]
  const others = `select also_id from also_campaign where tenant_id = ${tenant} and campaign_id = ${id}`
  // Two statements, since the second must see what was committed while the first waited.
  const [locked = [], [now] = []] = await sql.script([
    `select id, pg_advisory_xact_lock(hashtextextended(${tenant} || id, 0)) from (
       select ${id} as id union select also_id::text from (${others}) o order by 1) sorted`,
    `select version, (select greatest(clock_timestamp(), max(sealed_at) + interval '1 microsecond') from campaign
       where tenant_id = ${tenant} and (campaign_id = ${id} or campaign_id in (${others}))) as at
     from campaign where tenant_id = ${tenant} and campaign_id = ${id}`,
  ])
  const { version, at } = (now ?? {}) as Partial<Held>
  if (version === undefined || at === undefined) return undefined
  return { version, at, campaigns: new Set((locked as { id: string }[]).map((row) => row.id)) }
}

/** These campaigns and no others: for who writes nothing of their records. */
export const lockThese = async (sql: Sql, campaigns: readonly CampaignId[]): Promise<void> => {
  await sql.hot(
    `select pg_advisory_xact_lock(hashtextextended($1::text || id, 0)) from (select distinct id from unnest($2::text[]) id order by id) sorted`,
    [campaigns],
  )
}

/** @throws Fault 409.30 when a scheme that has just been loaded lets the records count in a campaign that was not locked: try again */
export const assertHeld = (held: Held, campaigns: Iterable<string>): void => {
  for (const campaign of campaigns) if (!held.campaigns.has(campaign)) throw new Fault('409.30')
}
