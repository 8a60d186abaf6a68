import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { Fault } from '#kit/fault.ts'
import type { Text } from '#kit/text.ts'
import { password } from './create.ts'
import { type Lock, holder, visit } from './lock.ts'
import { startManaged, stopUnused } from './managed.ts'
import { folderOf, placeOf, urlOf } from './place.ts'
import { answers } from './postmaster.ts'
import type { Tell } from './supervise.ts'

export type Opened = {
  readonly url: string
  readonly kind: 'managed' | 'external'
  /** What the one who starts it should read. */
  readonly says: readonly Text[]
  close(): Promise<void>
}

/**
 * The database to work on: the one at `databaseUrl`, or else the managed one in `dataDir`.
 * A `server` holds the data directory for itself (Fault 409.6 otherwise). A `guest`, as the command line, uses the database of a server
 * that runs, and else runs it for as long as guests need it.
 */
export const openDatabase = async (wish: {
  dataDir: string
  databaseUrl?: string | undefined
  as: 'server' | 'guest'
  tell?: Tell
}): Promise<Opened> => {
  if (wish.databaseUrl) return external(wish.databaseUrl)
  const start = () => startManaged({ dir: wish.dataDir, ...(wish.tell && { tell: wish.tell }) })
  if (wish.as === 'guest') return asGuest(wish.dataDir, start)
  const { url, says, adopted, stop } = await start()
  return { url, kind: 'managed', says: adopted ? [...says, wasAdopted] : says, close: stop }
}

const wasAdopted: Text = { zh: '接管了上次未正常停止的数据库', en: 'Took over the database that was left running last time' }

const asGuest = async (dir: string, start: () => ReturnType<typeof startManaged>): Promise<Opened> => {
  const folder = folderOf(dir)
  for (;;) {
    const visitor = await visit(folder)
    const opened = visitor === undefined ? await starting(start) : await visiting(folder, visitor)
    if (opened !== undefined) return opened
    await sleep(100)
  }
}

const starting = async (start: () => ReturnType<typeof startManaged>): Promise<Opened | undefined> => {
  try {
    const { url, says, leave } = await start()
    return { url, kind: 'managed', says, close: leave }
  } catch (error) {
    // Another process was quicker: then we are its guest.
    if (error instanceof Fault && error.code === '409.6') return undefined
    throw error
  }
}

const visiting = async (folder: string, visitor: Lock): Promise<Opened | undefined> => {
  const close = async () => {
    visitor.release()
    if ((await holder(folder)) === undefined) await stopUnused(placeOf(folder))
  }
  const patience = AbortSignal.timeout(60_000)
  // Its holder may be making it just now, and have no password for it yet.
  while ((await holder(folder)) !== undefined && !patience.aborted) {
    const url = urlWhenMade(folder)
    if (url !== undefined && (await answers(url, briefly()))) return { url, kind: 'managed', says: [], close }
    await sleep(100)
  }
  visitor.release()
  if (patience.aborted) throw new Fault('503.1')
  return undefined
}

const briefly = (): (() => boolean) => {
  const limit = AbortSignal.timeout(1_000)
  return () => !limit.aborted
}

const urlWhenMade = (folder: string): string | undefined => {
  try {
    const place = placeOf(folder)
    return urlOf(place, password(place))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** A database of the user's own must be new enough and know Chinese letters; its url may hold a password and is never said. */
const external = async (url: string): Promise<Opened> => {
  const client = clientTo(url)
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<Found>(question)
    for (const found of rows) inspect(found)
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault('503.3', { why: error instanceof Error ? error.message : String(error) })
  } finally {
    await client.end().catch(() => undefined)
  }
  return { url, kind: 'external', says: [], close: async () => undefined }
}

/** What the driver takes: an address, or the folder of a socket. */
const understood = /^(postgres(ql)?:\/\/|socket:|\/)/i

const clientTo = (url: string): pg.Client => {
  const wrong = new Fault('400.2', { what: 'DATABASE_URL', expected: 'postgres://user:password@host:5432/database' })
  if (!understood.test(url)) throw wrong
  try {
    return new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_URL') throw wrong
    throw error
  }
}

type Found = { readonly version: number; readonly encoding: string; readonly ctype: string; readonly provider: string }

const question = `select current_setting('server_version_num')::int as version, pg_encoding_to_char(encoding) as encoding, datctype as ctype,
  datlocprovider as provider from pg_database where datname = current_database()`

const inspect = ({ version, encoding, ctype, provider }: Found): void => {
  if (version < 150_000) throw new Fault('501.7', { found: Math.floor(version / 10_000) })
  if (encoding !== 'UTF8') throw new Fault('501.8', { found: encoding })
  if (provider === 'c' && (ctype === 'C' || ctype === 'POSIX')) throw new Fault('501.8', { found: `lc_ctype ${ctype}` })
}
