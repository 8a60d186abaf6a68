import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { present } from '#figure/present.ts'
import { rank as order } from '#figure/rank.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import { day, id } from '#record/shape.ts'
import { read } from '../command.ts'
import type { Read } from '../ports.ts'
import type { OrgRow, RankRow } from '../views.ts'
import { instant, periodOf } from './list.ts'
import { orgsByClass, schemeOf, scopeOf } from './present.ts'

const when = { from: day.optional(), to: day.optional(), asOf: instant.optional() }

/** Every org of the scope on a day. */
export const orgsIn = (db: Read, scope: OrgId, on: string): Promise<readonly OrgRow[]> => db.register.orgs({ on, within: [scope] })

export const rank = read({
  name: 'figure.rank',
  says: {
    zh: '同类单位之间的排名，达到最低数量才排',
    en: 'Ranking among units of one class; below the minimum volume listed, not ranked.',
  },
  input: z.strictObject({
    campaign: id<CampaignId>(),
    indicator: z.string().max(48),
    class: z.string().max(48),
    org: id<OrgId>().optional(),
    ...when,
  }),
  may: (actor) => anyOf(actor, 'office', 'liaison'),
  run: async (db, input, { actor, today }): Promise<readonly RankRow[]> => {
    const { compiled } = await schemeOf(db, input.campaign)
    const kind = compiled.scheme.classes.find((c) => c.key === input.class)
    if (!compiled.indicators.has(input.indicator)) throw new Fault('404.1', { what: { zh: '指标', en: 'indicator' } })
    if (kind === undefined) throw new Fault('404.1', { what: { zh: '单位类别', en: 'class of orgs' } })
    const orgs = orgsByClass(compiled, await orgsIn(db, await scopeOf(db, actor, input.org, today), today)).get(kind.key) ?? []
    const ids = orgs.map((o) => o.id)
    const sums = await db.figure.sumsByOrg(input.campaign, compiled, ids, {
      period: periodOf(input.from, input.to, compiled.scheme.window),
      asOf: input.asOf,
    })
    const volumes = await db.figure.volumes(input.campaign, ids, [])
    const rows = orgs.map((org) => {
      const figure = present(compiled, sums.get(org.id) ?? []).find((f) => f.indicator === input.indicator)
      const { records, pending } = volumes.get(org.id) ?? { records: 0, pending: 0 }
      return {
        org: org.id,
        code: org.code,
        name: org.name,
        value: figure?.confirmed ?? null,
        pending: figure?.pending ?? null,
        records: records - pending,
      }
    })
    return order(rows, kind.minimum)
  },
})

export const matrix = read({
  name: 'figure.matrix',
  says: { zh: '各单位的各项数字，一张表', en: 'Figures of every unit in one table.' },
  input: z.strictObject({ campaign: id<CampaignId>(), class: z.string().max(48).optional(), org: id<OrgId>().optional(), ...when }),
  may: (actor) => anyOf(actor, 'office', 'liaison'),
  run: async (db, input, { actor, today }) => {
    const { compiled } = await schemeOf(db, input.campaign)
    const all = await orgsIn(db, await scopeOf(db, actor, input.org, today), today)
    const orgs = input.class === undefined ? all : (orgsByClass(compiled, all).get(input.class) ?? [])
    const ids = orgs.map((o) => o.id)
    const sums = await db.figure.sumsByOrg(input.campaign, compiled, ids, {
      period: periodOf(input.from, input.to, compiled.scheme.window),
      asOf: input.asOf,
    })
    return { rows: orgs.map(({ id: org, code, name }) => ({ org, code, name, figures: present(compiled, sums.get(org) ?? []) })) }
  },
})
