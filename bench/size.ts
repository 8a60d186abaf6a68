import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { submitAll } from '#command/record/submit.ts'
import type { Ask } from '#command/ports/figure.ts'
import { Fault } from '#kit/fault.ts'
import type { OrgId } from '#kit/id.ts'
import { openDatabase } from '#store/managed/open.ts'
import { migrate } from '#store/migrate.ts'
import { poolOf } from '#store/sql.ts'
import { type City, buildCity } from './world.ts'

/** Time spent waiting for the database, in milliseconds, since the last call of `taken`. */
const watch = (() => {
  let ms = 0
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const begin = performance.now()
    const result = query.apply(this, args)
    if (result instanceof Promise) void result.finally(() => (ms += performance.now() - begin)).catch(() => undefined)
    return result
  } as typeof pg.Client.prototype.query
  return { taken: () => ((t) => ((ms = 0), t))(ms) }
})()

const median = (of: readonly number[]) => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0

/** The median of so many rounds after the first. */
export const timed = async (rounds: number, work: () => Promise<unknown>): Promise<number> => {
  const times: number[] = []
  for (let i = 0; i <= rounds; i++) {
    watch.taken()
    await work()
    if (i > 0) times.push(watch.taken())
  }
  return Math.round(median(times) * 10) / 10
}

/**
 * The dashboard and a bulletin at a size, and at ten times that size, in the same managed database. The first size comes in by the
 * ordinary path; the rest are its facts again, made by the database: what is measured reads tallies and facts, not records.
 */
export const atSize = async (visits: number, times: number): Promise<unknown> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'zoufang-bench-'))
  const managed = await openDatabase({ dataDir, as: 'server' })
  const pool = poolOf(managed.url, 4)
  await migrate(pool)
  const city = await buildCity(pool)
  const begin = performance.now()
  const asOf = await fill(city, 0, visits)
  const perSecond = Math.round((visits / (performance.now() - begin)) * 1000)
  process.stdout.write(`  ${visits} visits loaded, ${perSecond} a second\n`)
  await pool.query('vacuum analyze')
  const small = { visits, ...(await measure(pool, city, asOf)) }
  await multiply(pool, times)
  const large = { visits: visits * times, ...(await measure(pool, city, asOf)) }
  const ratio = large.dashboardMs / small.dashboardMs
  process.stdout.write(`  dashboard: ratio ${ratio.toFixed(2)} (budget 1.50)\n`)
  await pool.end()
  await managed.close()
  rmSync(dataDir, { recursive: true, force: true })
  return { loadedPerSecond: perSecond, sizes: [small, large], dashboardRatio: ratio }
}

/** Submits visits up to the size, in large batches, one being prepared while another is stored; gives the moment when nine tenths were in. */
export const fill = async ({ store, actor, world, campaign, visit }: City, from: number, to: number): Promise<string> => {
  let [next, asOf] = [from, '']
  const lane = async (): Promise<void> => {
    while (next < to) {
      const [n, until] = [next, Math.min(next + 500, to)]
      next = until
      const given = Array.from({ length: until - n }, (_, i) => ({ input: visit(n + i), actor, today: world.today }))
      const answers = await store.write(actor, (db) => submitAll(db, campaign, given))
      const wrong = answers.find((a) => a instanceof Fault)
      if (wrong) throw wrong
      if (asOf === '' && until - from >= (to - from) * 0.9) asOf = await store.read(actor.tenant, (db) => db.figure.now())
    }
  }
  await Promise.all([lane(), lane()])
  return asOf
}

/** Every fact so many times, each of a record of its own, and the tallies with them. */
const multiply = async (pool: pg.Pool, times: number): Promise<void> => {
  await pool.query(
    `insert into fact (tenant_id, record_id, version, seq, campaign_id, indicator, day, org_path, place_path, value, key, approx, pending, recorded_at, retracted_at)
     select tenant_id, md5(record_id::text || n)::uuid, version, seq, campaign_id, indicator, day, org_path, place_path, value, key, approx, pending, recorded_at, retracted_at
     from generate_series(2, $1::int) n cross join fact`,
    [times],
  )
  // What is counted once stays as it is, however often it was seen.
  await pool.query(
    `update tally t set (sums, facts) = (
       select array_agg(case when c.indicator like 'households%' then s else s * $1::int end order by n), array_agg(f * $1::int order by n)
       from unnest(t.columns, t.sums, t.facts) with ordinality u (id, s, f, n) join tally_column c on c.tenant_id = t.tenant_id and c.column_id = u.id)`,
    [times],
  )
  await pool.query(`update reach set facts = facts * $1::int`, [times])
  await pool.query('vacuum analyze')
}

type Measured = { readonly facts: number; readonly dashboardMs: number; readonly rootMs: number; readonly bulletinMs: number }

const measure = async (pool: pg.Pool, { store, actor, campaign }: City, asOf: string): Promise<Measured> => {
  const ids = async (like: string) =>
    (await pool.query(`select org_id as id from org where code like $1 order by code`, [like])).rows.map((r: { id: OrgId }) => r.id)
  const [units, towns] = [await ids('U%'), await ids('T%')]
  const compiled = await store.read(actor.tenant, async (db) => (await db.campaign.scheme(campaign))?.compiled)
  if (compiled === undefined) throw new Error('no scheme')
  const indicators = [...compiled.indicators.keys()]
  const asks: Ask[] = Array.from({ length: 100 }, (_, i) => ({
    indicator: indicators[i % 30] ?? '',
    scope: i < 30 ? {} : { org: towns[i % 40] },
  }))
  const dashboardMs = await timed(9, () => store.read(actor.tenant, (db) => db.figure.sumsByOrg(campaign, compiled, units, {})))
  const rootMs = await timed(9, () => store.read(actor.tenant, (db) => db.figure.sums(campaign, compiled, { scope: {} })))
  const bulletinMs = await timed(3, () => store.read(actor.tenant, (db) => db.figure.derive(campaign, compiled, asks, asOf)))
  const facts = (await pool.query('select count(*)::int as n from fact')).rows[0]?.n as number
  process.stdout.write(
    `  30 indicators × 1,000 units ${dashboardMs} ms in the database (budget 50), whole campaign ${rootMs} ms, bulletin of 100 figures as of an earlier moment from ${facts} facts ${bulletinMs} ms (budget 2,000)\n`,
  )
  return { facts, dashboardMs, rootMs, bulletinMs }
}
