import type { Actor, Role } from '#access/actor.ts'
import type { World as Asker } from '#command/command.ts'
import { createAccount } from '#command/account/create.ts'
import type { AccountId, OpId, OrgId, PersonId, TenantId } from '#kit/id.ts'
import type { Text } from '#kit/text.ts'
import { type Dice, dice } from '#simulate/dice.ts'
import type { Hand } from '#simulate/lives.ts'
import type { Unit } from '#simulate/node.ts'
import type { World } from '#simulate/world.ts'
import { carryOut } from '#store/carry.ts'
import type { Store } from '#store/store.ts'

/** An account of the demo. None has a password: one signs in by a link that the administrator asks for. */
type Part = {
  readonly id: AccountId
  readonly op: OpId
  readonly login: string
  readonly name: string
  readonly person: PersonId | null
  readonly role: Role
  readonly org: OrgId
}

export type Casting = { readonly parts: ReadonlyMap<string, Part>; readonly says: readonly Text[] }

const epoch = Date.UTC(2012, 1, 20)
const partKey = (role: Role, person: string, org: string): string => `${role} ${person} ${org}`

/** The campaign office, and for each unit its liaison and two visitors: the hands by which simulated work is entered. */
export const accountsOf = (world: World, seed: string): Casting => {
  const part = (
    d: Dice,
    role: Role,
    unit: Pick<Unit, 'id'>,
    login: string,
    person: { id: PersonId; name: string } | undefined,
    name: string,
  ): [string, Part] => [
    partKey(role, person?.id ?? '', unit.id),
    { id: d.id(epoch), op: d.id(epoch), login, name: person?.name ?? name, person: person?.id ?? null, role, org: unit.id },
  ]
  const parts = world.units.flatMap((u) => {
    const d = dice(`${seed}/accounts/${u.code}`)
    const visitors = [u.people[1] ?? u.people[0], u.people[2] ?? u.people[0]].filter((p, i, all) => all.indexOf(p) === i)
    return [
      part(d, 'liaison', u, u.code.toLowerCase(), u.people[6] ?? u.people[0], ''),
      ...visitors.map((p) => part(d, 'visitor', u, p?.code.toLowerCase() ?? '', p, '')),
    ]
  })
  const all = [part(dice(`${seed}/accounts/office`), 'office', world.root, 'office', undefined, '活动办'), ...parts]
  return {
    parts: new Map(all),
    says: greetings(
      all.map(([, p]) => p),
      world,
    ),
  }
}

const greetings = (parts: readonly Part[], world: World): readonly Text[] => {
  const nameOf = (org: OrgId): string => world.units.find((u) => u.id === org)?.name ?? world.root.name
  const some = (['office', 'liaison', 'visitor'] as const).flatMap((role) => parts.filter((p) => p.role === role).slice(0, 1))
  return [
    { zh: '  演示账号（用 npx zoufang link 账号 取得登录链接）：', en: 'demo accounts (npx zoufang link LOGIN gives a sign-in link):' },
    ...some.map((p) => ({
      zh: `    ${p.login.padEnd(8)} ${[...new Set([roleNames[p.role].zh, p.name, nameOf(p.org)])].join(' ')}`,
      en: roleNames[p.role].en ?? '',
    })),
  ]
}

const roleNames: Readonly<Record<Role, Text>> = {
  administrator: { zh: '系统管理员', en: 'administrator' },
  office: { zh: '活动办', en: 'campaign office' },
  liaison: { zh: '联络员', en: 'liaison' },
  visitor: { zh: '走访干部', en: 'visitor' },
}

export const openAccounts = async (store: Store, asker: Asker, { parts }: Casting): Promise<void> => {
  for (const { id, op, login, name, person, role, org } of parts.values()) {
    const input = createAccount.input.parse({ id, login, name, ...(person === null ? {} : { person }), grants: [{ role, org }] })
    await carryOut(store, createAccount, input, asker, op)
  }
}

/** The account that does a simulated hand's work. */
export const actorsOf =
  ({ parts }: Casting, tenant: TenantId) =>
  (hand: Hand): Actor => {
    const p = parts.get(partKey(hand.role, hand.person, hand.org))
    if (p === undefined) throw new Error(`nobody plays ${hand.role} ${hand.person}`)
    return { tenant, account: p.id, person: p.person, name: p.name, grants: [{ role: p.role, org: p.org }] }
  }
