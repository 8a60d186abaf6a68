import type { CareRead } from '#command/ports/care.ts'
import { calls, faces, loadDays, loads, people, visitsOf } from './care/load.ts'
import { reach, reachByOrg } from './care/reach.ts'
import { unreached, waiting } from './care/wait.ts'
import type { Sql } from './sql.ts'

export const careRead = (sql: Sql): CareRead => ({
  reach: reach(sql),
  reachByOrg: reachByOrg(sql),
  unreached: unreached(sql),
  waiting: waiting(sql),
  loads: loads(sql),
  loadDays: loadDays(sql),
  people: people(sql),
  calls: calls(sql),
  visitsOf: visitsOf(sql),
  faces: faces(sql),
})
