import { z } from 'zod'
import { type Actor, anyOf, holdsOn } from '#access/actor.ts'
import { Decimal, plain } from '#kit/decimal.ts'
import type { Scope } from '#figure/shape.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId, OrgId, PlaceId, TeamId } from '#kit/id.ts'
import { day, id } from '#record/shape.ts'
import { read } from '../command.ts'
import type { Read } from '../ports.ts'
import { flag, limit } from '../record/look.ts'
import type { FigureRecord, FigureRow, Page } from '../views.ts'
import { figureRows, schemeOf } from './present.ts'
import { askedScope, memberDay } from './team.ts'

/** An instant with up to microseconds, in UTC. */
export const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/)

const query = {
  campaign: id<CampaignId>(),
  org: id<OrgId>().optional(),
  /** Instead of an org: a team's members together, or several orgs together. */
  team: id<TeamId>().optional(),
  orgs: z.array(id<OrgId>()).min(1).max(200).optional(),
  place: id<PlaceId>().optional(),
  from: day.optional(),
  to: day.optional(),
  asOf: instant.optional(),
}

/** A period needs both ends; one alone reaches to the campaign's own. */
export const periodOf = (from: string | undefined, to: string | undefined, window: { from: string; to: string }) => {
  if (from === undefined && to === undefined) return undefined
  const period = { from: from ?? window.from, to: to ?? window.to }
  if (period.from > period.to)
    throw new Fault('400.2', {
      what: `${period.from}–${period.to}`,
      expected: { zh: '起始日不晚于结束日', en: 'a first day not after the last' },
    })
  return period
}

export const list = read({
  name: 'figure.list',
  says: { zh: '一个范围、一段时间、截至某一时刻的全部数字', en: 'All figures of a scope and a period, as of a moment.' },
  input: z.strictObject(query),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: async (db, { campaign, from, to, asOf, ...where }, { actor, today }): Promise<readonly FigureRow[]> => {
    const { compiled } = await schemeOf(db, campaign)
    const scope = await askedScope(db, actor, where, today, memberDay(compiled, today, to))
    return figureRows(
      compiled,
      await db.figure.sums(campaign, compiled, { scope, period: periodOf(from, to, compiled.scheme.window), asOf }),
    )
  },
})

export const records = read({
  name: 'figure.records',
  says: { zh: '一个数字背后的记录，按当时的样子', en: 'The records behind a figure, as they stood then.' },
  input: z.strictObject({
    ...query,
    indicator: z.string().max(48),
    pending: flag.default(false),
    after: z.string().max(100).optional(),
    limit,
  }),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: async (
    db,
    { campaign, indicator, from, to, asOf, pending, after, limit: most, ...where },
    { actor, today },
  ): Promise<Page<FigureRecord>> => {
    const { compiled } = await schemeOf(db, campaign)
    const scope = await askedScope(db, actor, where, today, memberDay(compiled, today, to))
    const found = compiled.indicators.get(indicator)
    if (found === undefined || found.formula)
      throw new Fault('404.1', { what: { zh: '由记录累计的指标', en: 'indicator counted from records' } })
    const page = await db.figure.records(campaign, compiled, indicator, {
      scope,
      period: periodOf(from, to, compiled.scheme.window),
      asOf,
      pending,
      after,
      limit: most,
    })
    // Whoever only enters records sees that colleagues' records are there, not what they say.
    const reads = await readsAll(db, actor, scope, today)
    const rows = page.rows.map((row) => ({ ...row, gist: reads ? row.gist : '', value: plain(new Decimal(row.value).div(found.factor)) }))
    return { ...page, rows }
  },
})

/** Whether the actor checks the records of every org of the scope. */
const readsAll = async (db: Read, actor: Actor, { org, orgs }: Scope, today: string): Promise<boolean> => {
  for (const one of orgs ?? (org === undefined ? [] : [org]))
    if (!holdsOn(actor, await db.register.orgPath(one, today), 'office', 'liaison')) return false
  return true
}
