import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newLink } from '#store/entrance.ts'
import { migrate } from '#store/migrate.ts'
import { openDatabase } from '#store/managed/open.ts'
import { poolOf } from '#store/sql.ts'
import { installed } from '../test/cluster/installed.ts'
import { runCluster } from '../test/cluster/run.ts'
import { buildCity } from './world.ts'

const seconds = 15
const file = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Submissions over HTTP beside bare commits of equally large rows, in one run on one durable cluster. */
export const acceptRate = async (): Promise<unknown> => {
  const results: Record<string, unknown> = {}
  for (const one of installed()) {
    const cluster = await runCluster(one, { durable: true })
    results[`PostgreSQL ${one.major}`] = await onDatabase(cluster.url, `PostgreSQL ${one.major}`).finally(() => cluster.stop())
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'zoufang-bench-'))
  const managed = await openDatabase({ dataDir, as: 'server' })
  results['managed'] = await onDatabase(managed.url, 'managed, as shipped').finally(() => managed.close())
  rmSync(dataDir, { recursive: true, force: true })
  return results
}

const onDatabase = async (url: string, name: string): Promise<unknown> => {
  const pool = poolOf(url, 4)
  await migrate(pool)
  const city = await buildCity(pool)
  const folder = mkdtempSync(join(tmpdir(), 'zoufang-bench-'))
  const bodies = Array.from({ length: 100_000 }, (_, n) => city.visit(n))
  writeFileSync(join(folder, 'bodies.json'), JSON.stringify(bodies))
  const server = await serverOn(url, folder)
  try {
    const token = await tokenFrom(server.url, await newLink(pool, city.actor.tenant, city.actor.account))
    const accepted = await clients('http', server.url, token, join(folder, 'bodies.json'), String(seconds))
    const stored = (await pool.query('select count(*)::int as n, avg(pg_column_size(v.*))::int as size from record_version v')).rows[0] as {
      n: number
      size: number
    }
    const bare = await clients('bare', url, String(JSON.stringify(bodies[0]).length), String(seconds))
    const result = {
      perSecond: rate(accepted),
      barePerSecond: rate(bare),
      ratio: rate(accepted) / rate(bare),
      failed: accepted.failed,
      stored: stored.n,
      rowBytes: stored.size,
      connections: 32,
      seconds,
    }
    process.stdout.write(
      `  ${name}: ${result.perSecond} accepted a second, ${result.barePerSecond} bare commits a second, ratio ${result.ratio.toFixed(2)} (budget 0.50), ${result.failed} failed\n`,
    )
    return result
  } finally {
    server.child.kill('SIGTERM')
    await new Promise((done) => server.child.once('exit', done))
    await pool.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Measured = { readonly done: number; readonly failed: number; readonly seconds: number }
const rate = (m: Measured) => Math.round(m.done / m.seconds)

const clients = (...args: readonly string[]): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file('./load.ts'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', (d: Buffer) => (text += d.toString()))
    child.on('exit', (code) =>
      code === 0 ? resolve(JSON.parse(text) as Measured) : reject(new Error(`the measuring client ended with ${code}`)),
    )
  })

export const serverOn = async (databaseUrl: string, dataDir: string): Promise<{ url: string; child: ChildProcess }> => {
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const env = { ...process.env, DATABASE_URL: databaseUrl, ZOUFANG_DATA: dataDir, PORT: String(port) }
  const child = spawn(process.execPath, [file('../src/cli/start.ts'), '--empty'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const url = `http://127.0.0.1:${port}`
  for (let i = 0; i < 300; i++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    if (
      await fetch(`${url}/health`).then(
        (r) => r.ok,
        () => false,
      )
    )
      return { url, child }
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('the server did not start')
}

export const tokenFrom = async (url: string, link: string): Promise<string> => {
  const answer = await fetch(`${url}/api/session/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: link }),
  })
  const token = /zoufang=([\w-]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1]
  if (token === undefined) throw new Error(`signing in: ${answer.status} ${await answer.text()}`)
  return token
}
