import type { AccountId, OrgId, PersonId, SessionId, TenantId } from '#kit/id.ts'
import type { Text } from '#kit/text.ts'

/**
 * administrator: accounts, register, everything of the tenant. office: campaigns and bulletins of its org's subtree.
 * liaison: checks and enters records of its org's subtree. visitor: enters records for its org, sees its own.
 */
export const roles = ['administrator', 'office', 'liaison', 'visitor'] as const
export type Role = (typeof roles)[number]

const roleWords: Readonly<Record<Role, { readonly zh: string; readonly en: string }>> = {
  administrator: { zh: '管理员', en: 'administrator' },
  office: { zh: '活动办', en: 'office' },
  liaison: { zh: '联络员', en: 'liaison' },
  visitor: { zh: '走访人员', en: 'visitor' },
}

export type Grant = { readonly role: Role; readonly org: OrgId }

/** Who is asking. */
export type Actor = {
  readonly tenant: TenantId
  readonly account: AccountId
  /** The register's person behind the account, if any. */
  readonly person: PersonId | null
  readonly name: string
  readonly grants: readonly Grant[]
  /** The session it came by; absent on the terminal. */
  readonly session?: SessionId
}

/** The answer of every `may`: yes, or no with the reason for the log and, where it gives nothing away, for the user. */
export type Verdict = { readonly yes: true } | { readonly yes: false; readonly why: Text }
export const yes: Verdict = { yes: true }
export const no = (why: Text): Verdict => ({ yes: false, why })

/** The orgs whose subtrees the actor holds one of these roles on. Administrators hold every role on their org. */
export const holds = (actor: Actor, ...wanted: readonly Role[]): readonly OrgId[] =>
  actor.grants.filter((g) => g.role === 'administrator' || wanted.includes(g.role)).map((g) => g.org)

/** Whether the actor holds one of the roles on this org or above it; `path` runs from the root down to the org. */
export const holdsOn = (actor: Actor, path: readonly string[], ...wanted: readonly Role[]): boolean =>
  holds(actor, ...wanted).some((org) => path.includes(org))

export const anyOf = (actor: Actor, ...wanted: readonly Role[]): Verdict =>
  holds(actor, ...wanted).length > 0 ? yes : no(needs(wanted.length === 0 ? ['administrator'] : wanted))

const needs = (wanted: readonly Role[]): Text => ({
  zh: `需要以下角色之一：${wanted.map((r) => roleWords[r].zh).join('、')}`,
  en: `needs one of: ${wanted.map((r) => roleWords[r].en).join(', ')}`,
})
