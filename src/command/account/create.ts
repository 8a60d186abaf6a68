import { z } from 'zod'
import { anyOf, roles } from '#access/actor.ts'
import { loginPattern, plainLogin } from '#access/login.ts'
import { weakness } from '#access/password.ts'
import { Fault } from '#kit/fault.ts'
import type { AccountId, OrgId, PersonId } from '#kit/id.ts'
import { id } from '#record/shape.ts'
import { write } from '../command.ts'
import { assertAdministers } from './reach.ts'

export const createAccount = write({
  name: 'account.create',
  says: { zh: '新建账号并授予角色。', en: 'Make an account and grant it roles.' },
  input: z.strictObject({
    id: id<AccountId>(),
    login: z.string().max(100).transform(plainLogin).pipe(z.string().regex(loginPattern)),
    name: z.string().trim().min(1).max(60),
    person: id<PersonId>().optional(),
    password: z.string().max(200).optional(),
    grants: z
      .array(z.strictObject({ role: z.enum(roles), org: id<OrgId>() }))
      .min(1)
      .max(50),
  }),
  makes: true,
  secret: ['password'],
  may: (actor) => anyOf(actor, 'administrator'),
  run: async (db, input, { actor, today }) => {
    for (const g of input.grants) await assertAdministers(db, actor, g.org, today)
    if (input.person !== undefined && !(input.person in (await db.register.names([input.person])))) {
      throw new Fault('404.1', { what: { zh: '干部', en: 'person' } })
    }
    const why = input.password === undefined ? undefined : weakness(input.password, input)
    if (why) throw new Fault('422.4', { why })
    await db.account.create({ ...input, person: input.person ?? null, password: input.password ?? null })
    return { id: input.id }
  },
})
