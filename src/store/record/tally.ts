import { change } from '#figure/branch.ts'
import { type Moved, addTo } from '#figure/tally.ts'
import { Decimal } from '#kit/decimal.ts'
import type { CampaignId } from '#kit/id.ts'
import type { Sql } from '../sql.ts'
import { columnIds, pageIds } from './intern.ts'
import { type KeptLines, linesAt, saveLines } from './line.ts'
import { pathIds } from './path.ts'
import { type Place, type ReachRow, type Seen, saveReaches, seenAt } from './reach.ts'

/** What stands where something will be added up. */
export type Standing = { readonly lines: KeptLines; readonly seen: Seen }

/** Reads what stands where this would be added up; under the campaign’s lock, held or asked for before. */
export const standing = async (sql: Sql, campaign: CampaignId, moved: Moved): Promise<Standing> => {
  const [lines, seen] = await Promise.all([
    linesAt(sql, campaign, moved.lines),
    placesOf(sql, campaign, moved).then((at) => seenAt(sql, at)),
  ])
  return { lines, seen }
}

/** Adds what came and takes off what went, under the campaign's lock. */
export const addUp = async (sql: Sql, campaign: CampaignId, moved: Moved, stands: Standing): Promise<void> => {
  saveReaches(sql, await spread(sql, campaign, moved, stands.seen))
  const parted = new Map([...moved.lines].filter(([at]) => !stands.lines.has(at)))
  const more = parted.size > 0 ? await linesAt(sql, campaign, parted) : []
  await saveLines(sql, campaign, moved.lines, new Map([...stands.lines, ...more]))
}

const placesOf = async (sql: Sql, campaign: CampaignId, { reaches }: Moved): Promise<readonly Place[]> => {
  const all = [...reaches.values()]
  const [page, column] = await Promise.all([pageIds(sql, campaign, all), columnIds(sql, campaign, all)])
  return all.map((r) => ({ page_id: page(r), column_id: column(r), key: r.key }))
}

/**
 * Counts each distinct key where it is now seen, and puts what changed at the branches among the lines.
 * @returns where keys are now seen, to be kept
 */
const spread = async (sql: Sql, campaign: CampaignId, moved: Moved, before: Seen): Promise<readonly ReachRow[]> => {
  const reaches = [...moved.reaches.values()]
  const places = await placesOf(sql, campaign, moved)
  const path = await pathIds(
    sql,
    reaches.flatMap((r) => [...r.ways.keys()].map((way) => ({ axis: r.axis, way }))),
  )
  const saves: ReachRow[] = []
  reaches.forEach((r, i) => {
    const was = before.get(i) ?? new Map<string, number>()
    const is = new Map(was)
    for (const [way, n] of r.ways) {
      if (n === 0) continue
      const facts = (was.get(way) ?? 0) + n
      is.set(way, facts)
      saves.push({ ...(places[i] as Place), path_id: path(r.axis, way), facts })
    }
    for (const [way, n] of change(seen(was), seen(is))) addTo(moved.lines, { ...r, way }, r, new Decimal(n), 0)
  })
  return saves
}

const seen = (counts: ReadonlyMap<string, number>): readonly string[] => [...counts].filter(([, n]) => n > 0).map(([way]) => way)
