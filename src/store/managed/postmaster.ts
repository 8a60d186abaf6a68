import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { Fault } from '#kit/fault.ts'
import { serves } from './life.ts'
import type { Place } from './place.ts'

/*
 * PostgreSQL's main process, seen from outside: by its pid file, by /proc, and by whether it answers.
 */

/** The process that runs this database now, whoever started it. */
export const running = (place: Place): number | undefined => {
  const pid = Number.parseInt(pidFile(place)[0] ?? '', 10)
  return pid > 0 && serves(pid, place.cluster) ? pid : undefined
}

const pidFile = ({ cluster }: Place): string[] => {
  const file = join(cluster, 'postmaster.pid')
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
}

/**
 * Makes the files of a dead database harmless. Its number may by now be another process's (in a container it usually is), and then
 * PostgreSQL would refuse to start; given our own number, its parent's, it goes on to its real test: whether the dead one's memory
 * is still attached to by a process that writes.
 */
export const clearStale = (place: Place): void => {
  const [pid, ...rest] = pidFile(place)
  if (pid !== undefined) writeFileSync(join(place.cluster, 'postmaster.pid'), [process.pid, ...rest].join('\n'))
  for (const file of readdirSync(place.socket)) rmSync(join(place.socket, file), { force: true })
}

/** Waits until the database answers; it may be recovering from a crash, which takes as long as it takes while `alive`. */
export const answers = async (url: string, alive: () => boolean): Promise<boolean> => {
  for (let pause = 10; alive(); pause = Math.min(pause * 1.5, 250)) {
    if (await connects(url)) return true
    await sleep(pause)
  }
  return false
}

const connects = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === '28P01') throw new Fault('501.6')
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Stops it in order: running transactions are rolled back, everything is on disk. A database that does not come to an end is cut off, and recovers later. */
export const halt = async (place: Place, pid: number): Promise<void> => {
  for (const [signal, patience] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!serves(pid, place.cluster)) return
    process.kill(pid, signal)
    for (let waited = 0; waited < patience && serves(pid, place.cluster); waited += 20) await sleep(20)
  }
}
