import type { Change } from '#command/ports/record.ts'
import { type Credit, creditsOf } from '#figure/credit.ts'
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

type Given = Credit & { readonly seq: number; readonly campaign: CampaignId }

/** Closes what the versions before did towards people and opens what these do: one statement for a batch, none where nobody is credited. */
export const saveCredits = async (sql: Sql, campaign: CampaignId, changes: readonly Change[], at: string): Promise<void> => {
  const there = await creditedThere(sql, changes)
  const later = changes.filter((c) => c.version.version > 1 && (c.credits !== null || c.also !== undefined)).map((c) => c.version.record)
  const credits = changes.flatMap((c): readonly Given[] => {
    const own = (c.credits ?? []).map((credit) => ({ ...credit, campaign }))
    const others = (c.also ?? []).flatMap((echo) =>
      creditsOf(there.get(echo.campaign) ?? nobody, echo.version, echo.facts).map((credit) => ({ ...credit, campaign: echo.campaign })),
    )
    return [...own, ...others].map((credit, seq) => ({ ...credit, seq }))
  })
  if (later.length === 0 && credits.length === 0) return
  const given = columns(4, { campaign: 'uuid', ...creditTypes }, await creditRows(sql, credits))
  sql.send(
    `with closed as (update credit set retracted_at = $2 where tenant_id = $1 and record_id = any($3::uuid[]) and retracted_at is null)
     insert into credit (tenant_id, recorded_at, campaign_id, ${creditNames}) select $1, $2, * from ${given.from}`,
    [at, later, ...given.values],
  )
}

const nobody: ReadonlySet<string> = new Set()

/** What the other campaigns in which these records count credit to people now. */
const creditedThere = async (sql: Sql, changes: readonly Change[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const campaigns = [...new Set(changes.flatMap((c) => (c.also ?? []).map((echo) => echo.campaign)))]
  if (campaigns.length === 0) return new Map()
  const rows = await sql.hot<{ id: string; credited: string[] }>(
    `select c.campaign_id as id, v.credited from campaign c join scheme_version v using (tenant_id, campaign_id, version) where c.tenant_id = $1 and c.campaign_id = any($2::uuid[])`,
    [campaigns],
  )
  return new Map(rows.map((r) => [r.id, new Set(r.credited)]))
}

type Placed<T> = Omit<T, 'place'> & { readonly place_path: number | null }

export const creditRows = async <T extends Credit>(sql: Sql, credits: readonly T[]): Promise<readonly Placed<T>[]> => {
  const placed = credits.filter((c) => c.place.length > 0)
  const id = await pathIds(
    sql,
    placed.map((c) => ({ axis: 'place' as const, way: c.place.join('/') })),
  )
  return credits.map(({ place, ...c }) => ({ ...c, place_path: place.length > 0 ? id('place', place.join('/')) : null }))
}
