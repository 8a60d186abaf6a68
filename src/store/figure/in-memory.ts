import type { Sql } from '../sql.ts'

/**
 * Adds up without an order: in memory and by several workers at once. The groups of a large campaign (one for each path, key and indicator)
 * fit into this; the planner fears far more of them, and would sort on the disk.
 */
export const inMemory = async <T>(sql: Sql, work: () => Promise<T>): Promise<T> => {
  await sql.rows(
    `select $1::uuid, set_config('work_mem', '64MB', true), set_config('enable_sort', 'off', true), set_config('parallel_tuple_cost', '0.001', true)`,
  )
  const result = await work()
  await sql.rows(`select $1::uuid, set_config('enable_sort', 'on', true), set_config('parallel_tuple_cost', '0.1', true)`)
  return result
}
