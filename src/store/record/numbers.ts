import type { Sql } from '../sql.ts'

/*
 * Numbers that stand for names (paths, pages, columns). What earlier transactions committed is remembered for as long as the
 * store lives; what this transaction made is remembered in it alone, for it may yet fail.
 */

export type Numbers = {
  get(name: string): number | undefined
  /** `made`: by this transaction. */
  set(name: string, id: number, made: boolean): void
}

const own = new WeakMap<Sql, Map<string, Map<string, number>>>()

const mapAt = (maps: { get(at: string): unknown; set(at: string, map: unknown): unknown }, at: string): Map<string, number> => {
  const known = (maps.get(at) ?? new Map<string, number>()) as Map<string, number>
  maps.set(at, known)
  return known
}

export const numbersOf = (sql: Sql, what: string): Numbers => {
  const mine = own.get(sql) ?? new Map<string, Map<string, number>>()
  own.set(sql, mine)
  const made = mapAt(mine as Map<string, unknown>, what)
  const committed = mapAt(sql.memory, `${what} ${sql.tenant}`)
  return {
    get: (name) => committed.get(name) ?? made.get(name),
    set: (name, id, here) => {
      if (here) made.set(name, id)
      else if (!made.has(name)) committed.set(name, id)
    },
  }
}
