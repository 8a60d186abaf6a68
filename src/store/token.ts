import { createHash, randomBytes } from 'node:crypto'
import { type TenantId, isId } from '#kit/id.ts'

/*
 * A token is the tenant's 16 bytes and 32 random ones, in base64url: 64 characters. The tenant stands in it so that
 * looking it up is a look into one tenant; the database keeps only the hash.
 */

export const newToken = (tenant: TenantId): string =>
  Buffer.concat([Buffer.from(tenant.replaceAll('-', ''), 'hex'), randomBytes(32)]).toString('base64url')

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** The tenant a token speaks of; undefined if it is no token. */
export const tenantOf = (token: string): TenantId | undefined => {
  if (!/^[A-Za-z0-9_-]{64}$/.test(token)) return undefined
  const hex = Buffer.from(token, 'base64url').subarray(0, 16).toString('hex')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return isId(id) ? (id as TenantId) : undefined
}
