import type { Writable } from 'node:stream'
import type { Store } from '#store/store.ts'

/** What the HTTP door stands in front of. */
export type House = {
  readonly store: Store
  /** Where people reach it, if not directly: https there makes the cookie `Secure`. */
  readonly publicUrl?: URL | undefined
  /** Folder of the built web app. */
  readonly web: string
  /** Believe X-Forwarded-For: only behind a proxy of one's own. */
  readonly trustProxy?: boolean
  /** Lines about defects and refusals, on the standard error unless told otherwise. */
  readonly log?: Writable | undefined
  readonly logLevel?: 'silent' | 'warn' | 'info'
}
