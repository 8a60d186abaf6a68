import type pg from 'pg'
import { plainLogin } from '#access/login.ts'
import { Fault } from '#kit/fault.ts'
import type { AccountId, TenantId } from '#kit/id.ts'
import { uuidv7 } from 'uuidv7'
import { translate } from './fault.ts'
import { isPasswordOf } from './password.ts'
import { hashOfToken, newToken, tenantOf } from './token.ts'

/** Somebody has come in: the token goes into the cookie and nowhere else. */
export type Entry = { readonly token: string; readonly tenant: TenantId; readonly account: AccountId }

/** `before`: the token of the session this browser had until now, which ends. */
type Browser = { readonly agent: string; readonly before: string | undefined }

/**
 * A right password begins a session. Wrong ones are counted before they are looked at, so that many at once do not slip
 * through; after five in a row each try has to wait, from a second up to a minute.
 * @throws Fault 401.2 for a wrong password and an unknown, disabled or password-less account alike · 429.1 while waiting
 */
export const signIn = async (
  pool: pg.Pool,
  input: { tenant: string; login: string; password: string },
  browser: Browser,
): Promise<Entry> => {
  const login = plainLogin(input.login)
  const query = async <T>(text: string, values: unknown[]): Promise<T | undefined> =>
    (await pool.query(text, values).catch(translate)).rows[0] as T | undefined
  const tenant = (await query<{ tenant_id: TenantId }>('select tenant_id from tenant where code = $1', [input.tenant]))?.tenant_id
  if (tenant) await countTry(query, tenant, login)
  const account = await query<{ account_id: AccountId; password_hash: string | null }>(
    'select account_id, password_hash from account where tenant_id = $1 and login = $2 and not disabled',
    [tenant ?? null, login],
  )
  if (!(await isPasswordOf(account?.password_hash, input.password)) || !account || !tenant) throw new Fault('401.2')
  await query("delete from sign_in_failure where tenant_id = $1 and (login = $2 or failed_at < clock_timestamp() - interval '1 day')", [
    tenant,
    login,
  ])
  return begin(pool, { tenant, account: account.account_id, byLink: false, command: 'session.start' }, browser)
}

type Query = <T>(text: string, values: unknown[]) => Promise<T | undefined>

const countTry = async (query: Query, tenant: TenantId, login: string): Promise<void> => {
  const wait = `make_interval(secs => case when f.failures < 5 then 0 else least(power(2, least(f.failures - 5, 10)), 60) end)`
  const counted = await query(
    `insert into sign_in_failure as f (tenant_id, login, failures) values ($1, $2, 1)
     on conflict (tenant_id, login) do update set failed_at = clock_timestamp(),
       failures = case when f.failed_at < clock_timestamp() - interval '1 day' then 1 else f.failures + 1 end
     where f.failed_at + ${wait} <= clock_timestamp() returning 1 as yes`,
    [tenant, login],
  )
  if (counted) return
  const left = await query<{ seconds: number }>(
    `select greatest(1, ceil(extract(epoch from f.failed_at + ${wait} - clock_timestamp())))::int as seconds from sign_in_failure f where tenant_id = $1 and login = $2`,
    [tenant, login],
  )
  throw new Fault('429.1', { seconds: left?.seconds ?? 1 })
}

/** @throws Fault 401.3 when the link is unknown, used, too old, or its account disabled */
export const useLink = async (pool: pg.Pool, token: string, browser: Browser): Promise<Entry> => {
  const tenant = tenantOf(token)
  if (!tenant) throw new Fault('401.3')
  const used = await pool
    .query<{ account_id: AccountId }>(
      `update sign_in_link l set used_at = clock_timestamp() from account a
       where l.tenant_id = $1 and l.token_hash = $2 and l.used_at is null and l.until > clock_timestamp()
         and a.tenant_id = $1 and a.account_id = l.account_id and not a.disabled returning l.account_id`,
      [tenant, hashOfToken(token)],
    )
    .catch(translate)
  const account = used.rows[0]?.account_id
  if (!account) throw new Fault('401.3')
  return begin(pool, { tenant, account, byLink: true, command: 'session.link' }, browser)
}

type Beginning = { readonly tenant: TenantId; readonly account: AccountId; readonly byLink: boolean; readonly command: string }

/** One statement: the new session, the end of the one before and of those that no longer hold, and the audit line. */
const begin = async (pool: pg.Pool, b: Beginning, browser: Browser): Promise<Entry> => {
  const token = newToken(b.tenant)
  await pool
    .query(
      `with gone as (delete from session where tenant_id = $1 and (token_hash = $6 or (account_id = $2 and until < clock_timestamp()))),
         fresh as (insert into session (tenant_id, token_hash, account_id, until, agent, by_link)
           values ($1, $3, $2, clock_timestamp() + interval '30 days', $4, $5)),
         seen as (update account set seen_at = clock_timestamp() where tenant_id = $1 and account_id = $2 returning name)
       insert into op (tenant_id, op_id, command, account_id, by_name, about, hash, answer) select $1, $7, $8, $2, name, $2, '', 'null' from seen`,
      [
        b.tenant,
        b.account,
        hashOfToken(token),
        browser.agent.slice(0, 300),
        b.byLink,
        browser.before === undefined ? null : hashOfToken(browser.before),
        uuidv7(),
        b.command,
      ],
    )
    .catch(translate)
  return { token, tenant: b.tenant, account: b.account }
}

/** A link that signs an account in once, within 24 hours. Earlier unused ones stop working. */
export const newLink = async (pool: pg.Pool, tenant: TenantId, account: AccountId): Promise<string> => {
  const token = newToken(tenant)
  await pool
    .query(
      `with gone as (delete from sign_in_link where tenant_id = $1 and account_id = $2)
       insert into sign_in_link (tenant_id, token_hash, account_id, until) values ($1, $3, $2, clock_timestamp() + interval '24 hours')`,
      [tenant, account, hashOfToken(token)],
    )
    .catch(translate)
  return token
}
