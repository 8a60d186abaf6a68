import { readFileSync, readdirSync } from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#store/managed/open.ts'
import { serverOn } from './accept.ts'

/** Resident memory of the server and of the managed database at rest, in MB. Shared pages are counted once (PSS); Linux only. */
export const memory = async (): Promise<unknown> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'zoufang-bench-'))
  const managed = await openDatabase({ dataDir, as: 'server' })
  const server = await serverOn(managed.url, join(dataDir, 'other'))
  await new Promise((done) => setTimeout(done, 5000))
  const result = {
    serverMb: pss([server.child.pid ?? 0]),
    databaseMb: pss(family(postmasterOf(dataDir))),
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
const postmasterOf = (dataDir: string): number =>
  Number(processes().find((p) => /postgres/.test(read(`/proc/${p}/cmdline`)) && read(`/proc/${p}/cmdline`).includes(dataDir)) ?? 0)
const family = (root: number): readonly number[] => [
  root,
  ...processes()
    .filter((p) => parentOf(p) === root)
    .map(Number),
]
const pss = (pids: readonly number[]): number =>
  Math.round(pids.reduce((kb, pid) => kb + Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0), 0) / 1024)
