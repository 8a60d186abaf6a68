import type pg from 'pg'
import type { Actor } from '#access/actor.ts'
import type { Read, Write } from '#command/ports.ts'
import type { TenantId } from '#kit/id.ts'
import { readOf, writeOf } from './areas.ts'
import { translate } from './fault.ts'
import { type Sent, sendOn, sqlOn } from './sql.ts'

/** Reading and writing are different things; the transaction is inside the thing you hold. */
export type Store = {
  /** One consistent snapshot. */
  read<T>(tenant: TenantId, work: (db: Read) => Promise<T>): Promise<T>
  /** One transaction: all of it, durably, or nothing. */
  write<T>(actor: Actor, work: (db: Write) => Promise<T>): Promise<T>
  readonly pool: pg.Pool
}

export const storeOn = (pool: pg.Pool): Store => {
  const memory = new Map<string, unknown>()
  return {
    pool,
    read: (tenant, work) =>
      within(pool, 'begin isolation level repeatable read read only', (client, sent) => work(readOf(sqlOn(client, tenant, memory, sent)))),
    write: (actor, work) => within(pool, beginWriting, (client, sent) => work(writeOf(sqlOn(client, actor.tenant, memory, sent), actor))),
  }
}

/**
 * Writes go by keys. Plans are kept for a connection's life, those of foreign keys too, and one made while a table was still empty would
 * read all of it for every row ever after.
 */
const beginWriting = 'begin; set local enable_seqscan = off'

const within = async <T>(pool: pg.Pool, begin: string, work: (client: pg.PoolClient, sent: Sent) => Promise<T>): Promise<T> => {
  const client = await pool.connect().catch(translate)
  let broken: Error | undefined
  // A connection that dies between two queries says so by an event; without a listener it would end the process.
  const died = (error: Error) => void (broken = error)
  client.on('error', died)
  const sent: Sent = []
  try {
    void sendOn(client, sent, begin)
    const result = await work(client, sent)
    const commit = sendOn(client, sent, 'commit')
    await Promise.all(sent)
    // To a transaction in which something failed the database says so by its answer, not by an error.
    if ((await commit).command !== 'COMMIT') throw new Error('the transaction was rolled back')
    return result
  } catch (error) {
    await client.query('rollback').catch((e: Error) => (broken = e))
    return translate(error)
  } finally {
    client.off('error', died)
    client.release(broken)
  }
}
