import type { CampaignId } from '#kit/id.ts'
import type { Difference } from '#command/views.ts'
import type { Sql } from '../sql.ts'

/** The second way of knowing who was visited: from the versions of the records, in SQL, without the code that writes `call`. Rows are what differs. */
const differing = `with derived as (
  select v.record_id, v.version, s.id as subject_id, r.kind, (v.content ->> 'day')::date as day, (v.content ->> 'org')::uuid as org_id,
    jsonb_array_length(v.context -> 'participants') as people, v.state = 'submitted' as pending, v.at as opened_at,
    (select n.at from record_version n where n.tenant_id = $1 and n.record_id = v.record_id and n.version = v.version + 1) as closed_at
  from record r join record_version v on v.tenant_id = $1 and v.record_id = r.record_id
  cross join lateral (select distinct (x ->> 'id')::uuid as id from jsonb_array_elements(v.context -> 'subjects') x) s
  where r.tenant_id = $1 and r.campaign_id = $2 and r.sort = 'activity' and v.state in ('submitted', 'accepted')),
kept as (
  select record_id, version, subject_id, kind, day, org_id, people::int as people, pending, opened_at, closed_at from call where tenant_id = $1 and campaign_id = $2)
select concat_ws(' ', 'call', coalesce(d.record_id, k.record_id), 'version', coalesce(d.version, k.version), 'subject', coalesce(d.subject_id, k.subject_id)) as what,
  case when k.record_id is null then null else concat_ws(' ', k.kind, k.day, k.org_id, k.people, k.pending, k.opened_at, k.closed_at) end as stored,
  case when d.record_id is null then null else concat_ws(' ', d.kind, d.day, d.org_id, d.people, d.pending, d.opened_at, d.closed_at) end as derived
from derived d full join kept k using (record_id, version, subject_id)
where (d.kind, d.day, d.org_id, d.people, d.pending, d.opened_at, d.closed_at) is distinct from (k.kind, k.day, k.org_id, k.people, k.pending, k.opened_at, k.closed_at)
order by 1 limit 1000`

export const verifyCalls = (sql: Sql, campaign: CampaignId): Promise<Difference[]> => sql.rows<Difference>(differing, [campaign])
