import type { FigureRead } from '#command/ports/figure.ts'
import { blanks } from './figure/blank.ts'
import { calendar, volumes } from './figure/volume.ts'
import { derive } from './figure/derive.ts'
import { records } from './figure/records.ts'
import { months, sums, sumsByOrg } from './figure/sums.ts'
import { verify } from './figure/verify.ts'
import type { Sql } from './sql.ts'

export const figureRead = (sql: Sql): FigureRead => ({
  sums: (campaign, compiled, query) => sums(sql, campaign, compiled, query),
  sumsByOrg: (campaign, compiled, orgs, query) => sumsByOrg(sql, campaign, compiled, orgs, query),
  months: (campaign, compiled, indicators, org, first) => months(sql, campaign, compiled, indicators, org, first),
  derive: (campaign, compiled, asks, asOf) => derive(sql, campaign, compiled, asks, asOf),
  records: (campaign, compiled, indicator, query) => records(sql, campaign, compiled, indicator, query),
  calendar: (campaign, scope) => calendar(sql, campaign, scope),
  volumes: (campaign, orgs, kinds) => volumes(sql, campaign, orgs, kinds),
  blanks: (campaign, compiled, query) => blanks(sql, campaign, compiled, query),
  now: async () => (await sql.one<{ now: string }>(`select clock_timestamp() as now where $1::uuid is not null`))?.now ?? '',
  verify: (campaign, schemeOf) => verify(sql, campaign, schemeOf),
})
