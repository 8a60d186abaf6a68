import { type Actor, holdsOn } from '#access/actor.ts'
import { Fault } from '#kit/fault.ts'
import type { AccountId, OrgId } from '#kit/id.ts'
import type { Read } from '../ports.ts'
import { holdsRoot } from '../root.ts'
import type { AccountRow } from '../views.ts'

/*
 * An administrator of an org looks after the accounts whose every grant lies within its subtree; an account without
 * grants belongs to the administrators of a root. Whatever lies outside is as if it were not there.
 */

const noAccount = () => new Fault('404.1', { what: { zh: '账号', en: 'account' } })

/** @throws Fault 404.1 if the org is unknown or not under one that the actor administers */
export const assertAdministers = async (db: Read, actor: Actor, org: OrgId, today: string): Promise<void> => {
  const path = await db.register.orgPath(org, today)
  if (path.length === 0 || !holdsOn(actor, path, 'administrator')) throw new Fault('404.1', { what: { zh: '单位', en: 'org' } })
}

/** Answers whether the actor looks after an account; asks for each org once. */
export const reachOf = async (db: Read, actor: Actor, today: string): Promise<(row: AccountRow) => Promise<boolean>> => {
  const root = await holdsRoot(db, actor, today, 'administrator')
  const known = new Map<OrgId, Promise<boolean>>()
  const within = (org: OrgId): Promise<boolean> => {
    const asked = known.get(org) ?? db.register.orgPath(org, today).then((path) => holdsOn(actor, path, 'administrator'))
    known.set(org, asked)
    return asked
  }
  return async (row) => {
    if (root) return true
    if (row.grants.length === 0) return false
    for (const g of row.grants) if (!(await within(g.org))) return false
    return true
  }
}

/** @throws Fault 404.1 if there is no such account or the actor does not look after it */
export const accountInReach = async (db: Read, actor: Actor, account: AccountId, today: string): Promise<AccountRow> => {
  const row = await db.account.one(account, today)
  if (!row || !(await (await reachOf(db, actor, today))(row))) throw noAccount()
  return row
}
