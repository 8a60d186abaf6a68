import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { usableHome } from '#store/managed/binaries.ts'
import { asUser, bareEnvironment, servant } from '#store/managed/servant.ts'
import { holderOf } from './holder.ts'
import type { Installed } from './installed.ts'

export type Running = { readonly url: string; readonly folder: string; readonly child: ChildProcess; stop(): Promise<void> }

const quick = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0', 'max_wal_size=2GB']
const settings = ['listen_addresses=', 'max_connections=200', 'shared_buffers=64MB', 'jit=off', 'timezone=UTC', 'log_checkpoints=off']

/** A new cluster in the temporary folder that any local process of ours may use without a password. Unless `durable`, never for a test that pulls the plug. */
export const runCluster = async ({ home: place }: Installed, { durable = false } = {}): Promise<Running> => {
  const who = servant()
  const home = usableHome(place, who)
  const folder = mkdtempSync(join(tmpdir(), 'zoufang-test-'))
  writeFileSync(join(folder, 'holder'), holderOf(process.pid))
  chmodSync(folder, 0o711)
  for (const part of ['data', 'socket']) mkdirSync(join(folder, part), { mode: 0o700 })
  if (who !== undefined) for (const part of ['data', 'socket']) chownSync(join(folder, part), who.uid, who.gid)
  const how = { ...asUser(who), env: bareEnvironment(), cwd: '/' }
  const made = spawnSync(
    join(home, 'bin', 'initdb'),
    ['-D', join(folder, 'data'), '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'],
    how,
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr.toString()}`)
  const log = openSync(join(folder, 'log'), 'a')
  const options = [...(durable ? [] : quick), ...settings, `unix_socket_directories=${join(folder, 'socket')}`].flatMap((s) => ['-c', s])
  const child = spawn(join(home, 'bin', 'postgres'), ['-D', join(folder, 'data'), ...options], { ...how, stdio: ['ignore', log, log] })
  const url = `postgresql://postgres@/postgres?host=${join(folder, 'socket')}`
  await answering(url, child, join(folder, 'log'))
  return { url, folder, child, stop: () => stop(child, folder) }
}

const answering = async (url: string, child: ChildProcess, log: string): Promise<void> => {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (child.exitCode !== null) break
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.query('create role zoufang login')
      return await client.end()
    } catch {
      await sleep(50)
    }
  }
  throw new Error(readFileSync(log, 'utf8'))
}

const stop = async (child: ChildProcess, folder: string): Promise<void> => {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  if (child.exitCode === null && child.signalCode === null && child.kill('SIGQUIT')) await gone
  rmSync(folder, { recursive: true, force: true })
}
