import { type Resolved, chain, feedOf, indicatorOf, isComputed, resolve, sourceOf, sourceWords } from '../resolve.ts'
import type { Indicator } from '../indicator.ts'
import { reservedWords } from '../cel.ts'
import { checkRatio, checkTake } from './takes.ts'
import { known } from '../mistake.ts'
import { measured } from '../units.ts'
import type { Path } from '../source.ts'
import { type Ground, defined } from './ground.ts'

/** Indicators: where their facts come from, that a part lies inside its whole, and that nothing runs in a circle. */
export const checkIndicators = (ground: Ground): void => {
  for (const [key, indicator] of Object.entries(ground.scheme.indicators)) {
    const path = ['indicators', key]
    if (reservedWords.has(key))
      ground.tell(
        path,
        'key',
        'S302',
        { zh: `“${key}”是保留的名字`, en: `The name “${key}” is taken` },
        { zh: '另一个名字', en: 'another name' },
      )
    checkRatio(ground, key, indicator)
    checkTake(ground, key, indicator)
    if (!checkOrigin(ground, path, indicator)) continue
    checkFrom(ground, path, indicator)
    if (indicator.of !== undefined) checkOf(ground, key, indicator, indicator.of)
    if (indicator.distinct !== undefined) checkDistinct(ground, path, indicator)
    checkCounted(ground, key, indicator)
  }
}

/** Exactly one of from (facts), of (a part), formula and ratio; a rate that is entered has both `from` and `ratio`. A part may narrow `from`. */
const checkOrigin = (ground: Ground, path: Path, indicator: Indicator): boolean => {
  const { from, of, formula } = indicator
  if (isComputed(indicator)) {
    for (const other of ofFacts) {
      if (indicator[other] !== undefined && (formula !== undefined || other !== 'ratio'))
        ground.tell(
          [...path, other],
          'key',
          'S322',
          { zh: `算出来的指标不能有“${other}”`, en: `What is computed has no “${other}”` },
          { zh: '只有 formula 或 ratio', en: '“formula” or “ratio” alone' },
        )
    }
    return false
  }
  if (from !== undefined || of !== undefined) return true
  if (ground.wounded(path)) return false
  ground.tell(
    path,
    'key',
    'S321',
    { zh: '指标没有来源', en: 'The indicator comes from nothing' },
    { zh: 'from、of、formula 或 ratio', en: 'from, of, formula or ratio' },
  )
  return false
}

const ofFacts = ['from', 'per', 'value', 'when', 'distinct', 'of', 'take', 'each', 'alone', 'ratio'] as const

const checkFrom = (ground: Ground, path: Path, indicator: Indicator): void => {
  if (indicator.from === undefined || !ground.intact('activities') || !ground.intact('matters')) return
  const words = typeof indicator.from === 'string' ? [indicator.from] : indicator.from
  words.forEach((word, i) => {
    if (sourceOf(ground.scheme, word) !== null) return
    const at = typeof indicator.from === 'string' ? [...path, 'from'] : [...path, 'from', i]
    ground.tell(
      at,
      'value',
      'S323',
      { zh: `没有活动或事项“${word}”`, en: `There is no activity or matter “${word}”` },
      known(word, sourceWords(ground.scheme)),
    )
  })
}

const checkOf = (ground: Ground, key: string, indicator: Indicator, of: string): void => {
  const path = ['indicators', key]
  if (!ground.intact('indicators')) return
  if (!defined(ground, [...path, 'of'], of, Object.keys(ground.scheme.indicators), 'S341', { zh: '指标', en: 'indicator' })) return
  if (chain(ground.scheme, key) === null) {
    if (circular(ground, key))
      ground.tell(
        [...path, 'of'],
        'value',
        'S328',
        { zh: `“${key}”经 of 绕回自身`, en: `“${key}” is, through “of”, a part of itself` },
        { zh: '不成环的 of', en: '“of” without a circle' },
      )
    return
  }
  const whole = resolve(ground.scheme, of)
  if (whole === null)
    ground.tell(
      [...path, 'of'],
      'value',
      'S325',
      { zh: `“${of}”是算出来的，没有其中项`, en: `“${of}” is computed and has no parts` },
      { zh: '由记录得出的指标', en: 'an indicator that comes from records' },
    )
  else checkInside(ground, key, indicator, of, whole)
}

const circular = (ground: Ground, key: string): boolean => {
  const seen = new Set<string>()
  for (let at = indicatorOf(ground.scheme, key)?.of; at !== undefined && !seen.has(at); at = indicatorOf(ground.scheme, at)?.of) {
    if (at === key) return true
    seen.add(at)
  }
  return false
}

/** What a part says itself must not lead out of its whole. */
const checkInside = (ground: Ground, key: string, indicator: Indicator, of: string, whole: Resolved): void => {
  const path = ['indicators', key]
  checkNarrower(ground, path, indicator, of, whole)
  checkAlike(ground, path, indicator, of, whole)
  const [mine, theirs] = [ground.units.of(indicator.unit), ground.units.of(ground.scheme.indicators[of]?.unit ?? '')]
  if (mine.dimension !== theirs.dimension)
    ground.tell(
      [...path, 'unit'],
      'value',
      'S311',
      { zh: `单位“${mine.name}”与“${of}”的“${theirs.name}”不合`, en: `The unit “${mine.name}” does not fit “${theirs.name}” of “${of}”` },
      { zh: `“${theirs.name}”或可换算的单位`, en: `“${theirs.name}”, or a unit it converts to` },
    )
}

const checkNarrower = (ground: Ground, path: Path, indicator: Indicator, of: string, whole: Resolved): void => {
  const feeds = new Set(whole.sources.map(feedOf))
  const words = indicator.from === undefined ? [] : typeof indicator.from === 'string' ? [indicator.from] : indicator.from
  words.forEach((word, i) => {
    const outside = (sourceOf(ground.scheme, word) ?? []).filter((s) => !feeds.has(feedOf(s)))
    const at = typeof indicator.from === 'string' ? [...path, 'from'] : [...path, 'from', i]
    if (outside.length > 0)
      ground.tell(
        at,
        'value',
        'S324',
        { zh: `“${word}”不在“${of}”的来源之内`, en: `“${word}” is not among the sources of “${of}”` },
        { zh: `${whole.sources.map(wordOf).join('、')} 之内`, en: `within ${whole.sources.map(wordOf).join(', ')}` },
      )
  })
}

const checkAlike = (ground: Ground, path: Path, indicator: Indicator, of: string, whole: Resolved): void => {
  for (const [property, its] of [
    ['per', whole.per],
    ['distinct', whole.distinct],
    ['take', whole.take],
    ['each', whole.each],
    ['alone', whole.alone],
    ['value', whole.value],
  ] as const) {
    const own = indicator[property]
    if (own === undefined || own === its) continue
    ground.tell(
      [...path, property],
      'value',
      'S324',
      { zh: `“${property}”与“${of}”不同，就不是它的其中项`, en: `With another “${property}” it is no part of “${of}”` },
      {
        zh: its === null ? '去掉此键' : `${its}，或去掉此键`,
        en: its === null ? 'the key to be left out' : `${its}, or the key to be left out`,
      },
    )
  }
}

const wordOf = (s: Resolved['sources'][number]): string => (s.sort === 'activity' ? s.kind : `${s.kind}.${s.event}`)

const checkDistinct = (ground: Ground, path: Path, indicator: Indicator): void => {
  if (indicator.value !== undefined)
    ground.tell(
      [...path, 'value'],
      'key',
      'S326',
      { zh: '去重计数的指标没有 value', en: 'What is counted once has no “value”' },
      { zh: '去掉此键', en: 'the key to be left out' },
    )
  const { distinct, per } = indicator
  if ((distinct === 'participant' || distinct === 'subject') && per !== undefined && per !== distinct) {
    ground.tell(
      [...path, 'per'],
      'value',
      'S326',
      { zh: `按 ${distinct} 去重，不能按 ${per} 计`, en: `Different ${distinct}s cannot be counted per ${per}` },
      { zh: `“${distinct}”，或去掉此键`, en: `“${distinct}”, or the key to be left out` },
    )
  }
}

/** Things are counted in 个, 户, 人次 …, not in 元, 亩 or %. */
const checkCounted = (ground: Ground, key: string, indicator: Indicator): void => {
  const resolved = resolve(ground.scheme, key)
  if (resolved === null || resolved.value !== null) return
  const unit = ground.units.of(indicator.unit)
  if (measured.has(unit.dimension) && indicator.of === undefined) {
    ground.tell(
      ['indicators', key, 'unit'],
      'value',
      'S312',
      { zh: `个数不能以“${unit.name}”计`, en: `A count is not measured in “${unit.name}”` },
      { zh: '个、次、户、人等，或键 value', en: '个, 次, 户, 人 …, or the key “value”' },
    )
  }
}
