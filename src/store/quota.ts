import type { QuotaRead } from '#command/ports/quota.ts'
import { before, deeds } from './quota/deeds.ts'
import { held } from './quota/held.ts'
import { places, reached, reachedBy, waiting } from './quota/reached.ts'
import { records } from './quota/records.ts'
import { headcounts, orgs, people, teams } from './quota/who.ts'
import type { Sql } from './sql.ts'

export const quotaRead = (sql: Sql): QuotaRead => ({
  people: people(sql),
  orgs: orgs(sql),
  teams: teams(sql),
  held: held(sql),
  headcounts: headcounts(sql),
  before: before(sql),
  deeds: deeds(sql),
  reached: reached(sql),
  reachedBy: reachedBy(sql),
  places: places(sql),
  records: records(sql),
  waiting: waiting(sql),
})
