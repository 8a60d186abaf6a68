import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { type TestContext, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Me } from '#command/views.ts'
import { terminal } from '../cli/terminal.ts'
import { alive, dataFolder, postmaster } from '../managed/server.ts'
import { clientOf } from './house.ts'

type Started = {
  readonly child: ChildProcess
  readonly said: () => string
  /** Waits for it, and answers what stands in the first brackets. */
  hears(pattern: RegExp): Promise<string>
  ends(): Promise<number | null>
}

/** What `npm start` runs, in a process of its own. */
const start = (t: TestContext, dir: string, words: readonly string[] = [], env: Record<string, string> = {}): Started => {
  const { DATABASE_URL: _, ...rest } = process.env
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../src/cli/start.ts', import.meta.url)), '--empty', ...words], {
    env: { ...rest, ZOUFANG_DATA: dir, PORT: '0', ...env },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (d: Buffer) => (said += d.toString()))
  const gone = new Promise<number | null>((done) => child.once('exit', done))
  t.after(async () => {
    child.kill('SIGKILL')
    await gone
  })
  const hears = async (pattern: RegExp): Promise<string> => {
    for (let i = 0; i < 1_200; i++) {
      const found = pattern.exec(said)
      if (found) return found[1] ?? ''
      if (child.exitCode !== null) break
      await sleep(50)
    }
    throw new Error(`not heard ${pattern}: ${said}`)
  }
  return { child, said: () => said, hears, ends: () => gone }
}

const address = /(http:\/\/localhost:\d+)\n/
const link = /#\/sign-in\/([\w-]+)/
const stops = /Ctrl\+C stops it/

const enter = async (url: string, token: string) => {
  const answer = await fetch(`${url}/api/session/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  assert.equal(answer.status, 200)
  const cookie = /zoufang=([\w-]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1]
  return { me: (await answer.json()) as Me, client: await clientOf(url, String(cookie)) }
}

test('the first start prints an address and a link for the first administrator; once there is a password, only --link does', async (t) => {
  const dir = dataFolder(t)
  const first = start(t, dir, [], { ZOUFANG_NAME: '青山县' })
  const url = await first.hears(address)
  const { me, client } = await enter(url, await first.hears(link))
  assert.deepEqual([me.login, me.grants.map((g) => [g.role, g.orgCode, g.orgName])], ['admin', [['administrator', 'ROOT', '青山县']]])
  await client.does('session.password', { password: 'three horses by the river' })
  assert.deepEqual(await client.sees('campaign.list'), [], 'started without the demo')
  const database = postmaster(dir) ?? 0
  first.child.kill('SIGTERM')
  assert.equal(await first.ends(), 0)
  assert.equal(alive(database), false, 'the database was stopped in order')

  const second = start(t, dir)
  await second.hears(stops)
  assert.doesNotMatch(second.said(), link)
  await clientOf(await second.hears(address), client.token)
  second.child.kill('SIGINT')
  assert.equal(await second.ends(), 0)

  const third = start(t, dir, ['--link'])
  const again = await enter(await third.hears(address), await third.hears(link))
  // Who came by a link need not know the old password.
  await again.client.does('session.password', { password: 'four geese on the pond' })
})

test('a link made at the terminal leads to where the server is, whatever port it has', async (t) => {
  const dir = dataFolder(t)
  const server = start(t, dir)
  const url = await server.hears(address)
  await server.hears(stops)
  const made = await terminal({ ZOUFANG_DATA: dir })(['link'])
  assert.ok(made.out.startsWith(`${url}/#/sign-in/`), made.out + made.aside)
  await enter(url, link.exec(made.out)?.[1] ?? '')
  const outside = await terminal({ ZOUFANG_DATA: dir, ZOUFANG_URL: 'https://visits.example' })(['link'])
  assert.match(outside.out, /^https:\/\/visits\.example\/#/)
})

test('a port that is taken and settings that make no sense are told, and nothing is left running', async (t) => {
  const dir = dataFolder(t)
  const first = start(t, dataFolder(t))
  const port = new URL(await first.hears(address)).port
  const second = start(t, dir, [], { PORT: port })
  assert.equal(await second.ends(), 1)
  assert.match(second.said(), new RegExp(`409\\.8 .*${port}.*${port}`, 's'))
  assert.equal(postmaster(dir), undefined)
  for (const env of [{ PORT: 'eighty' }, { ZOUFANG_URL: 'ftp://x' }, { DATABASE_URL: 'postgresql://127.0.0.1:1/none' }] as Record<
    string,
    string
  >[]) {
    const wrong = start(t, dir, [], env)
    assert.equal(await wrong.ends(), 1, JSON.stringify(env))
    assert.match(wrong.said(), /^(400\.2|503\.\d) .*\p{Script=Han}/mu, JSON.stringify(env))
    assert.doesNotMatch(wrong.said(), /\n\s+at /)
  }
})

test('a second server on the same data is refused and the first goes on', async (t) => {
  const dir = dataFolder(t)
  const first = start(t, dir)
  const url = await first.hears(address)
  const second = start(t, dir)
  assert.equal(await second.ends(), 1)
  assert.match(second.said(), new RegExp(`409\\.6 .*${first.child.pid}`))
  assert.equal((await fetch(`${url}/health`)).status, 200)
})

test('requests under way are answered before the server stops', async (t) => {
  const server = start(t, dataFolder(t))
  const url = await server.hears(address)
  const { client } = await enter(url, await server.hears(link))
  await server.hears(stops)
  const asked = Array.from({ length: 8 }, (_, i) =>
    client
      .does('account.create', {
        id: `01900000-0000-7000-8000-00000000000${i}`,
        login: `user${i}`,
        name: '走访',
        password: 'three horses by the river',
        grants: client.me.grants.map(({ role, org }) => ({ role, org })),
      })
      .then(
        () => 'stored',
        (e: Error) => e.message,
      ),
  )
  await sleep(20)
  server.child.kill('SIGTERM')
  const answers = await Promise.all(asked)
  assert.equal(await server.ends(), 0)
  // Either answered, or never taken: a connection that the server had not opened yet.
  for (const answer of answers) assert.match(answer, /^stored$|fetch failed/)
})
