import { type Cell, cellKey } from '#figure/tally.ts'
import type { CampaignId } from '#kit/id.ts'
import { columns } from '../columns.ts'
import type { Sql } from '../sql.ts'

const types = { indicator: 'text', axis: 'text', grain: 'text', period: 'date', pending: 'boolean' } as const

/** Numbers of cells, making those that are new. The memory holds only what an earlier transaction committed. Needs the campaign's lock. */
export const cellIds = async (sql: Sql, campaign: CampaignId, wanted: readonly Cell[]): Promise<(cell: Cell) => number> => {
  const at = (cell: Cell) => `cell ${sql.tenant} ${campaign} ${cellKey(cell)}`
  const found = new Map<string, number>()
  const unknown = new Map<string, Cell>()
  for (const cell of wanted) {
    const known = sql.memory.get(at(cell))
    if (typeof known === 'number') found.set(at(cell), known)
    else unknown.set(at(cell), cell)
  }
  if (unknown.size > 0) {
    for (const { made, cell_id, ...cell } of await intern(sql, campaign, [...unknown.values()])) {
      found.set(at(cell), cell_id)
      if (!made) sql.memory.set(at(cell), cell_id)
    }
  }
  return (cell) => {
    const id = found.get(at(cell))
    if (id === undefined) throw new Error(`cell was not interned: ${cellKey(cell)}`)
    return id
  }
}

const intern = (sql: Sql, campaign: CampaignId, cells: readonly Cell[]): Promise<(Cell & { cell_id: number; made: boolean })[]> => {
  const given = columns(3, types, cells)
  const same =
    'c.tenant_id = $1 and c.campaign_id = $2 and (c.indicator, c.axis, c.grain, c.period, c.pending) = (x.indicator, x.axis, x.grain, x.period, x.pending)'
  return sql.rows(
    `with wanted as (select * from ${given.from}),
     made as (
       insert into cell (tenant_id, campaign_id, ${given.names}) select $1, $2, x.* from wanted x
       where not exists (select from cell c where ${same}) returning cell_id, ${given.names})
     select *, true as made from made
     union all
     select c.cell_id, c.indicator, c.axis, c.grain, c.period, c.pending, false from wanted x join cell c on ${same}`,
    [campaign, ...given.values],
  )
}
