import { addDays, type Day } from '#kit/day.ts'
import type { Dice } from './dice.ts'
import type { Draft } from './draft.ts'
import { nameOf } from './estimate.ts'
import type { Press } from './form.ts'
import { type Moment, liaison, live, slip, visitor } from './lives.ts'
import { calendar, deskTime, instantOf } from './rhythm.ts'
import { type Season, make } from './season.ts'
import { correctReasons, done, reopenReasons, withdrawReasons } from './texts.ts'

export type Aftermath = { readonly counts: ReadonlyMap<string, number>; readonly press: Press; readonly first: Day; readonly last: Day }
type Told = Moment & { readonly record: Draft['id'] }

/** The days after: what waited is accepted, work goes on, some of what was confirmed is corrected, withdrawn, closed or reopened. */
export const aftermath = (
  season: Season,
  { counts, press, first, last }: Aftermath,
  confirmed: readonly Draft[],
  waiting: readonly Draft[],
  d: Dice,
): readonly Told[] => {
  const days = calendar(first, last)
  const later: Season = {
    ...season,
    calendar: days,
    tempers: season.tempers.map((t) => ({ ...t, from: first, share: t.share || (d.chance(0.4) ? 0.5 : 0) })),
  }
  const at = (): number => instantOf(days.day({ unit: season.shop.world.units[0] as Draft['unit'], from: first, share: 1 }, d), deskTime(d))
  const accepted = waiting
    .filter(() => d.chance(0.6))
    .map((draft): Told => ({ record: draft.id, at: at(), by: liaison(draft), act: 'accept' }))
  return [...accepted, ...fresh(later, counts, press, d), ...changes(season, confirmed, at, d)]
}

/** New field work at the usual pace; the last days' records still wait. */
const fresh = (later: Season, counts: ReadonlyMap<string, number>, press: Press, d: Dice): readonly Told[] => {
  const { compiled } = later.shop
  const waitsFrom = addDays(later.calendar.last, -1)
  const told = [...compiled.activities.values(), ...compiled.matters.values()].flatMap((form) =>
    Array.from({ length: Math.ceil((counts.get(nameOf(form)) ?? 0) * 0.025) }, () => {
      const draft = make(later, form, press, d)
      // A matter of an earlier visit may come in now, but not before the bulletin.
      const earliest = instantOf(later.calendar.first, 500)
      return live(
        later.shop,
        draft,
        form.form.review && draft.content.day >= waitsFrom ? 'waiting' : 'straight',
        later.calendar.last,
        earliest,
        d,
      ).map((m) => ({ ...m, at: Math.max(m.at, earliest), record: draft.id }))
    }).flat(),
  )
  return told
}

const changes = (season: Season, confirmed: readonly Draft[], at: () => number, d: Dice): readonly Told[] => {
  const n = (share: number): number => Math.max(1, Math.round(confirmed.length * share))
  const free = d.shuffled(confirmed.filter((c) => !season.hung.has(c.id)))
  const activities = free.filter((c) => c.form.sort === 'activity')
  const corrected = activities.slice(0, n(0.002)).map(
    (c): Told => ({
      record: c.id,
      at: at(),
      by: liaison(c),
      act: 'correct',
      content: slip(season.shop, c, d),
      why: d.pick(correctReasons),
    }),
  )
  const withdrawn = activities
    .slice(n(0.002), n(0.002) + n(0.0005))
    .map((c): Told => ({ record: c.id, at: at(), by: visitor(c), act: 'withdraw', why: d.pick(withdrawReasons) }))
  const matters = free.filter((c) => c.form.sort === 'matter')
  const closed = matters
    .filter((c) => c.content.closing === null)
    .slice(0, n(0.003))
    .flatMap((c) => nowClosed(c, at(), season, d))
  const reopened = matters
    .filter((c) => c.content.closing !== null)
    .slice(0, n(0.0005))
    .map((c): Told => ({ record: c.id, at: at(), by: liaison(c), act: 'reopen', why: d.pick(reopenReasons) }))
  return [...corrected, ...withdrawn, ...closed, ...reopened]
}

const nowClosed = (c: Draft, at: number, season: Season, d: Dice): readonly Told[] => {
  if (c.form.sort !== 'matter') return []
  const outcome = c.form.form.outcomes.find((o) => o.solved) ?? d.pick(c.form.form.outcomes)
  const day = addDays(season.calendar.last, Math.max(1, Math.round((at - instantOf(season.calendar.last, 0)) / 86_400_000 - 0.5)))
  return [{ record: c.id, at, by: liaison(c), act: 'close', day, outcome: outcome.key, note: done(c.scene, d) }]
}
