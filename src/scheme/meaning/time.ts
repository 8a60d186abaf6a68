import { addDays, within } from '#kit/day.ts'
import type { Text } from '#kit/text.ts'
import { eventDays, eventOf, nothingAnnounced, phaseOf } from '../moments.ts'
import type { Path } from '../source.ts'
import { type Ground, defined, twice } from './ground.ts'

/** Days: the campaign's window, its phases and events, and every day by which something is due. */
export const checkTime = (ground: Ground): void => {
  const { window, events, start, quotas } = ground.scheme
  if (window.to < window.from) {
    ground.tell(
      ['window', 'to'],
      'value',
      'S331',
      { zh: `活动期间为空：${window.to} 早于 ${window.from}`, en: `The window is empty: ${window.to} is before ${window.from}` },
      { zh: `不早于 ${window.from} 的日期`, en: `a day not before ${window.from}` },
    )
    return
  }
  twice(ground, ['events'], events, 'S305')
  twice(ground, ['phases'], ground.scheme.phases, 'S305')
  checkPhases(ground)
  if (start.by !== undefined) inWindow(ground, ['start', 'by'], start.by)
  for (const [key, quota] of Object.entries(quotas)) {
    const path = ['quotas', key]
    const from = moment(ground, [...path, 'from'], quota.from)
    for (const [ask, at] of [[quota, path] as const, ...quota.also.map((a, i) => [a, [...path, 'also', i]] as const)]) {
      const by = moment(ground, [...at, 'by'], ask.by)
      if (from !== null && by !== null && by < from) empty(ground, [...at, 'by'], from)
      if (ask.every === 'phase' && ground.scheme.phases.length === 0 && ground.intact('phases'))
        ground.tell(
          [...at, 'every'],
          'value',
          'S378',
          { zh: '每个阶段都要完成，方案却没有阶段', en: 'It is owed in each phase, and there is none' },
          { zh: '写上 phases，或按年、季、月', en: '“phases”, or a year, quarter or month' },
        )
    }
  }
}

const empty = (ground: Ground, path: Path, from: string): void =>
  ground.tell(
    path,
    'value',
    'S333',
    { zh: `在 ${from} 开始之前就已截止`, en: `It is due before it begins on ${from}` },
    { zh: `不早于 ${from} 的日期`, en: `a day not before ${from}` },
  )

const inWindow = (ground: Ground, path: Path, day: string): boolean => {
  const { window } = ground.scheme
  if (within(day, window)) return true
  ground.tell(
    path,
    'value',
    'S332',
    { zh: `日期 ${day} 不在活动期间`, en: `The day ${day} is outside the campaign’s window` },
    between(window.from, window.to),
  )
  return false
}

const between = (from: string, to: string): Text => ({ zh: `${from} 至 ${to} 之间`, en: `a day from ${from} to ${to}` })

/** In order, within the window, not overlapping. Ends that wait for an event without a day are not compared. */
const checkPhases = (ground: Ground): void => {
  let before: string | null = null
  ground.scheme.phases.forEach((phase, i) => {
    const from = moment(ground, ['phases', i, 'from'], phase.from)
    const until = moment(ground, ['phases', i, 'until'], phase.until)
    if (from !== null && until !== null && until < from) {
      ground.tell(
        ['phases', i, 'until'],
        'value',
        'S333',
        { zh: `阶段“${phase.title.zh}”为空：${until} 早于 ${from}`, en: `The phase “${phase.key}” is empty: ${until} is before ${from}` },
        { zh: `不早于 ${from} 的日期`, en: `a day not before ${from}` },
      )
    }
    // One that ends with the event by which the next begins ends the day before.
    const meets = phase.from?.startsWith('event:') === true && phase.from === ground.scheme.phases[i - 1]?.until
    if (from !== null && before !== null && from <= before && !meets) {
      ground.tell(
        ['phases', i, 'from'],
        'value',
        'S334',
        { zh: `阶段“${phase.title.zh}”与前一阶段重叠`, en: `The phase “${phase.key}” overlaps the one before` },
        { zh: `${addDays(before, 1)} 或以后`, en: `${addDays(before, 1)} or later` },
      )
    }
    before = until ?? from ?? before
  })
}

/** The day that is meant, told when it is outside the window; null when it is not known yet. */
const moment = (ground: Ground, path: Path, says: string | undefined): string | null => {
  if (says === undefined) return null
  const phase = phaseOf(says)
  if (phase !== null) {
    if (ground.intact('phases'))
      defined(
        ground,
        path,
        phase,
        ground.scheme.phases.map((p) => p.key),
        'S378',
        { zh: '阶段', en: 'phase' },
      )
    return null
  }
  const event = eventOf(says)
  if (event === null) return inWindow(ground, path, says) ? says : null
  if (
    !ground.intact('events') ||
    !defined(
      ground,
      path,
      event,
      ground.scheme.events.map((e) => e.key),
      'S335',
      { zh: '事件', en: 'event' },
    )
  )
    return null
  const day = eventDays(ground.scheme, nothingAnnounced)(says.slice('event:'.length))
  return day !== null && inWindow(ground, path, day) ? day : null
}
