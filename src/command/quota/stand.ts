import { mistake, type Mistakes } from '#bulletin/mistake.ts'
import type { StandAsk, Stood, StoodHow } from '#bulletin/shape.ts'
import { cut } from '#figure/quota/period.ts'
import { progressOf } from '#figure/quota/progress.ts'
import { type Sum, present } from '#figure/present.ts'
import type { Period } from '#kit/day.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import type { Compiled, CompiledAsk, CompiledQuota } from '#scheme/compiled.ts'
import { eventDays } from '#scheme/moments.ts'
import { schemeOf } from '../figure/present.ts'
import type { Read } from '../ports.ts'
import { askOf, deedsOf, sumsOf, viewOf } from './deeds.ts'
import { knownOf } from './progress.ts'
import { folkOf } from './who.ts'

/*
 * Who stands how with a quota, for a bulletin that has to answer for it later. The register knows who owes how much, and only as it is today; so that is
 * noted when the bulletin is made. Facts are kept as of every moment; so what was done is worked out again from them.
 */

export type Standings = Pick<StoodHow, 'within' | 'kept' | 'rows'>

/** Those whose standing one figure may rest on. */
const most = 5000

export const standsNow = async (db: Read, ask: StandAsk): Promise<Standings> => {
  const scheme = await schemeOf(db, ask.campaign)
  const quota = scheme.compiled.quotas.find((q) => q.key === ask.quota) as CompiledQuota
  const scope = { org: ask.org, on: ask.on }
  const events = eventDays(scheme.compiled.scheme, await db.campaign.announced(ask.campaign))
  const all = await knownOf(db, scheme, quota, await folkOf(db, scheme, scope, [quota]), scope)
  const known = ask.class === null ? all : all.filter((k) => k.assignee.class === ask.class)
  if (known.length > most) throw tooMany()
  const view = viewOf(scheme, quota, quota.asks[ask.part] as CompiledAsk, ask.on, events)
  const deeds = await deedsOf(db, scheme, view, known)
  const asked = askOf(scheme, view, known, false)
  const within = asked?.periods[0] ?? null
  const days = Map.groupBy(asked?.ranges ?? [], (r) => r.id)
  const rows = known.flatMap((k): readonly Stood[] => {
    const p = progressOf(scheme.compiled, quota, ask.part, k, deeds(k.assignee.id), { day: ask.on, period: view.period })
    if (p === null) return []
    const counted = (days.get(k.assignee.id) ?? []).flatMap((d) => inside(d, within))
    const { owed, most: top, done, expected } = p
    return [{ id: k.assignee.id, owed, most: top, done, expected, ...(p.own.from > ask.on ? { early: true } : {}), days: counted }]
  })
  return { within, kept: keeps(quota, ask.part), rows }
}

const inside = ({ from, to }: Period, within: Period | null): readonly Period[] => {
  const both = within === null ? null : cut({ from, to }, within)
  return both === null ? [] : [both]
}

const tooMany = (): Fault => {
  const mistakes: Mistakes = []
  mistake(mistakes, 'large', { line: 1, column: 1 }, String(most))
  return new Fault('422.5', { count: 1, mistakes })
}

/** Linked subjects reached, places of a kind and the work of teams depend on the register, which keeps no moments: they stay as they were noted. */
const keeps = (quota: CompiledQuota, part: number): boolean =>
  quota.quota.who === 'team' || quota.asks[part]?.reaches === true || (part === 0 && quota.quota.stages !== undefined)

/** The same people and units with what they had done as the facts stood at another moment. */
export const standsAt = async (db: Read, compiled: Compiled, how: StoodHow, asOf: string): Promise<Standings> => {
  const quota = compiled.quotas.find((q) => q.key === how.ask.quota)
  const { within, kept } = how
  if (kept || within === null || quota === undefined) return { within, kept, rows: how.rows }
  const flows = await flowsAt(db, compiled, quota, how, asOf)
  const stocks = await stocksAt(db, compiled, quota, how, asOf)
  const done = (id: string): string | null => {
    const figures = present(compiled, [...(flows.get(id) ?? []), ...(stocks.get(id) ?? [])])
    return figures.find((f) => f.indicator === quota.quota.indicator)?.confirmed ?? null
  }
  return { within, kept, rows: how.rows.map((row) => ({ ...row, done: done(row.id) })) }
}

type Sums = ReadonlyMap<string, readonly Sum[]>

const flowsAt = async (db: Read, compiled: Compiled, quota: CompiledQuota, how: StoodHow, asOf: string): Promise<Sums> => {
  const indicators = quota.reads.filter((key) => compiled.indicators.get(key)?.take === 'flow')
  const rows = await db.quota.deeds({
    campaign: how.ask.campaign,
    who: quota.quota.who,
    ranges: how.rows.flatMap(({ id, days }) => days.map((d) => ({ id, ...d }))),
    periods: how.within === null ? [] : [how.within],
    indicators,
    distinct: indicators.filter((key) => Boolean(compiled.indicators.get(key)?.distinct)),
    joint: quota.quota.joint,
    asOf,
  })
  return new Map([...Map.groupBy(rows, (r) => r.id)].map(([id, of]) => [id, sumsOf(of)]))
}

/** Stocks and newest words are the units' figures. */
const stocksAt = async (db: Read, compiled: Compiled, quota: CompiledQuota, how: StoodHow, asOf: string): Promise<Sums> => {
  const indicators = quota.reads.filter((key) => compiled.indicators.get(key)?.take !== 'flow')
  if (indicators.length === 0 || quota.quota.who !== 'org' || how.within === null) return new Map()
  const period = how.within
  const asks = how.rows.flatMap(({ id }) => indicators.map((indicator) => ({ indicator, scope: { org: id as OrgId }, period })))
  const sums = await db.figure.derive(how.ask.campaign as CampaignId, compiled, asks, asOf)
  return new Map(how.rows.map(({ id }, i) => [id, sums.slice(i * indicators.length, (i + 1) * indicators.length)]))
}
