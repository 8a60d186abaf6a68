import assert from 'node:assert/strict'
import { request } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { z } from 'zod'
import type { Command } from '#command/command.ts'
import { commands } from '#command/list.ts'
import { type Fresh, clusters, freshDatabase } from '../cluster.ts'
import { type TestHouse, openHouse, pathOf } from './house.ts'
import { naughtyBodies, naughtyTexts } from './naughty.ts'

type Answer = {
  readonly status: number
  readonly body: { code?: string; says?: string; details?: { misfits?: { path: string; says: { zh: string; en: string } }[] }; id?: string }
}

describe('whatever comes in, the server says what is wrong and is still there', () => {
  let db: Fresh
  let house: TestHouse

  before(async () => {
    const [cluster] = clusters()
    assert.ok(cluster)
    db = await freshDatabase(cluster)
    house = await openHouse(db)
  })
  after(async () => {
    await house.close()
    await db.drop()
  })

  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const answer = await house.admin.fetch(path, init)
    const text = await answer.text()
    return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as Answer['body']) }
  }
  const post = (name: string, body: string | Uint8Array<ArrayBuffer>, type = 'application/json') =>
    send(pathOf(name), { method: 'POST', body, headers: { 'content-type': type } })
  const refusedPlainly = ({ status, body }: Answer, what: string) => {
    assert.ok(status >= 400 && status < 500, `${what}: ${status} ${JSON.stringify(body)}`)
    assert.match(body.code ?? '', /^4\d\d\.\d+$/, what)
    assert.ok((body.says ?? '').length > 0 && (body.id ?? '').length > 0, what)
    assert.ok(!JSON.stringify(body).includes('node_modules') && !JSON.stringify(body).includes('at async'), what)
  }
  const writes = commands.filter((c) => c.does === 'write')
  const reads = commands.filter((c) => c.does === 'read')

  test('bodies that are not what is asked for', async () => {
    for (const name of ['account.create', 'record.submit', 'session.start', 'campaign.load']) {
      for (const body of naughtyBodies) refusedPlainly(await post(name, body), `${name} ${String(body).slice(0, 40)}`)
    }
  })

  test('every command refuses fields it does not know, and names them', async () => {
    for (const command of writes) {
      const answer = await post(command.name, JSON.stringify({ role: 'administrator', tenant_id: 'x' }))
      refusedPlainly(answer, command.name)
      assert.ok(
        answer.body.details?.misfits?.some((m) => m.path === 'tenant_id'),
        command.name,
      )
    }
    for (const command of reads) {
      const answer = await send(`${pathOf(command.name)}?tenant_id=x`, {})
      refusedPlainly(answer, command.name)
      assert.ok(
        answer.body.details?.misfits?.some((m) => m.path === 'tenant_id'),
        command.name,
      )
    }
  })

  test('misfits are said in both languages', async () => {
    const { body } = await post('account.create', JSON.stringify({ id: 1, login: '', name: 'x'.repeat(100), grants: [] }))
    for (const path of ['id', 'login', 'name', 'grants']) {
      const misfit = body.details?.misfits?.find((m) => m.path === path)
      assert.match(misfit?.says.zh ?? '', /\p{sc=Han}/u, path)
      assert.doesNotMatch(misfit?.says.en ?? '', /\p{sc=Han}/u, path)
    }
    const english = await send(`${pathOf('account.list')}?x=1&lang=en`, {})
    assert.equal(english.body.says, 'The input does not fit')
  })

  for (const [c, command] of commands.entries()) {
    test(`${command.name} outlives naughty texts, in each field while the others fit`, async () => {
      const keys = keysOf(command)
      const texts = keys.length === 0 ? naughtyTexts.slice(0, 5) : naughtyTexts
      const sound = soundInput(command, await house.org('ROOT'))
      await inTurns(4, texts, async (text, i) => {
        const key = keys[(i + c) % keys.length] ?? 'x'
        const answer =
          command.does === 'read'
            ? await send(queried(command.name, { ...flat(sound), [key]: text }), {})
            : await post(command.name, JSON.stringify({ ...sound, [key]: odd(i, text) }))
        assert.ok(answer.status < 500, `${key} = ${JSON.stringify(text).slice(0, 100)}: ${answer.status} ${JSON.stringify(answer.body)}`)
      })
    })
  }

  test('ids of nothing', async () => {
    for (const command of reads) {
      const fields = keysOf(command).filter((key) => takesId(command, key))
      if (fields.length === 0) continue
      const answer = await send(queried(command.name, Object.fromEntries(fields.map((f) => [f, someId]))), {})
      assert.ok(answer.status < 500, `${command.name}: ${answer.status}`)
    }
  })

  test('a body larger than a megabyte', async () => {
    const answer = await post('account.create', JSON.stringify({ name: 'x'.repeat(1_100_000) }))
    assert.deepEqual([answer.status, answer.body.code], [413, '413.1'])
  })

  test('content types that are not JSON', async () => {
    for (const type of [
      'text/plain',
      'text/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonp',
      'application/json-seq',
      ';',
      'x',
    ]) {
      refusedPlainly(await post('account.create', '{}', type), type)
    }
  })

  test('cookies and tokens that are none', async () => {
    const cookies = [
      'zoufang=',
      'zoufang=x',
      `zoufang=${'A'.repeat(64)}`,
      `zoufang=${'%'.repeat(64)}`,
      `zoufang=${'A'.repeat(10_000)}`,
      'zoufang=%E0%A4%A',
      'zoufang=%00',
      ';;;===',
      'zoufang="; drop table session"',
    ]
    for (const cookie of cookies) assert.equal((await fetch(`${house.url}/api/session/me`, { headers: { cookie } })).status, 401, cookie)
    for (const authorization of [
      'Bearer',
      'Bearer ',
      'Basic YWRtaW46YWRtaW4=',
      `Bearer ${'A'.repeat(64)}`,
      `Bearer ${house.admin.token}x`,
      `bearer\t${house.admin.token}`,
    ]) {
      assert.equal((await fetch(`${house.url}/api/session/me`, { headers: { authorization } })).status, 401, authorization)
    }
  })

  test('paths that try to leave the folder of the web app', async () => {
    const paths = [
      '/../package.json',
      '/../../package.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%2f..%2fpackage.json',
      '/assets/../../package.json',
      '/assets/..%5c..%5cpackage.json',
      '//etc/passwd',
      '/%00',
      '/%',
      '/%c0%ae%c0%ae/package.json',
      '/.git/config',
      '/api/docs/../../package.json',
      `/${'a'.repeat(9_000)}`,
    ]
    for (const path of paths) {
      const { status, text } = await raw(house.url, path)
      assert.ok(status < 500 || status === 503, `${path}: ${status}`)
      assert.ok(!text.includes('"dependencies"') && !text.includes('root:') && !text.includes('[core]'), path)
    }
  })

  test('addresses and methods that are not there', async () => {
    for (const [method, path] of [
      ['GET', '/api/nothing/here'],
      ['DELETE', '/api/account/list'],
      ['POST', '/api/account/list'],
      ['GET', '/api/account/create'],
      ['PUT', '/api/session/start'],
      ['PATCH', '/api'],
    ] as const) {
      const answer = await send(path, { method })
      assert.deepEqual([answer.status, answer.body.code], [404, '404.2'], `${method} ${path}`)
    }
  })

  test('after all this it is well', async () => {
    assert.deepEqual(await (await fetch(`${house.url}/health`)).json(), { live: true, ready: true })
    assert.ok((await house.admin.sees<unknown[]>('account.list')).length > 0)
  })
})

const queried = (name: string, query: Record<string, string>): string => `${pathOf(name)}?${new URLSearchParams(query).toString()}`

const someId = '01900000-0000-7000-8000-000000000000'

const shapeOf = (command: Command): Readonly<Record<string, z.core.$ZodType>> =>
  command.input instanceof z.ZodObject ? command.input.shape : {}
const keysOf = (command: Command): readonly string[] => Object.keys(shapeOf(command))
const takesId = (command: Command, key: string): boolean => {
  const schema = shapeOf(command)[key]
  return schema !== undefined && z.safeParse(schema, someId).success
}

/** The text as it is, and now and then in some other shape. */
const odd = (i: number, text: string): unknown => {
  const shapes: readonly ((text: string) => unknown)[] = [
    (t) => t,
    (t) => t,
    (t) => t,
    (t) => [t],
    (t) => ({ [t]: t }),
    () => null,
    () => i * 1e300,
    () => [[[]]],
  ]
  return (shapes[i % shapes.length] ?? String)(text)
}

/** Something that fits each field which must be there. */
const soundInput = (command: Command, org: string): Readonly<Record<string, unknown>> => {
  const day = '2012-05-01'
  const candidates: readonly unknown[] = [undefined, someId, day, 'x', 1, true, [], [{ role: 'visitor', org }], { day, org }, {}]
  return Object.fromEntries(
    Object.entries(shapeOf(command)).map(([key, schema]) => [key, candidates.find((value) => z.safeParse(schema, value).success)]),
  )
}

const flat = (input: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(input).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, typeof value === 'string' ? value : JSON.stringify(value)]],
    ),
  )

/** So many at a time. */
const inTurns = async <T>(lanes: number, things: readonly T[], work: (thing: T, i: number) => Promise<void>): Promise<void> => {
  const left = things.entries()
  const lane = async () => {
    for (const [i, thing] of left) await work(thing, i)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

/** fetch would tidy the path up first. */
const raw = (url: string, path: string): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    request({ hostname, port, path, headers: { accept: 'text/html' } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => (text += part))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
      .on('error', reject)
      .end()
  })
