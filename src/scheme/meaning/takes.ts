import { type Resolved, indicatorOf, isComputed, resolve } from '../resolve.ts'
import { isShare, ratioFits } from '../ratio.ts'
import type { Indicator } from '../indicator.ts'
import type { Path } from '../source.ts'
import { type Ground, defined } from './ground.ts'

/* What an indicator takes of its facts, and rates: that nothing is added up which does not add up. */

export const checkTake = (ground: Ground, key: string, indicator: Indicator): void => {
  const path = ['indicators', key]
  const resolved = resolve(ground.scheme, key)
  if (resolved !== null) {
    checkLatest(ground, path, indicator, resolved)
    if (isShare(ground.units, indicator.unit) && resolved.take !== 'latest') checkShare(ground, path, resolved)
  }
  if (indicator.beside !== undefined || indicator.included !== undefined) checkBeside(ground, path, key, indicator)
}

const odd = (ground: Ground, path: Path, property: string, zh: string, en: string): void =>
  ground.tell(
    [...path, property],
    'key',
    'S371',
    { zh, en },
    { zh: 'take: latest，或去掉此键', en: 'take: latest, or the key to be left out' },
  )

const checkLatest = (ground: Ground, path: Path, indicator: Indicator, { take, distinct, each }: Resolved): void => {
  if (take !== 'latest') {
    for (const property of ['each', 'alone'] as const)
      if (indicator[property] !== undefined)
        odd(ground, path, property, `“${property}”只用于最新值（latest）`, `“${property}” is for what takes the latest`)
    return
  }
  if (distinct !== null && indicator.take !== undefined)
    ground.tell(
      [...path, 'take'],
      'value',
      'S371',
      { zh: '最新值本来就每个只算一次，不能再去重', en: 'The latest of each counts each once already, and is not “distinct”' },
      { zh: '去掉 distinct，用 each', en: '“each” in place of “distinct”' },
    )
  const wanted = each === 'participant' || each === 'subject' ? each : 'record'
  if (indicator.per !== undefined && indicator.per !== wanted)
    ground.tell(
      [...path, 'per'],
      'value',
      'S371',
      {
        zh: `每个 ${each ?? ''} 的最新值不能按 ${indicator.per} 计`,
        en: `The latest of each ${each ?? ''} is not counted per ${indicator.per}`,
      },
      { zh: `“${wanted}”，或去掉此键`, en: `“${wanted}”, or the key to be left out` },
    )
}

const checkShare = (ground: Ground, path: Path, { take }: Resolved): void =>
  ground.tell(
    [...path, 'unit'],
    'value',
    'S372',
    { zh: `百分比不能相加（take: ${take}）`, en: `Percentages are not added up (take: ${take})` },
    { zh: 'ratio（分子与分母），或 take: latest', en: '“ratio” with its part and whole, or take: latest' },
  )

/** A rate of two figures that come from records, in units that can be divided. */
export const checkRatio = (ground: Ground, key: string, indicator: Indicator): void => {
  const { ratio } = indicator
  if (ratio === undefined || !ground.intact('indicators')) return
  const path = ['indicators', key, 'ratio']
  const keys = Object.keys(ground.scheme.indicators)
  const found = (['part', 'whole'] as const).map((side) => {
    const at = [...path, side]
    if (!defined(ground, at, ratio[side], keys, 'S341', { zh: '指标', en: 'indicator' })) return null
    const other = indicatorOf(ground.scheme, ratio[side])
    if (other !== undefined && !isComputed(other) && !isShare(ground.units, other.unit)) return other
    const what = { zh: `“${ratio[side]}”是算出来的，或本身是百分比`, en: `“${ratio[side]}” is computed, or a percentage itself` }
    ground.tell(at, 'value', 'S373', what, { zh: '由记录得出的数', en: 'a figure that comes from records' })
    return null
  })
  const [part, whole] = found
  if (!part || !whole || ratioFits(ground.units, indicator, part.unit, whole.unit)) return
  ground.tell(
    [...path, 'whole'],
    'value',
    'S373',
    {
      zh: `“${part.unit}”不能除以“${whole.unit}”得到“${indicator.unit}”`,
      en: `“${part.unit}” by “${whole.unit}” does not give “${indicator.unit}”`,
    },
    { zh: '同类单位的分子与分母', en: 'part and whole in units of one kind' },
  )
}

const checkBeside = (ground: Ground, path: Path, key: string, { beside, included }: Indicator): void => {
  if (beside === undefined) {
    if (included !== undefined)
      ground.tell(
        [...path, 'included'],
        'key',
        'S374',
        { zh: '没有说明在哪个总数旁边', en: 'It is not said beside which total' },
        { zh: '键 beside', en: 'the key “beside”' },
      )
    return
  }
  if (!ground.intact('indicators')) return
  const others = Object.keys(ground.scheme.indicators)
  if (!defined(ground, [...path, 'beside'], beside, others, 'S341', { zh: '指标', en: 'indicator' })) return
  if (beside === key)
    ground.tell(
      [...path, 'beside'],
      'value',
      'S374',
      { zh: `“${key}”在它自己旁边`, en: `“${key}” stands beside itself` },
      { zh: '另一个指标', en: 'another indicator' },
    )
}

/** Parts of what is never added up cannot add up. */
export const checkAdds = (ground: Ground, partition: Path, whole: string): void => {
  const resolved = resolve(ground.scheme, whole)
  if (resolved === null || !(resolved.alone || isShare(ground.units, resolved.indicator.unit))) return
  ground.tell(
    [...partition, 'of'],
    'value',
    'S372',
    { zh: `“${whole}”不能相加`, en: `“${whole}” is never added up` },
    { zh: '可以相加的数', en: 'a figure that adds up' },
  )
}
