import { z } from 'zod'
import { isId } from '#kit/id.ts'
import type { AccountId } from '#kit/id.ts'
import { Fault } from '#kit/fault.ts'
import { addressOf, environmentOf } from '#server/environment.ts'
import { signInAddress } from '#server/link.ts'
import type { House } from '../house.ts'
import type { Out } from '../out.ts'

/** `link [LOGIN]`: an address that signs the account in once, within 24 hours; the first administrator's without a login. */
export const newSignInLink = async (
  login: string | undefined,
  house: House,
  out: Out,
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> => {
  const account = login === undefined ? undefined : await house.codes.account(z.string().parse(login).toLowerCase())
  if (login !== undefined && (account === undefined || !isId(account)))
    throw new Fault('404.1', { what: { zh: `账号 ${login}`, en: `account ${login}` } })
  const address = await signInAddress(
    house.store.pool,
    addressOf(environmentOf(env, [])),
    house.who.actor.tenant,
    account as AccountId | undefined,
  )
  out.line(out.json ? JSON.stringify({ address }) : address)
}
