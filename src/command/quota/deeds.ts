import type { Sum } from '#figure/present.ts'
import { type EventDays, type QuotaFrame, cut, frameOf, ownDays, periodsBefore, turnIn } from '#figure/quota/period.ts'
import type { Frame } from '#figure/turn.ts'
import type { Deeds, Known } from '#figure/quota/shape.ts'
import { type Day, type Period, addDays, lastDay } from '#kit/day.ts'
import { Decimal, plain } from '#kit/decimal.ts'
import type { OrgId } from '#kit/id.ts'
import type { CompiledAsk, CompiledQuota } from '#scheme/compiled.ts'
import { placeKinds, sameKind, subjectKinds } from '#scheme/kind.ts'
import type { Read } from '../ports.ts'
import type { LoadedScheme } from '../ports/campaign.ts'
import type { DeedAsk, DeedRow, HeldAsk, Range } from '../ports/quota.ts'

/** Periods that are over and looked back at: a year of weeks. */
const most = 60

/** One period of a quota with the day on which it is looked at. */
export type View = {
  readonly quota: CompiledQuota
  readonly ask: CompiledAsk
  readonly on: Day
  readonly frame: QuotaFrame
  readonly period: Frame
}

export const viewOf = (scheme: LoadedScheme, quota: CompiledQuota, ask: CompiledAsk, on: Day, events: EventDays): View => {
  const frame = frameOf(scheme.compiled.scheme, quota.quota, ask.ask, events)
  return { quota, ask, on, frame, period: turnIn(frame, ask.ask.every, on) }
}

const upTo = (period: Frame, on: Day): Period | null => cut({ from: period.from, to: period.to ?? lastDay }, { from: period.from, to: on })

/** The days on which what they do counts: up to the day, in all periods of the quota. */
const rangesOf = ({ quota, frame, period, on }: View, known: readonly Known[]): readonly Range[] =>
  known.flatMap((k) => {
    if (ownDays(quota.quota, period, k.spans, on).length === 0) return []
    const days = quota.quota.moves === 'prorate' ? k.spans : ownDays(quota.quota, frame, k.spans, on)
    return days.flatMap((d) => {
      const counted = cut(d, { from: frame.from, to: on })
      return counted === null ? [] : [{ id: k.assignee.id, ...counted }]
    })
  })

/** What is asked of the store for it; null while its time has not begun. */
export const askOf = (scheme: LoadedScheme, view: View, known: readonly Known[], past: boolean): DeedAsk | null => {
  const now = upTo(view.period, view.on)
  if (now === null) return null
  const { compiled, campaign } = scheme
  const own = view.quota.reads.filter((key) => compiled.indicators.get(key)?.take === 'flow')
  return {
    campaign,
    who: view.quota.quota.who,
    ranges: rangesOf(view, known),
    periods: [now, ...(past ? periodsBefore(view.frame, view.ask.ask.every, view.on, most) : [])],
    indicators: own,
    distinct: own.filter((key) => Boolean(compiled.indicators.get(key)?.distinct)),
    joint: view.quota.quota.joint,
    times: view.ask.ask.times,
  }
}

export const heldOf = (scheme: LoadedScheme, quota: CompiledQuota, ids: readonly string[], on: Day): HeldAsk => ({
  who: quota.quota.who,
  ids,
  kinds: [...new Set(quota.kinds.flatMap((kind) => sameKind(subjectKinds, kind)))],
  from: scheme.compiled.scheme.window.from,
  on,
})

/** Nothing was done, or there was no time for it yet. */
const noDeeds = { sums: [], reached: [], gone: 0, places: [], before: '0', joint: 0, past: [] } as const satisfies Deeds

/** What each of them did, in a few statements for all. */
export const deedsOf = async (
  db: Read,
  scheme: LoadedScheme,
  view: View,
  known: readonly Known[],
  lean = false,
): Promise<(id: string) => Deeds> => {
  const ask = askOf(scheme, view, known, true)
  if (ask === null || ask.ranges.length === 0) return () => noDeeds
  const first = view.ask === view.quota.asks[0]
  const { stages, moves } = view.quota.quota
  const anyone = moves === 'carry'
  const rows = Map.groupBy(await db.quota.deeds({ ...ask, lean }), (r) => r.id)
  const standing = await standingOf(db, scheme, view, known)
  const reached = view.ask.reaches
    ? await db.quota.reached(onlyOwn(ask, view), heldOf(scheme, view.quota, ids(ask), view.on), anyone)
    : null
  const kinds = stages?.kind === undefined ? null : sameKind(placeKinds, stages.kind)
  const places = first && stages !== undefined ? await db.quota.places(onlyOwn(ask, view), kinds) : null
  const before = anyone && reached === null ? await doneBefore(db, view, known, ask) : null
  return (id) => {
    const mine = rows.get(id) ?? []
    const own = mine.filter((r) => r.indicator === view.quota.quota.indicator)
    return {
      sums: [...sumsOf(mine.filter((r) => r.period === 0)), ...(standing.get(id) ?? [])],
      reached: reached?.get(id)?.reached ?? [],
      gone: reached?.get(id)?.gone ?? 0,
      places: places?.get(id) ?? [],
      before: reached === null ? (before?.get(id) ?? '0') : String(reached.get(id)?.others ?? 0),
      joint: own.filter((r) => r.period === 0).reduce((n, r) => n + r.joint, 0),
      past: ask.periods.slice(1).map((period, i) => ({ period, done: sumsOf(own.filter((r) => r.period === i + 1))[0]?.confirmed ?? '0' })),
    }
  }
}

const ids = (ask: DeedAsk): readonly string[] => [...new Set(ask.ranges.map((r) => r.id))]

/** Of the quota’s own indicator, in the period that is looked at. */
export const onlyOwn = (ask: DeedAsk, view: View): DeedAsk => ({
  ...ask,
  indicators: [view.quota.quota.indicator],
  periods: ask.periods.slice(0, 1),
})

/** Shares put together: two thirds of a visit and a third of another make one. */
export const sumsOf = (rows: readonly DeedRow[]): readonly Sum[] =>
  [...Map.groupBy(rows, (r) => r.indicator)].map(([indicator, of]) => {
    const value = (pending: boolean) => {
      const some = of.filter((r) => r.pending === pending)
      const all = some.reduce((n, r) => (n % r.parts === 0 ? n : n * r.parts), 1)
      const sum = some.reduce((n, r) => n.plus(new Decimal(r.value).times(all).div(r.parts)), new Decimal(0))
      return plain(sum.div(all).toDecimalPlaces(12, Decimal.ROUND_HALF_UP))
    }
    const facts = (pending: boolean) => of.filter((r) => r.pending === pending).reduce((n, r) => n + r.facts, 0)
    return { indicator, confirmed: value(false), pending: value(true), facts: facts(false), pendingFacts: facts(true), approx: [] }
  })

/** Stocks and newest words are no sums of deeds: they are the units’ figures as of the day. */
const standingOf = async (
  db: Read,
  scheme: LoadedScheme,
  view: View,
  known: readonly Known[],
): Promise<ReadonlyMap<string, readonly Sum[]>> => {
  const wanted = view.quota.reads.filter((key) => scheme.compiled.indicators.get(key)?.take !== 'flow')
  if (wanted.length === 0 || view.quota.quota.who !== 'org') return new Map()
  const period = upTo(view.period, view.on) ?? { from: view.frame.from, to: view.frame.from }
  const sums = await db.figure.sumsByOrg(
    scheme.campaign,
    scheme.compiled,
    known.map((k) => k.assignee.id as OrgId),
    { period, indicators: wanted },
  )
  return new Map([...sums].map(([id, of]) => [id, of.filter((s) => wanted.includes(s.indicator))]))
}

/** What those who took it on within the period had done in it before. */
const doneBefore = async (db: Read, view: View, known: readonly Known[], ask: DeedAsk): Promise<ReadonlyMap<string, string>> => {
  const ranges = known.flatMap((k) => {
    const now = k.spans.findLast((s) => s.from <= view.on)
    return now === undefined || now.from <= view.period.from
      ? []
      : [{ id: k.assignee.id, from: view.period.from, to: addDays(now.from, -1) }]
  })
  if (ranges.length === 0) return new Map()
  const rows = await db.quota.deeds({ ...onlyOwn(ask, view), ranges })
  return new Map([...Map.groupBy(rows, (r) => r.id)].map(([id, of]) => [id, sumsOf(of)[0]?.confirmed ?? '0']))
}
