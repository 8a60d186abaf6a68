import type pg from 'pg'
import type { Actor } from '#access/actor.ts'
import type { ImportProgress } from '#command/ports/register.ts'
import { Fault } from '#kit/fault.ts'
import type { Language } from '#kit/text.ts'
import type { Sheet } from '#register/shape.ts'
import { layoutsOf } from '#sheet/layout.ts'
import { openSheets } from '#sheet/open.ts'
import type { Source } from '#sheet/source.ts'
import type { SheetFile } from '#sheet/table.ts'
import { uuidv7 } from 'uuidv7'
import type { Store } from '../store.ts'
import { enterAll } from './import-run.ts'
import { survey } from './import-survey.ts'
import { nothingYet } from './import-log.ts'

export type ImportFile = Source & {
  /** What the file is called; a CSV file says by its name what it holds, unless `sheet` does. */
  readonly name: string
  readonly sheet?: Sheet | undefined
  /** Of the error column. */
  readonly language?: Language | undefined
}

/** `done` is settled when the import is: it never rejects but for a defect. */
export type RunningImport = { readonly id: string; readonly done: Promise<void> }

/**
 * Takes a workbook or CSV file into the register. Rejects with a fault, and leaves no trace, when the file as a whole cannot be
 * taken (size, kind, encoding, headings). Otherwise the import runs on: watch it by `register.import(id)`. First the whole file is
 * read once, so that a file that is broken further down enters nothing; then its rows are entered, about 1,000 in a transaction.
 * Whoever calls owns the file and may remove it when `done` is settled.
 */
export const importFile = async (store: Store, actor: Actor, file: ImportFile): Promise<RunningImport> => {
  await failLostImports(store.pool)
  const opened = await openSheets(file, file.name)
  try {
    const layouts = await layoutsOf(opened, file.sheet)
    const id = uuidv7()
    const progress: ImportProgress = {
      ...nothingYet,
      sheets: [...new Set(layouts.map((l) => l.sheet))],
      ignored: layouts.flatMap((l) => l.ignored.map((heading) => ({ sheet: l.title, heading }))),
    }
    const alive = await holdAlive(store.pool, id)
    await store
      .write(actor, (db) => db.register.beginImport(id, file.name))
      .catch(async (error: unknown) => {
        await alive.release()
        throw error
      })
    const run = async (): Promise<void> => {
      const surveyed = await survey(opened, layouts)
      await enterAll({ store, actor, id, file: opened, name: file.name, language: file.language ?? 'zh', surveyed, progress })
      await lookAgain(store.pool)
    }
    return {
      id,
      done: run()
        .catch((error: unknown) => failed(store, actor, id, error))
        .catch(away)
        .finally(() => end(opened, alive)),
    }
  } catch (error) {
    opened.close()
    throw error
  }
}

/**
 * Lets the database's planner see what has come in, before somebody asks for it. To be called after a large `saveAll`: until the
 * database looks by itself, up to a minute later, look-ups in the register of a new tenant may read all of it.
 */
export const lookAgain = async (pool: pg.Pool): Promise<void> => {
  await pool.query('analyze org, org_term, place, place_term, person, post, subject, link')
}

type Alive = { release(): Promise<void> }

const end = async (file: SheetFile, alive: Alive): Promise<void> => {
  file.close()
  await alive.release()
}

/** A fault is the file's and is told; a defect is told as one and goes on to whoever waits. */
const failed = async (store: Store, actor: Actor, id: string, error: unknown): Promise<void> => {
  const fault = error instanceof Fault ? error : new Fault('500.1', { id })
  await store.write(actor, async (db) => {
    const before = await db.register.import(id)
    const told = { code: fault.code, says: { zh: fault.says('zh'), en: fault.says('en') } }
    await db.register.endImport(id, 'failed', { ...nothingYet, ...(before === undefined ? {} : progressOf(before)), fault: told }, null)
  })
  if (!(error instanceof Fault)) throw error
}

/** With the database away nobody can be told now; `failLostImports` will. */
const away = (error: unknown): void => {
  if (!(error instanceof Fault)) throw error
}

const progressOf = ({ total, read, added, changed, same, refused, sheets, ignored, fault, errors }: ImportProgress): ImportProgress => ({
  total,
  read,
  added,
  changed,
  same,
  refused,
  sheets,
  ignored,
  fault,
  errors,
})

const lockKey = 'hashtextextended($1::text, 20120220)'

/** A lock that lives exactly as long as this process and its connection: by it others see that the import still runs. */
const holdAlive = async (pool: pg.Pool, id: string): Promise<Alive> => {
  const client = await pool.connect()
  let broken: Error | undefined
  const gone = (error: Error): void => void (broken = error)
  client.on('error', gone)
  await client.query(`select pg_advisory_lock(${lockKey})`, [id])
  return {
    release: async () => {
      await client.query(`select pg_advisory_unlock(${lockKey})`, [id]).catch((error: Error) => (broken = error))
      client.off('error', gone)
      client.release(broken)
    },
  }
}

/** At the start of a server, and before an import: those whose process or connection died are failed, in every tenant. Rows they had entered stay; importing again is harmless. */
export const failLostImports = async (pool: pg.Pool): Promise<number> => {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ tenant_id: string; import_id: string }>(
      `select tenant_id, import_id from import where state = 'running'`,
    )
    let lost = 0
    for (const { tenant_id, import_id } of rows) {
      const free = await client.query<{ free: boolean }>(`select pg_try_advisory_lock(${lockKey}) as free`, [import_id])
      if (free.rows[0]?.free !== true) continue
      await client.query(`select pg_advisory_unlock(${lockKey})`, [import_id])
      const fault = new Fault('503.9')
      const told = { code: fault.code, says: { zh: fault.says('zh'), en: fault.says('en') } }
      await client.query(
        `update import set state = 'failed', ended_at = clock_timestamp(), progress = progress || jsonb_build_object('fault', $3::jsonb)
         where tenant_id = $1 and import_id = $2 and state = 'running'`,
        [tenant_id, import_id, JSON.stringify(told)],
      )
      lost += 1
    }
    return lost
  } finally {
    client.release()
  }
}
