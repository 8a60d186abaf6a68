import { type Column, type Page, columnKey, pageKey } from '#figure/tally.ts'
import type { CampaignId } from '#kit/id.ts'
import { columns } from '../columns.ts'
import type { Sql } from '../sql.ts'
import { numbersOf } from './numbers.ts'

/*
 * What tallies are of is named once and known by a small number: the page they stand on, the column they stand in.
 * Needs the campaign's lock.
 */

/** Numbers of pages, making those that are new. */
export const pageIds = async (sql: Sql, campaign: CampaignId, wanted: readonly Page[]): Promise<(page: Page) => number> => {
  const id = await numbers(sql, campaign, 'page', { axis: 'text', grain: 'text', period: 'date' }, byKey(wanted, pageKey))
  return (page) => id(pageKey(page))
}

/** Numbers of columns, making those that are new. */
export const columnIds = async (sql: Sql, campaign: CampaignId, wanted: readonly Column[]): Promise<(column: Column) => number> => {
  const id = await numbers(sql, campaign, 'column', { indicator: 'text', pending: 'boolean' }, byKey(wanted, columnKey))
  return (column) => id(columnKey(column))
}

const byKey = <T>(list: readonly T[], key: (one: T) => string): ReadonlyMap<string, T> => new Map(list.map((one) => [key(one), one]))

type Named = Readonly<Record<string, string | boolean>>

const numbers = async (
  sql: Sql,
  campaign: CampaignId,
  what: 'page' | 'column',
  types: Readonly<Record<string, string>>,
  wanted: ReadonlyMap<string, Named>,
): Promise<(key: string) => number> => {
  const known = numbersOf(sql, `${what} ${campaign}`)
  const unknown = [...wanted].filter(([key]) => known.get(key) === undefined)
  if (unknown.length > 0) {
    const rows = await make(
      sql,
      campaign,
      what,
      types,
      unknown.map(([, row]) => row),
    )
    // Rows come back in the order in which they were asked for.
    rows.forEach(({ made, id }, i) => known.set(unknown[i]?.[0] ?? '', id, made))
  }
  return (key) => {
    const id = known.get(key)
    if (id === undefined) throw new Error(`${what} was not interned: ${key}`)
    return id
  }
}

const make = (
  sql: Sql,
  campaign: CampaignId,
  what: 'page' | 'column',
  types: Readonly<Record<string, string>>,
  rows: readonly Named[],
): Promise<{ id: number; made: boolean }[]> => {
  const given = columns(3, types, rows)
  const names = Object.keys(types)
  const same = names.map((n) => `t.${n} = x.${n}`).join(' and ')
  return sql.rows(
    `with wanted as (select x.*, row_number() over () as n from ${given.from}),
     made as (
       insert into tally_${what} (tenant_id, campaign_id, ${given.names}) select $1, $2, ${names.map((n) => `x.${n}`).join(', ')} from wanted x
       where not exists (select from tally_${what} t where t.tenant_id = $1 and t.campaign_id = $2 and ${same}) returning ${what}_id, ${given.names})
     select coalesce(m.${what}_id, t.${what}_id) as id, m.${what}_id is not null as made
     from wanted x left join made m on ${same.replaceAll('t.', 'm.')}
       left join tally_${what} t on t.tenant_id = $1 and t.campaign_id = $2 and ${same} order by x.n`,
    [campaign, ...given.values],
  )
}
