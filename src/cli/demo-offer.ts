import type { TenantId } from '#kit/id.ts'
import { poolOf } from '#store/sql.ts'
import { offer } from './demo-loader.ts'

/** An address with a password must not stand among a process's arguments, where everybody can read it: it is sent. */
export type Asked = { readonly url: string; readonly tenant: TenantId }
export type Offered = { readonly first: string | null }

/* A process that says to a tenant which demos the campaigns folder has, and answers with the key of the one for a first start. */

process.once('disconnect', () => process.exit(1))
process.once('message', ({ url, tenant }: Asked) => void answer(url, tenant))

const answer = async (url: string, tenant: TenantId): Promise<void> => {
  const pool = poolOf(url, 1)
  const groups = await offer(pool, tenant)
  await pool.end()
  const offered: Offered = { first: groups.find((g) => g.first)?.key ?? null }
  process.send?.(offered, () => process.exit(0))
}
