import type { Writable } from 'node:stream'
import pg from 'pg'
import type { TenantId } from '#kit/id.ts'

/** SQL for one tenant, inside one transaction or snapshot. `$1` is always the tenant; values begin at `$2`. */
export type Sql = {
  readonly tenant: TenantId
  /** Lives as long as the store: for what never changes once it is committed (compiled schemes, interned paths). */
  readonly memory: Map<string, unknown>
  rows<T>(text: string, values?: readonly unknown[]): Promise<T[]>
  one<T>(text: string, values?: readonly unknown[]): Promise<T | undefined>
  /** Statements one after the other in one go, each seeing what was committed when it begins; the rows of each. Values stand in the text: see `literal`. */
  script(statements: readonly string[]): Promise<readonly (readonly unknown[])[]>
  /** Rows of a statement that comes again and again: planned once for each connection. Its text must not vary. */
  hot<T>(text: string, values?: readonly unknown[]): Promise<T[]>
  /** Like `hot`, for a statement whose rows nobody needs: not waited for, and when it fails the transaction fails. */
  send(text: string, values?: readonly unknown[]): void
}

/** What was sent and not waited for. */
export type Sent = Promise<unknown>[]

/** '2012-05-01 08:00:00.123456+00' → '2012-05-01T08:00:00.123456Z'; ±infinity stays as it is. */
const instant = (text: string): string => {
  if (text.endsWith('infinity')) return text
  const [whole = '', fraction = ''] = text.slice(0, -3).split('.')
  return `${whole.replace(' ', 'T')}.${fraction.padEnd(6, '0')}Z`
}

const whole = (text: string): number => {
  const n = Number(text)
  if (!Number.isSafeInteger(n)) throw new RangeError(`int8 out of range: ${text}`)
  return n
}

// Sessions run in UTC, so the offset that is cut off is always +00. Dates stay text: a Date would shift them by a day.
const parsers = new Map<number, (text: string) => unknown>([
  [20, whole],
  [1082, (text) => text],
  [1114, (text) => text],
  [1184, instant],
  [1700, (text) => text],
])

export const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

export const poolOf = (connectionString: string, max: number): pg.Pool => {
  const pool = new pg.Pool({
    connectionString,
    max,
    types,
    // What does not wait for an answer is sent at once, and answered in order.
    pipeline: true,
    options: '-c timezone=UTC -c datestyle=ISO -c jit=off',
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
  })
  // A connection that dies – idle, at work, or while it is being closed – is replaced by the next query; without a listener it would
  // end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return pool
}

/** PostgreSQL knows a prepared statement by a short name. */
const names = new Map<string, string>()
const nameOf = (text: string): string => {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = `hot${names.size}`
  names.set(text, name)
  return name
}

/** A value as it stands in the text of a statement. */
export const literal = (value: string): string => pg.escapeLiteral(value)

/** Statements that are asked together leave together: to wake the database once is cheaper than to wake it for each. */
const together = (client: pg.ClientBase): pg.ClientBase => {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection
  if (stream.writableCorked === 0) {
    stream.cork()
    process.nextTick(() => stream.uncork())
  }
  return client
}

/** Sends a statement without waiting for its answer. */
export const sendOn = (client: pg.ClientBase, sent: Sent, query: string | pg.QueryConfig): Promise<pg.QueryResult> => {
  const answer = together(client).query(query)
  // Heard at the end of the transaction; until then nobody listens.
  answer.catch(() => undefined)
  sent.push(answer)
  return answer
}

export const sqlOn = (client: pg.ClientBase, tenant: TenantId, memory = new Map<string, unknown>(), sent: Sent = []): Sql => {
  const rows = async <T>(text: string, values: readonly unknown[] = []): Promise<T[]> =>
    (await together(client).query(text, [tenant, ...values])).rows as T[]
  const hot = async <T>(text: string, values: readonly unknown[] = []): Promise<T[]> =>
    (await together(client).query(named(text, values))).rows as T[]
  const named = (text: string, values: readonly unknown[]): pg.QueryConfig => ({ name: nameOf(text), text, values: [tenant, ...values] })
  const script = async (statements: readonly string[]): Promise<readonly (readonly unknown[])[]> => {
    const answers = (await together(client).query(statements.join('; '))) as unknown as pg.QueryResult | pg.QueryResult[]
    return (Array.isArray(answers) ? answers : [answers]).map((answer) => answer.rows as unknown[])
  }
  return {
    tenant,
    memory,
    rows,
    hot,
    script,
    send: (text, values = []) => void sendOn(client, sent, named(text, values)),
    one: async <T>(text: string, values: readonly unknown[] = []) => (await rows<T>(text, values))[0],
  }
}
