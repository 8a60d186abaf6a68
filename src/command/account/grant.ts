import { z } from 'zod'
import { anyOf, roles } from '#access/actor.ts'
import type { AccountId, OrgId } from '#kit/id.ts'
import { id } from '#record/shape.ts'
import { write } from '../command.ts'
import { accountInReach, assertAdministers } from './reach.ts'

export const grantRole = write({
  name: 'account.grant',
  says: { zh: '授予账号在某单位及其下级的角色。', en: 'Grant an account a role on an org and all below it.' },
  input: z.strictObject({ account: id<AccountId>(), role: z.enum(roles), org: id<OrgId>() }),
  may: (actor) => anyOf(actor, 'administrator'),
  run: async (db, { account, role, org }, { actor, today }) => {
    await accountInReach(db, actor, account, today)
    await assertAdministers(db, actor, org, today)
    await db.account.grant(account, role, org)
    return {}
  },
})
