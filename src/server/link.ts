import type pg from 'pg'
import { Fault } from '#kit/fault.ts'
import type { AccountId, TenantId } from '#kit/id.ts'
import { newLink } from '#store/entrance.ts'
import { firstAdministrator } from '#store/tenant.ts'

/**
 * An address that signs an account in once, within 24 hours. The token stands in the fragment, which browsers send to no server.
 * @param account the first administrator, if nobody else is named
 * @throws Fault 404.1 without an administrator
 */
export const signInAddress = async (pool: pg.Pool, address: string, tenant: TenantId, account?: AccountId): Promise<string> => {
  const whom = account ?? (await firstAdministrator(pool, tenant))
  if (whom === undefined) throw new Fault('404.1', { what: { zh: '管理员', en: 'administrator' } })
  return `${address}/#/sign-in/${await newLink(pool, tenant, whom)}`
}
