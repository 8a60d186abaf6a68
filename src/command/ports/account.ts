import type { Actor, Role } from '#access/actor.ts'
import type { AccountId, OrgId, PersonId, SessionId } from '#kit/id.ts'
import type { AccountRow, Me, SessionRow } from '../views.ts'

export type NewAccount = {
  readonly id: AccountId
  readonly login: string
  readonly name: string
  readonly person: PersonId | null
  readonly password: string | null
  readonly grants: readonly { readonly role: Role; readonly org: OrgId }[]
}

export type AccountRead = {
  me(account: AccountId, on: string): Promise<Me | undefined>
  list(on: string): Promise<readonly AccountRow[]>
  one(account: AccountId, on: string): Promise<AccountRow | undefined>
  /** Sessions that still hold, the last seen first. */
  sessions(account: AccountId): Promise<readonly Omit<SessionRow, 'current'>[]>
  /** True if the password is the account's. */
  isPassword(account: AccountId, password: string): Promise<boolean>
  /** True for a session begun with a one-time link: it may set a password without knowing the old one. */
  byLink(session: SessionId): Promise<boolean>
  /** Names of the accounts that are liaisons on these very orgs. */
  liaisons(orgs: readonly OrgId[]): Promise<ReadonlyMap<OrgId, string>>
}

export type AccountWrite = AccountRead & {
  readonly by: Actor
  /** @throws Fault 409.4 when the login or the id is taken */
  create(account: NewAccount): Promise<void>
  /** Granting what is granted, or taking away what is not, changes nothing. */
  grant(account: AccountId, role: Role, org: OrgId): Promise<void>
  revoke(account: AccountId, role: Role, org: OrgId): Promise<void>
  /** Disabling ends every session. */
  setDisabled(account: AccountId, disabled: boolean): Promise<void>
  /** Ends every session but `keep`. */
  setPassword(account: AccountId, password: string, keep?: SessionId): Promise<void>
  /** False if the account has no such session. */
  endSession(account: AccountId, session: SessionId): Promise<boolean>
}
