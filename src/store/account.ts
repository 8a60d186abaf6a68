import type { Actor, Role } from '#access/actor.ts'
import type { AccountRead, AccountWrite } from '#command/ports/account.ts'
import type { AccountRow, Me, SessionRow } from '#command/views.ts'
import { Fault } from '#kit/fault.ts'
import type { AccountId, OrgId, PersonId } from '#kit/id.ts'
import { hashOf, isPasswordOf } from './password.ts'
import type { Sql } from './sql.ts'

type GrantRow = { role: Role; org: OrgId; orgName: string; orgCode: string }
type Row = {
  account_id: AccountId
  login: string
  name: string
  person_id: PersonId | null
  has_password: boolean
  disabled: boolean
  seen_at: string | null
  grants: GrantRow[]
}

// $2 is the day whose names count.
const select = `select a.account_id, a.login, a.name, a.person_id, a.password_hash is not null as has_password, a.disabled, a.seen_at,
  coalesce(json_agg(json_build_object('role', g.role, 'org', g.org_id, 'orgName', coalesce(t.name, o.code), 'orgCode', o.code) order by o.code, g.role)
    filter (where g.role is not null), '[]') as grants
  from account a
  left join grant_ g on g.tenant_id = a.tenant_id and g.account_id = a.account_id
  left join org o on o.tenant_id = a.tenant_id and o.org_id = g.org_id
  left join org_term t on t.tenant_id = a.tenant_id and t.org_id = g.org_id and t.valid_from <= $2::date and t.valid_until > $2::date
  where a.tenant_id = $1`

const meOf = (r: Row): Me => ({
  account: r.account_id,
  name: r.name,
  login: r.login,
  person: r.person_id,
  grants: r.grants,
  hasPassword: r.has_password,
})

const rowOf = (r: Row): AccountRow => ({
  id: r.account_id,
  login: r.login,
  name: r.name,
  grants: r.grants.map(({ role, org, orgName }) => ({ role, org, orgName })),
  disabled: r.disabled,
  lastSeen: r.seen_at,
})

/** A session holds until its end, and as long as it is seen once in seven days. `s` is the session. */
export const holding = `s.until > clock_timestamp() and s.seen_at > clock_timestamp() - interval '7 days'`

export const accountRead = (sql: Sql): AccountRead => {
  const one = (account: AccountId, on: string) =>
    sql.one<Row>(`${select} and a.account_id = $3 group by a.tenant_id, a.account_id`, [on, account])
  return {
    me: async (account, on) => {
      const row = await one(account, on)
      return row && meOf(row)
    },
    one: async (account, on) => {
      const row = await one(account, on)
      return row && rowOf(row)
    },
    list: async (on) => (await sql.rows<Row>(`${select} group by a.tenant_id, a.account_id order by a.login`, [on])).map(rowOf),
    sessions: (account) =>
      sql.rows<Omit<SessionRow, 'current'>>(
        `select s.session_id as id, s.made_at as "madeAt", s.seen_at as "lastSeen", s.until, s.agent from session s
         where s.tenant_id = $1 and s.account_id = $2 and ${holding} order by s.seen_at desc`,
        [account],
      ),
    isPassword: async (account, password) => {
      const row = await sql.one<{ password_hash: string | null }>(
        'select password_hash from account where tenant_id = $1 and account_id = $2',
        [account],
      )
      return isPasswordOf(row?.password_hash, password)
    },
    byLink: async (session) =>
      (await sql.one<{ by_link: boolean }>('select by_link from session where tenant_id = $1 and session_id = $2', [session]))?.by_link ===
      true,
    liaisons: async (orgs) => {
      const rows = await sql.rows<{ org: OrgId; names: string }>(
        `select g.org_id as org, string_agg(a.name, '、' order by a.name) as names from grant_ g join account a on a.tenant_id = g.tenant_id and a.account_id = g.account_id
         where g.tenant_id = $1 and g.role = 'liaison' and g.org_id = any($2::uuid[]) and not a.disabled group by g.org_id`,
        [orgs],
      )
      return new Map(rows.map((r) => [r.org, r.names]))
    },
  }
}

export const accountWrite = (sql: Sql, by: Actor): AccountWrite => {
  const grant: AccountWrite['grant'] = async (account, role, org) => {
    await sql.rows(
      'insert into grant_ (tenant_id, account_id, role, org_id, by_account) values ($1, $2, $3, $4, $5) on conflict do nothing',
      [account, role, org, by.account],
    )
  }
  return {
    ...accountRead(sql),
    by,
    create: async (a) => {
      const made = await sql.one(
        'insert into account (tenant_id, account_id, login, name, person_id, password_hash) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning 1',
        [a.id, a.login, a.name, a.person, a.password === null ? null : await hashOf(a.password)],
      )
      if (!made) throw new Fault('409.4', { what: { zh: '账号', en: 'The account' }, key: a.login })
      for (const g of a.grants) await grant(a.id, g.role, g.org)
    },
    grant,
    revoke: async (account, role, org) => {
      await sql.rows('delete from grant_ where tenant_id = $1 and account_id = $2 and role = $3 and org_id = $4', [account, role, org])
    },
    ...credentials(sql),
  }
}

/** Who may come in with what: passwords, sessions, links. */
const credentials = (sql: Sql): Pick<AccountWrite, 'setDisabled' | 'setPassword' | 'endSession'> => {
  const endSessions = (account: AccountId, keep: string | null) =>
    sql.rows('delete from session where tenant_id = $1 and account_id = $2 and session_id is distinct from $3', [account, keep])
  return {
    setDisabled: async (account, disabled) => {
      await sql.rows('update account set disabled = $3 where tenant_id = $1 and account_id = $2', [account, disabled])
      if (disabled) await endSessions(account, null)
    },
    setPassword: async (account, password, keep) => {
      await sql.rows('update account set password_hash = $3 where tenant_id = $1 and account_id = $2', [account, await hashOf(password)])
      await sql.rows('update session set by_link = false where tenant_id = $1 and account_id = $2', [account])
      await sql.rows('delete from sign_in_link where tenant_id = $1 and account_id = $2', [account])
      await endSessions(account, keep ?? null)
    },
    endSession: async (account, session) =>
      (await sql.one('delete from session where tenant_id = $1 and account_id = $2 and session_id = $3 returning 1', [
        account,
        session,
      ])) !== undefined,
  }
}
