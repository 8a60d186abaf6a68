import type { QuotaRead } from '#command/ports/quota.ts'
import type { FigureRecord } from '#command/views.ts'
import type { Sql } from '../sql.ts'
import { deedValues, deedsBy } from './deeds.ts'

/** What stands behind a quota's number. What is counted once stands with the last record that counts it, so that they add up; `value` is the assignee's whole part of it. */
export const records =
  (sql: Sql): QuotaRead['records'] =>
  async (ask, indicator, limit) => {
    if (ask.ranges.length === 0) return []
    return sql.rows<FigureRecord>(
      `with ${deedsBy(ask.who, 2)},
       row as (
         select record_id, max(day) as day, count(*)::numeric as value, pending from (
           select distinct on (key) key, record_id, day, pending from deed where $11 and indicator = $10 and period = 0 order by key, pending, day desc, record_id desc) last
         group by record_id, pending
         union all
         select record_id, max(day), sum(case when $12 then value / parts else value end), bool_and(pending) from deed where not $11 and indicator = $10 and period = 0 group by record_id)
       select r.campaign_id as campaign, x.record_id as record, r.version, r.sort, r.kind, x.day, coalesce(o.name, '') as "orgName", trim_scale(round(x.value, 6))::text as value, null as key, r.gist, x.pending
       from row x join record r on r.tenant_id = $1 and r.record_id = x.record_id
       left join lateral (select name from org_term t where t.tenant_id = $1 and t.org_id = r.org_id order by valid_from desc limit 1) o on true
       order by x.day desc, x.record_id desc limit $13`,
      [...deedValues(ask), indicator, ask.distinct.includes(indicator), ask.joint === 'split', limit],
    )
  }
