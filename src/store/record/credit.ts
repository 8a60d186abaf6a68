import type { Change } from '#command/ports/record.ts'
import type { Credit } from '#figure/credit.ts'
import type { CampaignId } from '#kit/id.ts'
import { columns } from '../columns.ts'
import type { Sql } from '../sql.ts'
import { pathIds } from './path.ts'

export const creditTypes = {
  record: 'uuid',
  version: 'int',
  seq: 'int',
  indicator: 'text',
  person: 'uuid',
  day: 'date',
  value: 'numeric',
  key: 'uuid',
  place_path: 'int',
  turn: 'smallint',
  parts: 'smallint',
  pending: 'boolean',
} as const

export const creditNames = 'record_id, version, seq, indicator, person_id, day, value, key, place_path, turn, parts, pending'

/** Closes what the versions before did towards people and opens what these do: one statement for a batch, none where nobody is credited. */
export const saveCredits = async (sql: Sql, campaign: CampaignId, changes: readonly Change[], at: string): Promise<void> => {
  const credited = changes.flatMap((c) => (c.credits ? [{ version: c.version, credits: c.credits }] : []))
  const later = credited.filter((c) => c.version.version > 1).map((c) => c.version.record)
  const credits = credited.flatMap((c) => c.credits.map((credit, seq) => ({ ...credit, seq })))
  if (later.length === 0 && credits.length === 0) return
  const given = columns(5, creditTypes, await creditRows(sql, credits))
  await sql.hot(
    `with closed as (update credit set retracted_at = $3 where tenant_id = $1 and record_id = any($4::uuid[]) and retracted_at is null)
     insert into credit (tenant_id, campaign_id, recorded_at, ${creditNames}) select $1, $2, $3, * from ${given.from}`,
    [campaign, at, later, ...given.values],
  )
}

type Row = Omit<Credit, 'place'> & { readonly seq: number; readonly place_path: number | null }

export const creditRows = async (sql: Sql, credits: readonly (Credit & { readonly seq: number })[]): Promise<readonly Row[]> => {
  const placed = credits.filter((c) => c.place.length > 0)
  const id = await pathIds(
    sql,
    placed.map((c) => ({ axis: 'place' as const, way: c.place.join('/') })),
  )
  return credits.map((c) => ({ ...c, place_path: c.place.length > 0 ? id('place', c.place.join('/')) : null }))
}
