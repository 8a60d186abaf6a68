import { creditsOf } from '#figure/credit.ts'
import { frameOf, turnIn } from '#figure/quota/period.ts'
import type { Known } from '#figure/quota/shape.ts'
import { type Day, type Period, allDays, lastDay } from '#kit/day.ts'
import { Decimal, plain } from '#kit/decimal.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import type { Text } from '#kit/text.ts'
import type { CompiledAsk, CompiledQuota } from '#scheme/compiled.ts'
import { type Announced, eventDays } from '#scheme/moments.ts'
import type { Write } from '../ports.ts'
import type { LoadedScheme } from '../ports/campaign.ts'
import type { Change } from '../ports/record.ts'
import { folkOf, owing } from './who.ts'

/*
 * Rules over several records are quotas that speak up: one diary a day, one report each, no two places on one day. Each upper bound that
 * speaks is asked once for a whole batch; records of the batch see those before them.
 */

type Outcome = Change | Fault

/** What one record adds to one assignee on a day. */
type Deed = { readonly id: string; readonly day: Day; readonly value: Decimal; readonly key: string | null }
type Bound = { readonly scheme: LoadedScheme; readonly quota: CompiledQuota; readonly ask: CompiledAsk; readonly announced: Announced }

/** The outcomes with flags where a bound was overstepped, and faults where it may not be. */
export const heard = async (db: Write, scheme: LoadedScheme, outcomes: readonly Outcome[]): Promise<readonly Outcome[]> => {
  const quotas = scheme.compiled.quotas.filter((q) => q.quota.otherwise !== undefined)
  let left = outcomes
  if (quotas.length === 0) return left
  const announced = await db.campaign.announced(scheme.campaign)
  for (const quota of quotas) {
    for (const ask of quota.asks) {
      if (ask.atMost === null && ask.exactly === null) continue
      left = await heardOf(db, { scheme, quota, ask, announced }, left)
    }
  }
  return left
}

/** One record handed in again in other words. @throws Fault 422.1 */
export const spoken = async (db: Write, change: Change, campaign: CampaignId): Promise<Change> => {
  const scheme = change.act === 'correct' ? await db.campaign.scheme(campaign) : undefined
  if (scheme === undefined) return change
  const [outcome] = await heard(db, scheme, [change])
  if (outcome instanceof Fault) throw outcome
  return outcome ?? change
}

const heardOf = async (db: Write, bound: Bound, outcomes: readonly Outcome[]): Promise<readonly Outcome[]> => {
  const deeds = new Map(outcomes.flatMap((o) => (o instanceof Fault ? [] : [[o, deedsIn(bound, o)] as const])))
  const all = [...deeds.values()].flat()
  if (all.length === 0) return outcomes
  const judge = await judgeOf(
    db,
    bound,
    all,
    [...deeds.keys()].map((c) => c.version.record),
  )
  return outcomes.map((outcome) => {
    const says = outcome instanceof Fault ? null : judge(deeds.get(outcome) ?? [])
    if (outcome instanceof Fault || says === null) return outcome
    const { key, quota } = bound.quota
    // A flag that the record had before it was corrected is said once.
    if (quota.otherwise === 'flag') return { ...outcome, flags: [...outcome.flags.filter((f) => f.rule !== key), { rule: key, says }] }
    return new Fault('422.1', { count: 1, misfits: [{ path: `quotas.${key}`, code: 'quota', says }] })
  })
}

/** People by what they are credited, units by the facts under them. */
const deedsIn = ({ quota: { quota } }: Bound, change: Change): readonly Deed[] => {
  if (quota.who === 'person') {
    return creditsOf(new Set([quota.indicator]), change.version, change.facts).flatMap((c) =>
      quota.joint === 'first' && c.turn > 0
        ? []
        : [{ id: c.person, day: c.day, key: c.key, value: new Decimal(c.value).div(quota.joint === 'split' ? c.parts : 1) }],
    )
  }
  const facts = quota.who === 'org' ? change.facts.filter((f) => f.indicator === quota.indicator) : []
  return facts.flatMap((f) => f.org.map((id) => ({ id, day: f.day, key: f.key, value: new Decimal(f.value) })))
}

/** Those of the assignees who owe the quota, by id. */
const knownOf = async (db: Write, { scheme, quota }: Bound, deeds: readonly Deed[]): Promise<ReadonlyMap<string, Known>> => {
  const on = deeds.reduce((day, d) => (d.day > day ? d.day : day), '')
  const whom = [...new Set(deeds.map((d) => d.id))]
  const root = quota.quota.who === 'org' ? ((await db.campaign.root(on)) ?? null) : null
  const scope = { org: root as OrgId | null, on, whom }
  return new Map(owing(quota, scheme, await folkOf(db, scheme, scope, [quota]), scope).map((k) => [k.assignee.id, k]))
}

type Sum = { readonly value: Decimal; readonly keys: ReadonlySet<string> }

/** Judges records in their order by what was there before and by those judged so far; what is refused counts for nothing. */
const judgeOf = async (
  db: Write,
  b: Bound,
  all: readonly Deed[],
  records: readonly string[],
): Promise<(deeds: readonly Deed[]) => Text | null> => {
  const known = await knownOf(db, b, all)
  const periods = periodsOf(b, all)
  const sums = await sumsBefore(db, b, [...known.keys()], periods, records)
  const indicator = b.scheme.compiled.indicators.get(b.quota.quota.indicator)
  const count = (s: Sum) => (indicator?.distinct ? new Decimal(s.keys.size) : s.value.div(indicator?.factor ?? 1))
  return (deeds) => {
    const after = new Map<string, Sum>()
    let says: Text | null = null
    for (const { id, day, value, key } of deeds) {
      const span = known.get(id)?.spans.find((s) => s.from <= day && s.to >= day)
      const most = span && (b.ask.atMost ?? b.ask.exactly)?.run(span.names)
      const at = `${id} ${periods.findIndex((p) => p.from <= day && p.to >= day)}`
      if (most === undefined || at.endsWith('-1')) continue
      const was = after.get(at) ?? sums.get(at) ?? { value: new Decimal(0), keys: new Set() }
      const is = { value: was.value.plus(value), keys: key === null ? was.keys : new Set([...was.keys, key]) }
      after.set(at, is)
      if (count(is).gt(most) && count(is).gt(count(was)))
        says ??= reason(b.quota.quota, known.get(id)?.assignee.name ?? '', count(is), most)
    }
    if (says === null || b.quota.quota.otherwise === 'flag') for (const [at, sum] of after) sums.set(at, sum)
    return says
  }
}

const sumsBefore = async (
  db: Write,
  b: Bound,
  ids: readonly string[],
  periods: readonly Period[],
  records: readonly string[],
): Promise<Map<string, Sum>> => {
  const { indicator, joint, who } = b.quota.quota
  const ranges = ids.map((id) => ({ id, ...allDays }))
  const ask = { campaign: b.scheme.campaign, who, ranges, periods, indicators: [indicator], distinct: [], joint }
  const rows = periods.length === 0 ? [] : await db.quota.before(ask, records)
  return new Map(rows.map((r) => [`${r.id} ${r.period}`, { value: new Decimal(r.value), keys: new Set(r.keys) }]))
}

const periodsOf = ({ scheme, quota, ask, announced }: Bound, deeds: readonly Deed[]): readonly Period[] => {
  const frame = frameOf(scheme.compiled.scheme, quota.quota, ask.ask, eventDays(scheme.compiled.scheme, announced))
  const found = new Map<Day, Period>()
  for (const { day } of deeds) {
    if (day < frame.from || (frame.to !== null && day > frame.to)) continue
    const { from, to } = turnIn(frame, ask.ask.every, day)
    found.set(from, { from, to: to ?? lastDay })
  }
  return [...found.values()]
}

/** In the scheme’s words, with who and how much. */
const reason = ({ title, says }: CompiledQuota['quota'], name: string, n: Decimal, most: Decimal): Text => {
  const words: Text = says ?? title
  return {
    zh: `${words.zh}（${name}：${plain(n)}，至多 ${plain(most)}）`,
    en: `${words.en ?? words.zh} (${name}: ${plain(n)}, at most ${plain(most)})`,
  }
}
