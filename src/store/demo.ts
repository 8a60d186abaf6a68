import type pg from 'pg'
import type { Brought, DemoRead, DemoWrite } from '#command/ports/demo.ts'
import type { DemoRow } from '#command/views.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId, TenantId } from '#kit/id.ts'
import type { Text } from '#kit/text.ts'
import { purgeCampaigns, purgeRegister, weigh } from './demo/remove.ts'
import { translate } from './fault.ts'
import type { Sql } from './sql.ts'

const columns = `key, title, about, campaigns, state, done, total, says`

export const demoRead = (sql: Sql): DemoRead => ({
  list: () => sql.rows<DemoRow>(`select ${columns} from demo where tenant_id = $1 order by position, key`),
  brought: async (key) => ({
    campaigns: await sql.rows<Brought['campaigns'][number]>(
      `select c.campaign_id as id, c.key, c.version from demo d join campaign c on c.tenant_id = $1 and c.campaign_id = any(d.made)
       where d.tenant_id = $1 and d.key = $2 and not exists (
         select from demo o where o.tenant_id = $1 and o.key <> $2 and o.state <> 'offered' and c.campaign_id = any(o.made))
       order by array_position(d.campaigns, c.key)`,
      [key],
    ),
  }),
  leaning: async (campaigns) =>
    (
      await sql.rows<{ name: string }>(
        `select b.title as name from bulletin b where b.tenant_id = $1 and b.campaign_id <> all($2::uuid[])
           and exists (select from jsonb_each_text(b.campaigns) w where w.value = any($2::uuid[]::text[]))
         union select c.key from also_campaign a join campaign c on c.tenant_id = $1 and c.campaign_id = case when a.also_id = any($2::uuid[]) then a.campaign_id else a.also_id end
           where a.tenant_id = $1 and (a.also_id = any($2::uuid[])) <> (a.campaign_id = any($2::uuid[])) order by 1 limit 20`,
        [campaigns],
      )
    ).map((r) => r.name),
  weigh: (key, campaigns, by) => weigh(sql, key, campaigns, by),
})

export const demoWrite = (sql: Sql): DemoWrite => ({
  ...demoRead(sql),
  want: async (key) => {
    await sql.rows(
      `update demo set state = 'wanted', says = null, changed_at = clock_timestamp() where tenant_id = $1 and key = $2 and state in ('offered', 'failed')`,
      [key],
    )
  },
  hold: async () => void (await sql.rows('select 1 from demo where tenant_id = $1 order by key for update')),
  remove: async (key, campaigns, by) => {
    await purgeCampaigns(sql, campaigns)
    await purgeRegister(sql, key, campaigns, by)
    await sql.rows('delete from demo_entry where tenant_id = $1 and key = $2', [key])
    await sql.rows(
      `update demo set state = 'offered', made = '{}', round = round + 1, done = 0, total = 0, says = null, plan = null, changed_at = clock_timestamp()
       where tenant_id = $1 and key = $2`,
      [key],
    )
  },
})

/* What follows is for the loader of demos and the server that starts it: no command's business. */

export type Offer = Pick<DemoRow, 'key' | 'title' | 'about' | 'campaigns'> & {
  /** The ids that its first load gives its campaigns. */
  readonly ids?: readonly string[]
}

/** Says to a tenant what the campaigns folder offers. How far one has been loaded stays; what is offered no longer goes, unless it was loaded. A campaign of that key that is there already stands for its demo. */
export const offerDemos = async (pool: pg.Pool, tenant: TenantId, offers: readonly Offer[]): Promise<void> => {
  await pool
    .query(
      `with gone as (delete from demo where tenant_id = $1 and state = 'offered' and key <> all($2))
       insert into demo (tenant_id, key, position, title, about, campaigns, state)
       select $1, o.key, o.position, o.title, o.about, array(select jsonb_array_elements_text(o.campaigns)),
         case when exists (select from campaign c where c.tenant_id = $1 and c.key = o.key) then 'loaded' else 'offered' end
       from jsonb_to_recordset($3::jsonb) as o(key text, position int, title jsonb, about jsonb, campaigns jsonb)
       on conflict (tenant_id, key) do update
         set position = excluded.position, title = excluded.title, about = excluded.about, campaigns = excluded.campaigns
         where (demo.position, demo.title, demo.about, demo.campaigns) is distinct from
           (excluded.position, excluded.title, excluded.about, excluded.campaigns)`,
      [tenant, offers.map((o) => o.key), JSON.stringify(offers.map((o, position) => ({ ...o, position })))],
    )
    .catch(translate)
  // A load from before this was noted.
  await pool
    .query(
      `update demo d set made = f.made from (
         select o.key, array_agg(c.campaign_id) as made from jsonb_to_recordset($2::jsonb) as o(key text, ids uuid[])
         join campaign c on c.tenant_id = $1 and c.campaign_id = any(o.ids) group by o.key) f
       where d.tenant_id = $1 and d.key = f.key and d.round = 0 and d.made = '{}' and d.state <> 'offered'`,
      [tenant, JSON.stringify(offers.map(({ key, ids = [] }) => ({ key, ids })))],
    )
    .catch(translate)
}

export const wantDemo = async (pool: pg.Pool, tenant: TenantId, key: string): Promise<void> =>
  void (await pool
    .query(`update demo set state = 'wanted', says = null where tenant_id = $1 and key = $2 and state in ('offered', 'failed')`, [
      tenant,
      key,
    ])
    .catch(translate))

/** One demo at a time in a database: whoever loads holds this lock for as long as it lasts, so one that died is told from one at work. */
const lock = { class: 20_120_220, object: 1 }

const nobodyLoads = `not exists (
  select from pg_locks where locktype = 'advisory' and granted and classid = ${lock.class} and objid = ${lock.object}
    and database = (select oid from pg_database where datname = current_database()))`

export type Wanted = {
  readonly tenant: TenantId
  readonly tenantCode: string
  readonly key: string
  /** How often it was taken out before. */
  readonly round: number
}

/** The demo to load next: begun by a process that is no more, or asked for. Undefined while one is being loaded. */
export const nextDemo = async (pool: pg.Pool): Promise<Wanted | undefined> => {
  const found = await pool
    .query<{ tenant_id: TenantId; code: string; key: string; round: number }>(
      `select d.tenant_id, t.code, d.key, d.round from demo d join tenant t using (tenant_id)
       where d.state in ('loading', 'wanted') and ${nobodyLoads}
       order by d.state, d.changed_at, position limit 1`,
    )
    .catch(translate)
  const row = found.rows[0]
  return row && { tenant: row.tenant_id, tenantCode: row.code, key: row.key, round: row.round }
}

/** Does the work as the one loader there is. @returns undefined when there is another */
export const asDemoLoader = async <T>(pool: pg.Pool, work: () => Promise<T>): Promise<T | undefined> => {
  const client = await pool.connect().catch(translate)
  try {
    const got = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1, $2) as got', [lock.class, lock.object])
    if (got.rows[0]?.got !== true) return undefined
    try {
      return await work()
    } finally {
      await client.query('select pg_advisory_unlock($1, $2)', [lock.class, lock.object])
    }
  } finally {
    client.release()
  }
}

export type Invented = { readonly kind: 'org' | 'place' | 'person' | 'subject' | 'team' | 'link' | 'account'; readonly id: string }

/** Notes what a load is going to make, before it makes it. */
export const noteDemoMade = async (
  pool: pg.Pool,
  { tenant, key }: Wanted,
  campaigns: readonly CampaignId[],
  invented: readonly Invented[],
): Promise<void> => {
  await pool.query('update demo set made = $3 where tenant_id = $1 and key = $2', [tenant, key, campaigns]).catch(translate)
  await pool
    .query(
      `insert into demo_entry (tenant_id, key, kind, id) select $1, $2, x.kind, x.id from jsonb_to_recordset($3::jsonb) as x(kind text, id uuid) on conflict do nothing`,
      [tenant, key, JSON.stringify(invented)],
    )
    .catch(translate)
}

/**
 * Notes by what steps a load begins, or goes on.
 * @throws Fault 409.24 when it began by others: they would not go together
 */
export const noteDemoPlan = async (pool: pg.Pool, { tenant, key }: Wanted, plan: string): Promise<void> => {
  const kept = await pool
    .query<{ plan: string }>(`update demo set plan = coalesce(plan, $3) where tenant_id = $1 and key = $2 returning plan`, [
      tenant,
      key,
      plan,
    ])
    .catch(translate)
  if (kept.rows[0]?.plan !== plan) throw new Fault('409.24', { key })
}

export type Noted = { readonly state: DemoRow['state']; readonly done?: number; readonly total?: number; readonly says: Text | null }

export const noteDemoState = async (pool: pg.Pool, { tenant, key }: Wanted, { state, done, total, says }: Noted): Promise<void> =>
  void (await pool
    .query(
      `update demo set state = $3, done = coalesce($4, done), total = coalesce($5, total), says = $6, changed_at = clock_timestamp()
       where tenant_id = $1 and key = $2`,
      [tenant, key, state, done ?? null, total ?? null, says === null ? null : JSON.stringify(says)],
    )
    .catch(translate))
