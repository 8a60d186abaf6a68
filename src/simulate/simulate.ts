import { addDays, type Day, toNumber } from '#kit/day.ts'
import { personProgram } from '#scheme/expression.ts'
import type { Compiled, CompiledForm } from '#scheme/compiled.ts'
import { aftermath } from './aftermath.ts'
import { type Dice, dice } from './dice.ts'
import { type Draft, openShop } from './draft.ts'
import { estimate, nameOf } from './estimate.ts'
import type { Press } from './form.ts'
import { type Fate, type Moment, type Step, live } from './lives.ts'
import { calendar, tempers } from './rhythm.ts'
import type { Unit } from './node.ts'
import { unitsNeeded } from './rounds.ts'
import { type Season, make, roughen, trial } from './season.ts'
import type { Pin } from './totals.ts'
import { tune } from './tune.ts'
import { isStated, reports, settleWords } from './word.ts'
import type { World } from './world.ts'

export type Plan = {
  readonly compiled: Compiled
  readonly world: World
  readonly seed: string
  /** 1: the work of a county-level city. Kinds that totals speak of follow the totals. */
  readonly scale: number
  /** What the confirmed records add up to at the end of `until`. */
  readonly pins?: readonly Pin[] | undefined
  readonly until: Day
  /** Work goes on until this day, on top of the totals: what comes in, is corrected and withdrawn after a bulletin. */
  readonly beyond?: Day | undefined
  /** Units that widened their circle of participants: org's code, CEL over person. */
  readonly circles?: readonly { readonly org: string; readonly where: string }[] | undefined
}

/** Field work in time order: up to the end of `until`, and what follows it. Records cite orgs and people of the plan's world. */
export type Simulated = { readonly steps: readonly Step[]; readonly after: readonly Step[] }

/**
 * The same plan gives the same steps, byte by byte.
 * @throws Fault 422.20 when a form cannot be filled · 422.21 when totals cannot be met
 */
export const simulate = (plan: Plan): Simulated => {
  const { compiled, world, until } = plan
  const { scheme } = compiled
  const last = until < scheme.window.to ? until : scheme.window.to
  const d = dice(`${plan.seed}/${scheme.scheme}`)
  const shop = openShop(compiled, world, circlesOf(plan), plan.beyond ?? last)
  const season: Season = {
    shop,
    calendar: calendar(scheme.window.from, last),
    tempers: tempers(world, neededFor(plan), scheme.window.from, last, d.fork('tempers')),
    pins: new Map((plan.pins ?? []).map((p) => [p.key, p])),
    activities: [],
    hung: new Set(),
    rounds: new Map(),
    words: new Map(),
  }
  const flowing = new Map([...season.pins].filter(([, pin]) => !isStated(pin)))
  const { counts, press } = estimate(compiled, flowing, usualOf(plan, season), (form, dd) => trial(season, form, dd), d.fork('estimate'))
  const confirmed = finalDrafts(season, counts, press, d.fork('confirmed'))
  const spare = spareDrafts(season, counts, press, d.fork('spare'))
  const told = tell(season, [...confirmed.map((draft) => ({ draft, fate: fateOf(draft, d) })), ...spare], last, d.fork('lives'))
  const steps = numbered(told, new Map())
  const after =
    plan.beyond === undefined
      ? []
      : aftermath(
          season,
          { counts, press, first: addDays(last, 1), last: plan.beyond },
          confirmed,
          spare.filter((s) => s.fate === 'waiting').map((s) => s.draft),
          d.fork('after'),
        )
  return { steps, after: numbered(after, new Map(steps.map((s) => [s.record, s.seen + 1]))) }
}

/** Whether the totals cannot do without a unit. */
const neededFor = ({ compiled, world, pins = [] }: Plan): ((unit: Unit) => boolean) => {
  const needed = unitsNeeded(compiled, pins, world.units)
  return (unit) => needed.has(unit.id) || pins.some((p) => p.by.some((part) => unit.name.includes(part)))
}

/** How many records of a kind there are that no total speaks of. */
const usualOf =
  ({ compiled, world, scale }: Plan, { pins, calendar: { last } }: Season) =>
  (form: CompiledForm): number =>
    reports(pins, form, world.units, (toNumber(last) - toNumber(compiled.scheme.window.from)) / 30) ??
    Math.ceil(world.units.length * Math.max(1, scale) * (form.sort === 'activity' ? 2.5 : 2))

const circlesOf = ({ circles = [], world }: Plan): ReadonlyMap<string, ReturnType<typeof personProgram>> =>
  new Map(circles.flatMap((c) => world.units.filter((u) => u.code === c.org).map((u) => [u.id, personProgram(c.where)] as const)))

/** The confirmed records as they stand in the end, their sums exactly the totals. */
const finalDrafts = (season: Season, counts: ReadonlyMap<string, number>, press: Press, d: Dice): readonly Draft[] => {
  const { activities, matters } = season.shop.compiled
  const some = (form: CompiledForm): Draft[] => Array.from({ length: counts.get(nameOf(form)) ?? 0 }, () => make(season, form, press, d))
  season.activities.push(...[...activities.values()].flatMap(some))
  const raised = [...matters.values()].flatMap(some)
  const all = settleWords(
    season.shop,
    season.pins,
    [...season.activities, ...raised],
    season.shop.compiled.scheme.window.from,
    season.words,
    d.fork('words'),
  )
  // From here on matters come up only where some did already, so that no activity they hang on is left out.
  const hung = season.activities.filter((a) => season.hung.has(a.id))
  season.activities.splice(0, season.activities.length, ...hung)
  return roughen(
    season,
    tune(season.shop, season.pins, all, season.hung, (form, dd) => make(season, form, press, dd), d.fork('tune')),
  )
}

type Fated = { readonly draft: Draft; readonly fate: Fate }

const fateOf = (draft: Draft, d: Dice): Fate => {
  if (draft.form.sort === 'matter') return d.chance(0.02) ? 'amended' : 'straight'
  return draft.form.form.review
    ? d.weighted([
        ['straight', 92],
        ['returned', 5],
        ['amended', 3],
      ])
    : d.weighted([
        ['straight', 97],
        ['amended', 3],
      ])
}

/** Records that count for nothing confirmed: waiting for review in the last days, sent back, withdrawn. */
const spareDrafts = (season: Season, counts: ReadonlyMap<string, number>, press: Press, d: Dice): readonly Fated[] => {
  const forms = [...season.shop.compiled.activities.values(), ...season.shop.compiled.matters.values()]
  const late: Season = { ...season, calendar: calendar(addDays(season.calendar.last, -5), season.calendar.last) }
  const early: Season = { ...season, activities: [...season.activities] }
  return forms.flatMap((form) => {
    const n = counts.get(nameOf(form)) ?? 0
    const some = (from: Season, share: number, fate: Fate): Fated[] =>
      Array.from({ length: n < 10 ? 0 : Math.max(1, Math.round(n * share)) }, () => ({ draft: open(make(from, form, press, d)), fate }))
    return [
      ...(form.form.review ? [...some(late, 0.025, 'waiting'), ...some(early, 0.006, 'sent back')] : []),
      ...some(early, 0.009, 'withdrawn'),
    ]
  })
}

const open = (draft: Draft): Draft => ({ ...draft, content: { ...draft.content, closing: null } })

/** Every record's moments; a matter is entered after the activity it came up in. */
const tell = (season: Season, fated: readonly Fated[], last: Day, d: Dice): readonly (Moment & { readonly record: Draft['id'] })[] => {
  const entered = new Map<string, number>()
  return fated.flatMap(({ draft, fate }) => {
    const moments = live(season.shop, draft, fate, last, entered.get(draft.content.raisedIn ?? '') ?? 0, d)
    entered.set(draft.id, moments[0]?.at ?? 0)
    return moments.map((m) => ({ ...m, record: draft.id }))
  })
}

/** In time order, each step knowing the version it follows. */
export const numbered = (moments: readonly (Moment & { readonly record: Draft['id'] })[], versions: Map<string, number>): readonly Step[] =>
  [...moments]
    .sort((a, b) => a.at - b.at)
    .map((m) => {
      const seen = versions.get(m.record) ?? 0
      versions.set(m.record, seen + 1)
      return { ...m, seen }
    })
