import type { Actor } from '#access/actor.ts'
import type { DraftRead, DraftWrite, StoredDraft } from '#command/ports/draft.ts'
import type { Saved } from '#command/draft/views.ts'
import type { DraftId } from '#kit/id.ts'
import type { Sql } from './sql.ts'

const head = `draft_id as id, name, campaign_id as campaign, base, version, author_account as "authorAccount", author_name as author, by_account as "byAccount",
  by_name as by, at, dropped_at is not null as dropped`

/** What was dropped stays to be had again for so long. */
const kept = `interval '90 days'`

export const draftRead = (sql: Sql): DraftRead => ({
  list: (dropped) =>
    sql.rows(
      `select ${head} from draft where tenant_id = $1 and (dropped_at is not null) = $2 and coalesce(dropped_at, now()) > now() - ${kept} order by at desc limit 200`,
      [dropped],
    ),
  find: (draft) => find(sql, draft),
})

const find = (sql: Sql, draft: DraftId): Promise<StoredDraft | undefined> =>
  sql.one<StoredDraft>(`select ${head}, source, files from draft where tenant_id = $1 and draft_id = $2`, [draft])

const saved = 'returning draft_id as id, version, at'

export const draftWrite = (sql: Sql, by: Actor): DraftWrite => ({
  ...draftRead(sql),
  hold: async (draft) => {
    await sql.rows('select 1 from draft where tenant_id = $1 and draft_id = $2 for update', [draft])
    return find(sql, draft)
  },
  begin: async (draft, { name, campaign, base, source, files }) =>
    one(
      await sql.rows<Saved>(
        `insert into draft (tenant_id, draft_id, name, campaign_id, base, source, files, version, author_account, author_name, by_account, by_name)
         values ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9, $8, $9) ${saved}`,
        [draft, name, campaign, base, source, JSON.stringify(files), by.account, by.name],
      ),
    ),
  save: async (draft, { source, files }) =>
    one(
      await sql.rows<Saved>(
        `update draft set source = $3, files = $4, version = version + 1, by_account = $5, by_name = $6, at = clock_timestamp(), dropped_at = null
         where tenant_id = $1 and draft_id = $2 ${saved}`,
        [draft, source, JSON.stringify(files), by.account, by.name],
      ),
    ),
  rename: async (draft, name) => void (await sql.rows('update draft set name = $3 where tenant_id = $1 and draft_id = $2', [draft, name])),
  drop: async (draft, dropped) =>
    void (await sql.rows(`update draft set dropped_at = case when $3 then clock_timestamp() end where tenant_id = $1 and draft_id = $2`, [
      draft,
      dropped,
    ])),
})

const one = (rows: readonly Saved[]): Saved => {
  const [row] = rows
  if (row === undefined) throw new Error('a draft that was held is gone')
  return row
}
