import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** A data directory for one test; whatever still runs in it when the test ends is ended. */
export const dataFolder = (t: TestContext, name = ''): string => {
  const root = mkdtempSync(join(tmpdir(), 'zoufang-managed-'))
  // Open to pass through, as the place of a real data directory is: PostgreSQL runs as another user when we are root.
  chmodSync(root, 0o711)
  const dir = join(root, name)
  t.after(async () => {
    const pid = postmaster(dir)
    if (pid !== undefined && alive(pid)) process.kill(pid, 'SIGQUIT')
    while (pid !== undefined && alive(pid)) await sleep(20)
    rmSync(root, { recursive: true, force: true })
  })
  return dir
}

export type Server = {
  readonly child: ChildProcess
  /** The next line it says that has one of these keys: `url` when it is up, `fault` when it could not, `told` while it runs. */
  hears(...keys: readonly string[]): Promise<Record<string, unknown>>
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** A process of its own that holds, or visits, a data directory: the smallest server there is. */
export const serverOn = (t: TestContext, dir: string, as: 'server' | 'guest' = 'server'): Server => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'holder.ts'), dir, as], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: Record<string, unknown>[] = []
  createInterface({ input: child.stdout }).on('line', (line) => said.push(JSON.parse(line) as Record<string, unknown>))
  const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  // What it said last is heard before it is silent.
  let silent = false
  child.once('close', () => (silent = true))
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return gone
  }
  t.after(() => end('SIGKILL'))
  const hears = async (...keys: readonly string[]): Promise<Record<string, unknown>> => {
    for (;;) {
      const at = said.findIndex((s) => keys.some((key) => key in s))
      if (at >= 0) return said.splice(at, 1)[0] ?? {}
      if (silent) throw new Error(`the server ended without a word about ${keys.join(', ')}: ${JSON.stringify(said)}`)
      await sleep(10)
    }
  }
  return { child, hears, end }
}

export const postmaster = (dir: string): number | undefined => {
  try {
    return Number.parseInt(readFileSync(join(dir, 'database', 'postmaster.pid'), 'utf8'), 10)
  } catch {
    return undefined
  }
}

/** Dead, or dead and only not yet buried, is not alive. */
export const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}

export const ask = async <T = Record<string, unknown>>(url: unknown, ...statements: string[]): Promise<T[]> => {
  const client = new pg.Client({ connectionString: String(url) })
  client.on('error', () => undefined)
  await client.connect()
  try {
    let rows: T[] = []
    for (const statement of statements) rows = (await client.query(statement)).rows as T[]
    return rows
  } finally {
    await client.end()
  }
}
