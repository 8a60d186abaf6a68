import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { uuidv7 } from 'uuidv7'
import { commands } from '#command/list.ts'
import { entrances } from '#command/session/entrance.ts'
import { type Fresh, clusters, freshDatabase } from '../cluster.ts'
import type { Client } from './house.ts'
import { matrix } from './matrix.ts'
import { type Realm, openRealm } from './realm.ts'

type Schema = Readonly<Record<string, unknown>>
type Known = { readonly answers: Readonly<Record<string, Schema>>; readonly schemas: Readonly<Record<string, Schema>> }

const known = JSON.parse(readFileSync(new URL('../../src/server/answers.json', import.meta.url), 'utf8')) as Known

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The document lets answers grow; here nothing may stand in an answer that it does not tell. Closed is whatever stands for a whole value,
 * not the parts of which one is made.
 */
const closed = (schema: Schema): Schema => {
  const within = Object.fromEntries(
    Object.entries(schema).map(([key, value]): [string, unknown] => {
      if (key === 'properties' && isSchema(value))
        return [key, Object.fromEntries(Object.entries(value).map(([name, one]) => [name, isSchema(one) ? closed(one) : one]))]
      if ((key === 'items' || key === 'additionalProperties') && isSchema(value)) return [key, closed(value)]
      if (key === 'prefixItems' && Array.isArray(value)) return [key, value.map((one: Schema) => closed(one))]
      if ((key === 'anyOf' || key === 'allOf') && Array.isArray(value)) return [key, value.map((one: Schema) => parts(one))]
      return [key, value]
    }),
  )
  const tells = ['properties', '$ref', 'anyOf', 'allOf'].some((key) => key in schema)
  return tells ? { ...within, unevaluatedProperties: false } : within
}

/** The same without being closed itself. */
const parts = (schema: Schema): Schema => {
  const { unevaluatedProperties: _, ...open } = closed(schema)
  return open
}

/** What is asked of these here is refused: nothing was loaded as a demo, the schemes are no schemes, the session is somebody else's. */
const elsewhere = ['session.end', 'demo.load', 'demo.weigh', 'demo.remove', 'campaign.load', 'campaign.announce', 'scheme.impact']

describe('what commands answer is what the document says', () => {
  let db: Fresh
  let realm: Realm
  let validators: ReadonlyMap<string, ValidateFunction>
  before(async () => {
    const [cluster] = clusters()
    assert.ok(cluster)
    db = await freshDatabase(cluster)
    realm = await openRealm(db, 'main', '云州')
    const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { uuid: true } })
    for (const [name, schema] of Object.entries(known.schemas)) ajv.addSchema(parts(schema), `#/components/schemas/${name}`)
    validators = new Map(Object.entries(known.answers).map(([name, schema]) => [name, ajv.compile(closed(schema))]))
  })
  after(async () => {
    await realm.house.close()
    await db.drop()
  })

  test('every command and every way in has its answer described', () => {
    assert.deepEqual(Object.keys(known.answers).toSorted(), [...commands, ...entrances].map((c) => c.name).toSorted())
    for (const [name, schema] of Object.entries(known.answers)) assert.ok(Object.keys(schema).length > 0, name)
  })

  /** A record or a notice of its own for each act, brought to where the act may be taken. */
  const fresh: Readonly<Record<'visit' | 'problem' | 'notice', (admin: Client, first: readonly string[]) => Promise<object>>> = {
    visit: (admin, first) => brought(admin, 'activity', 'visit', first),
    problem: (admin, first) => brought(admin, 'matter', 'problem', first),
    notice: async (admin, first) => {
      const notice = await realm.things.own.notice()
      for (const [i, act] of first.entries())
        await admin.does(`notice.${act}`, {
          notice,
          seen: i + 1,
          ...(act === 'receive' ? {} : { note: '已办' }),
          ...(act === 'ask' ? { until: '2099-01-01' } : {}),
        })
      return { notice, seen: first.length + 1 }
    },
  }
  const brought = async (admin: Client, sort: string, kind: string, first: readonly string[]): Promise<object> => {
    const { campaign, org } = realm.things.own
    const fields = sort === 'activity' ? { words: '路通了' } : {}
    const record = uuidv7()
    await admin.does('record.submit', { id: record, campaign, sort, kind, content: { day: '2012-03-06', org, fields } })
    for (const [i, act] of first.entries())
      await admin.does(`record.${act}`, { record, seen: i + 1, day: '2012-03-07', outcome: 'solved', note: '修好了' })
    return { record, seen: first.length + 1 }
  }
  const acts: Readonly<Record<string, readonly ['visit' | 'problem' | 'notice', ...string[]]>> = {
    'record.accept': ['visit'],
    'record.return': ['visit'],
    'record.withdraw': ['visit'],
    'record.correct': ['visit'],
    'record.close': ['problem'],
    'record.reopen': ['problem', 'close'],
    'notice.answer': ['notice', 'receive'],
    'notice.refuse': ['notice', 'ask'],
    'notice.return': ['notice', 'receive', 'answer'],
    'notice.close': ['notice', 'receive', 'answer'],
  }

  const ask = async (client: Client, name: string): Promise<unknown> => {
    const command = commands.find((c) => c.name === name)
    const act = acts[name]
    const own = act === undefined ? {} : await fresh[act[0]](client, act.slice(1))
    const input = { ...(await matrix[name]?.input(realm.things.own)), ...own }
    return command?.does === 'read' ? client.sees(name, input) : client.does(name, input)
  }

  test('real answers hold to it, field by field, and nothing is in them that it does not tell', async () => {
    const silent: string[] = []
    const wrong: string[] = []
    const { admin } = realm.house
    for (const { name } of commands) {
      const answer = await ask(admin, name).catch((fault: { code: string }) => void silent.push(`${name} ${fault.code}`))
      const validate = validators.get(name)
      if (answer === undefined || validate === undefined || validate(answer)) continue
      wrong.push(...(validate.errors ?? []).slice(0, 3).map((e) => `${name}${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`))
    }
    assert.deepEqual(wrong, [])
    assert.deepEqual(
      silent.filter((s) => !elsewhere.some((name) => s.startsWith(`${name} `))),
      [],
    )
  })
})
