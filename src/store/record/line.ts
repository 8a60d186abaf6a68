import type { LineDelta, Tally } from '#figure/tally.ts'
import { plain } from '#kit/decimal.ts'
import type { CampaignId } from '#kit/id.ts'
import { columns } from '../columns.ts'
import type { Sql } from '../sql.ts'
import { columnIds, pageIds } from './intern.ts'
import { pathIds } from './path.ts'

/*
 * A line of tallies is one row: all indicators of one path on one page. A visit that feeds twenty indicators writes three
 * rows, not sixty. Nobody else writes tallies of the campaign meanwhile, so a line is read, added to and written back.
 */

type At = { readonly page_id: number; readonly path_id: number }

/** What stands in lines now, by their keys among the deltas. */
export type KeptLines = ReadonlyMap<string, Map<string, Kept>>

/** As it is written in the database: most of a line only passes through. */
type Kept = { readonly sum: string; readonly facts: string }

export const saveLines = async (sql: Sql, campaign: CampaignId, lines: ReadonlyMap<string, LineDelta>, kept: KeptLines): Promise<void> => {
  const moved = [...lines].filter(([, line]) => [...line.columns.values()].some(isMove))
  if (moved.length === 0) return
  const [places, column] = await Promise.all([
    placesOf(sql, campaign, lines),
    columnIds(
      sql,
      campaign,
      moved.flatMap(([, l]) => [...l.columns.values()]),
    ),
  ])
  const rows = moved.map(([key, line]) => {
    const tallies = kept.get(key) ?? new Map<string, Kept>()
    for (const delta of line.columns.values()) if (isMove(delta)) add(tallies, String(column(delta)), delta)
    return { ...(places.get(key) as At), ...written(tallies) }
  })
  const given = columns(2, { page_id: 'int', path_id: 'int', columns: 'text', sums: 'text', facts: 'text' }, rows)
  sql.send(
    `insert into tally (tenant_id, page_id, path_id, columns, sums, facts)
     select $1, page_id, path_id, columns::int[], sums::numeric[], facts::int[] from ${given.from}
     on conflict (tenant_id, page_id, path_id) do update set columns = excluded.columns, sums = excluded.sums, facts = excluded.facts`,
    given.values,
  )
}

const placesOf = async (sql: Sql, campaign: CampaignId, lines: ReadonlyMap<string, LineDelta>): Promise<ReadonlyMap<string, At>> => {
  const all = [...lines.values()]
  const [page, path] = await Promise.all([pageIds(sql, campaign, all), pathIds(sql, all)])
  return new Map([...lines].map(([key, l]) => [key, { page_id: page(l), path_id: path(l.axis, l.way) }]))
}

const isMove = ({ value, facts }: Tally): boolean => facts !== 0 || !value.isZero()

const add = (tallies: Map<string, Kept>, column: string, { value, facts }: Tally): void => {
  const before = tallies.get(column)
  const after = before ? { value: value.plus(before.sum), facts: facts + Number(before.facts) } : { value, facts }
  if (isMove(after)) tallies.set(column, { sum: plain(after.value), facts: String(after.facts) })
  else tallies.delete(column)
}

/** What stands in these lines now. */
export const linesAt = async (sql: Sql, campaign: CampaignId, lines: ReadonlyMap<string, LineDelta>): Promise<KeptLines> => {
  const places = [...(await placesOf(sql, campaign, lines))]
  const kept = new Map(places.map(([key]) => [key, new Map<string, Kept>()]))
  const asked = columns(
    2,
    { i: 'int', page_id: 'int', path_id: 'int' },
    places.map(([, p], i) => ({ i, ...p })),
  )
  const rows = await sql.hot<{ i: number; columns: string; sums: string; facts: string }>(
    `select x.i, t.columns::text, t.sums::text, t.facts::text from ${asked.from} cross join lateral (
       select columns, sums, facts from tally t where t.tenant_id = $1 and t.page_id = x.page_id and t.path_id = x.path_id offset 0) t`,
    asked.values,
  )
  for (const row of rows) kept.set(places[row.i]?.[0] ?? '', read(row))
  return kept
}

const list = (array: string): readonly string[] => (array === '{}' ? [] : array.slice(1, -1).split(','))

const read = (row: { readonly columns: string; readonly sums: string; readonly facts: string }): Map<string, Kept> => {
  const [sums, facts] = [list(row.sums), list(row.facts)]
  return new Map(list(row.columns).map((id, n) => [id, { sum: sums[n] ?? '0', facts: facts[n] ?? '0' }]))
}

const written = (tallies: ReadonlyMap<string, Kept>) => {
  const all = [...tallies.values()]
  return {
    columns: `{${[...tallies.keys()].join(',')}}`,
    sums: `{${all.map((t) => t.sum).join(',')}}`,
    facts: `{${all.map((t) => t.facts).join(',')}}`,
  }
}
