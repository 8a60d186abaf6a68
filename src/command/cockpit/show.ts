import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { present } from '#figure/present.ts'
import { firstOfNextMonth, monthOf } from '#kit/day.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import { id } from '#record/shape.ts'
import type { Compiled, CompiledIndicator } from '#scheme/compiled.ts'
import { phaseDays, phaseState } from '#scheme/moments.ts'
import { read } from '../command.ts'
import { figureRows, orgsByClass, schemeOf, scopeOf } from '../figure/present.ts'
import { orgsIn } from '../figure/rank.ts'
import { byStart } from '../figure/start.ts'
import type { Read } from '../ports.ts'
import type { Cockpit, NotStarted } from '../views.ts'

const input = { campaign: id<CampaignId>(), org: id<OrgId>().optional() }

export const show = read({
  name: 'cockpit.show',
  says: { zh: '一屏看全：数字、走势、待审、启动情况、活动日历', en: 'One screen: figures, trend, pending, who has started, calendar.' },
  input: z.strictObject(input),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: async (db, { campaign, org: wanted }, { actor, today }): Promise<Cockpit> => {
    const { compiled } = await schemeOf(db, campaign)
    const row = (await db.campaign.list()).find((c) => c.id === campaign)
    if (row === undefined) throw new Fault('404.1', { what: { zh: '活动', en: 'campaign' } })
    const org = await scopeOf(db, actor, wanted, today)
    const isRoot = (await db.register.orgPath(org, today)).length === 1
    const orgs = await orgsIn(db, org, today)
    return {
      campaign: row,
      org: { id: org, name: orgs.find((o) => o.id === org)?.name ?? '' },
      asOf: await db.figure.now(),
      phases: phaseDays(compiled.scheme, await db.campaign.announced(campaign)).map((p) => ({ ...p, state: phaseState(p, today) })),
      figures: figureRows(compiled, await db.figure.sums(campaign, compiled, { scope: { org } })),
      trend: await trend(db, campaign, compiled, org, today),
      calendar: await db.figure.calendar(campaign, isRoot ? {} : { org }),
      classes: await classes(db, campaign, compiled, orgs),
      pendingReview: (await db.figure.volumes(campaign, [org], [])).get(org)?.pending ?? 0,
    }
  },
})

const trend = async (db: Read, campaign: CampaignId, compiled: Compiled, org: OrgId, today: string): Promise<Cockpit['trend']> => {
  const { from, to } = compiled.scheme.window
  const months: string[] = []
  for (let m = monthOf(from); m <= to && m <= today; m = firstOfNextMonth(m)) months.push(m)
  const headlines = [...compiled.indicators.values()].filter((i) => i.indicator.headline)
  const sums = await db.figure.months(campaign, compiled, countedFor(compiled, headlines), org, months)
  const byMonth = months.map((m) => new Map(present(compiled, sums[m] ?? []).map((f) => [f.indicator, f.confirmed ?? '0'])))
  return { months, values: Object.fromEntries(headlines.map((i) => [i.key, byMonth.map((m) => m.get(i.key) ?? '0')])) }
}

/** What is counted and shown by these indicators, or read by what they are worked out of. */
const countedFor = (compiled: Compiled, shown: readonly CompiledIndicator[]): readonly string[] => {
  const found = new Set(shown)
  for (const { formula } of found)
    for (const key of formula === null ? [] : (formula.reads ?? compiled.indicators.keys())) {
      const part = compiled.indicators.get(key)
      if (part !== undefined) found.add(part)
    }
  return [...found].flatMap((i) => (i.formula === null ? [i.key] : []))
}

type Orgs = Awaited<ReturnType<typeof orgsIn>>

const classes = async (db: Read, campaign: CampaignId, compiled: Compiled, orgs: Orgs): Promise<Cockpit['classes']> => {
  const byClass = orgsByClass(compiled, orgs)
  const volumes = await byStart(compiled, [...byClass.values()].flat(), (ids, kinds) => db.figure.volumes(campaign, ids, kinds))
  return compiled.scheme.classes.map(({ key, title, minimum }) => {
    const of = byClass.get(key) ?? []
    return { key, title, minimum, orgs: of.length, started: of.filter((o) => (volumes.get(o.id)?.records ?? 0) > 0).length }
  })
}

export const notStarted = read({
  name: 'cockpit.not-started',
  says: { zh: '尚未启动的单位', en: 'Units that have not started.' },
  input: z.strictObject({ ...input, class: z.string().max(48).optional() }),
  may: (actor) => anyOf(actor, 'office', 'liaison'),
  run: async (db, { campaign, org, class: only }, { actor, today }): Promise<readonly NotStarted[]> => {
    const { compiled } = await schemeOf(db, campaign)
    const byClass = orgsByClass(compiled, await orgsIn(db, await scopeOf(db, actor, org, today), today))
    const wanted = [...byClass].filter(([key]) => only === undefined || key === only)
    const rows = wanted.flatMap(([key, of]) => of.map((o) => ({ org: o.id, code: o.code, name: o.name, class: key })))
    const units = wanted.flatMap(([, of]) => of)
    const volumes = await byStart(compiled, units, (ids, kinds) => db.figure.volumes(campaign, ids, kinds))
    const idle = rows.filter((r) => (volumes.get(r.org)?.records ?? 0) === 0)
    const liaisons = await db.account.liaisons(idle.map((r) => r.org))
    return idle.map((r) => ({ ...r, liaison: liaisons.get(r.org) ?? '' }))
  },
})
