import type { LineDelta, Tally } from '#figure/tally.ts'
import { Decimal, plain } from '#kit/decimal.ts'
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

export const saveLines = async (sql: Sql, campaign: CampaignId, given: readonly LineDelta[]): Promise<void> => {
  const lines = given.filter((l) => [...l.columns.values()].some(isMove))
  if (lines.length === 0) return
  const [page, path, column] = await Promise.all([
    pageIds(sql, campaign, lines),
    pathIds(sql, lines),
    columnIds(
      sql,
      campaign,
      lines.flatMap((l) => [...l.columns.values()]),
    ),
  ])
  const places = lines.map((l): At => ({ page_id: page(l), path_id: path(l.axis, l.way) }))
  const kept = await linesAt(sql, places)
  const rows = lines.map((line, i) => {
    const tallies = kept.get(i) ?? new Map<number, Tally>()
    for (const delta of line.columns.values()) if (isMove(delta)) add(tallies, column(delta), delta)
    return { ...(places[i] as At), ...written(tallies) }
  })
  const moved = columns(2, { page_id: 'int', path_id: 'int', columns: 'text', sums: 'text', facts: 'text' }, rows)
  await sql.hot(
    `insert into tally (tenant_id, page_id, path_id, columns, sums, facts)
     select $1, page_id, path_id, columns::int[], sums::numeric[], facts::int[] from ${moved.from}
     on conflict (tenant_id, page_id, path_id) do update set columns = excluded.columns, sums = excluded.sums, facts = excluded.facts`,
    moved.values,
  )
}

const isMove = ({ value, facts }: Tally): boolean => facts !== 0 || !value.isZero()

const add = (tallies: Map<number, Tally>, column: number, { value, facts }: Tally): void => {
  const before = tallies.get(column)
  const after = before ? { value: before.value.plus(value), facts: before.facts + facts } : { value, facts }
  if (isMove(after)) tallies.set(column, after)
  else tallies.delete(column)
}

/** What stands in the lines now, by their position among the places. */
const linesAt = async (sql: Sql, places: readonly At[]): Promise<Map<number, Map<number, Tally>>> => {
  const asked = columns(
    2,
    { i: 'int', page_id: 'int', path_id: 'int' },
    places.map((p, i) => ({ i, ...p })),
  )
  const rows = await sql.hot<{ i: number; columns: string; sums: string; facts: string }>(
    `select x.i, t.columns::text, t.sums::text, t.facts::text from ${asked.from} cross join lateral (
       select columns, sums, facts from tally t where t.tenant_id = $1 and t.page_id = x.page_id and t.path_id = x.path_id offset 0) t`,
    asked.values,
  )
  return new Map(rows.map((row) => [row.i, read(row)]))
}

const list = (array: string): readonly string[] => (array === '{}' ? [] : array.slice(1, -1).split(','))

const read = (row: { readonly columns: string; readonly sums: string; readonly facts: string }): Map<number, Tally> => {
  const [sums, facts] = [list(row.sums), list(row.facts)]
  return new Map(list(row.columns).map((id, n) => [Number(id), { value: new Decimal(sums[n] ?? 0), facts: Number(facts[n]) }]))
}

const written = (tallies: ReadonlyMap<number, Tally>) => {
  const all = [...tallies]
  return {
    columns: `{${all.map(([column]) => column).join(',')}}`,
    sums: `{${all.map(([, t]) => plain(t.value)).join(',')}}`,
    facts: `{${all.map(([, t]) => t.facts).join(',')}}`,
  }
}
