import { createAccount } from './account/create.ts'
import { disableAccount } from './account/disable.ts'
import { grantRole } from './account/grant.ts'
import { listAccounts } from './account/list.ts'
import { resetPassword } from './account/reset.ts'
import { revokeRole } from './account/revoke.ts'
import type { Command } from './command.ts'
import { endSession } from './session/end.ts'
import { listSessions } from './session/list.ts'
import { me } from './session/me.ts'
import { setPassword } from './session/password.ts'

/** Every command there is. Routes, OpenAPI, CLI verbs, audit lines and the access matrix are made from this list. */
export const commands: readonly Command[] = [
  me, setPassword, listSessions, endSession,
  listAccounts, createAccount, grantRole, revokeRole, disableAccount, resetPassword,
]
