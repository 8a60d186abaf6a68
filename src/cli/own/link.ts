import { z } from 'zod'
import { isId } from '#kit/id.ts'
import type { AccountId } from '#kit/id.ts'
import { Fault } from '#kit/fault.ts'
import { addressOf, environmentOf } from '#server/environment.ts'
import { signInAddress } from '#server/link.ts'
import { lastAddress } from '#store/tenant.ts'
import type { House } from '../house.ts'
import type { Out } from '../out.ts'

/**
 * `link [LOGIN]`: an address that signs the account in once, within 24 hours; the first administrator's without a login.
 * It leads to ZOUFANG_URL if that is set, else to where the server that started last is reached.
 */
export const newSignInLink = async (
  login: string | undefined,
  house: House,
  out: Out,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> => {
  const account = login === undefined ? undefined : await house.codes.account(z.string().parse(login).toLowerCase())
  if (login !== undefined && (account === undefined || !isId(account)))
    throw new Fault('404.1', { what: { zh: `账号 ${login}`, en: `account ${login}` } })
  const own = environmentOf(env, [])
  const server = own.publicUrl ? undefined : await lastAddress(house.store.pool)
  const address = await signInAddress(house.store.pool, server ?? addressOf(own), house.who.actor.tenant, account as AccountId | undefined)
  out.line(out.json ? JSON.stringify({ address }) : address)
}
