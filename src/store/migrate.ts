import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import type pg from 'pg'

const folder = new URL('./migrations/', import.meta.url)

/** Brings the database to the newest schema; refuses one whose applied migrations differ from ours. Safe when two processes start at once. */
export const migrate = async (pool: pg.Pool): Promise<readonly string[]> => {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock(20120220)')
    await client.query(
      'create table if not exists migration (name text primary key, sha256 text not null, at timestamptz not null default clock_timestamp())',
    )
    const done = new Map(
      (await client.query('select name, sha256 from migration')).rows.map((r: { name: string; sha256: string }) => [r.name, r.sha256]),
    )
    const applied: string[] = []
    for (const name of readdirSync(folder)
      .filter((f) => f.endsWith('.sql'))
      .sort()) {
      const text = readFileSync(new URL(name, folder), 'utf8')
      const sha256 = createHash('sha256').update(text).digest('hex')
      const before = done.get(name)
      if (before === sha256) continue
      if (before !== undefined) throw new Error(`migration ${name} was changed after it had been applied to this database`)
      await client.query('begin')
      await client.query(text)
      await client.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256])
      await client.query('commit')
      applied.push(name)
    }
    return applied
  } finally {
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined)
    client.release()
  }
}
