import type { Actor } from '#access/actor.ts'
import type { NewNotice, NoticeRead, NoticeWrite, StoredNotice, StoredStep } from '#command/ports/notice.ts'
import type { NoticeId } from '#kit/id.ts'
import type { Sql } from './sql.ts'

const columns = `n.notice_id as id, n.campaign_id as campaign, n.number, n.org_id as org, n.team_id as team, g.name as "teamName", n.office_id as office, n.title, n.asks, n.files, n.grade, n.state, n.version,
  n.issued_on as "issuedOn", n.receive_by as "receiveBy", n.due, n.received_on as "receivedOn", n.answered_on as "answeredOn", n.extensions, n.asked, n.late,
  n.by_name as by, n.at, coalesce(o.name, '') as "orgName",
  array(select s.step from notice_step s where s.tenant_id = $1 and s.notice_id = n.notice_id and s.step is not null order by s.version) as noted`
const named = `left join lateral (select name from org_term t where t.tenant_id = $1 and t.org_id = n.org_id order by valid_from desc limit 1) o on true left join team g on g.tenant_id = $1 and g.team_id = n.team_id`

export const noticeRead = (sql: Sql): NoticeRead => ({
  list: (campaign, orgs) =>
    sql.rows<StoredNotice>(
      `select ${columns} from notice n ${named} where n.tenant_id = $1 and n.campaign_id = $2 and n.org_id = any($3::uuid[]) order by n.number desc`,
      [campaign, orgs],
    ),
  ofTeam: (campaign, team) =>
    sql.rows<StoredNotice>(
      `select ${columns} from notice n ${named} where n.tenant_id = $1 and n.campaign_id = $2 and n.team_id = $3 order by n.number desc`,
      [campaign, team],
    ),
  find: (notice) => find(sql, notice),
  steps: (notice) =>
    sql.rows<StoredStep>(
      `select version, act, on_ as on, until, step, note, files, by_name as by, at from notice_step where tenant_id = $1 and notice_id = $2 order by version`,
      [notice],
    ),
  acts: async (campaign, orgs, from, to) => {
    const rows = await sql.rows<{ act: StoredStep['act']; n: number }>(
      `select s.act, count(*)::int as n from notice n join notice_step s using (tenant_id, notice_id)
       where n.tenant_id = $1 and n.campaign_id = $2 and n.org_id = any($3::uuid[]) and s.on_ between $4 and $5 group by s.act`,
      [campaign, orgs, from, to],
    )
    return Object.fromEntries(rows.map((r) => [r.act, r.n]))
  },
})

const find = (sql: Sql, notice: NoticeId): Promise<StoredNotice | undefined> =>
  sql.one<StoredNotice>(`select ${columns} from notice n ${named} where n.tenant_id = $1 and n.notice_id = $2`, [notice])

export const noticeWrite = (sql: Sql, by: Actor): NoticeWrite => ({
  ...noticeRead(sql),
  hold: async (notice) => {
    await sql.rows(`select 1 from notice where tenant_id = $1 and notice_id = $2 for update`, [notice])
    return find(sql, notice)
  },
  issue: (notice) => issue(sql, by, notice),
  take: async (notice, n, step) => {
    await sql.rows(
      `update notice set state = $3, version = $4, due = $5, received_on = $6, answered_on = $7, extensions = $8, asked = $9, late = $10
       where tenant_id = $1 and notice_id = $2`,
      [notice, n.state, n.version, n.due, n.receivedOn, n.answeredOn, n.extensions, n.asked, n.late],
    )
    await addStep(sql, by, notice, { ...step, version: n.version })
  },
})

const issue = async (
  sql: Sql,
  by: Actor,
  { id, campaign, org, team, office, title, asks, files, standing: n }: NewNotice,
): Promise<void> => {
  // Two issues at once take their numbers one after the other.
  await sql.rows(`select 1 from campaign where tenant_id = $1 and campaign_id = $2 for no key update`, [campaign])
  await sql.rows(
    `insert into notice (tenant_id, notice_id, campaign_id, number, org_id, title, asks, files, grade, state, version, issued_on, receive_by, due, by_name, office_id, team_id)
     select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16 from notice where tenant_id = $1 and campaign_id = $3`,
    [
      id,
      campaign,
      org,
      title,
      asks,
      JSON.stringify(files),
      n.grade,
      n.state,
      n.version,
      n.issuedOn,
      n.receiveBy,
      n.due,
      by.name,
      office,
      team,
    ],
  )
  await addStep(sql, by, id, { version: 1, act: 'issue', on: n.issuedOn, until: n.due, step: null, note: '', files: [] })
}

const addStep = async (sql: Sql, by: Actor, notice: NoticeId, step: Omit<StoredStep, 'by' | 'at'>): Promise<void> => {
  await sql.rows(
    `insert into notice_step (tenant_id, notice_id, version, act, on_, until, step, note, files, by_account, by_name) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [notice, step.version, step.act, step.on, step.until, step.step, step.note, JSON.stringify(step.files), by.account, by.name],
  )
}
