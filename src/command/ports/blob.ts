import type { Actor } from '#access/actor.ts'

export type BlobFact = { readonly sha256: string; readonly type: string; readonly size: number }
export type Blob = BlobFact & { readonly bytes: Uint8Array }

export type BlobRead = {
  bytes(sha256: string): Promise<Blob | undefined>
  /** Those of the named files that are stored. */
  have(sha256s: readonly string[]): Promise<readonly BlobFact[]>
}

export type BlobWrite = BlobRead & {
  readonly by: Actor
  /** Keeping the same bytes again changes nothing. */
  keep(blob: Blob): Promise<void>
}
