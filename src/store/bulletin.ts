import { createHash } from 'node:crypto'
import type { Actor } from '#access/actor.ts'
import type { BulletinRead, BulletinWrite, StoredBulletin, Touch, Watch } from '#command/ports/bulletin.ts'
import type { StartAsk } from '#bulletin/shape.ts'
import type { BulletinId, OrgId } from '#kit/id.ts'
import type { Sql } from './sql.ts'

export const bulletinRead = (sql: Sql): BulletinRead => ({
  list: (campaign) =>
    sql.rows(
      `select bulletin_id as id, campaign_id as campaign, title, state, coalesce(moment, made_at) as at, coalesce(sealed_by, by_name) as by, org_id as org,
         coalesce(jsonb_array_length(derivations), (length(text_) - length(replace(text_, '{{', ''))) / 2) as figures
       from bulletin where tenant_id = $1 and ($2::uuid is null or campaign_id = $2 or campaigns @? ('$.* ? (@ == "' || $2 || '")')::jsonpath) order by made_at desc`,
      [campaign ?? null],
    ),
  find: (bulletin) => find(sql, bulletin, ''),
  started: (ask, asOf) => started(sql, ask, asOf),
  touched: (watches, since, limit) => touched(sql, watches, since, limit),
  digest: (text) => createHash('sha256').update(text).digest('hex'),
})

export const bulletinWrite = (sql: Sql, by: Actor): BulletinWrite => ({
  ...bulletinRead(sql),
  draft: async (b) => {
    await sql.rows(
      `insert into bulletin (tenant_id, bulletin_id, campaign_id, title, state, text_, campaigns, org_id, by_name) values ($1, $2, $3, $4, 'draft', $5, $6, $7, $8)`,
      [b.id, b.campaign, b.title, b.text, JSON.stringify(b.with), b.org, by.name],
    )
  },
  hold: (bulletin) => find(sql, bulletin, 'for update'),
  edit: async (bulletin, title, text) => {
    await sql.rows(
      `with kept as (insert into bulletin_edit (tenant_id, bulletin_id, by_name, text_) select $1, bulletin_id, $5, text_ from bulletin where tenant_id = $1 and bulletin_id = $2)
       update bulletin set title = $3, text_ = $4 where tenant_id = $1 and bulletin_id = $2 and state = 'draft'`,
      [bulletin, title, text, by.name],
    )
  },
  discard: async (bulletin) => {
    await sql.rows(`delete from bulletin_edit where tenant_id = $1 and bulletin_id = $2`, [bulletin])
    await sql.rows(`delete from bulletin where tenant_id = $1 and bulletin_id = $2 and state = 'draft'`, [bulletin])
  },
  freeze: async (campaigns) => {
    // The clock may have gone back since the last record was written, hence the newest record beside it.
    const row = await sql.one<{ moment: string }>(
      `with now as (
         select greatest(clock_timestamp(), max(c.sealed_at) + interval '1 microsecond', (select max(at) from record where tenant_id = $1 and campaign_id = any($2::uuid[]))) as moment
         from campaign c where c.tenant_id = $1 and c.campaign_id = any($2::uuid[]))
       update campaign set sealed_at = now.moment from now where tenant_id = $1 and campaign_id = any($2::uuid[]) returning now.moment`,
      [campaigns],
    )
    if (row === undefined) throw new Error('no campaign to freeze')
    return row.moment
  },
  seal: async (bulletin, { moment, document, derivations, seal }) => {
    await sql.rows(
      `update bulletin set state = 'sealed', moment = $3, sealed_by = $4, document = $5, derivations = $6, seal = $7 where tenant_id = $1 and bulletin_id = $2 and state = 'draft'`,
      [bulletin, moment, by.name, JSON.stringify(document), JSON.stringify(derivations), seal],
    )
  },
})

const find = (sql: Sql, bulletin: BulletinId, how: '' | 'for update'): Promise<StoredBulletin | undefined> =>
  sql.one<StoredBulletin>(
    `select bulletin_id as id, campaign_id as campaign, title, state, text_ as text, campaigns as with, org_id as org, made_at as "madeAt", by_name as by,
       moment, sealed_by as "sealedBy", document, derivations, seal
     from bulletin where tenant_id = $1 and bulletin_id = $2 ${how}`,
    [bulletin],
  )

/**
 * Records that have not changed since the moment answer for themselves; of the others the version of that moment does, with
 * the way to its org as it was then.
 */
const started = async (sql: Sql, ask: StartAsk, asOf: string): Promise<readonly OrgId[]> => {
  const rows = await sql.rows<{ org: OrgId }>(
    `with stood as (
       select org_path as path, day, state from record
       where tenant_id = $1 and campaign_id = $2 and at <= $3 and ($4::text[] = '{}' or kind = any($4))
       union all
       select a.org_path, a.day, a.state from also_record a join record r using (tenant_id, record_id)
       where a.tenant_id = $1 and a.also_id = $2 and r.at <= $3 and ($4::text[] = '{}' or a.kind = any($4))
       union all
       select array(select (n->>'id')::uuid from jsonb_array_elements(v.context->'org') n), (v.content->>'day')::date, v.state
       from record r
       join lateral (select content, context, state from record_version v where v.tenant_id = $1 and v.record_id = r.record_id and v.at <= $3 order by version desc limit 1) v on true
       where r.tenant_id = $1 and r.campaign_id = $2 and r.at > $3 and ($4::text[] = '{}' or r.kind = any($4))
       union all
       ${thereThen})
     select distinct node as org from stood, unnest(path) node where state in ('submitted', 'accepted') and ($5::date is null or day <= $5) and node = any($6::uuid[])`,
    [ask.campaign, asOf, ask.kinds, ask.by, ask.units],
  )
  return rows.map((r) => r.org)
}

/** The same of records of other campaigns that count in this one. */
const thereThen = `select array(select (n->>'id')::uuid from jsonb_array_elements(v.context->'org') n), (v.content->>'day')::date, v.state
       from also_record a join record r using (tenant_id, record_id)
       join lateral (select version, content, context, state from record_version v where v.tenant_id = $1 and v.record_id = r.record_id and v.at <= $3 order by version desc limit 1) v on true
       where a.tenant_id = $1 and a.also_id = $2 and r.at > $3 and ($4::text[] = '{}' or a.kind = any($4))
         and exists (select from jsonb_array_elements(v.context->'also') l where (l->>'campaign')::uuid = $2)`

const touched = (sql: Sql, watches: readonly Watch[], since: string, limit: number): Promise<Touch[]> =>
  sql.rows<Touch>(
    `with watch as (select * from jsonb_to_recordset($2::jsonb) as w(number int, campaign uuid, indicator text, org uuid, orgs uuid[], place uuid, "from" date, "to" date, pending boolean)),
     later as (select record_id, version, act, at, by_name from record_version where tenant_id = $1 and at > $3),
     touch as (
       select distinct w.number, l.record_id, l.act, l.at, l.by_name
       from later l
       join fact f on f.tenant_id = $1 and f.record_id = l.record_id and (f.recorded_at = l.at or f.retracted_at = l.at)
       join path o on o.tenant_id = $1 and o.path_id = f.org_path
       left join path p on p.tenant_id = $1 and p.path_id = f.place_path
       join watch w on w.campaign = f.campaign_id and w.indicator = f.indicator and (w.pending is null or w.pending = f.pending) and (w."from" is null or f.day >= w."from") and (w."to" is null or f.day <= w."to")
         and (w.org is null or o.nodes @> array[w.org]) and (w.orgs is null or o.nodes && w.orgs) and (w.place is null or p.nodes @> array[w.place])),
     counted as (select *, row_number() over (partition by number order by at desc, record_id) as n from touch)
     select number, record_id as record, act, at, by_name as by from counted where n <= $4 order by number, at desc, record_id`,
    [JSON.stringify(watches), since, limit],
  )
