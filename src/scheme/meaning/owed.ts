import type { Quota, QuotaAsk } from '../quota.ts'
import { chain, resolve } from '../resolve.ts'
import type { Path } from '../source.ts'
import type { Ground } from './ground.ts'

/** What one quota asks for: that it asks, that its bounds go together, and that its indicator can be counted that way. */
export const checkOwed = (ground: Ground, path: Path, key: string, quota: Quota): void => {
  if (!ground.wounded(path)) {
    checkShares(ground, path, key, quota)
    if (boundsOf(quota).length === 0 && !asksOtherwise(quota)) nothing(ground, path, key)
  }
  for (const [ask, at] of [[quota, path] as const, ...quota.also.map((one, i) => [one, [...path, 'also', i]] as const)])
    checkTimes(ground, at, ask)
  checkBounds(ground, path, quota)
  quota.also.forEach((ask, i) => {
    const at = [...path, 'also', i]
    if (!ground.wounded(at)) {
      checkShares(ground, at, key, ask)
      if (boundsOf(ask).length === 0) nothing(ground, at, key)
    }
    checkBounds(ground, at, ask)
  })
  checkStages(ground, path, quota)
  checkReach(ground, path, key, quota)
  checkCredit(ground, path, key, quota)
  checkVoice(ground, path, quota)
  if (quota.who !== 'person' && quota.joint !== 'each')
    ground.tell(
      [...path, 'joint'],
      'key',
      'S353',
      { zh: '共同走访如何计算只对个人任务有意义', en: 'How a joint visit is credited matters for persons only' },
      { zh: 'who: person（个人任务）', en: 'who: person' },
    )
}

const boundsOf = (ask: QuotaAsk) => [ask.at_least, ask.at_most, ask.exactly, ask.share].filter((b) => b !== undefined)

const asksOtherwise = (quota: Quota): boolean =>
  quota.strata.length > 0 || quota.stages !== undefined || quota.for_each !== undefined || quota.targets !== undefined

const nothing = (ground: Ground, path: Path, key: string): void =>
  ground.tell(
    path,
    'key',
    'S343',
    { zh: `任务“${key}”没有要求`, en: `The quota “${key}” asks for nothing` },
    {
      zh: 'at_least、at_most、exactly、share、targets、strata、stages 或 for_each',
      en: 'at_least, at_most, exactly, share, targets, strata, stages or for_each',
    },
  )

/** A share has its denominator. */
const checkShares = (ground: Ground, path: Path, key: string, ask: QuotaAsk): void => {
  if (ask.share !== undefined && ask.of === undefined) {
    ground.tell(
      [...path, 'share'],
      'key',
      'S342',
      { zh: `任务“${key}”按比例，却没有分母`, en: `The quota “${key}” is a share of nothing` },
      { zh: '键 of（分母）', en: 'the key “of”, its denominator' },
    )
  }
  if (ask.of !== undefined && ask.share === undefined) {
    ground.tell(
      [...path, 'of'],
      'key',
      'S342',
      { zh: `任务“${key}”有分母而没有比例`, en: `The quota “${key}” has a denominator but no share` },
      { zh: '键 share', en: 'the key “share”' },
    )
  }
}

/** So many visits to each of the linked subjects. */
const checkTimes = (ground: Ground, path: Path, ask: QuotaAsk): void => {
  if (ask.times === undefined || (ask.share !== undefined && ask.of?.trim() === 'linked')) return
  ground.tell(
    [...path, 'times'],
    'key',
    'S379',
    { zh: 'times 说的是每个所联系对象几次', en: '“times” says how often each linked subject is reached' },
    { zh: 'share 与 of: linked', en: '“share” with of: linked' },
  )
}

const checkBounds = (ground: Ground, path: Path, ask: QuotaAsk): void => {
  if (ask.exactly !== undefined && boundsOf(ask).length > 1) {
    ground.tell(
      [...path, 'exactly'],
      'key',
      'S344',
      { zh: 'exactly 不能与其他界限并用', en: '“exactly” does not go with other bounds' },
      { zh: '只有 exactly', en: '“exactly” alone' },
    )
  }
  if (typeof ask.at_least === 'number' && typeof ask.at_most === 'number' && ask.at_least > ask.at_most) {
    ground.tell(
      [...path, 'at_least'],
      'value',
      'S344',
      { zh: `至少 ${ask.at_least} 多于至多 ${ask.at_most}`, en: `The least, ${ask.at_least}, is more than the most, ${ask.at_most}` },
      { zh: `不大于 ${ask.at_most} 的数`, en: `a number of at most ${ask.at_most}` },
    )
  }
}

/** Stages, strata and a list of targets are bounds of their own. An upper bound goes with a list. */
const checkStages = (ground: Ground, path: Path, quota: Quota): void => {
  const own = { stages: quota.stages !== undefined, strata: quota.strata.length > 0, targets: quota.targets !== undefined }
  const names = ['stages', 'strata', 'targets'] as const
  for (const [i, name] of names.entries()) {
    const bounds = boundsOf(name === 'targets' ? { ...quota, at_most: undefined } : quota)
    const beside = bounds.length > 0 || quota.for_each !== undefined || names.slice(i + 1).some((other) => own[other])
    if (own[name] && beside)
      ground.tell(
        [...path, name],
        'key',
        'S344',
        { zh: `${name} 不能与其他界限并用`, en: `“${name}” does not go with other bounds` },
        { zh: `只有 ${name}`, en: `“${name}” alone` },
      )
  }
}

/** What is a share of linked subjects, or of different ones at each place, has to count subjects one by one. */
const checkReach = (ground: Ground, path: Path, key: string, quota: Quota): void => {
  const linked = quota.strata.length > 0 || [quota, ...quota.also].some((a) => a.share !== undefined && a.of?.trim() === 'linked')
  if ((!linked && quota.stages === undefined) || !ground.intact('indicators')) return
  const counted = resolve(ground.scheme, quota.indicator)
  if (counted === null || counted.distinct === 'subject') return
  ground.tell(
    [...path, 'indicator'],
    'value',
    'S347',
    {
      zh: `任务“${key}”要数走访对象，“${quota.indicator}”却不逐个计对象`,
      en: `The quota “${key}” is about subjects, but “${quota.indicator}” does not count them one by one`,
    },
    { zh: '有 distinct: subject 的指标', en: 'an indicator with distinct: subject' },
  )
}

/** What people do is added up; a stock or a newest word is a unit’s. */
const checkCredit = (ground: Ground, path: Path, key: string, quota: Quota): void => {
  const take = chain(ground.scheme, quota.indicator)?.findLast((i) => i.take !== undefined)?.take ?? 'flow'
  if (quota.who === 'org' || take === 'flow' || !ground.intact('indicators')) return
  ground.tell(
    [...path, 'indicator'],
    'value',
    'S348',
    {
      zh: `任务“${key}”按人或队组计算，“${quota.indicator}”却是存量或最新值`,
      en: `The quota “${key}” is of people or teams, but “${quota.indicator}” is a stock or a newest word`,
    },
    { zh: '逐次累计的指标（take: flow），或 who: org', en: 'an indicator with take: flow, or who: org' },
  )
}

/** Only an upper bound can be broken by one record too many, and what is meant in principle forbids nothing. */
const checkVoice = (ground: Ground, path: Path, quota: Quota): void => {
  if (quota.otherwise === undefined) return
  if (![quota, ...quota.also].some((a) => a.at_most !== undefined || a.exactly !== undefined))
    ground.tell(
      [...path, 'otherwise'],
      'key',
      'S346',
      { zh: '没有上限，提交记录时无从提醒', en: 'Without an upper bound no record can be one too many' },
      { zh: 'at_most 或 exactly', en: 'at_most or exactly' },
    )
  if (quota.soft && quota.otherwise === 'block')
    ground.tell(
      [...path, 'otherwise'],
      'value',
      'S352',
      { zh: '“原则上”的要求不能拦截记录', en: 'What is asked in principle cannot refuse a record' },
      { zh: 'flag（只提醒）', en: 'flag' },
    )
}
