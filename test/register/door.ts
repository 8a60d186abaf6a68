import assert from 'node:assert/strict'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '#access/actor.ts'
import { commands } from '#command/list.ts'
import { Fault } from '#kit/fault.ts'
import { carryOut } from '#store/carry.ts'
import type { World } from './world.ts'

/** What a command answers on 1 May 2012, or the code of its fault. */
export const door =
  (world: World, actor: Actor, today = '2012-05-01') =>
  async (name: string, input: Readonly<Record<string, unknown>> = {}): Promise<unknown> => {
    const command = commands.find((c) => c.name === name)
    assert.ok(command !== undefined, name)
    const read = command.input.safeParse(input)
    if (!read.success) return '400.1'
    return carryOut(world.store, command, read.data, { actor, today, newId: uuidv7 }).catch((error: unknown) => {
      if (error instanceof Fault) return error.code
      throw error
    })
  }
