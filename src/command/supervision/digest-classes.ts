import type { Light } from '#appraise/light.ts'
import type { OrgId } from '#kit/id.ts'
import type { Read } from '../ports.ts'
import type { DigestScope } from './digest-figures.ts'
import { owesOf, progressOn } from './owes.ts'
import { classOf, standingsOf, unitsIn } from './units.ts'
import type { DigestClass, Moved, UnitStanding } from './views.ts'

/** Each class at the end of the week, beside a week before. */
export const classesOf = async (db: Read, scope: DigestScope): Promise<readonly DigestClass[]> => {
  const { campaign, loaded, compiled, org, orgs, week, before, today } = scope
  const { byClass, units, unitOf } = unitsIn(compiled, orgs)
  const ids = units.map((u) => u.id)
  const standAt = async (on: string) => {
    const quotas = owesOf(await progressOn(db, loaded, org, on), loaded, unitOf)
    return standingsOf(db, { campaign, compiled, on, today, units, quotas, notices: [], flags: new Map() })
  }
  const [now, then] = [await standAt(week.to < today ? week.to : today), await standAt(before.to)]
  const [thisWeek, last] = [
    await db.supervision.counts(campaign, ids, week.from, week.to),
    await db.supervision.counts(campaign, ids, before.from, before.to),
  ]
  return compiled.scheme.classes.map(({ key, title, minimum }) => {
    const stand = classOf(
      { key, title, minimum },
      (byClass.get(key) ?? []).flatMap((u) => now.get(u.id) ?? []),
    )
    return { key, title, units: stand.units.length, lights: stand.lights, ...wordsOf(stand.units, then, thisWeek, last, week.from) }
  })
}

type Counts = ReadonlyMap<OrgId, number>

const wordsOf = (
  units: readonly UnitStanding[],
  then: ReadonlyMap<OrgId, UnitStanding>,
  week: Counts,
  before: Counts,
  from: string,
): Omit<DigestClass, 'key' | 'title' | 'units' | 'lights'> => ({
  started: units.filter((u) => u.startedOn !== null).length,
  began: units.filter((u) => u.startedOn !== null && u.startedOn >= from).map((u) => u.name),
  busiest: units
    .map((u) => ({ name: u.name, records: week.get(u.org) ?? 0, before: before.get(u.org) ?? 0 }))
    .filter((u) => u.records > 0)
    .sort((a, b) => b.records - a.records)
    .slice(0, 5),
  moved: units.flatMap((u) => movedOf(u, then.get(u.org))),
  behind: units.flatMap(({ org, name, light, share, standing }) => (standing === 'behind' ? [{ org, name, light, share }] : [])),
  quiet: units.filter((u) => u.startedOn !== null && (week.get(u.org) ?? 0) === 0).map((u) => u.name),
  notStarted: units.filter((u) => u.startedOn === null).map((u) => u.name),
})

const height: Readonly<Record<Light, number | null>> = { red: 0, yellow: 1, green: 2, none: null }

/** To or from no light at all is no move. */
const movedOf = ({ org, name, light: to }: UnitStanding, before: UnitStanding | undefined): readonly Moved[] => {
  const [now, then] = [height[to], height[before?.light ?? 'none']]
  if (now === null || then === null || now === then || before === undefined) return []
  return [{ org, name, from: before.light, to, better: now > then }]
}
