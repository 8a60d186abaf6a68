import { callsOf } from '#figure/call.ts'
import type { CampaignId } from '#kit/id.ts'
import type { RecordVersion } from '#record/shape.ts'
import { columns } from '../columns.ts'
import type { Sql } from '../sql.ts'

const types = {
  record: 'uuid',
  version: 'int',
  subject: 'uuid',
  kind: 'text',
  day: 'date',
  org: 'uuid',
  people: 'smallint',
  pending: 'boolean',
} as const

/** Closes whom the versions before visited and opens whom these do: at most two statements for a batch, none where nobody is or was visited. */
export const saveCalls = (sql: Sql, campaign: CampaignId, versions: readonly RecordVersion[], at: string): void => {
  const later = versions.filter((v) => v.sort === 'activity' && v.version > 1).map((v) => v.record)
  if (later.length > 0)
    sql.send(`update call set closed_at = $3 where tenant_id = $1 and record_id = any($2::uuid[]) and closed_at is null`, [later, at])
  const calls = versions.flatMap(callsOf)
  if (calls.length === 0) return
  const given = columns(4, types, calls)
  sql.send(
    `insert into call (tenant_id, campaign_id, opened_at, record_id, version, subject_id, kind, day, org_id, people, pending)
     select $1, $2, $3, x.record, x.version, x.subject, x.kind, x.day, x.org, x.people, x.pending from ${given.from}`,
    [campaign, at, ...given.values],
  )
}
