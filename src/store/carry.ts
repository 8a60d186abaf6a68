import { createHash } from 'node:crypto'
import type { Command, World } from '#command/command.ts'
import type { Op } from '#command/ports/op.ts'
import { canonical } from '#kit/canonical.ts'
import { Fault } from '#kit/fault.ts'
import { type OpId, isId } from '#kit/id.ts'
import type { Store } from './store.ts'

/**
 * Carries a command out for whoever asks through whichever door: may he, then what it does, then one op row in the same
 * transaction. The same op again – same id, same command and input, same account – is answered as it was the first time.
 * @param input as the command's own schema gave it; the `id` of what it makes is the op's id too
 * @param opId else the asker's id for this op (Idempotency-Key), else a fresh one
 * @throws Fault 403.1 when the actor may not · 409.1 when the id was used for something else · whatever the command throws
 */
export const carryOut = async (store: Store, command: Command, input: unknown, world: World, opId?: OpId): Promise<unknown> => {
  assertMay(command, input, world)
  if (command.does === 'read') return store.read(world.actor.tenant, (db) => command.run(db, input, world))
  const op = opOf(command, input, madeBy(command, input) ?? opId ?? world.newId())
  return store.write(world.actor, async (db) => {
    const before = await db.op.begin(op)
    if (before) return before.answer
    const answer = await command.run(db, input, world)
    await db.op.answered(op.id, answer)
    return answer
  })
}

/** @throws Fault 403.1 */
export const assertMay = (command: Command, input: unknown, world: World): void => {
  const verdict = command.may(world.actor, input)
  if (!verdict.yes) throw new Fault('403.1', { what: command.says, why: verdict.why })
}

/** What the audit keeps of a carrying-out. Secrets stay out of the hash: a fast hash of a password can be guessed. */
export const opOf = (command: Pick<Command, 'name' | 'secret'>, input: unknown, id: string): Op => {
  const open = Object.fromEntries(Object.entries(fieldsOf(input)).filter(([key]) => !command.secret?.includes(key)))
  const hash = createHash('sha256')
    .update(`${command.name}\n${canonical(open)}`)
    .digest()
  return { id: id as OpId, command: command.name, about: aboutOf(open), hash }
}

const fieldsOf = (input: unknown): Readonly<Record<string, unknown>> => (typeof input === 'object' && input !== null ? { ...input } : {})

/** The id that whoever asks has given to the new thing is the op's id too, also offline. */
const madeBy = (command: Command, input: unknown): string | undefined => {
  const { id } = fieldsOf(input)
  return command.makes === true && typeof id === 'string' && isId(id) ? id : undefined
}

const aboutOf = (input: Readonly<Record<string, unknown>>): string | null => {
  for (const key of ['id', 'record', 'bulletin', 'account', 'campaign', 'session']) {
    const value = input[key]
    if (typeof value === 'string' && isId(value)) return value
  }
  return null
}
