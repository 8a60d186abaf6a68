import type pg from 'pg'
import { type Id, isId } from '#kit/id.ts'
import type { AccountId, OrgId, TenantId } from '#kit/id.ts'
import { uuidv7 } from 'uuidv7'
import { translate } from './fault.ts'

export type Founding = { readonly code?: string; readonly name: string; readonly zone?: string }

const fresh = <T extends string>(): Id<T> => {
  const id = uuidv7()
  if (!isId(id)) throw new Error(`not an id: ${id}`)
  return id as Id<T>
}

/**
 * Sees to it that a tenant exists with a root org (code ROOT) and a first administrator on it (login admin, no password yet).
 * What is there already stays as it is, so it may run at every start, in two processes at once.
 */
export const foundTenant = async (pool: pg.Pool, { code = 'main', name, zone = 'Asia/Shanghai' }: Founding): Promise<TenantId> => {
  const client = await pool.connect().catch(translate)
  let broken: Error | undefined
  try {
    await client.query('begin')
    await client.query("select pg_advisory_xact_lock(hashtext('zoufang tenant ' || $1))", [code])
    await client.query('insert into tenant (tenant_id, code, name, zone) values ($1, $2, $3, $4) on conflict do nothing', [
      fresh<'tenant'>(),
      code,
      name,
      zone,
    ])
    const tenant = (await client.query<{ tenant_id: TenantId }>('select tenant_id from tenant where code = $1', [code])).rows[0]?.tenant_id
    if (tenant === undefined) throw new Error(`tenant ${code} was not made`)
    await foundAdministrator(client, tenant, await foundRoot(client, tenant, name))
    await client.query('commit')
    return tenant
  } catch (error) {
    await client.query('rollback').catch((e: Error) => (broken = e))
    return translate(error)
  } finally {
    client.release(broken)
  }
}

const foundRoot = async (client: pg.PoolClient, tenant: TenantId, name: string): Promise<OrgId> => {
  const top = await client.query<{ org_id: OrgId }>(
    `select o.org_id from org o join org_term t using (tenant_id, org_id) where o.tenant_id = $1 and t.parent_id is null order by o.code <> 'ROOT', o.code limit 1`,
    [tenant],
  )
  const there = top.rows[0]?.org_id
  if (there !== undefined) return there
  const org = fresh<'org'>()
  await client.query("insert into org (tenant_id, org_id, code) values ($1, $2, 'ROOT')", [tenant, org])
  await client.query('insert into org_term (tenant_id, org_id, name) values ($1, $2, $3)', [tenant, org, name])
  return org
}

const foundAdministrator = async (client: pg.PoolClient, tenant: TenantId, org: OrgId): Promise<void> => {
  const there = await client.query("select 1 from grant_ where tenant_id = $1 and role = 'administrator' limit 1", [tenant])
  if (there.rows.length > 0) return
  const account = fresh<'account'>()
  await client.query("insert into account (tenant_id, account_id, login, name) values ($1, $2, 'admin', '系统管理员')", [tenant, account])
  await client.query("insert into grant_ (tenant_id, account_id, role, org_id) values ($1, $2, 'administrator', $3)", [
    tenant,
    account,
    org,
  ])
}

/** Whether the demo was asked for and is not all there yet: a start that was cut short takes it up again at the next. */
export const demoWanted = async (pool: pg.Pool, tenant: TenantId): Promise<boolean> =>
  (await pool.query("select 1 from tenant where tenant_id = $1 and demo = 'wanted'", [tenant]).catch(translate)).rows.length > 0

export const noteDemo = async (pool: pg.Pool, tenant: TenantId, demo: 'wanted' | 'loaded'): Promise<void> =>
  void (await pool.query('update tenant set demo = $2 where tenant_id = $1', [tenant, demo]).catch(translate))

/** Where the server is reached, for whoever makes links without being the server. One server serves every tenant. */
export const noteAddress = async (pool: pg.Pool, address: string): Promise<void> =>
  void (await pool.query('update tenant set address = $1 where address is distinct from $1', [address]).catch(translate))

/** Where the server that started last is reached; undefined when none ever did. */
export const lastAddress = async (pool: pg.Pool): Promise<string | undefined> =>
  (await pool.query<{ address: string }>('select address from tenant where address is not null limit 1').catch(translate)).rows[0]?.address

/** The first administrator there is. */
export const firstAdministrator = async (pool: pg.Pool, tenant: TenantId): Promise<AccountId | undefined> =>
  (await administrator(pool, tenant))?.account_id

/** The first administrator, while no administrator can sign in with a password; undefined afterwards. */
export const waitingAdministrator = async (pool: pg.Pool, tenant: TenantId): Promise<AccountId | undefined> => {
  const first = await administrator(pool, tenant)
  return first && !first.ready ? first.account_id : undefined
}

type First = { account_id: AccountId; ready: boolean }

const administrator = async (pool: pg.Pool, tenant: TenantId): Promise<First | undefined> => {
  const found = await pool
    .query<First>(
      `select a.account_id, bool_or(a.password_hash is not null) over () as ready from account a
       where a.tenant_id = $1 and not a.disabled and exists (select from grant_ g where g.tenant_id = $1 and g.account_id = a.account_id and g.role = 'administrator')
       order by a.made_at, a.account_id limit 1`,
      [tenant],
    )
    .catch(translate)
  return found.rows[0]
}
