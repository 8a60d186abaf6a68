import { derive } from '#figure/derive.ts'
import { present } from '#figure/present.ts'
import { totals } from '#figure/total.ts'
import type { OrgId } from '#kit/id.ts'
import type { Text } from '#kit/text.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { costOf } from '#scheme/cost.ts'
import { startKinds } from '#scheme/start.ts'
import { type RehearsedQuota, dutiesOf } from './duties.ts'
import type { Unit } from './node.ts'
import { type Lived, replay } from './replay.ts'
import { simulate } from './simulate.ts'
import { type World, inventWorld } from './world.ts'

/*
 * A rehearsal: the whole campaign run on simulated field work before it starts, with nothing stored. The same scheme, seed
 * and scale give the same rehearsal.
 */

export type RehearsedFigure = {
  readonly indicator: string
  readonly title: Text
  readonly unit: string
  readonly of: string | null
  readonly headline: boolean
  /** Digits after the point when printed, where the scheme says so. */
  readonly decimals: number | null
  /** In the printed unit; null: no value. */
  readonly confirmed: string | null
  readonly pending: string | null
  /** By class of units, where there are classes. */
  readonly byClass: Readonly<Record<string, string | null>>
}

export type RehearsedKind = {
  readonly sort: 'activity' | 'matter'
  readonly kind: string
  readonly title: Text
  readonly records: number
  /** Records that a rule flagged, by the rule’s words. */
  readonly flags: readonly { readonly rule: string; readonly says: Text; readonly records: number }[]
  /** Seconds to fill one in, by the stated measure: what must be told, and what usually is. */
  readonly least: number
  readonly usual: number
}

export type Rehearsal = {
  readonly units: number
  readonly people: number
  readonly records: number
  readonly flagged: number
  readonly waiting: number
  /** Hours all units together spend on forms. */
  readonly hours: number
  readonly classes: readonly { readonly key: string; readonly title: Text; readonly units: number; readonly started: number }[]
  readonly figures: readonly RehearsedFigure[]
  readonly kinds: readonly RehearsedKind[]
  /** As the campaign’s last day ends. */
  readonly quotas: readonly RehearsedQuota[]
  /** Quotas that are not rehearsed, since teams are not invented. */
  readonly ofTeams: number
}

/** `scale`: 1 is the work of a county-level city, 0.05 a small town’s. @throws Fault 422.20 when a form cannot be filled */
export const rehearse = (compiled: Compiled, seed: string, scale: number): Rehearsal => {
  const until = compiled.scheme.window.to
  const root = { id: '00000000-0000-7000-8000-000000000001' as OrgId, code: 'ROOT', name: '清河市' }
  const world = inventWorld({ schemes: [compiled.scheme], seed, scale, city: '清河', root, prefix: '' })
  const { steps } = simulate({ compiled, world, seed, scale, until })
  const records = replay(compiled, world, steps, until)
  const kinds = kindsOf(compiled, records)
  return {
    units: world.units.length,
    people: world.units.reduce((n, u) => n + u.people.length, 0),
    records: records.length,
    flagged: records.filter((r) => r.flags.length > 0).length,
    waiting: records.filter((r) => r.version.state === 'submitted').length,
    hours: Math.round(kinds.reduce((n, k) => n + k.records * k.usual, 0) / 3600),
    classes: classesOf(compiled, world, records),
    figures: figuresOf(compiled, world, records),
    kinds,
    quotas: dutiesOf(compiled, world, records, until),
    ofTeams: compiled.quotas.filter((q) => q.quota.who === 'team').length,
  }
}

const classIn = (compiled: Compiled, unit: Unit): string | null => {
  for (const node of unit.path.toReversed()) {
    const key = compiled.classOf(node)
    if (key !== null) return key
  }
  return null
}

const classesOf = (compiled: Compiled, world: World, records: readonly Lived[]): Rehearsal['classes'] => {
  const counting = records.filter((r) => r.version.state === 'submitted' || r.version.state === 'accepted')
  return compiled.scheme.classes.map(({ key, title }) => {
    const kinds = startKinds(compiled.scheme, key)
    const begun = new Set(counting.filter((r) => kinds.length === 0 || kinds.includes(r.form.kind)).map((r) => r.version.content.org))
    const units = world.units.filter((u) => classIn(compiled, u) === key)
    return { key, title, units: units.length, started: units.filter((u) => begun.has(u.id as OrgId)).length }
  })
}

const figuresOf = (compiled: Compiled, world: World, records: readonly Lived[]): readonly RehearsedFigure[] => {
  const classOf = new Map(world.units.map((u) => [u.id as string, classIn(compiled, u)]))
  const whole = totals()
  const parts = new Map(compiled.scheme.classes.map((c) => [c.key, totals()]))
  for (const { version } of records) {
    const facts = derive(compiled, version)
    whole.add(facts)
    parts.get(classOf.get(version.content.org) ?? '')?.add(facts)
  }
  const valuesOf = [...parts].map(
    ([key, part]) => [key, new Map(present(compiled, part.sums()).map((f) => [f.indicator, f.confirmed]))] as const,
  )
  return present(compiled, whole.sums()).flatMap(({ indicator, confirmed, pending }) => {
    const i = compiled.indicators.get(indicator)?.indicator
    if (i === undefined) return []
    const byClass = Object.fromEntries(valuesOf.map(([key, values]) => [key, values.get(indicator) ?? null]))
    const { title, unit, headline, of = null, decimals = null } = i
    return [{ indicator, title, unit, of, headline, decimals, confirmed, pending, byClass }]
  })
}

const kindsOf = (compiled: Compiled, records: readonly Lived[]): readonly RehearsedKind[] =>
  [...compiled.activities.values(), ...compiled.matters.values()].map((form) => {
    const own = records.filter((r) => r.form === form)
    const flags = Map.groupBy(
      own.flatMap((r) => r.flags),
      (f) => f.rule,
    )
    const { least, usual } = costOf(form.form)
    return {
      sort: form.sort,
      kind: form.kind,
      title: form.form.title,
      records: own.length,
      flags: [...flags].map(([rule, raised]) => ({ rule, says: raised[0]?.says ?? { zh: rule }, records: raised.length })),
      least,
      usual,
    }
  })
