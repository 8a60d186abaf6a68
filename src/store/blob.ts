import type { Actor } from '#access/actor.ts'
import type { Blob, BlobFact, BlobRead, BlobWrite } from '#command/ports/blob.ts'
import type { Sql } from './sql.ts'

export const blobRead = (sql: Sql): BlobRead => ({
  bytes: (sha256) => sql.one<Blob>('select sha256, type, size, bytes from blob where tenant_id = $1 and sha256 = $2', [sha256]),
  have: (sha256s) => sql.rows<BlobFact>('select sha256, type, size from blob where tenant_id = $1 and sha256 = any($2)', [sha256s]),
})

export const blobWrite = (sql: Sql, by: Actor): BlobWrite => ({
  ...blobRead(sql),
  by,
  keep: async (blob) => {
    await sql.rows(
      'insert into blob (tenant_id, sha256, type, size, bytes, by_account) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
      [blob.sha256, blob.type, blob.size, Buffer.from(blob.bytes.buffer, blob.bytes.byteOffset, blob.bytes.byteLength), by.account],
    )
  },
})
