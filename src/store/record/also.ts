import { presence } from '#figure/tally.ts'
import type { Fact } from '#figure/shape.ts'
import type { Change } from '#command/ports/record.ts'
import type { CampaignId } from '#kit/id.ts'
import type { State } from '#record/shape.ts'
import { columns } from '../columns.ts'
import type { Sql } from '../sql.ts'

/* Records that count in other campaigns as well: kept beside the record, so that those campaigns know whose records they count. */

/** A fact of one campaign. */
export type Of = { readonly campaign: CampaignId; readonly fact: Fact }

/** How the records counted in other campaigns until now; unless it is said anew (saveThere), they do no longer. */
export const presencesThere = async (sql: Sql, records: readonly string[]): Promise<readonly Of[]> => {
  type Row = { campaign: CampaignId; kind: string; state: State; day: string; org_path: string[] }
  const rows = await sql.hot<Row>(
    `with before as (select also_id, record_id, kind, state, day, org_path from also_record where tenant_id = $1 and record_id = any($2::uuid[])),
       gone as (update also_record a set state = 'withdrawn' from before b where a.tenant_id = $1 and a.also_id = b.also_id and a.record_id = b.record_id)
     select also_id as campaign, kind, state, day, org_path from before`,
    [records],
  )
  return rows.flatMap(({ campaign, ...r }) => {
    const fact = presence(r.kind, r.state, r.day, r.org_path)
    return fact ? [{ campaign, fact }] : []
  })
}

export const presentThere = ({ also = [] }: Change): readonly Of[] =>
  also.flatMap(({ campaign, version: v }) => {
    const path = v.context.org.map((n) => n.id)
    const fact = presence(v.kind, v.state, v.content.day, path)
    return fact ? [{ campaign, fact }] : []
  })

export const factsThere = ({ also = [] }: Change): readonly Of[] =>
  also.flatMap(({ campaign, facts }) => facts.map((fact) => ({ campaign, fact })))

const types = {
  also_id: 'uuid',
  record_id: 'uuid',
  kind: 'text',
  state: 'text',
  day: 'date',
  way: 'text',
  place_id: 'uuid',
} as const

/** Keeps where the records count now. */
export const saveThere = (sql: Sql, changes: readonly Change[]): void => {
  const rows = changes.flatMap(({ also = [] }) =>
    also.map(({ campaign, version: v }) => ({
      also_id: campaign,
      record_id: v.record,
      kind: v.kind,
      state: v.state,
      day: v.content.day,
      way: v.context.org.map((n) => n.id).join('/'),
      place_id: v.content.place,
    })),
  )
  if (rows.length === 0) return
  const given = columns(2, types, rows)
  sql.send(
    `insert into also_record (tenant_id, also_id, record_id, kind, state, day, org_path, place_id)
     select $1, also_id, record_id, kind, state, day, string_to_array(way, '/')::uuid[], place_id from ${given.from}
     on conflict (tenant_id, also_id, record_id) do update set kind = excluded.kind, state = excluded.state, day = excluded.day, org_path = excluded.org_path, place_id = excluded.place_id`,
    given.values,
  )
}
