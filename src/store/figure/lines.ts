import { Decimal, plain } from '#kit/decimal.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import type { Sql } from '../sql.ts'
import type { Row } from './facts.ts'

type Column = { readonly id: number; readonly indicator: string; readonly pending: boolean }
type Line = { readonly org: OrgId; readonly columns: number[]; readonly sums: string; readonly facts: number[] }

/**
 * The tallies of months one by one, of some indicators only: from lines with dozens of columns those that are asked for. `$3` indicators;
 * gives first, path_id, indicator, pending, value, facts.
 */
export const monthsOf = (periods: string): string => `
  select g.period as first, t.path_id, k.indicator, k.pending, t.sums[i.at] as value, t.facts[i.at] as facts
  from tally_page g join tally t on t.tenant_id = $1 and t.page_id = g.page_id
    join tally_column k on k.tenant_id = $1 and k.campaign_id = $2 and k.indicator = any($3::text[])
    cross join lateral (select array_position(t.columns, k.column_id) as at offset 0) i
  where g.tenant_id = $1 and g.campaign_id = $2 and g.grain = 'month' and g.axis = 'org' and i.at is not null and ${periods}`

/** All-time tallies of many orgs, each with all below it: a thousand units are a thousand lines, added up here. */
export const rowsByOrg = async (
  sql: Sql,
  campaign: CampaignId,
  orgs: readonly OrgId[],
  indicators: ReadonlySet<string>,
): Promise<ReadonlyMap<OrgId, readonly Row[]>> => {
  const [columns, lines] = await Promise.all([
    sql.rows<Column>(`select column_id as id, indicator, pending from tally_column where tenant_id = $1 and campaign_id = $2`, [campaign]),
    sql.rows<Line>(
      `with ways as (select p.path_id, node as org from path p, unnest(p.nodes) node where p.tenant_id = $1 and p.axis = 'org' and node = any($3::uuid[]))
       select w.org, t.columns, t.sums::text, t.facts from tally_page g join tally t using (tenant_id, page_id) join ways w using (path_id)
       where g.tenant_id = $1 and g.campaign_id = $2 and g.grain = 'all' and g.axis = 'org'`,
      [campaign, orgs],
    ),
  ])
  const known = new Map(columns.filter((c) => indicators.has(c.indicator)).map((c) => [c.id, c]))
  const byOrg = new Map<OrgId, Map<number, Row>>()
  for (const line of lines) {
    const rows = byOrg.get(line.org) ?? new Map<number, Row>()
    byOrg.set(line.org, rows)
    addLine(rows, line, known)
  }
  return new Map([...byOrg].map(([org, rows]) => [org, [...rows.values()]]))
}

const addLine = (rows: Map<number, Row>, line: Line, columns: ReadonlyMap<number, Column>): void => {
  const sums = line.sums.slice(1, -1).split(',')
  line.columns.forEach((id, n) => {
    const [value = '0', facts = 0, column, before] = [sums[n], line.facts[n], columns.get(id), rows.get(id)]
    if (column === undefined) return
    const { indicator, pending } = column
    if (before === undefined) rows.set(id, { indicator, pending, value, facts })
    else rows.set(id, { ...before, value: plain(new Decimal(before.value).plus(value)), facts: before.facts + facts })
  })
}
