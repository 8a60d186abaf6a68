import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { Fault } from '#kit/fault.ts'
import type { AccountId } from '#kit/id.ts'
import { id } from '#record/shape.ts'
import { write } from '../command.ts'
import { accountInReach } from './reach.ts'

export const disableAccount = write({
  name: 'account.disable',
  says: { zh: '停用账号并结束其会话，或重新启用。', en: 'Disable an account and end its sessions, or enable it again.' },
  input: z.strictObject({ account: id<AccountId>(), disabled: z.boolean() }),
  may: (actor) => anyOf(actor, 'administrator'),
  run: async (db, { account, disabled }, { actor, today }) => {
    await accountInReach(db, actor, account, today)
    if (account === actor.account) throw new Fault('409.7')
    await db.account.setDisabled(account, disabled)
    return {}
  },
})
