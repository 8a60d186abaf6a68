import { readFileSync, readdirSync } from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#store/managed/open.ts'
import { poolOf } from '#store/sql.ts'
import { serverOn } from './accept.ts'

/** Resident memory of the server and of the managed database at rest, in MB. Shared pages are counted once (PSS); Linux only. */
export const memory = async (): Promise<unknown> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'zoufang-bench-'))
  const managed = await openDatabase({ dataDir, as: 'server' })
  const server = await serverOn(managed.url, join(dataDir, 'other'))
  await new Promise((done) => setTimeout(done, 5000))
  const result = {
    serverMb: pss([server.child.pid ?? 0]),
    databaseMb: pss(family(await postmasterOf(managed.url))),
    budgetMb: { server: 150, database: 200 },
  }
  process.stdout.write(`  server ${result.serverMb} MB (budget 150), managed database ${result.databaseMb} MB (budget 200)\n`)
  server.child.kill('SIGTERM')
  await new Promise((done) => server.child.once('exit', done))
  await managed.close()
  rmSync(dataDir, { recursive: true, force: true })
  return result
}

const parentOf = (pid: string): number => Number(/^\d+ \(.*\) \S+ (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1] ?? 0)
const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
const processes = () => readdirSync('/proc').filter((p) => /^\d+$/.test(p))
/** The database's first process: the parent of any backend. */
const postmasterOf = async (url: string): Promise<number> => {
  const pool = poolOf(url, 1)
  const { pid } = (await pool.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0] ?? { pid: 0 }
  const parent = parentOf(String(pid))
  await pool.end()
  return parent
}
const family = (root: number): readonly number[] => [
  root,
  ...processes()
    .filter((p) => parentOf(p) === root)
    .map(Number),
]
const pss = (pids: readonly number[]): number =>
  Math.round(pids.reduce((kb, pid) => kb + Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0), 0) / 1024)
