import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import type { Read } from '#command/ports.ts'
import type { World } from '#command/command.ts'
import { list as quotas } from '#command/quota/look.ts'
import { show as coverage } from '#command/coverage/show.ts'
import { unreached, waiting } from '#command/coverage/waiting.ts'
import { show as burden } from '#command/burden/show.ts'
import { showSupervision } from '#command/supervision/show.ts'
import { listFlags } from '#command/flag/acts.ts'
import { show as cockpit } from '#command/cockpit/show.ts'
import { list as figures, records as behind } from '#command/figure/list.ts'
import { list as records } from '#command/record/look.ts'
import { openDatabase } from '#store/managed/open.ts'
import { migrate } from '#store/migrate.ts'
import { poolOf } from '#store/sql.ts'
import { fill, timed } from './size.ts'
import type { City } from './world.ts'
import { buildWideCity } from './wide.ts'

type Asked = {
  readonly input: { parse(given: unknown): unknown }
  readonly run: (db: Read, input: never, world: World) => Promise<unknown>
}

/** What people open, with its budget in milliseconds in the database; null: none is set, the number is watched. */
const questions: readonly (readonly [string, Asked, Record<string, unknown>, number | null])[] = [
  ['cockpit with newest words', cockpit, {}, null],
  ['cockpit of a town', cockpit, { org: 'T00003' }, null],
  ['figures with newest words', figures, {}, null],
  ['1,000 quotas of units, plain', quotas, { quota: 'unit_visits', limit: 1000 }, 1000],
  ['1,000 quotas of units, every month', quotas, { quota: 'unit_monthly', limit: 1000 }, 1000],
  ['1,000 quotas of units, different households', quotas, { quota: 'unit_homes', limit: 1000 }, 1000],
  ['3,000 quotas of people, different households', quotas, { quota: 'twenty' }, null],
  ['supervision of 1,000 units, 9 quotas', showSupervision, {}, null],
  ['coverage of 40,000 households', coverage, {}, 2000],
  ['coverage of a town', coverage, { org: 'T00003' }, 2000],
  ['unreached households', unreached, {}, 1000],
  ['longest waiting households', waiting, {}, 1000],
  ['longest waiting of a town', waiting, { org: 'T00003' }, 1000],
  ['burden of households', burden, { campaign: undefined }, 1000],
  ['flags that wait', listFlags, { state: 'waiting' }, 100],
  ['records, first page', records, {}, 50],
  ['records of a unit', records, { org: 'U00003' }, 50],
  ['records of a town', records, { org: 'T00003' }, 50],
  ['records that were returned', records, { state: 'returned' }, 50],
  ['matters', records, { sort: 'matter' }, 50],
  ['records behind a sum of a million', behind, { indicator: 'visits' }, 50],
  ['records behind a million different ones', behind, { indicator: 'homes' }, 2000],
  ['records behind newest words', behind, { indicator: 'said' }, 100],
]

/** Reads at ten times the visits that came in by the ordinary path: their records, facts, credits and calls again, made by the database. */
export const readsAt = async (visits: number, times: number): Promise<unknown> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'zoufang-bench-'))
  const managed = await openDatabase({ dataDir, as: 'server' })
  const pool = poolOf(managed.url, 4)
  await migrate(pool)
  const city = await buildWideCity(pool)
  await fill(city, 0, visits)
  await multiply(pool, times)
  process.stdout.write(`  ${visits * times} visits, 40,000 households, 3,000 people, 1,000 units\n`)
  const found: Record<string, number> = {}
  for (const [name, command, given, budget] of questions) {
    const ms = await timed(3, await asking(city, pool, command, given))
    found[name] = ms
    process.stdout.write(`  ${name}: ${ms} ms in the database${budget === null ? '' : ` (budget ${budget})`}\n`)
  }
  await pool.end()
  await managed.close()
  rmSync(dataDir, { recursive: true, force: true })
  return found
}

const asking = async (
  { store, actor, world, campaign }: City,
  pool: pg.Pool,
  command: Asked,
  { org: code, ...given }: Record<string, unknown>,
): Promise<() => Promise<unknown>> => {
  const rows = code === undefined ? [] : (await pool.query<{ id: string }>('select org_id as id from org where code = $1', [code])).rows
  const all = { campaign, ...given, ...(rows[0] && { org: rows[0].id }) }
  const input = command.input.parse(Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)))
  return () => store.read(actor.tenant, (db) => command.run(db, input as never, world))
}

/** A record's id again, of the same moment. */
const again = `(left(replace(record_id::text, '-', ''), 12) || substr(md5(record_id::text || n), 13))::uuid`

const copied: Readonly<Record<string, string>> = {
  fact: 'version, seq, campaign_id, indicator, day, org_path, place_path, value, key, approx, pending, recorded_at, retracted_at, each_id',
  record:
    'campaign_id, sort, kind, state, version, day, org_id, org_path, place_id, raised_in, closed, flags, gist, by_account, by_name, at',
  record_version: 'version, act, state, scheme_version, at, by_account, by_name, why, content, context, flags',
  call: 'version, subject_id, campaign_id, kind, day, org_id, people, pending, opened_at, closed_at',
  credit: 'version, seq, campaign_id, indicator, person_id, day, value, key, place_path, turn, parts, pending, recorded_at, retracted_at',
}

/** Of a version's words only who took part: nobody reads the rest here. */
const shortened = (columns: string): string =>
  columns.replace(' content, context,', ` jsonb_build_object('participants', content -> 'participants'), '{}'::jsonb,`)

const multiply = async (pool: pg.Pool, times: number): Promise<void> => {
  for (const [table, columns] of Object.entries(copied))
    await pool.query(
      `insert into ${table} (tenant_id, record_id, ${columns})
       select tenant_id, ${again}, ${shortened(columns)} from generate_series(2, $1::int) n cross join ${table}`,
      [times],
    )
  // What is counted once stays as it is, however often it was seen.
  await pool.query(
    `update tally t set (sums, facts) = (
       select array_agg(case when c.indicator like 'households%' or c.indicator = 'homes' then s else s * $1::int end order by n), array_agg(f * $1::int order by n)
       from unnest(t.columns, t.sums, t.facts) with ordinality u (id, s, f, n) join tally_column c on c.tenant_id = t.tenant_id and c.column_id = u.id)`,
    [times],
  )
  await pool.query(`update reach set facts = facts * $1::int`, [times])
  await pool.query('vacuum analyze')
}
