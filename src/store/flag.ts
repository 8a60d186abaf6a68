import type { Actor } from '#access/actor.ts'
import type { FlagRow, FlagVerdict, Verdict } from '#command/flag/views.ts'
import type { Page } from '#command/views.ts'
import type { FlagFilter, FlagRead, FlagWrite } from '#command/ports/flag.ts'
import type { Sight } from '#command/ports/record.ts'
import type { OrgId } from '#kit/id.ts'
import type { Sql } from './sql.ts'

export const flagRead = (sql: Sql): FlagRead => ({
  list: (filter, sight) => list(sql, filter, sight),
  verdicts: (record) =>
    sql.rows<FlagVerdict>(
      `select rule, version, verdict, why, by_name as by, at from flag_verdict where tenant_id = $1 and record_id = $2 order by at desc, turn desc`,
      [record],
    ),
  waiting: async (campaign, orgs) => {
    const rows = await sql.rows<{ org: OrgId; n: number }>(
      `${flagged} select node as org, count(*)::int as n from flagged f ${judged}, unnest(f.org_path) node where j.verdict is null and node = any($3::uuid[]) group by node`,
      [campaign, orgs],
    )
    return new Map(rows.map((r) => [r.org, r.n]))
  },
  judged: async (campaign, org, from, to) => {
    const rows = await sql.rows<{ verdict: Verdict; n: number }>(
      `select j.verdict, count(*)::int as n from flag_verdict j join record r using (tenant_id, record_id)
       where j.tenant_id = $1 and r.campaign_id = $2 and r.org_path @> array[$3::uuid]
         and (j.at at time zone (select zone from tenant where tenant_id = $1))::date between $4 and $5 group by j.verdict`,
      [campaign, org, from, to],
    )
    return { fine: 0, not_fine: 0, ...Object.fromEntries(rows.map((r) => [r.verdict, r.n])) }
  },
})

/** Flags of the records that count, with the version from which on they say what they say now: a verdict of an earlier one is of other words. */
const flagged = `with flagged as (
  select r.*, flag.value->>'rule' as rule, flag.value->'says' as says,
    (select max(c.version) from record_version c where c.tenant_id = $1 and c.record_id = r.record_id and c.act in ('submit', 'correct')) as since
  from record r join record_version v on v.tenant_id = $1 and v.record_id = r.record_id and v.version = r.version cross join jsonb_array_elements(v.flags) flag
  where r.tenant_id = $1 and r.campaign_id = $2 and r.flags > 0 and r.state in ('submitted', 'accepted'))`

const judged = `left join lateral (
  select version, verdict, why, by_name, at from flag_verdict x
  where x.tenant_id = $1 and x.record_id = f.record_id and x.rule = f.rule and x.version >= f.since order by turn desc limit 1) j on true`

type Row = Omit<FlagRow, 'verdict'> & { verdict: Verdict | null; judgedVersion: number; why: string; judgedBy: string; judgedAt: string }

const list = async (sql: Sql, filter: FlagFilter, sight: Sight): Promise<Page<FlagRow>> => {
  const [day, record, rule] = filter.after?.split('|') ?? []
  const rows = await sql.rows<Row>(
    `${flagged}
     select f.record_id as record, f.version, f.campaign_id as campaign, f.sort, f.kind, f.day, f.org_id as org, coalesce(o.name, '') as "orgName", f.gist, f.by_name as by,
       f.rule, f.says, f.by_account = $4::uuid as own, j.verdict, j.version as "judgedVersion", j.why, j.by_name as "judgedBy", j.at as "judgedAt"
     from flagged f ${judged}
     left join lateral (select name from org_term t where t.tenant_id = $1 and t.org_id = f.org_id order by valid_from desc limit 1) o on true
     where f.org_path && $3::uuid[] and ($5::text is null or f.rule = $5) and ($6::uuid is null or f.org_path @> array[$6::uuid])
       and ($7::text is null or coalesce(j.verdict, 'waiting') = $7)
       and ($8::date is null or (f.day, f.record_id, f.rule) < ($8::date, $9::uuid, $10::text))
     order by f.day desc, f.record_id desc, f.rule desc limit $11`,
    [
      filter.campaign,
      sight.orgs,
      sight.account,
      filter.rule ?? null,
      filter.org ?? null,
      filter.state ?? null,
      day ?? null,
      record ?? null,
      rule ?? null,
      filter.limit + 1,
    ],
  )
  const last = rows.length > filter.limit ? rows[filter.limit - 1] : undefined
  return { rows: rows.slice(0, filter.limit).map(rowOf), next: last ? `${last.day}|${last.record}|${last.rule}` : null }
}

const rowOf = ({ verdict, judgedVersion, why, judgedBy, judgedAt, ...row }: Row): FlagRow => ({
  ...row,
  verdict: verdict === null ? null : { rule: row.rule, version: judgedVersion, verdict, why, by: judgedBy, at: judgedAt },
})

export const flagWrite = (sql: Sql, by: Actor): FlagWrite => ({
  ...flagRead(sql),
  judge: async (record, { rule, version, verdict, why }) => {
    // Two who judge at once speak one after the other.
    await sql.rows(`select 1 from record where tenant_id = $1 and record_id = $2 for no key update`, [record])
    await sql.rows(
      `insert into flag_verdict (tenant_id, record_id, rule, turn, version, verdict, why, by_account, by_name)
       select $1, $2, $3, coalesce(max(turn), 0) + 1, $4, $5, $6, $7, $8 from flag_verdict where tenant_id = $1 and record_id = $2 and rule = $3`,
      [record, rule, version, verdict, why, by.account, by.name],
    )
  },
})
