import type pg from 'pg'
import type { TenantId } from '#kit/id.ts'
import { translate } from './fault.ts'
import { idsOf } from './register/code.ts'
import { sqlOn } from './sql.ts'

/** Ids of the codes that people know. Unknown ones are absent. */
export type Codes = {
  ids(table: 'org' | 'place' | 'person' | 'subject' | 'team', codes: Iterable<string>): Promise<ReadonlyMap<string, string>>
  campaign(key: string): Promise<string | undefined>
  account(login: string): Promise<string | undefined>
}

/** For the terminal, where nobody types a UUID. */
export const codesOf = (pool: pg.Pool, tenant: TenantId): Codes => {
  const one = async (text: string, value: string): Promise<string | undefined> => {
    const found = await pool.query<{ id: string }>(text, [tenant, value]).catch(translate)
    return found.rows[0]?.id
  }
  // Ids of codes never change.
  const seen = {
    org: new Map<string, string>(),
    place: new Map<string, string>(),
    person: new Map<string, string>(),
    subject: new Map<string, string>(),
    team: new Map<string, string>(),
  }
  return {
    ids: async (table, codes) => {
      const wanted = [...new Set(codes)]
      const known = seen[table]
      if (wanted.every((code) => known.has(code))) return known
      const client = await pool.connect().catch(translate)
      try {
        for (const [code, id] of await idsOf(sqlOn(client, tenant), table, wanted)) known.set(code, id)
        return known
      } finally {
        client.release()
      }
    },
    campaign: (key) => one('select campaign_id as id from campaign where tenant_id = $1 and key = $2', key),
    account: (login) => one('select account_id as id from account where tenant_id = $1 and login = $2', login),
  }
}

/** Lets the planner see what a bulk load brought, before the database would look by itself. */
export const lookAtRecords = async (pool: pg.Pool): Promise<void> => {
  await pool.query('analyze record, record_version, fact, tally, reach, path').catch(translate)
}
