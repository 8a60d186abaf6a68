import type { Actor } from '#access/actor.ts'
import type { ImportProgress, RegisterRead, RegisterWrite } from '#command/ports/register.ts'
import type { ImportView } from '#command/import-view.ts'
import type { Sql } from '../sql.ts'

const columns = `i.import_id as id, i.file, i.state, i.started_at as "startedAt", coalesce(a.name, '') as by, i.progress - 'name' as progress
  from import i left join account a on a.tenant_id = $1 and a.account_id = i.by_account where i.tenant_id = $1`

type Row = Omit<ImportView, keyof ImportProgress> & { readonly progress: ImportProgress }

const view = ({ progress, ...row }: Row): ImportView => ({ ...row, ...progress })

export const listImports =
  (sql: Sql): RegisterRead['imports'] =>
  async () =>
    (await sql.rows<Row>(`select ${columns} order by i.started_at desc, i.import_id desc limit 100`)).map(view)

export const importOf =
  (sql: Sql): RegisterRead['import'] =>
  async (id) => {
    const row = await sql.one<Row>(`select ${columns} and i.import_id = $2`, [id])
    return row === undefined ? undefined : view(row)
  }

export const importErrorsOf =
  (sql: Sql): RegisterRead['importErrors'] =>
  async (id) => {
    const row = await sql.one<{ name: string; bytes: Buffer }>(
      `select progress->>'name' as name, errors as bytes from import where tenant_id = $1 and import_id = $2 and errors is not null`,
      [id],
    )
    return row
  }

export const nothingYet: ImportProgress = {
  total: null,
  read: 0,
  added: 0,
  changed: 0,
  same: 0,
  refused: 0,
  sheets: [],
  ignored: [],
  fault: null,
  errors: [],
}

export const beginImport =
  (sql: Sql, by: Actor): RegisterWrite['beginImport'] =>
  async (id, file) => {
    await sql.rows(`insert into import (tenant_id, import_id, file, state, by_account, progress) values ($1, $2, $3, 'running', $4, $5)`, [
      id,
      file,
      by.account,
      nothingYet,
    ])
  }

export const noteImport =
  (sql: Sql): RegisterWrite['noteImport'] =>
  async (id, progress) => {
    await sql.rows('update import set progress = $3 where tenant_id = $1 and import_id = $2', [id, progress])
  }

export const endImport =
  (sql: Sql): RegisterWrite['endImport'] =>
  async (id, state, progress, errors) => {
    await sql.rows(
      'update import set state = $3, progress = $4, errors = $5, ended_at = clock_timestamp() where tenant_id = $1 and import_id = $2',
      [id, state, errors === null ? progress : { ...progress, name: errors.name }, errors === null ? null : Buffer.from(errors.bytes)],
    )
  }
