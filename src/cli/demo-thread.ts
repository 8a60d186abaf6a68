import { parentPort, workerData } from 'node:worker_threads'
import { poolOf } from '#store/sql.ts'
import { loadWanted } from './demo-loader.ts'
import type { Told } from './start.ts'

/* Loads the demos that are wanted into the database whose address it was given, and tells how far it is. */

const tell = (told: Told): void => parentPort?.postMessage(told)
const pool = poolOf(String(workerData), 4)
try {
  await loadWanted(pool, (line) => tell({ line }))
  tell({ done: true })
} finally {
  await pool.end()
}
