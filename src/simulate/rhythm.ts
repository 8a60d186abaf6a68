import { type Day, addDays, firstOfNextMonth, toNumber, weekday } from '#kit/day.ts'
import type { Dice } from './dice.ts'
import type { Unit } from './node.ts'
import type { World } from './world.ts'

/** How a unit goes about the campaign: from which day on, and how much of the work is its. Share 0: it has not started. */
export type Temper = { readonly unit: Unit; readonly from: Day; readonly share: number }

export type Calendar = {
  /** A day on which this unit works in the field, never before `earliest`. */
  day(t: Temper, d: Dice, earliest?: Day): Day
  readonly first: Day
  readonly last: Day
}

/** Monday to Sunday: mornings begin with meetings, Fridays end early, few go out at weekends. */
const ofWeek = [0.9, 1.15, 1.1, 1.1, 0.9, 0.14, 0.07]
/** Month and day of the holidays that do not move. */
const holidays = new Set(['01-01', '05-01', '10-01', '10-02', '10-03'])

const busy = (day: Day, first: Day, last: Day): number => {
  const left = toNumber(last) - toNumber(day)
  const monthEnd = toNumber(firstOfNextMonth(day)) - toNumber(day)
  const warm = Math.min(1, 0.25 + (toNumber(day) - toNumber(first)) / 30)
  const rush = left <= 7 ? 2.1 : monthEnd <= 3 ? 1.4 : 1
  return (ofWeek[weekday(day) - 1] ?? 0) * (holidays.has(day.slice(5)) ? 0.05 : 1) * warm * rush
}

export const calendar = (first: Day, last: Day): Calendar => {
  const days = Array.from({ length: Math.max(1, toNumber(last) - toNumber(first) + 1) }, (_, i) => addDays(first, i))
  const weights = days.map((day) => busy(day, first, last))
  const sums = weights.reduce<number[]>((list, w) => [...list, (list.at(-1) ?? 0) + w], [])
  const day = (t: Temper, d: Dice, earliest = t.from): Day => {
    const start = Math.max(
      0,
      days.findIndex((x) => x >= t.from && x >= earliest),
    )
    const low = sums[start - 1] ?? 0
    const at = low + d.next() * ((sums.at(-1) ?? 0) - low)
    return (
      days[
        Math.max(
          start,
          sums.findIndex((s) => s > at),
        )
      ] ?? last
    )
  }
  return { day, first, last }
}

/** Most are steady, some eager, a tenth begin late, and of more than thirty units a few have not begun at all; never one that is needed. */
export const tempers = (world: World, needed: (unit: Unit) => boolean, first: Day, last: Day, d: Dice): readonly Temper[] => {
  const span = toNumber(last) - toNumber(first)
  const free = world.units.slice(Math.floor(world.units.length / 3)).filter((u) => !needed(u))
  const idle = new Set(d.some(free, Math.floor(world.units.length / 32)).map((u) => u.id))
  return world.units.map((unit) => {
    if (idle.has(unit.id)) return { unit, from: last, share: 0 }
    const late = d.chance(0.1)
    const lag = late ? 0.45 + 0.4 * d.next() : 0.16 * d.next()
    const size = unit.spots.length + unit.people.length / 4
    return { unit, from: addDays(first, Math.round(span * lag)), share: size * Math.exp(0.35 * d.bell()) * (late ? 0.35 : 1) }
  })
}

/** Milliseconds since 1970 of a time of day in Chinese time, in minutes after midnight. */
export const instantOf = (day: Day, minutes: number): number => toNumber(day) * 86_400_000 + (minutes - 480) * 60_000

/** Mornings, afternoons, and now and then an evening at the desk. Minutes after midnight. */
export const deskTime = (d: Dice): number =>
  d.weighted([
    [d.int(500, 700), 4],
    [d.int(860, 1060), 6],
    [d.int(1140, 1290), 2],
  ])

/** How many days after the visit it is entered: most at once, some late, a few very late. */
export const entryLag = (d: Dice): number =>
  d.weighted([
    [0, 68],
    [1, 18],
    [d.int(2, 5), 11],
    [d.int(6, 15), 3],
  ])
/** How many days a liaison takes to look at it. */
export const reviewLag = (d: Dice): number =>
  d.weighted([
    [0, 30],
    [1, 35],
    [d.int(2, 4), 30],
    [d.int(5, 8), 5],
  ])
/** How many days until a matter is closed; on the spot for many. */
export const handlingLag = (d: Dice): number =>
  d.weighted([
    [0, 30],
    [d.int(1, 5), 30],
    [d.int(6, 15), 28],
    [d.int(16, 35), 12],
  ])
