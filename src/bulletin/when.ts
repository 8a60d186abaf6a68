import { type Day, addDays, isDay, lastDay } from '#kit/day.ts'
import { type Named, before, daysBefore, periodNamed } from '#kit/period.ts'
import { type Span, spanOf as lengthOf, workdaysBetween } from '#kit/workday.ts'
import { calendarOf } from '#scheme/days.ts'
import { type PhaseDays, nothingAnnounced, phaseDays } from '#scheme/moments.ts'
import { Unfit } from './mistake.ts'
import type { Known, World } from './world.ts'

/* Which days a figure is of: between two days, a period by name, a phase of the campaign, or only what is older than so many days. */

export type Qualifiers = Readonly<Record<string, string>>

/** null: from the campaign's beginning, to its end. */
export type Days = { readonly from: string | null; readonly to: string | null }

/** The qualifiers, and the words of a directive, that say when. */
export const whenWords = ['from', 'to', 'period', 'phase', 'older'] as const

export const spanOf = (world: World, given: Qualifiers): Days => {
  const { older } = given
  const days = daysOf(world, given)
  if (older === undefined) return days
  const last = lastOlder(world, older)
  return { from: days.from, to: days.to === null || days.to > last ? last : days.to }
}

const daysOf = (world: World, given: Qualifiers): Days => {
  const { period, phase, from, to } = given
  if (phase === undefined) return period === undefined ? periodOf(from, to) : namedOf(world, given).period
  for (const other of ['period', 'from', 'to']) if (given[other] !== undefined) throw new Unfit('qualifier', other, ['phase'])
  return daysOfPhase(phaseNamed(world, world.campaign, phase))
}

const namedOf = (world: World, { period = '', from, to }: Qualifiers): Named => {
  if (from !== undefined || to !== undefined) throw new Unfit('qualifier', 'period', ['from', 'to'])
  const named = periodNamed(period, world.today)
  if (named === null) throw new Unfit('span', period)
  return named
}

export const phasesOf = (world: World, { compiled }: Known): readonly PhaseDays[] =>
  phaseDays(compiled.scheme, world.announced ?? nothingAnnounced)

const phaseNamed = (world: World, campaign: Known, key: string): PhaseDays => {
  const phases = phasesOf(world, campaign)
  const found = phases.find((p) => p.key === key)
  if (found === undefined)
    throw new Unfit(
      'phase',
      key,
      phases.map((p) => p.key),
    )
  return found
}

/** Nothing has happened yet in a phase that waits for an event. */
export const daysOfPhase = ({ from, until }: PhaseDays): Days => (from === null ? { from: lastDay, to: lastDay } : { from, to: until })

/** The last day that lies more than so long before the bulletin's own. */
const lastOlder = (world: World, older: string): Day => {
  const span: Span | null = lengthOf(older)
  if (span === null) throw new Unfit('length', older)
  if (!span.working) return addDays(world.today, -span.days - 1)
  const calendar = calendarOf(world.campaign.compiled.scheme)
  let day = addDays(world.today, -span.days - 1)
  // A calendar in which nobody works has no such day: then the plain one is counted by.
  for (let looked = 0; workdaysBetween(calendar, day, world.today) <= span.days; looked++) {
    if (looked > 400) return addDays(world.today, -span.days - 1)
    day = addDays(day, -1)
  }
  return day
}

/** The period before the one that is named, or as many days before those between its ends. */
export const spanBefore = (world: World, given: Qualifiers): { readonly from: string; readonly to: string } => {
  for (const word of ['phase', 'older']) if (given[word] !== undefined) throw new Unfit('qualifier', word, ['period', 'from', 'to'])
  if (given['period'] !== undefined) return before(namedOf(world, given)).period
  const { from, to } = periodOf(given['from'], given['to'])
  if (from === null || to === null) throw new Unfit('lacking', 'period')
  return daysBefore({ from, to })
}

export const periodOf = (from: string | undefined, to: string | undefined): Days => {
  for (const day of [from, to]) if (day !== undefined && !isDay(day)) throw new Unfit('day', day)
  if (from !== undefined && to !== undefined && from > to) throw new Unfit('period', `${from} – ${to}`)
  return { from: from ?? null, to: to ?? null }
}
