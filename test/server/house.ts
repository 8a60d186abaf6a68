import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { uuidv7 } from 'uuidv7'
import type { Role } from '#access/actor.ts'
import type { Me, OrgRow } from '#command/views.ts'
import type { TenantId } from '#kit/id.ts'
import { appOf } from '#server/app.ts'
import type { House } from '#server/house.ts'
import { newLink } from '#store/entrance.ts'
import { type Store, storeOn } from '#store/store.ts'
import { foundTenant, waitingAdministrator } from '#store/tenant.ts'
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
 * There is a tenant 'main' with the org ROOT; more orgs come in by `house.store.write(house.admin.actor …)` or by import.
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
  /** A new account with one role on the org with this code, signed in. */
  as(role: Role, org?: string, options?: { person?: string }): Promise<Client>
  close(): Promise<void>
}

export const pathOf = (name: string): string => `/api/${name.replace('.', '/')}`

export const openHouse = async (fresh: (() => Promise<Fresh>) | Fresh, options: Partial<House> & { tenant?: string } = {}): Promise<TestHouse> => {
  const { pool } = typeof fresh === 'function' ? await fresh() : fresh
  const store = storeOn(pool)
  const tenant = await foundTenant(pool, { code: options.tenant ?? 'main', name: '清河市' })
  const app = await appOf({ store, web: fileURLToPath(new URL('./web/', import.meta.url)), logLevel: 'warn', ...options })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const first = await waitingAdministrator(pool, tenant)
  if (!first) throw new Error('the house has no first administrator')
  const enter = async (account: string): Promise<Client> => clientOf(url, await tokenFor(url, await newLink(pool, tenant, account as never)))
  const admin = await enter(first)
  return {
    url,
    store,
    tenant,
    admin,
    as: async (role, org = 'ROOT', { person } = {}) => {
      const orgs = await admin.sees<readonly OrgRow[]>('org.list')
      const on = orgs.find((o) => o.code === org)
      if (!on) throw new Error(`no org with code ${org}`)
      const id = uuidv7()
      await admin.does('account.create', { id, login: `t${id.slice(-12)}`, name: `${role} ${org}`, grants: [{ role, org: on.id }], ...(person === undefined ? {} : { person }) })
      return enter(id)
    },
    close: async () => {
      await app.close()
    },
  }
}

const tokenFor = async (url: string, link: string): Promise<string> => {
  const answer = await fetch(`${url}/api/session/link`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token: link }) })
  const token = /zoufang=([\w-]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1]
  if (token === undefined) throw new Error(`signing in by link: ${answer.status} ${await answer.text()}`)
  return token
}

export const clientOf = async (url: string, token: string): Promise<Client> => {
  const ask = (path: string, init: RequestInit = {}) => fetch(`${url}${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })
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
    answerOf(name, await ask(pathOf(name), { method: 'POST', body: JSON.stringify(input), headers: { 'content-type': 'application/json', ...headers } }))
  return { me: await sees<Me>('session.me'), token, does, sees, fetch: ask }
}
