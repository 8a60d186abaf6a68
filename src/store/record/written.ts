import type { Written } from '#command/ports/record.ts'
import type { RecordId } from '#kit/id.ts'
import type { Sql } from '../sql.ts'

type Row = Written & { readonly id: string }

const names = (table: 'person' | 'subject', list: string): string =>
  `array(select n.name from jsonb_array_elements_text(v.content -> '${list}') with ordinality i(id, at)
    join ${table} n on n.tenant_id = $1 and n.${table}_id = i.id::uuid order by i.at)`

/** What records say now, with the names of those in them. */
export const written = async (sql: Sql, records: readonly RecordId[]): Promise<ReadonlyMap<string, Written>> => {
  if (records.length === 0) return new Map()
  const rows = await sql.rows<Row>(
    `select r.record_id as id, v.content, ${names('person', 'participants')} as participants, ${names('subject', 'subjects')} as subjects
     from record r join record_version v on v.tenant_id = $1 and v.record_id = r.record_id and v.version = r.version
     where r.tenant_id = $1 and r.record_id = any($2::uuid[])`,
    [records],
  )
  return new Map(rows.map(({ id, ...said }) => [id, said]))
}
