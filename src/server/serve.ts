import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { Fault } from '#kit/fault.ts'
import type { TenantId } from '#kit/id.ts'
import type { Text } from '#kit/text.ts'
import { openDatabase } from '#store/managed/open.ts'
import { migrate } from '#store/migrate.ts'
import { creditOlder } from '#store/record/credit-older.ts'
import { failLostImports } from '#store/register/import.ts'
import { poolOf } from '#store/sql.ts'
import { nextDemo, wantDemo } from '#store/demo.ts'
import { storeOn } from '#store/store.ts'
import { demoWanted, foundTenant, noteAddress, noteDemo, waitingAdministrator } from '#store/tenant.ts'
import { appOf } from './app.ts'
import { compressWeb } from './compress.ts'
import { type Environment, addressOf } from './environment.ts'
import { signInAddress } from './link.ts'

/** Connections to the database: more would not make one machine faster. */
const connections = 20

/** The built web app. */
const web = fileURLToPath(new URL('../../dist/web', import.meta.url))

/** Milliseconds that requests under way get to end when the server is told to. */
const patience = 10_000

type Say = (line: Text) => void

/** What fills an office so that there is something to see. */
export type Demos = {
  /** Says to a tenant which demos there are. @returns the key of the one for its first start; null: there is none */
  offer(databaseUrl: string, tenant: TenantId): Promise<string | null>
  /** Loads those that are wanted, and those that a process that is no more has begun. */
  load(databaseUrl: string, say: Say): Promise<void>
}

/** Milliseconds between two looks at whether somebody wants a demo. */
const lookEvery = 2000

const say: Say = (line) => void process.stdout.write(`${line.zh}  ${line.en ?? ''}\n`)

/** What has been opened, to be closed in the opposite order. */
const opened: (() => Promise<unknown>)[] = []

/**
 * Runs the server until it is told to stop by SIGINT or SIGTERM. Says what it does, and where it is to be found, on the standard
 * output; a fault goes to the standard error and ends the process with 1.
 */
export const serve = async (env: () => Environment, demos: Demos): Promise<void> => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      say({ zh: '正在停止 …', en: 'Stopping …' })
      void stop(0)
    })
  }
  try {
    await start(env(), demos)
  } catch (error) {
    // What was under way when it was told to stop ends as it may.
    if (stopping) return
    if (error instanceof Fault) process.stderr.write(`${error.code} ${error.says('zh')}  ${error.says('en')}\n`)
    else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    await stop(1)
  }
}

const start = async (env: Environment, demos: Demos): Promise<void> => {
  say({ zh: '走访正在启动 …', en: 'Zoufang is starting …' })
  const { url, pool, applied } = await database(env)
  const store = storeOn(pool)
  const tenant = await foundTenant(pool, { name: env.name })
  if (applied.includes('001-first.sql') && !env.empty) await noteDemo(pool, tenant, 'wanted')
  await failLostImports(pool)
  await creditOlder(pool)
  const app = await appOf({
    store,
    web,
    publicUrl: env.publicUrl,
    trustProxy: env.trustProxy,
  })
  opened.push(() => app.close())
  const here = await listen(app, env)
  await noteAddress(pool, addressOf(here))
  // Nobody waits for it but the first demo, and what fails is offered at the next start.
  const offered = demos.offer(url, tenant).catch(told)
  if (await demoWanted(pool, tenant)) {
    const first = await offered
    if (first !== null) await wantDemo(pool, tenant, first)
    await noteDemo(pool, tenant, 'loaded')
  }
  const show = shows(pool, () => demos.load(url, say))
  await show()
  await greet(pool, tenant, here)
  keepLooking(show)
  // A folder that cannot be written to, or is built anew just now, is served as it is.
  await compressWeb(web).catch(() => undefined)
}

const told = (error: unknown): null => {
  if (!stopping) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return null
}

/** Whatever demo waits is loaded. A fault of one is told where it is asked for, and keeps nobody from their own work. */
const shows = (pool: pg.Pool, load: () => Promise<void>) => async (): Promise<void> => {
  if ((await nextDemo(pool)) === undefined) return
  say({ zh: '正在装载演示数据 …', en: 'Loading a demo …' })
  await load()
}

/** Demos that are asked for later, or from another process. */
const keepLooking = (show: () => Promise<void>): void => {
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    show()
      // A defect has been noted beside its demo; a database that is gone is everybody's trouble and told by them.
      .catch((error: unknown) => void process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`))
      .finally(() => (busy = false))
  }, lookEvery)
  opened.push(async () => clearInterval(timer))
}

const database = async (env: Environment): Promise<{ url: string; pool: pg.Pool; applied: readonly string[] }> => {
  const found = await openDatabase({ dataDir: env.dataDir, databaseUrl: env.databaseUrl, as: 'server', tell: say })
  opened.push(() => found.close())
  for (const line of found.says) say(line)
  const pool = poolOf(found.url, connections)
  opened.push(() => pool.end())
  return { url: found.url, pool, applied: await migrate(pool) }
}

/** @returns the environment with the port it got (PORT=0 takes any free one). @throws Fault 409.8 */
const listen = async (app: FastifyInstance, env: Environment): Promise<Environment> => {
  try {
    await app.listen({ port: env.port, host: env.host })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') throw new Fault('409.8', { port: env.port })
    throw error
  }
  const at = app.server.address()
  return typeof at === 'object' && at !== null ? { ...env, port: at.port } : env
}

const greet = async (pool: pg.Pool, tenant: TenantId, env: Environment): Promise<void> => {
  const address = addressOf(env)
  process.stdout.write(`\n  ${address}\n`)
  if (env.link || (await waitingAdministrator(pool, tenant)) !== undefined) {
    say({ zh: '\n管理员登录链接（24 小时内有效，只能用一次）：', en: 'Sign-in link for the administrator (24 hours, once):' })
    process.stdout.write(`\n  ${await signInAddress(pool, address, tenant)}\n`)
  }
  say({ zh: '\n按 Ctrl+C 停止', en: 'Ctrl+C stops it\n' })
}

let stopping = false

/** Ends what is under way, then the door, then the database. A second signal does not wait. */
const stop = async (code: number): Promise<void> => {
  if (stopping) process.exit(1)
  stopping = true
  for (const close of opened.toReversed()) await Promise.race([close(), new Promise((done) => setTimeout(done, patience).unref())])
  process.exit(code)
}
