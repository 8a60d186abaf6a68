import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { weakness } from '#access/password.ts'
import { Fault } from '#kit/fault.ts'
import type { AccountId } from '#kit/id.ts'
import { id } from '#record/shape.ts'
import { write } from '../command.ts'
import { accountInReach } from './reach.ts'

export const resetPassword = write({
  name: 'account.reset',
  says: { zh: '为账号设置新密码并结束其会话。', en: 'Give an account a new password and end its sessions.' },
  input: z.strictObject({ account: id<AccountId>(), password: z.string().min(1).max(200) }),
  secret: ['password'],
  may: (actor) => anyOf(actor, 'administrator'),
  run: async (db, { account, password }, { actor, today }) => {
    const row = await accountInReach(db, actor, account, today)
    const why = weakness(password, row)
    if (why) throw new Fault('422.4', { why })
    await db.account.setPassword(account, password, account === actor.account ? actor.session : undefined)
    return {}
  },
})
