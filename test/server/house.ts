import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { uuidv7 } from 'uuidv7'
import type { Role } from '#access/actor.ts'
import type { World } from '#command/command.ts'
import type { Me } from '#command/views.ts'
import type { OrgId, TenantId } from '#kit/id.ts'
import { type Entries, refusals } from '#register/entry.ts'
import { appOf } from '#server/app.ts'
import type { House } from '#server/house.ts'
import { newLink } from '#store/entrance.ts'
import { type Store, storeOn } from '#store/store.ts'
import { firstAdministrator, foundTenant } from '#store/tenant.ts'
import { whoAtTerminal, worldOf } from '#store/who.ts'
import type { Fresh } from '../cluster.ts'

/*
 * The whole house on a database of its own, reached over HTTP:
 *
 *   const house = await openHouse(fresh)
 *   const office = await house.as('office', 'ROOT')
 *   await office.does('campaign.load', { … })         // POST; the answer, or a Refused is thrown
 *   await office.sees('record.list', { campaign })    // GET
 *   await house.close()
 *
 * There is a tenant 'main' with the org ROOT and its first administrator; `house.register({ orgs: […], people: […] })` adds more.
 */

export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>
  constructor(what: string, status: number, body: { code?: string; says?: string; details?: Record<string, unknown> }) {
    super(`${what}: ${status} ${body.code ?? ''} ${body.says ?? ''} ${JSON.stringify(body.details ?? {})}`)
    this.name = 'Refused'
    this.status = status
    this.code = body.code ?? ''
    this.details = body.details ?? {}
  }
}

export type Client = {
  readonly me: Me
  /** The session's token, for `Authorization: Bearer`. */
  readonly token: string
  // What a command answers is JSON; the test says which view it expects: `sees<Me>(…)`.
  does<T = unknown>(name: string, input?: object, headers?: Record<string, string>): Promise<T>
  sees<T = unknown>(name: string, query?: Record<string, string | number | boolean>): Promise<T>
  fetch(path: string, init?: RequestInit): Promise<Response>
}

export type TestHouse = {
  readonly url: string
  readonly store: Store
  readonly tenant: TenantId
  readonly admin: Client
  /** The administrator's world, for what goes through no door. */
  readonly world: World
  /** Enters orgs, places, people, subjects, links by code; throws if any is refused. */
  register(entries: Entries): Promise<void>
  /** The id of the org with this code. */
  org(code: string): Promise<OrgId>
  /** A new account with one role on the org with this code, signed in. */
  as(role: Role, org?: string, options?: { person?: string }): Promise<Client>
  close(): Promise<void>
}

export const pathOf = (name: string): string => `/api/${name.replace('.', '/')}`

export const openHouse = async (
  fresh: (() => Promise<Fresh>) | Fresh,
  options: Partial<House> & { tenant?: string } = {},
): Promise<TestHouse> => {
  const { pool } = typeof fresh === 'function' ? await fresh() : fresh
  const store = storeOn(pool)
  const tenant = await foundTenant(pool, { code: options.tenant ?? 'main', name: '清河市' })
  const app = await appOf({ store, web: fileURLToPath(new URL('./web/', import.meta.url)), logLevel: 'warn', ...options })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const first = await firstAdministrator(pool, tenant)
  if (!first) throw new Error('the house has no first administrator')
  const enter = async (account: string): Promise<Client> =>
    clientOf(url, await tokenFor(url, await newLink(pool, tenant, account as never)))
  const admin = await enter(first)
  const world = worldOf(await whoAtTerminal(pool, { tenant: options.tenant }))
  const org = async (code: string): Promise<OrgId> => {
    const roots = world.actor.grants.map((g) => g.org)
    const found = (await store.read(tenant, (db) => db.register.orgs({ on: world.today, within: roots }))).find((o) => o.code === code)
    if (!found) throw new Error(`no org with code ${code}`)
    return found.id
  }
  return {
    url,
    store,
    tenant,
    admin,
    world,
    org,
    register: async (entries) => {
      const refused = refusals(await store.write(world.actor, (db) => db.register.saveAll(entries)))
      if (refused.length > 0) throw new Error(JSON.stringify(refused))
    },
    as: async (role, on = 'ROOT', { person } = {}) => {
      const id = uuidv7()
      const account = {
        id,
        login: `t${id.slice(-12)}`,
        name: `${role} ${on}`,
        grants: [{ role, org: await org(on) }],
        ...(person === undefined ? {} : { person }),
      }
      await admin.does('account.create', account)
      return enter(id)
    },
    close: async () => {
      await app.close()
    },
  }
}

const tokenFor = async (url: string, link: string): Promise<string> => {
  const answer = await fetch(`${url}/api/session/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: link }),
  })
  const token = /zoufang=([\w-]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1]
  if (token === undefined) throw new Error(`signing in by link: ${answer.status} ${await answer.text()}`)
  return token
}

export const clientOf = async (url: string, token: string): Promise<Client> => {
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${url}${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })
  const answerOf = async (what: string, response: Response) => {
    const body = await response.json()
    if (response.status !== 200) throw new Refused(what, response.status, body as object)
    return body as never
  }
  const sees: Client['sees'] = async (name, query = {}) => {
    const text = new URLSearchParams(Object.entries(query).map(([k, v]): [string, string] => [k, String(v)])).toString()
    return answerOf(name, await ask(`${pathOf(name)}${text === '' ? '' : `?${text}`}`))
  }
  const does: Client['does'] = async (name, input = {}, headers = {}) =>
    answerOf(
      name,
      await ask(pathOf(name), { method: 'POST', body: JSON.stringify(input), headers: { 'content-type': 'application/json', ...headers } }),
    )
  return { me: await sees<Me>('session.me'), token, does, sees, fetch: ask }
}
