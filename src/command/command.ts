import type { z } from 'zod'
import type { Actor, Verdict } from '#access/actor.ts'
import type { Text } from '#kit/text.ts'
import type { Read, Write } from './ports.ts'

/** What comes in by the door: the quiet rooms have no clock and no dice of their own. */
export type World = {
  readonly actor: Actor
  /** Today where the tenant lives. */
  readonly today: string
  /** A fresh UUIDv7. */
  readonly newId: () => string
}

type Common<I extends z.ZodType> = {
  /** `record.submit`: the audit line, the CLI verb, the route /api/record/submit. */
  readonly name: string
  readonly says: Text
  readonly input: I
  /** It makes a new thing under the input's `id`: the same id again is the same op, however often it is sent. */
  readonly makes?: true
  /** Fields that are never hashed, logged or stored as they are: passwords, bytes. */
  readonly secret?: readonly string[]
  /** May this actor ask at all? What depends on the record is refused inside, as if it were not there. */
  may(actor: Actor, input: z.output<I>): Verdict
}

/** Reads go over GET: their inputs are flat, every field a string, number or boolean that zod coerces. */
export type ReadCommand<I extends z.ZodType = z.ZodType, O = unknown> = Common<I> & {
  readonly does: 'read'
  run(db: Read, input: z.output<I>, world: World): Promise<O>
}

/** Writes go over POST with a JSON body; each runs in one transaction and leaves one op. */
export type WriteCommand<I extends z.ZodType = z.ZodType, O = unknown> = Common<I> & {
  readonly does: 'write'
  run(db: Write, input: z.output<I>, world: World): Promise<O>
}

export type Command = ReadCommand | WriteCommand

export const read = <I extends z.ZodType, O>(c: Omit<ReadCommand<I, O>, 'does'>): ReadCommand<I, O> => ({ ...c, does: 'read' })
export const write = <I extends z.ZodType, O>(c: Omit<WriteCommand<I, O>, 'does'>): WriteCommand<I, O> => ({ ...c, does: 'write' })
