import type { RecordRead } from '#command/ports/record.ts'
import type { RecordRow } from '#command/views.ts'
import type { Sql } from '../sql.ts'

/** Records of every campaign whose present version names the subject, newest first. */
export const naming =
  (sql: Sql): RecordRead['naming'] =>
  (subject, sight, limit) =>
    sql.rows<RecordRow>(
      `select r.record_id as id, r.campaign_id as campaign, r.sort, r.kind, r.state, r.version, r.day, r.org_id as org, o.name as "orgName",
       coalesce(p.name, '') as "placeName", r.gist, r.closed, r.by_name as by, r.at, r.flags
     from record_version v
     join record r on r.tenant_id = $1 and r.record_id = v.record_id and r.version = v.version
     left join lateral (select name from org_term t where t.tenant_id = $1 and t.org_id = r.org_id order by valid_from desc limit 1) o on true
     left join lateral (select name from place_term t where t.tenant_id = $1 and t.place_id = r.place_id order by valid_from desc limit 1) p on true
     where v.tenant_id = $1 and v.content -> 'subjects' @> jsonb_build_array($2::text) and v.content -> 'subjects' <> '[]'::jsonb
       and (r.org_path && $3::uuid[] or r.by_account = $4::uuid)
     order by r.day desc, r.record_id desc limit $5`,
      [subject, sight.orgs, sight.account, limit],
    )
