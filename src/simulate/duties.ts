import { creditsOf } from '#figure/credit.ts'
import { derive } from '#figure/derive.ts'
import { frameOf, periodsBefore, turnIn } from '#figure/quota/period.ts'
import { progressOf } from '#figure/quota/progress.ts'
import type { Assignee, Deeds, Held, Known } from '#figure/quota/shape.ts'
import type { Fact } from '#figure/shape.ts'
import { totals } from '#figure/total.ts'
import { type Day, type Period, within } from '#kit/day.ts'
import { Decimal, plain } from '#kit/decimal.ts'
import type { OrgId } from '#kit/id.ts'
import type { Text } from '#kit/text.ts'
import type { RecordVersion } from '#record/shape.ts'
import type { Compiled, CompiledQuota, Names } from '#scheme/compiled.ts'
import { Org, Person } from '#scheme/expression.ts'
import { eventDays, nothingAnnounced } from '#scheme/moments.ts'
import type { Host } from './node.ts'
import type { Lived } from './replay.ts'
import type { World } from './world.ts'

/* How a rehearsal ends for the quotas: how many owe something, and how many of them did it. */

export type RehearsedQuota = {
  readonly quota: string
  readonly title: Text
  readonly owing: number
  /** All that is owed, within the upper bound. */
  readonly met: number
  readonly over: number
  /** Of a quota that comes again: all periods of all who owe it that are over, and in how many of them enough was done. */
  readonly past: { readonly periods: number; readonly met: number }
}

/** One record of an assignee, and what of it counts for them. */
type Done = { readonly version: RecordVersion; readonly facts: readonly Fact[] }
type Being = { readonly known: Known; readonly linked: ReadonlyMap<string, Host>; readonly done: readonly Done[] }

/** Teams are not invented, so quotas of theirs are left out. */
export const dutiesOf = (compiled: Compiled, world: World, records: readonly Lived[], until: Day): readonly RehearsedQuota[] => {
  const counting = records.map((r) => r.version).filter((v) => v.state === 'submitted' || v.state === 'accepted')
  const facts = counting.map((version) => ({ version, facts: derive(compiled, version) }))
  return compiled.quotas
    .filter((q) => q.quota.who !== 'team')
    .map((quota) => outcome(compiled, quota, beings(compiled, quota, world, facts), until))
}

const outcome = (compiled: Compiled, quota: CompiledQuota, all: readonly Being[], until: Day): RehearsedQuota => {
  const [ask] = quota.asks
  const found = all.flatMap((one) => {
    if (ask === undefined) return []
    const frame = frameOf(compiled.scheme, quota.quota, ask.ask, eventDays(compiled.scheme, nothingAnnounced))
    const period = turnIn(frame, ask.ask.every, until)
    const past = periodsBefore(frame, ask.ask.every, until, 400)
    const progress = progressOf(
      compiled,
      quota,
      0,
      one.known,
      deedsIn(compiled, quota, one, { from: period.from, to: period.to ?? until }, past),
      {
        day: until,
        period,
      },
    )
    return progress === null ? [] : [progress]
  })
  const standing = (...wanted: readonly string[]) => found.filter((p) => wanted.includes(p.standing)).length
  return {
    quota: quota.key,
    title: quota.quota.title,
    owing: found.length,
    met: standing('done', 'course', 'open'),
    over: standing('over'),
    past: { periods: found.reduce((n, p) => n + (p.past?.periods ?? 0), 0), met: found.reduce((n, p) => n + (p.past?.met ?? 0), 0) },
  }
}

/** Targets by name are taken on by those who are invented, one after the other. */
const beings = (compiled: Compiled, quota: CompiledQuota, world: World, derived: readonly Done[]): readonly Being[] => {
  const all = quota.quota.who === 'person' ? people(compiled, quota, world, derived) : units(compiled, quota, world, derived)
  if (quota.quota.targets === undefined) return all
  return Object.keys(quota.quota.targets).flatMap((code, i): readonly Being[] => {
    const one = all[i]
    return one === undefined ? [] : [{ ...one, known: { ...one.known, assignee: { ...one.known.assignee, code } } }]
  })
}

const units = (compiled: Compiled, quota: CompiledQuota, world: World, derived: readonly Done[]): readonly Being[] => {
  const done = Map.groupBy(derived, (d) => d.version.content.org as string)
  const classes = compiled.scheme.classes.length > 0
  return world.units
    .filter((u) => (quota.where === null ? !classes || compiled.classOf(u) !== null : quota.where.run({ org: new Org(u) }) === true))
    .map((u) => ({
      ...known(compiled, world, { ...u, org: u.id as OrgId, orgName: u.name }, 'org', { org: new Org(u) }, u.people.length),
      done: done.get(u.id) ?? [],
    }))
}

const people = (compiled: Compiled, quota: CompiledQuota, world: World, derived: readonly Done[]): readonly Being[] => {
  const credits = derived.flatMap(({ version, facts }) =>
    creditsOf(compiled.credited, version, facts).map((credit) => ({ credit, version })),
  )
  const byPerson = Map.groupBy(credits, (c) => c.credit.person as string)
  return world.units.flatMap((u) =>
    u.people.flatMap((p) => {
      const names: Names = { person: new Person(p), org: new Org(u) }
      if (!(quota.where === null ? compiled.participates(p) : quota.where.run(names) === true)) return []
      const mine = (byPerson.get(p.id) ?? []).map(({ credit, version }) => {
        const share = quota.quota.joint === 'split' ? plain(new Decimal(credit.value).div(credit.parts)) : credit.value
        const value = quota.quota.joint === 'first' && credit.turn > 0 ? '0' : share
        return { version, facts: [{ ...credit, value, org: [], each: null, approx: null }] }
      })
      return [{ ...known(compiled, world, { ...p, org: u.id as OrgId, orgName: u.name }, 'person', names, 0), done: mine }]
    }),
  )
}

type Called = Pick<Assignee, 'id' | 'code' | 'name' | 'org' | 'orgName'>

const known = (
  compiled: Compiled,
  world: World,
  called: Called,
  kind: 'org' | 'person',
  names: Names,
  members: number,
): Omit<Being, 'done'> => {
  const { from, to } = compiled.scheme.window
  const { id, code, name, org, orgName } = called
  const linked = linkedTo(world, kind, code)
  const count = (n: number) => [{ from, count: n }]
  return {
    linked,
    known: {
      assignee: { kind, id, code, name, org, orgName, class: null },
      spans: [{ from, to, names, org }],
      linked: [{ from, groups: groupsOf([...linked.values()]) }],
      members: count(members),
      branches: count(0),
    },
  }
}

/** Subjects linked to it directly, and those of linked places. */
const linkedTo = (world: World, kind: 'org' | 'person', code: string): ReadonlyMap<string, Host> => {
  const own = (world.entries.links ?? []).filter((link) => kind in link.by && Object.values(link.by).includes(code)).map((link) => link.to)
  const places = new Set(own.flatMap((to) => ('place' in to ? [to.place] : [])))
  const subjects = new Set(own.flatMap((to) => ('subject' in to ? [to.subject] : [])))
  const hosts = [...world.hosts.values()].flat().filter((h) => subjects.has(h.code) || places.has(h.place.code))
  return new Map(hosts.map((h) => [h.id as string, h]))
}

const groupsOf = (hosts: readonly Host[]): Held['groups'] =>
  [...Map.groupBy(hosts, (h) => `${h.kind} ${h.tags.join(' ')}`).values()].flatMap((of) =>
    of[0] === undefined ? [] : [{ kind: of[0].kind, tags: of[0].tags, count: of.length }],
  )

const deedsIn = (compiled: Compiled, quota: CompiledQuota, { linked, done }: Being, period: Period, past: readonly Period[]): Deeds => {
  const now = done.filter(({ version }) => within(version.content.day, period))
  const subjects = [...subjectsIn(now, quota.quota.indicator, quota.quota.times ?? 1)]
  const reached = (pending: boolean) =>
    groupsOf(subjects.flatMap(([id, waits]) => (waits === pending ? (linked.get(id) ?? []) : []))).map((g) => ({ ...g, pending }))
  return {
    sums: sumsIn(compiled, done, period),
    reached: [...reached(false), ...reached(true)],
    gone: 0,
    places: placesIn(now, quota.quota.indicator),
    before: '0',
    joint: 0,
    past: past.map((p) => ({
      period: p,
      done: sumsIn(compiled, done, p).find((s) => s.indicator === quota.quota.indicator)?.confirmed ?? '0',
    })),
  }
}

/** Of stocks and newest words, which have no beginning, as they are when the period ends. */
const sumsIn = (compiled: Compiled, done: readonly Done[], period: Period) => {
  const counts = ({ indicator, day }: Fact): boolean =>
    compiled.indicators.get(indicator)?.take === 'flow' ? within(day, period) : day <= period.to
  const whole = totals()
  for (const { facts } of done) whole.add(facts.filter(counts))
  return whole.sums()
}

/** Different subjects that the indicator counts and that were reached often enough, with whether that waits for review. */
const subjectsIn = (done: readonly Done[], indicator: string, times: number): ReadonlyMap<string, boolean> => {
  const visits = done.flatMap(({ version, facts }) =>
    facts.flatMap((f) => (f.indicator === indicator && f.key !== null ? [{ key: f.key, record: version.record, pending: f.pending }] : [])),
  )
  return new Map(
    [...Map.groupBy(visits, (v) => v.key)].flatMap(([key, of]) => {
      const records = (some: typeof of) => new Set(some.map((v) => v.record)).size
      return records(of) < times ? [] : [[key as string, records(of.filter((v) => !v.pending)) < times]]
    }),
  )
}

const placesIn = (done: readonly Done[], indicator: string): Deeds['places'] =>
  [...Map.groupBy(done, ({ version }) => version.context.place.at(-1)?.id ?? '')].flatMap(([place, of]) => {
    const waits = [...subjectsIn(of, indicator, 1).values()]
    const counted = (pending: boolean) => ({ place, pending, count: waits.filter((w) => w === pending).length })
    return place === '' ? [] : [counted(false), counted(true)]
  })
