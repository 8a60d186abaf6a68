import type { QuotaRead } from '#command/ports/quota.ts'
import type { FigureRecord } from '#command/views.ts'
import type { Sql } from '../sql.ts'
import { deedValues, deedsBy } from './deeds.ts'

/** What stands behind a quota's number. Of what is counted once, the last record for each; `value` is the assignee's whole part of it. */
export const records =
  (sql: Sql): QuotaRead['records'] =>
  async (ask, indicator, limit) => {
    if (ask.ranges.length === 0) return { rows: [], next: null }
    const rows = await sql.rows<FigureRecord>(
      `with ${deedsBy(ask.who, 2)},
       row as (
         (select distinct on (key) record_id, day, 1::numeric as value, key, pending from deed where $11 and indicator = $10 and period = 0 order by key, pending, day desc, record_id desc)
         union all
         select record_id, max(day), sum(case when $12 then value / parts else value end), null, bool_and(pending) from deed where not $11 and indicator = $10 and period = 0 group by record_id)
       select x.record_id as record, r.version, r.sort, r.kind, x.day, coalesce(o.name, '') as "orgName", trim_scale(round(x.value, 6))::text as value, x.key, r.gist, x.pending
       from row x join record r on r.tenant_id = $1 and r.record_id = x.record_id
       left join lateral (select name from org_term t where t.tenant_id = $1 and t.org_id = r.org_id order by valid_from desc limit 1) o on true
       order by x.day desc, x.record_id desc, x.key limit $13`,
      [...deedValues(ask), indicator, ask.distinct.includes(indicator), ask.joint === 'split', limit],
    )
    return { rows, next: null }
  }
