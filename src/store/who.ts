import type pg from 'pg'
import type { Actor, Grant } from '#access/actor.ts'
import type { World } from '#command/command.ts'
import { dayIn } from '#kit/day.ts'
import { Fault } from '#kit/fault.ts'
import type { AccountId, PersonId, SessionId, TenantId } from '#kit/id.ts'
import { uuidv7 } from 'uuidv7'
import { holding } from './account.ts'
import { translate } from './fault.ts'
import { hashOfToken, tenantOf } from './token.ts'

/** An actor and the time zone of its tenant. */
export type Who = { readonly actor: Actor; readonly zone: string }

/** What comes in by the door, whichever door: who, today where the tenant lives, fresh ids. */
export const worldOf = ({ actor, zone }: Who): World => ({ actor, today: dayIn(Date.now(), zone), newId: uuidv7 })

type Row = {
  tenant_id: TenantId
  account_id: AccountId
  person_id: PersonId | null
  name: string
  zone: string
  grants: Grant[]
  session_id?: SessionId
  stale?: boolean
}

const columns = `a.tenant_id, a.account_id, a.person_id, a.name, t.zone,
  coalesce((select json_agg(json_build_object('role', g.role, 'org', g.org_id) order by g.role, g.org_id) from grant_ g
    where g.tenant_id = a.tenant_id and g.account_id = a.account_id), '[]') as grants`

const whoOf = (r: Row): Who => ({
  zone: r.zone,
  actor: {
    tenant: r.tenant_id,
    account: r.account_id,
    person: r.person_id,
    name: r.name,
    grants: r.grants,
    ...(r.session_id === undefined ? {} : { session: r.session_id }),
  },
})

/** Who holds this session token; undefined if the session is unknown, over or its account disabled. */
export const whoHolds = async (pool: pg.Pool, token: string): Promise<Who | undefined> => {
  const tenant = tenantOf(token)
  if (!tenant) return undefined
  const hash = hashOfToken(token)
  const found = await pool
    .query<Row>(
      `select ${columns}, s.session_id, s.seen_at < clock_timestamp() - interval '5 minutes' as stale from session s
       join account a on a.tenant_id = s.tenant_id and a.account_id = s.account_id join tenant t on t.tenant_id = s.tenant_id
       where s.tenant_id = $1 and s.token_hash = $2 and ${holding} and not a.disabled`,
      [tenant, hash],
    )
    .catch(translate)
  const row = found.rows[0]
  if (row?.stale === true) {
    await pool
      .query(
        `with s as (update session set seen_at = clock_timestamp() where tenant_id = $1 and token_hash = $2)
         update account set seen_at = clock_timestamp() where tenant_id = $1 and account_id = $3`,
        [tenant, hash, row.account_id],
      )
      .catch(translate)
  }
  return row && whoOf(row)
}

/**
 * Who acts on the terminal: the account with this login, or the first administrator there is.
 * @throws Fault 404.1 if there is none
 */
export const whoAtTerminal = async (
  pool: pg.Pool,
  wanted: { readonly tenant?: string | undefined; readonly login?: string | undefined } = {},
): Promise<Who> => {
  const found = await pool
    .query<Row>(
      `select ${columns} from account a join tenant t on t.tenant_id = a.tenant_id
       where t.code = $1 and not a.disabled and case when $2::text is null
         then exists (select from grant_ g where g.tenant_id = a.tenant_id and g.account_id = a.account_id and g.role = 'administrator') else a.login = $2 end
       order by a.made_at, a.account_id limit 1`,
      [wanted.tenant ?? 'main', wanted.login ?? null],
    )
    .catch(translate)
  const row = found.rows[0]
  if (!row) throw new Fault('404.1', { what: { zh: '账号', en: 'account' } })
  return whoOf(row)
}
