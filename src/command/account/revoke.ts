import { z } from 'zod'
import { anyOf, roles } from '#access/actor.ts'
import { Fault } from '#kit/fault.ts'
import type { AccountId, OrgId } from '#kit/id.ts'
import { id } from '#record/shape.ts'
import { write } from '../command.ts'
import { accountInReach, assertAdministers } from './reach.ts'

export const revokeRole = write({
  name: 'account.revoke',
  says: { zh: '撤销账号的角色。', en: 'Take a role away from an account.' },
  input: z.strictObject({ account: id<AccountId>(), role: z.enum(roles), org: id<OrgId>() }),
  may: (actor) => anyOf(actor, 'administrator'),
  run: async (db, { account, role, org }, { actor, today }) => {
    await accountInReach(db, actor, account, today)
    await assertAdministers(db, actor, org, today)
    // So that an office is never left without anybody who can grant.
    if (account === actor.account && role === 'administrator') throw new Fault('409.7')
    await db.account.revoke(account, role, org)
    return {}
  },
})
