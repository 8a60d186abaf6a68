import { Fault } from '#kit/fault.ts'
import type { Text } from '#kit/text.ts'
import { bundled, usableHome } from './binaries.ts'
import { ensureCluster, password } from './create.ts'
import { guests, hold } from './lock.ts'
import { type Place, folderOf, placeOf, urlOf } from './place.ts'
import { halt, running } from './postmaster.ts'
import { type Tell, adoptOrStart, supervise } from './supervise.ts'

export type Managed = {
  /** The same as long as the data directory stays where it is, also after the database was started anew. */
  readonly url: string
  /** Whether this start made the database. */
  readonly made: boolean
  /** Whether it is the one that an earlier server left running when it was killed. */
  readonly adopted: boolean
  readonly says: readonly Text[]
  pid(): number | undefined
  /** Stops the database in order and frees the directory. */
  stop(): Promise<void>
  /** Frees the directory; the last who uses the database stops it. */
  leave(): Promise<void>
}

/**
 * Starts the database of a data directory (making it on the first run), keeps it running, and holds the directory for this process.
 * Faults: 409.6 another process holds it, 501.9 other major version, 501.x this machine cannot, 503.2 it does not start, 507.2 disk full.
 */
export const startManaged = async ({ dir, tell = () => undefined }: { dir: string; tell?: Tell }): Promise<Managed> => {
  const binaries = bundled()
  const lock = await hold(folderOf(dir))
  try {
    const place = placeOf(folderOf(dir))
    const home = usableHome(binaries.home, place.who)
    const made = await ensureCluster(place, { ...binaries, home })
    const url = urlOf(place, password(place))
    const adopted = await adoptOrStart(place, home, url)
    const watch = supervise(place, home, url, tell)
    const stop = () => {
      lock.close()
      return watch.stop().finally(lock.release)
    }
    const leave = async () => {
      lock.close()
      if ((await guests(place.dir)) === 0) return stop()
      watch.letGo()
      lock.release()
      // The last guest may have gone meanwhile, seeing that we were still there: then nobody else would stop it.
      await stopUnused(place)
    }
    return { url, made, adopted, says: place.says, pid: () => running(place), stop, leave }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Stops a database that nobody holds and nobody uses. */
export const stopUnused = async (place: Place): Promise<void> => {
  const lock = await hold(place.dir, 'closing').catch(takenOver)
  if (lock === undefined) return
  const pid = running(place)
  if (pid !== undefined && (await guests(place.dir)) === 0) await halt(place, pid)
  lock.release()
}

// Somebody holds it again: then it is theirs to stop.
const takenOver = (error: unknown): undefined => {
  if (!(error instanceof Fault && error.code === '409.6')) throw error
}
