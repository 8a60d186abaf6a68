import { resolve } from 'node:path'
import type { Command, World } from '#command/command.ts'
import { parsed } from '#command/parsed.ts'
import { migrate } from '#store/migrate.ts'
import { carryOut } from '#store/carry.ts'
import { type Codes, codesOf } from '#store/codes.ts'
import { openDatabase } from '#store/managed/open.ts'
import { poolOf } from '#store/sql.ts'
import { type Store, storeOn } from '#store/store.ts'
import { foundTenant } from '#store/tenant.ts'
import { type Who, whoAtTerminal, worldOf } from '#store/who.ts'

/** The database opened for one run of the terminal, and who asks. */
export type House = {
  readonly store: Store
  readonly who: Who
  readonly world: World
  readonly codes: Codes
  does(command: Command, input: unknown): Promise<unknown>
  close(): Promise<void>
}

export type Wish = { readonly tenant?: string | undefined; readonly as?: string | undefined }

/** Guest of a server that runs, or on the data directory by itself. Acts as `as`, or as the first administrator. */
export const openHouse = async ({ tenant, as }: Wish, env: Readonly<Record<string, string | undefined>>): Promise<House> => {
  const database = await openDatabase({ dataDir: resolve(env['ZOUFANG_DATA'] ?? 'data'), databaseUrl: env['DATABASE_URL'], as: 'guest' })
  const pool = poolOf(database.url, 4)
  const close = async (): Promise<void> => {
    await pool.end()
    await database.close()
  }
  try {
    await migrate(pool)
    if (tenant === undefined) await foundTenant(pool, { name: env['ZOUFANG_NAME'] ?? '本级' })
    const store = storeOn(pool)
    const who = await whoAtTerminal(pool, { tenant, login: as })
    const world = worldOf(who)
    return {
      store,
      who,
      world,
      codes: codesOf(pool, who.actor.tenant),
      does: (command, input) => carryOut(store, command, parsed(command.input, input), world),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
