import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import type { FigureRow, Verification } from '#command/views.ts'
import { openDatabase } from '#store/managed/open.ts'
import { installed } from '../cluster/installed.ts'
import { runCluster } from '../cluster/run.ts'
import { type Client, Refused, clientOf } from '../server/house.ts'

/** How often the server and the database are killed; `KILLS=60` for a long run. */
const kills = Number(process.env['KILLS'] ?? 10)

const source = `
scheme: storm
title: 断电演练
window: { from: 2012-01-01, to: 2012-12-31 }
activities:
  visit:
    title: 走访
    participants: { min: 0 }
    fields: [{ key: days, title: 天数, type: decimal, unit: 天 }]
indicators:
  visits: { title: 走访, unit: 次, from: visit }
  days: { title: 天数, unit: 天, from: visit, value: days }
`

/** A server of its own process, to be killed and started again on the same port and data. */
const keepServer = async (env: Record<string, string>) => {
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess
  let said = ''
  const start = async () => {
    child = spawn(process.execPath, [fileURLToPath(new URL('../../src/cli/start.ts', import.meta.url)), '--empty'], {
      env: { ...process.env, ...env, PORT: String(port) },
    })
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (d: Buffer) => (said += d.toString()))
    const own = child
    for (let i = 0; i < 600; i++) {
      if (
        await fetch(`${url}/health`).then(
          (r) => r.ok,
          () => false,
        )
      )
        return
      if (own.exitCode !== null) throw new Error(`the server ended: ${said}`)
      await sleep(50)
    }
    throw new Error(`the server did not start: ${said}`)
  }
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((done) => {
      if (child.exitCode !== null || child.signalCode !== null) return done()
      child.once('exit', () => done())
      child.kill(signal)
    })
  await start()
  for (let i = 0; i < 100 && !said.includes('#/sign-in/'); i++) await sleep(50)
  const link = /#\/sign-in\/([\w-]+)/.exec(said)?.[1]
  assert.ok(link, said)
  return { url, link, start, end, log: () => said, alive: () => child.exitCode === null && child.signalCode === null }
}

const signIn = async (url: string, link: string): Promise<Client> => {
  const answer = await fetch(`${url}/api/session/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: link }),
  })
  const token = /zoufang=([\w-]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''
  return clientOf(url, token)
}

type Shared = { over: boolean; readonly asked: Set<string>; readonly acknowledged: Set<string> }

/** Submits visits until it is over; what was not answered is asked again with the same id, as a phone does. */
const lane = async (client: Client, campaign: string, org: string, shared: Shared): Promise<void> => {
  while (!shared.over) {
    const id = uuidv7()
    shared.asked.add(id)
    const input = { id, campaign, sort: 'activity', kind: 'visit', content: { day: '2012-05-01', org, fields: { days: '0.5' } } }
    for (;;) {
      const receipt = await client.does<{ id: string }>('record.submit', input).catch((error: Error & { status?: number }) => {
        if (error.status !== undefined && error.status !== 503) throw error
      })
      if (receipt) {
        shared.acknowledged.add(receipt.id)
        break
      }
      if (shared.over) break
      await sleep(20)
    }
  }
}

const storm = async (env: Record<string, string>, killDatabase: () => Promise<void>) => {
  const server = await keepServer(env)
  const shared: Shared = { over: false, asked: new Set(), acknowledged: new Set() }
  try {
    const client = await signIn(server.url, server.link)
    const { id: campaign } = await client.does<{ id: string }>('campaign.load', { id: uuidv7(), source })
    const org = client.me.grants[0]?.org ?? ''
    const lanes = Promise.all(Array.from({ length: 6 }, () => lane(client, campaign, org, shared)))
    await Promise.all([lanes, havoc(server, killDatabase, shared)])
    await check(patient(client), campaign, shared)
  } catch (error) {
    throw new Error(`the server ${server.alive() ? 'lives' : 'is dead'} and said: ${server.log()}`, { cause: error })
  } finally {
    shared.over = true
    await server.end('SIGTERM')
  }
}

/** Kills the server so many times, then the database, and is over when records are taken again. */
const havoc = async (server: Awaited<ReturnType<typeof keepServer>>, killDatabase: () => Promise<void>, shared: Shared): Promise<void> => {
  for (let i = 0; i < kills; i++) {
    await sleep(100 + Math.random() * 300)
    await server.end('SIGKILL')
    await server.start()
  }
  for (let i = 0; i < Math.ceil(kills / 5); i++) {
    await sleep(100 + Math.random() * 300)
    await killDatabase()
  }
  const before = shared.acknowledged.size
  for (let i = 0; i < 600 && shared.acknowledged.size === before; i++) await sleep(100)
  assert.ok(shared.acknowledged.size > before, 'records are taken again after the last crash')
  shared.over = true
}

/** The first answers after a crash may still be that the database is away. */
const patient = (client: Client): Pick<Client, 'sees'> => ({
  sees: async (name, query) => {
    for (let i = 0; ; i++) {
      try {
        return await client.sees(name, query)
      } catch (error) {
        if (!(error instanceof Refused) || error.status !== 503 || i === 100) throw error
        await sleep(100)
      }
    }
  },
})

/** Every acknowledged record is there once; nothing is there that was not asked for; every figure recomputes. */
const check = async (client: Pick<Client, 'sees'>, campaign: string, { asked, acknowledged }: Shared): Promise<void> => {
  const stored: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: { rows: readonly { id: string }[]; next: string | null } = await client.sees('record.list', {
      campaign,
      limit: 200,
      ...(after ? { after } : {}),
    })
    stored.push(...page.rows.map((r) => r.id))
    after = page.next
  }
  const there = new Set(stored)
  assert.equal(there.size, stored.length, 'no record is there twice')
  assert.deepEqual(
    [...acknowledged].filter((id) => !there.has(id)),
    [],
    'no acknowledged record is lost',
  )
  assert.deepEqual(
    stored.filter((id) => !asked.has(id)),
    [],
  )
  assert.deepEqual((await client.sees<Verification>('figure.verify')).differences, [])
  const figures = await client.sees<readonly FigureRow[]>('figure.list', { campaign })
  assert.equal(figures.find((f) => f.indicator === 'visits')?.confirmed, String(stored.length))
  assert.ok(acknowledged.size > kills, `${acknowledged.size} records were acknowledged`)
}

/** Kills one process of the database, or its first; PostgreSQL then crashes as a whole and recovers from its log. */
const killBackend = async (url: string, parent: boolean): Promise<void> => {
  const db = await connected(url)
  const { pid } = (await db.query('select pg_backend_pid() as pid')).rows[0] as { pid: number }
  const postmaster = Number(/^\d+ \(.*\) \S+ (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1])
  process.kill(parent ? postmaster : pid, 'SIGKILL')
  await db.end().catch(() => undefined)
}

/** It may still be recovering from the last time. */
const connected = async (url: string): Promise<pg.Client> => {
  for (let i = 0; ; i++) {
    const db = new pg.Client({ connectionString: url })
    db.on('error', () => undefined)
    try {
      await db.connect()
      return db
    } catch (error) {
      if (i === 200) throw error
      await sleep(100)
    }
  }
}

describe('whatever is killed while records are submitted', () => {
  test('on the managed database each acknowledged record is there once and every figure recomputes', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'zoufang-crash-'))
    chmodSync(dataDir, 0o711)
    try {
      const database = await openDatabase({ dataDir, as: 'guest' })
      const { url } = database
      await database.close()
      await storm({ ZOUFANG_DATA: dataDir, DATABASE_URL: '' }, () => killBackend(url, true))
    } finally {
      rmSync(dataDir, { recursive: true, force: true })
    }
  })

  for (const one of installed()) {
    test(`on a PostgreSQL ${one.major} of one's own, too`, async () => {
      const cluster = await runCluster(one, { durable: true })
      const dataDir = mkdtempSync(join(tmpdir(), 'zoufang-crash-'))
      try {
        await storm({ ZOUFANG_DATA: dataDir, DATABASE_URL: cluster.url }, () => killBackend(cluster.url, false))
      } finally {
        await cluster.stop()
        rmSync(dataDir, { recursive: true, force: true })
      }
    })
  }
})
