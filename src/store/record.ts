import type { Actor } from '#access/actor.ts'
import type { Current, RecordFilter, RecordRead, RecordWrite, Sight } from '#command/ports/record.ts'
import type { Page, RecordRow, VersionView } from '#command/views.ts'
import type { RecordId } from '#kit/id.ts'
import { apply, foresee } from './record/apply.ts'
import { handedInBelow } from './record/below.ts'
import { creditAll } from './record/credit-all.ts'
import { lock, lockThese } from './record/lock.ts'
import { naming } from './record/naming.ts'
import { written } from './record/written.ts'
import type { Sql } from './sql.ts'

export const recordRead = (sql: Sql): RecordRead => ({
  list: (filter, sight) => list(sql, filter, sight),
  current: (record, sight) => current(sql, record, sight),
  existing: async (records, campaign) => {
    if (records.length === 0) return new Set()
    const rows = await sql.rows<{ id: string }>(
      `select record_id as id from record where tenant_id = $1 and record_id = any($2::uuid[]) and campaign_id = $3`,
      [records, campaign],
    )
    return new Set(rows.map((r) => r.id))
  },
  written: (records) => written(sql, records),
  history: (record) => history(sql, record),
  naming: naming(sql),
})

export const recordWrite = (sql: Sql, _by: Actor): RecordWrite => ({
  ...recordRead(sql),
  lock: async (campaign) => (await lock(sql, campaign))?.version,
  lockThese: (campaigns) => lockThese(sql, campaigns),
  foresee: (campaign, changes) => foresee(sql, campaign, changes),
  apply: (campaign, changes) => apply(sql, campaign, changes),
  creditAll: (campaign, indicators, schemeOf) => creditAll(sql, campaign, indicators, schemeOf),
})

const inSight = (orgs: string, account: string) => `(r.org_path && ${orgs}::uuid[] or r.by_account = ${account}::uuid)`

const orderOf = ({ oldest }: RecordFilter) =>
  oldest ? { by: 'r.at', sign: '>', way: 'asc', cursor: 'timestamptz' } : { by: 'r.day', sign: '<', way: 'desc', cursor: 'date' }

const list = async (sql: Sql, f: RecordFilter, sight: Sight): Promise<Page<RecordRow>> => {
  const [cursor, cursorId] = f.after?.split('|') ?? []
  const order = orderOf(f)
  const rows = await sql.rows<RecordRow & { cursor: string }>(
    `select r.record_id as id, r.campaign_id as campaign, r.sort, r.kind, r.state, r.version, r.day, r.org_id as org, o.name as "orgName",
       coalesce(p.name, '') as "placeName", r.gist, r.closed, r.by_name as by, r.at, r.flags, ${order.by}::text as cursor
     from record r
     left join lateral (select name from org_term t where t.tenant_id = $1 and t.org_id = r.org_id order by valid_from desc limit 1) o on true
     left join lateral (select name from place_term t where t.tenant_id = $1 and t.place_id = r.place_id order by valid_from desc limit 1) p on true
     where r.tenant_id = $1 and r.campaign_id = $2 and ${inSight('$3', '$4')}
       and ($5::text is null or r.sort = $5) and ($6::text is null or r.kind = $6) and ($7::text is null or r.state = $7)
       and ($8::uuid is null or (r.org_path @> array[$8::uuid] and r.org_id = any($20::uuid[]))) and ($9::uuid is null or r.place_id = $9) and ($10::date is null or r.day >= $10) and ($11::date is null or r.day <= $11)
       and ($12::text is null or r.gist ilike '%' || $12 || '%') and ($13::boolean is null or r.closed = $13) and (not $14::boolean or r.by_account = $4)
       and (not $15::boolean or r.flags > 0) and ($16::uuid is null or r.raised_in = $16)
       and ($17::text is null or (${order.by}, r.record_id) ${order.sign} ($17::${order.cursor}, $18::uuid))
     order by ${order.by} ${order.way}, r.record_id ${order.way} limit $19`,
    [
      f.campaign,
      sight.orgs,
      sight.account,
      f.sort ?? null,
      f.kind ?? null,
      f.state ?? null,
      f.org ?? null,
      f.place ?? null,
      f.from ?? null,
      f.to ?? null,
      like(f.q),
      f.closed ?? null,
      f.mine ?? false,
      f.flagged ?? false,
      f.raisedIn ?? null,
      cursor ?? null,
      cursorId ?? null,
      f.limit + 1,
      await handedInBelow(sql, f.org),
    ],
  )
  return pageOf(rows, f.limit)
}

const pageOf = (rows: readonly (RecordRow & { cursor: string })[], limit: number): Page<RecordRow> => {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit).map(({ cursor: _, ...row }) => row), next: last ? `${last.cursor}|${last.id}` : null }
}

const like = (q: string | undefined): string | null => (q ? q.replace(/[\\%_]/g, '\\$&') : null)

const current = async (sql: Sql, record: RecordId, sight: Sight): Promise<Current | undefined> =>
  sql.one<Current>(
    `select r.record_id as record, r.campaign_id as campaign, r.version, r.sort, r.kind, r.state, v.scheme_version as "schemeVersion", v.content, v.context, v.flags,
       r.by_account as by, r.closed
     from record r join record_version v on v.tenant_id = $1 and v.record_id = r.record_id and v.version = r.version
     where r.tenant_id = $1 and r.record_id = $2 and ${inSight('$3', '$4')}`,
    [record, sight.orgs, sight.account],
  )

const history = (sql: Sql, record: RecordId): Promise<VersionView[]> =>
  sql.rows<VersionView>(
    `select version, act, state, at, by_name as by, why, scheme_version as "schemeVersion", content
     from record_version where tenant_id = $1 and record_id = $2 order by version desc`,
    [record],
  )
