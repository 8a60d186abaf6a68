import { checkAdds } from './takes.ts'
import type { Text } from '#kit/text.ts'
import { known } from '../mistake.ts'
import { indicatorOf } from '../resolve.ts'
import type { Quota } from '../quota.ts'
import { type Ground, defined, twice } from './ground.ts'
import { checkOwed } from './owed.ts'

/** Quotas, the start rule, classes, and templates: what they refer to, and that they ask for something. */
export const checkQuotas = (ground: Ground): void => {
  const { scheme } = ground
  for (const [key, quota] of Object.entries(scheme.quotas)) checkQuota(ground, key, quota)
  twice(ground, ['classes'], scheme.classes, 'S305')
  twice(ground, ['ranks'], scheme.ranks, 'S305')
  twice(ground, ['subjects'], scheme.subjects, 'S305')
  twice(ground, ['tags'], scheme.tags, 'S305')
  const kinds = [...Object.keys(scheme.activities), ...Object.keys(scheme.matters)]
  if (ground.intact('activities') && ground.intact('matters')) {
    const kind: Text = { zh: '活动类型', en: 'kind of activity or matter' }
    scheme.start.with.forEach((word, i) => defined(ground, ['start', 'with', i], word, kinds, 'S310', kind))
    for (const [key, list] of Object.entries(scheme.start.classes))
      list.forEach((word, i) => defined(ground, ['start', 'classes', key, i], word, kinds, 'S310', kind))
  }
  checkStartClasses(ground)
}

const checkStartClasses = (ground: Ground): void => {
  if (!ground.intact('classes')) return
  const classes = ground.scheme.classes.map((c) => c.key)
  for (const key of Object.keys(ground.scheme.start.classes)) {
    if (!classes.includes(key))
      ground.tell(
        ['start', 'classes', key],
        'key',
        'S315',
        { zh: `没有单位类别“${key}”`, en: `There is no class “${key}”` },
        known(key, classes),
      )
  }
}

const checkQuota = (ground: Ground, key: string, quota: Quota): void => {
  const path = ['quotas', key]
  const indicators = Object.keys(ground.scheme.indicators)
  if (ground.intact('indicators')) {
    defined(ground, [...path, 'indicator'], quota.indicator, indicators, 'S341', { zh: '指标', en: 'indicator' })
    if (quota.for_each !== undefined)
      defined(ground, [...path, 'for_each'], quota.for_each, indicators, 'S341', { zh: '指标', en: 'indicator' })
  }
  checkOwed(ground, path, key, quota)
}

/** Parts that must add up to a whole have to be of-which figures of it. */
export const checkPartitions = (ground: Ground): void => {
  if (!ground.intact('indicators')) return
  const keys = Object.keys(ground.scheme.indicators)
  ground.scheme.partitions.forEach((partition, i) => {
    const path = ['partitions', i]
    checkAdds(ground, path, partition.of)
    const whole = defined(ground, [...path, 'of'], partition.of, keys, 'S341', { zh: '指标', en: 'indicator' })
    partition.into.forEach((part, j) => {
      const at = [...path, 'into', j]
      if (!defined(ground, at, part, keys, 'S341', { zh: '指标', en: 'indicator' }) || !whole) return
      if (partition.into.indexOf(part) < j)
        ground.tell(
          at,
          'value',
          'S305',
          { zh: `“${part}”重复`, en: `“${part}” stands here twice` },
          { zh: '各不相同的部分', en: 'parts that differ' },
        )
      else if (!isPartOf(ground, part, partition.of))
        ground.tell(
          at,
          'value',
          'S327',
          { zh: `“${part}”不是“${partition.of}”的其中项`, en: `“${part}” is not an of-which figure of “${partition.of}”` },
          {
            zh: `of: ${partition.of} 的指标，或 beside: ${partition.of}, included: yes`,
            en: `an indicator with of: ${partition.of}, or with beside: ${partition.of}, included: yes`,
          },
        )
    })
  })
}

const isPartOf = (ground: Ground, part: string, whole: string): boolean => {
  const { beside, included } = indicatorOf(ground.scheme, part) ?? {}
  if (beside === whole && included === 'yes') return true
  const seen = new Set<string>()
  for (let at = indicatorOf(ground.scheme, part)?.of; at !== undefined && !seen.has(at); at = indicatorOf(ground.scheme, at)?.of) {
    if (at === whole) return true
    seen.add(at)
  }
  return false
}

/** A template of one line that looks like a file's name has to be among the files. */
export const checkTemplates = (ground: Ground, files: Readonly<Record<string, string>>): void => {
  for (const [key, bulletin] of Object.entries(ground.scheme.bulletins)) {
    const name = bulletin.template.trim()
    if (!/^[^\s{}]+\.(md|markdown|txt)$/.test(name) || Object.hasOwn(files, name)) continue
    const there = Object.keys(files)
    ground.tell(
      ['bulletins', key, 'template'],
      'value',
      'S351',
      { zh: `方案旁没有模板文件“${name}”`, en: `There is no template file “${name}” beside the scheme` },
      there.length > 0
        ? { zh: `其中之一：${there.join('、')}`, en: `one of: ${there.join(', ')}` }
        : { zh: '放在方案旁的文件，或模板正文', en: 'a file beside the scheme, or the template itself' },
    )
  }
}
