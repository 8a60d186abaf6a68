import type { TenantId } from '#kit/id.ts'
import { type Language, say } from '#kit/text.ts'
import { shapeOf } from '#register/column.ts'
import type { Sheet } from '#register/shape.ts'
import { type Format, types } from '#sheet/template.ts'
import { type WrittenRow, writeSheet } from '#sheet/write.ts'
import type { Store } from '../store.ts'

const page = 2000

/** A sheet of the register as it is on a day, as a file that imports again without changing anything. The bytes are made as they are taken. */
export const exportFile = (
  store: Store,
  tenant: TenantId,
  sheet: Sheet,
  on: string,
  format: Format,
  language: Language,
): { readonly name: string; readonly type: string; readonly bytes: AsyncIterable<Uint8Array> } => ({
  name: `${say(shapeOf(sheet).title, language)}-${on}.${format}`,
  type: types[format],
  bytes: writeSheet(sheet, rowsOf(store, tenant, sheet, on), format, language),
})

async function* rowsOf(store: Store, tenant: TenantId, sheet: Sheet, on: string): AsyncGenerator<WrittenRow> {
  let after: string | null = null
  do {
    const { rows, next }: { readonly rows: readonly WrittenRow[]; readonly next: string | null } = await store.read(tenant, (db) =>
      db.register.sheet(sheet, on, after, page),
    )
    yield* rows
    after = next
  } while (after !== null)
}
