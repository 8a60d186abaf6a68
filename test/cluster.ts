import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { after, afterEach, describe } from 'node:test'
import pg from 'pg'
import { migrate } from '#store/migrate.ts'
import { poolOf } from '#store/sql.ts'
import { type Installed, installed } from './cluster/installed.ts'
import { clusterUrl } from './cluster/client.ts'

/*
 * Throw-away PostgreSQLs for tests: npm's (18) and each of the system's in /usr/lib/postgresql, run without fsync.
 *
 *   forEachDatabase((fresh, name) => {
 *     test('a visit is stored once', async () => {
 *       const { pool, url } = await fresh()        // a migrated, empty database of its own; ~50 ms; dropped after the test
 *       const store = storeOn(pool)
 *       …
 *     })
 *   })
 *
 * declares one `describe` per PostgreSQL. Without it: `const db = await freshDatabase(clusters()[0]); … await db.drop()`.
 * The clusters are started when first wanted, shared by all test processes of this checkout, and end by themselves seconds after
 * the last of them (test/cluster/keeper.ts). ZOUFANG_TEST_POSTGRES=18 keeps to one version while you work.
 * A test that kills a database needs one of its own: see test/managed.
 */

export type Cluster = Installed
/** `url` is for a role that owns the database and nothing else, as in production; `admin` is a superuser in the same database. */
export type Fresh = { readonly url: string; readonly admin: string; readonly pool: pg.Pool; drop(): Promise<void> }

export const clusters = (): readonly Cluster[] => {
  const only = process.env['ZOUFANG_TEST_POSTGRES']
  return installed().filter((c) => only === undefined || String(c.major) === only)
}

/** A database with all migrations applied and no rows; `{ migrated: false }` for an empty one. */
export const freshDatabase = async (cluster: Cluster, { migrated = true } = {}): Promise<Fresh> => {
  const root = await clusterUrl(cluster)
  const name = `test_${randomBytes(8).toString('hex')}`
  const template = migrated ? await migratedTemplate(root) : 'template0'
  await onServer(root, `create database ${name} owner zoufang template ${template}`)
  const url = at(root, 'zoufang', name)
  const pool = poolOf(url, 8)
  const drop = async () => {
    await pool.end()
    await onServer(root, `drop database if exists ${name} with (force)`)
  }
  return { url, admin: at(root, 'postgres', name), pool, drop }
}

/** Declares a describe block for each PostgreSQL; `fresh` gives a database that is dropped when the test that asked for it ends. */
export const forEachDatabase = (work: (fresh: (options?: { migrated?: boolean }) => Promise<Fresh>, name: string) => void): void => {
  for (const cluster of clusters()) {
    describe(`on PostgreSQL ${cluster.major}`, () => {
      const open: Fresh[] = []
      const close = async () => void (await Promise.all(open.splice(0).map((f) => f.drop())))
      afterEach(close)
      after(close)
      work(async (options) => {
        const one = await freshDatabase(cluster, options)
        open.push(one)
        return one
      }, `PostgreSQL ${cluster.major}`)
    })
  }
}

const at = (root: string, role: string, database: string): string => root.replace('//postgres@/postgres', `//${role}@/${database}`)

const onServer = async <T = unknown>(url: string, ...statements: string[]): Promise<T[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let rows: T[] = []
    for (const s of statements) rows = (await client.query(s)).rows as T[]
    return rows
  } finally {
    await client.end()
  }
}

/** Migrated once per cluster and set of migrations, copied ever after. Two processes that want it at once take turns. */
const migratedTemplate = async (root: string): Promise<string> => {
  const name = `template_${migrationsHash()}`
  const known = `${root} ${name}`
  if (ready.has(known)) return name
  const client = new pg.Client({ connectionString: root })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(771)')
    if ((await client.query('select 1 from pg_database where datname = $1', [name])).rowCount === 0) {
      const draft = `draft_${randomBytes(8).toString('hex')}`
      await client.query(`create database ${draft} owner zoufang template template0`)
      const pool = poolOf(at(root, 'zoufang', draft), 1)
      await migrate(pool).finally(() => pool.end())
      await client.query(`alter database ${draft} rename to ${name}`)
    }
  } finally {
    await client.end()
  }
  ready.add(known)
  return name
}

const ready = new Set<string>()

const migrationsHash = (): string => {
  const folder = new URL('../src/store/migrations/', import.meta.url)
  const hash = createHash('sha256')
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(new URL(file, folder)))
  return hash.digest('hex').slice(0, 16)
}
