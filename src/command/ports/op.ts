import type { Actor } from '#access/actor.ts'
import type { OpId } from '#kit/id.ts'

/** One carrying-out of a command: its id comes from whoever asks, so that asking again is the same op. */
export type Op = {
  readonly id: OpId
  readonly command: string
  /** What it is about, for the audit: a record, bulletin, campaign, account … */
  readonly about: string | null
  /** SHA-256 over the command's name and its canonical input, without secrets. */
  readonly hash: Uint8Array
}

/** What was carried out under an id before. */
export type Past = {
  readonly command: string
  readonly account: string | null
  /** Hexadecimal. */
  readonly hash: string
  readonly answer: unknown
}

export type OpWrite = {
  /** Which of these ops were carried out before. For many at once, under a lock of the caller's. */
  past(ops: readonly OpId[]): Promise<ReadonlyMap<OpId, Past>>
  /** Keeps many ops with their answers. */
  keep(ops: readonly (Op & { readonly by: Actor; readonly answer: unknown })[]): Promise<void>
  /**
   * Takes the op's place, waiting for another transaction that is carrying out the same one.
   * @returns the stored answer if it was carried out before
   * @throws Fault 409.1 when the id was used for something else or by somebody else
   */
  begin(op: Op): Promise<{ readonly answer: unknown } | undefined>
  answered(op: OpId, answer: unknown): Promise<void>
}
