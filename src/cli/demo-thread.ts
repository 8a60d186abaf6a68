import { parentPort, workerData } from 'node:worker_threads'
import { Fault } from '#kit/fault.ts'
import { poolOf } from '#store/sql.ts'
import { storeOn } from '#store/store.ts'
import { whoAtTerminal, worldOf } from '#store/who.ts'
import { loadDemo } from './demo.ts'
import type { Told } from './start.ts'

/* Loads the demo into the database whose address it was given, and tells how far it is. */

const tell = (told: Told): void => parentPort?.postMessage(told)
const pool = poolOf(String(workerData), 4)
try {
  await loadDemo(storeOn(pool), worldOf(await whoAtTerminal(pool)), (line) => tell({ line }))
  tell({ done: true })
} catch (error) {
  if (!(error instanceof Fault)) throw error
  tell({ fault: error.code, details: error.details })
} finally {
  await pool.end()
}
