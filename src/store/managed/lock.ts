import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Fault } from '#kit/fault.ts'
import { born, seat } from './life.ts'

/*
 * Who uses a data directory. Each user lays down a file of its own and then looks at the others: whoever came second sees the first,
 * so there are never two holders, and no file is ever taken over, which is where lock files go wrong. A file whose process is dead
 * (or whose number now belongs to another process) is swept away by the next who looks.
 */

/** `holder` runs the database, `guest` uses the one that runs. One that is `closing` takes no new guests, and will soon be gone. */
type Role = 'holder' | 'guest'
type State = 'claiming' | 'held' | 'closing'
type Entry = { readonly pid: number; readonly born: string | undefined; readonly seat: string; readonly role: Role; readonly state: State }
export type Lock = { close(): void; release(): void }

/** Takes the directory for this process, to run its database or only to stop it; Fault 409.6 names the process that has it. */
export const hold = async (dir: string, state: 'held' | 'closing' = 'held'): Promise<Lock> => {
  for (;;) {
    const mine = lay(dir, 'holder', 'claiming')
    const other = (await living(dir, mine.name)).find((e) => e.role === 'holder')
    if (other === undefined) {
      mine.become(state)
      return mine
    }
    mine.release()
    if (other.state === 'held') throw new Fault('409.6', { pid: other.pid })
    await sleep(20 + Math.random() * 100)
  }
}

/** Registers this process as one that uses the database while its holder runs it; undefined when nobody holds it. */
export const visit = async (dir: string): Promise<Lock | undefined> => {
  const mine = lay(dir, 'guest', 'held')
  if (await holder(dir)) return mine
  mine.release()
  return undefined
}

export const holder = async (dir: string): Promise<Entry | undefined> =>
  (await living(dir)).find((e) => e.role === 'holder' && e.state === 'held')

export const guests = async (dir: string): Promise<number> => (await living(dir)).filter((e) => e.role === 'guest').length

const beat = 2_000

const lay = (dir: string, role: Role, first: State): Lock & { readonly name: string; become(state: State): void } => {
  const folder = join(dir, 'locks')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const name = `${process.pid}.${randomBytes(4).toString('hex')}`
  const file = join(folder, name)
  const write = (state: State) => {
    const entry: Entry = { pid: process.pid, born: born(process.pid), seat: seat(), role, state }
    writeFileSync(join(folder, `.${name}`), JSON.stringify(entry), { mode: 0o600 })
    renameSync(join(folder, `.${name}`), file)
  }
  write(first)
  const timer = setInterval(() => touch(file), beat).unref()
  const release = () => {
    clearInterval(timer)
    process.off('exit', release)
    rmSync(file, { force: true })
  }
  process.once('exit', release)
  return { name, release, become: write, close: () => write('closing') }
}

// The file may be gone with its whole folder, when a test or a person has removed it: then there is nothing left to guard.
const touch = (file: string): void => {
  const now = Date.now() / 1000
  try {
    utimesSync(file, now, now)
  } catch {}
}

const living = async (dir: string, except?: string): Promise<readonly Entry[]> => {
  const folder = join(dir, 'locks')
  const found: Entry[] = []
  for (const name of names(folder)) {
    if (name === except) continue
    const entry = read(join(folder, name))
    if (entry === undefined) continue
    if (await lives(entry, join(folder, name))) found.push(entry)
    else rmSync(join(folder, name), { force: true })
  }
  return found
}

const lives = async (entry: Entry, file: string): Promise<boolean> => {
  if (entry.seat === seat()) return entry.born !== undefined && born(entry.pid) === entry.born
  // Of a process on another machine or in another container only the heart can be heard.
  const before = modified(file)
  await sleep(beat * 2.5)
  return modified(file) !== before
}

const names = (folder: string): readonly string[] => onDisk(() => readdirSync(folder).filter((n) => !n.startsWith('.'))) ?? []
const modified = (file: string): number | undefined => onDisk(() => statSync(file).mtimeMs)
const read = (file: string): Entry | undefined => onDisk(() => JSON.parse(readFileSync(file, 'utf8')) as Entry)

const onDisk = <T>(look: () => T): T | undefined => {
  try {
    return look()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
