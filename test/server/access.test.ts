import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { roles, yes } from '#access/actor.ts'
import { commands } from '#command/list.ts'
import { entrances } from '#command/session/entrance.ts'
import { fileRoutes } from '#server/route-files.ts'
import { methodOf } from '#server/route.ts'
import { type Fresh, clusters, freshDatabase } from '../cluster.ts'
import { type Client, pathOf } from './house.ts'
import { matrix } from './matrix.ts'
import { type Realm, openRealm, relations } from './realm.ts'

type Route = { readonly name: string; readonly method: string; readonly file: boolean }

/** Every route that asks who one is, from the tables the server makes them of. */
const routes: readonly Route[] = [
  ...commands.map((c) => ({ name: c.name, method: methodOf(c), file: false })),
  ...fileRoutes.map((r) => ({ name: r.name, method: r.method, file: true })),
]

const canary = '金丝雀'

describe('who may do what', () => {
  let db: Fresh
  let realm: Realm
  let other: Realm
  const actors = new Map<string, Client>()

  before(async () => {
    const [cluster] = clusters()
    assert.ok(cluster)
    db = await freshDatabase(cluster)
    realm = await openRealm(db, 'main', '清河')
    other = await openRealm(db, 'other', canary)
    for (const role of roles) actors.set(role, await realm.house.as(role, 'EAST-1'))
  })
  after(async () => {
    await realm.house.close()
    await other.house.close()
    await db.drop()
  })

  const send = async (route: Route, input: object, who?: Client): Promise<{ status: number; text: string }> => {
    const ask = who?.fetch ?? ((path: string, init?: RequestInit) => fetch(`${realm.house.url}${path}`, init))
    const query = new URLSearchParams(Object.entries(input).map(([k, v]): [string, string] => [k, String(v)])).toString()
    const answer = await (route.method === 'GET'
      ? ask(`${pathOf(route.name)}${query === '' ? '' : `?${query}`}`)
      : route.name === 'register.import'
        ? ask(pathOf(route.name), { method: 'POST', body: form() })
        : route.file
          ? ask(pathOf(route.name), { method: route.method, body: '%PDF-1.7\n%%EOF' })
          : ask(pathOf(route.name), { method: 'POST', body: JSON.stringify(input), headers: { 'content-type': 'application/json' } }))
    return { status: answer.status, text: await answer.text() }
  }

  const form = (): FormData => {
    const data = new FormData()
    data.set('file', new Blob(['x']), 'x.csv')
    return data
  }

  /** `y` was let in, whatever came of it; `.` not there; `-` may not ask. */
  const verdictOf = ({ status, text }: { status: number; text: string }, what: string): string => {
    const code = status === 200 ? '' : (JSON.parse(text) as { code: string }).code
    assert.ok(status < 500 && code !== '400.1' && code !== '401.1', `${what}: ${status} ${text.slice(0, 300)}`)
    return code === '404.1' ? '.' : code === '403.1' ? '-' : 'y'
  }

  test('every route has its line in the matrix, and every line its route', () => {
    assert.deepEqual(Object.keys(matrix).toSorted(), routes.map((r) => r.name).toSorted())
    assert.deepEqual(
      entrances.map((e) => e.name),
      ['session.start', 'session.link'],
    )
  })

  test('nobody gets past any route without signing in', async () => {
    for (const route of routes) {
      const { status, text } = await send(route, {})
      assert.deepEqual([status, (JSON.parse(text) as { code: string }).code], [401, '401.1'], route.name)
    }
  })

  for (const route of routes) {
    const row = matrix[route.name]
    if (!row) continue
    test(`${route.name} is reached as the matrix says`, async () => {
      for (const role of roles) {
        const who = actors.get(role)
        assert.ok(who)
        const cells: string = row.cells[role]
        const found: string[] = []
        for (const relation of cells.length === 1 ? (['own'] as const) : relations) {
          const what = `${role} ${relation}`
          const answer = await send(route, await row.input(realm.things[relation]), who)
          assert.ok(!answer.text.includes(canary), `${what} sees another tenant: ${answer.text.slice(0, 500)}`)
          found.push(verdictOf(answer, what))
        }
        assert.equal(found.join(''), cells, role)
      }
    })

    test(`${route.name} shows nothing of another tenant, asked by its ids`, async () => {
      for (const role of roles) {
        const who = actors.get(role)
        assert.ok(who)
        const input = await row.input(other.things.own)
        const answer = await send(route, input, who)
        assert.ok(!answer.text.includes(canary), `${role}: ${answer.text.slice(0, 500)}`)
        const verdict = verdictOf(answer, role)
        if (row.cells[role].length > 1 && row.cells[role] !== '-')
          assert.ok(verdict !== 'y' || /^(\[\]|\{"rows":\[\],"next":null\})$/.test(answer.text), `${role}: ${answer.text.slice(0, 300)}`)
      }
    })
  }

  test('a guard that lets everybody ask would be noticed', async () => {
    for (const command of commands) {
      const row = matrix[command.name]
      const role = roles.find((r) => row?.cells[r] === '-')
      const who = role && actors.get(role)
      // What only the root's office may do has a second wall behind its guard, which keeps standing.
      if (!row || !who || Object.values(row.cells).every((cell) => cell === '-')) continue
      const guard = command.may
      try {
        Object.assign(command, { may: () => yes })
        const input = await row.input(realm.things.own)
        assert.notEqual(
          verdictOf(await send({ name: command.name, method: methodOf(command), file: false }, input, who), command.name),
          '-',
          command.name,
        )
      } finally {
        Object.assign(command, { may: guard })
      }
    }
  })

  test('a visitor sees and corrects what is his own, and nothing of his colleagues', async () => {
    const visitor = actors.get('visitor')
    assert.ok(visitor)
    const { own } = realm.things
    const receipt = await visitor.does<{ id: string }>('record.submit', await matrix['record.submit']?.input(own))
    await visitor.sees('record.show', { record: receipt.id })
    const { rows } = await visitor.sees<{ rows: { id: string }[] }>('record.list', { campaign: own.campaign })
    assert.ok(rows.some((r) => r.id === receipt.id))
    assert.ok(rows.every((r) => r.id !== own.record))
  })

  test('lists hold what is within the org and nothing beside it', async () => {
    const seen = (who: Client) => who.sees<{ rows: { id: string }[] }>('record.list', { campaign: realm.things.own.campaign, limit: 200 })
    for (const role of ['administrator', 'office', 'liaison'] as const) {
      const who = actors.get(role)
      assert.ok(who)
      const ids = (await seen(who)).rows.map((r) => r.id)
      assert.deepEqual(
        relations.map((r) => ids.includes(realm.things[r].record)),
        [true, true, false, false],
        role,
      )
    }
  })
})
