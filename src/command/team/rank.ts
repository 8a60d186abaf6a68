import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { present } from '#figure/present.ts'
import { rank as order } from '#figure/rank.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId } from '#kit/id.ts'
import { day, id } from '#record/shape.ts'
import { read } from '../command.ts'
import { instant, periodOf } from '../figure/list.ts'
import { schemeOf } from '../figure/present.ts'
import { memberDay, orgsOf, seesTeam } from '../figure/team.ts'
import type { TeamRankRow } from '../team-views.ts'

export const rankTeams = read({
  name: 'team.rank',
  says: { zh: '协作区等小组之间按一个指标排名', en: 'Rank the teams one may see by an indicator.' },
  input: z.strictObject({
    campaign: id<CampaignId>(),
    indicator: z.string().max(48),
    kind: z.string().max(40).optional(),
    from: day.optional(),
    to: day.optional(),
    asOf: instant.optional(),
  }),
  may: (actor) => anyOf(actor, 'office', 'liaison'),
  run: async (db, { campaign, indicator, kind, from, to, asOf }, { actor, today }): Promise<readonly TeamRankRow[]> => {
    const { compiled } = await schemeOf(db, campaign)
    if (!compiled.indicators.has(indicator)) throw new Fault('404.1', { what: { zh: '指标', en: 'indicator' } })
    const period = periodOf(from, to, compiled.scheme.window)
    const teams = (await db.register.teams({ on: memberDay(compiled, today, to) })).filter((t) => kind === undefined || t.kind === kind)
    const rows: Omit<TeamRankRow, 'rank'>[] = []
    for (const team of teams) {
      const orgs = orgsOf(team)
      if (orgs.length === 0 || !(await seesTeam(db, actor, team, today))) continue
      const sums = await db.figure.sums(campaign, compiled, { scope: { orgs }, period, asOf })
      const figure = present(compiled, sums).find((f) => f.indicator === indicator)
      const leads = team.members.filter((m) => m.duty === 'lead').map((m) => m.name)
      rows.push({
        team: team.id,
        code: team.code,
        name: team.name,
        kind: team.kind,
        leads,
        orgs: orgs.length,
        value: figure?.confirmed ?? null,
        pending: figure?.pending ?? null,
        records: figure?.facts ?? 0,
      })
    }
    return order(rows, 0)
  },
})
