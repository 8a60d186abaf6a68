import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { type Reach, type ReachRow, byPlace, nobody, ofKind, ofTag, together } from '#figure/coverage.ts'
import { Fault } from '#kit/fault.ts'
import { dutiesIn } from '#scheme/care.ts'
import type { PlaceId } from '#kit/id.ts'
import { read } from '../command.ts'
import { orgsIn } from '../figure/rank.ts'
import type { Read } from '../ports.ts'
import type { CoverageBrief, CoverageView } from '../care-views.ts'
import type { PlaceRow } from '../views.ts'
import { type Asked, askedOf, input } from './asked.ts'

export const show = read({
  name: 'coverage.show',
  says: {
    zh: '覆盖：必到对象有多少、到了多少，按类别、地点和单位',
    en: 'Coverage: how many must be reached and how many were, by category, place and unit.',
  },
  input: z.strictObject(input),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: async (db, asked, { actor, today }): Promise<CoverageView> => {
    const found = await askedOf(db, actor, asked, today)
    const rows = await db.care.reach(asked.campaign, found.duty, found.scope)
    return {
      ...briefOf(found, rows),
      ...placesOf(rows, await db.register.places({ on: today }), asked.place),
      units: await unitsOf(db, asked.campaign, found, today),
    }
  },
})

const briefOf = ({ compiled, duty, at, scope }: Asked, rows: readonly ReachRow[]): CoverageBrief => {
  const { coverage, tags, subjects } = compiled.scheme
  return {
    asked: duty.asked,
    linked: scope.org !== undefined,
    duty: at,
    duties: dutiesIn(coverage).map(({ title, every }) => ({ title: title ?? null, every })),
    every: dutiesIn(coverage)[at]?.every ?? coverage.every,
    turn: duty.turn,
    total: together(rows),
    tags: duty.tags.map((key) => ({ key, title: tags.find((t) => t.key === key)?.title ?? { zh: key }, ...ofTag(rows, key) })),
    kinds: duty.kinds.map((key) => {
      const kind = subjects.find((s) => s.key === key)
      return { key, title: kind?.title ?? { zh: key }, unit: kind?.unit ?? '', ...ofKind(rows, key) }
    }),
  }
}

export const brief = read({
  name: 'coverage.brief',
  says: {
    zh: '覆盖简况：方案要求必到的对象有多少、到了多少；方案没有要求时不去数',
    en: 'Coverage in brief: how many the scheme wants reached and how many were; nothing is counted where it wants nobody.',
  },
  input: z.strictObject(input),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: async (db, asked, { actor, today }): Promise<CoverageBrief> => {
    const found = await askedOf(db, actor, asked, today)
    return briefOf(found, found.duty.asked ? await db.care.reach(asked.campaign, found.duty, found.scope) : [])
  },
})

const placesOf = (
  rows: readonly ReachRow[],
  all: readonly PlaceRow[],
  wanted: PlaceId | undefined,
): Pick<CoverageView, 'way' | 'places'> => {
  const places = new Map(all.map((p) => [p.id, p]))
  if (wanted !== undefined && !places.has(wanted)) throw new Fault('404.1', { what: { zh: '区域', en: 'place' } })
  const sums = byPlace(rows, all)
  const right = (parent: PlaceId | null): readonly PlaceRow[] =>
    all.filter((p) => (p.parent !== null && places.has(p.parent) ? p.parent : null) === parent)
  const met = (parent: PlaceId | null): readonly PlaceRow[] => right(parent).filter((p) => sums.has(p.id))
  // A single county above everybody says nothing: it is gone through, as far as there are places within.
  let at = wanted ?? null
  for (let [only, ...more] = met(at); wanted === undefined && only !== undefined && more.length === 0; [only, ...more] = met(at)) {
    if (met(only.id).length === 0) break
    at = only.id
  }
  const way: { id: PlaceId; name: string }[] = []
  for (let up = at === null ? undefined : places.get(at); up !== undefined; up = up.parent === null ? undefined : places.get(up.parent))
    way.unshift({ id: up.id, name: up.name })
  const nowhere: Reach = sums.get(null) ?? nobody
  return {
    way,
    places: [
      ...right(at).flatMap(({ id, name }) => {
        const sum = sums.get(id)
        return sum === undefined ? [] : [{ id, name, below: right(id).length > 0, ...sum }]
      }),
      ...(wanted === undefined && nowhere.subjects > 0 ? [{ id: null, name: '', below: false, ...nowhere }] : []),
    ],
  }
}

const unitsOf = async (
  db: Read,
  campaign: Parameters<Read['care']['reach']>[0],
  { duty, org, scope }: Asked,
  today: string,
): Promise<CoverageView['units']> => {
  const names = new Map((await orgsIn(db, org, today)).map((o) => [o.id, o]))
  const found = await db.care.reachByOrg(campaign, duty, { ...scope, org })
  const share = (r: Reach): number => (r.subjects === 0 ? 1 : (r.reached + r.pending) / r.subjects)
  return found
    .flatMap(({ org: id, ...reach }) => {
      const one = names.get(id)
      return one === undefined ? [] : [{ id, code: one.code, name: one.name, ...reach }]
    })
    .toSorted((a, b) => share(a) - share(b) || b.subjects - a.subjects || (a.code < b.code ? -1 : 1))
}
