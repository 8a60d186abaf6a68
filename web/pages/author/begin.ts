import { templatesBeside } from '#bulletin/beside.ts'
import type { Language } from '#kit/text.ts'
import type { Texts } from './texts.ts'

/* Where a scheme may begin. What stands in these texts is for people to replace. */

const windowOf = (today: string): string => `window: { from: ${today.slice(0, 4)}-01-01, to: ${today.slice(0, 4)}-12-31 }`

const blankZh = `scheme: new-campaign                 # 代号，定下后不再改
title: { zh: 新活动, en: New campaign }
WINDOW
activities:
  visit:
    title: { zh: 走访, en: Visit }
indicators:
  visits: { title: { zh: 走访次数, en: Visits }, unit: 次, from: visit }
`

const smallZh = `# 最小的例子：一种走访、几个指标、一项任务和一份通报。
scheme: spring-visits                # 代号，定下后不再改：小写字母、数字、连字符
title: { zh: 春季大走访, en: Spring visits }
WINDOW
subjects:
  - { key: household, title: { zh: 农户, en: Household }, unit: 户 }
activities:
  visit:
    title: { zh: 走访, en: Visit }
    to: [household]
    subjects: { min: 1 }
    fields:
      - { key: days, title: { zh: 天数, en: Days }, type: integer, unit: 天, min: 1, max: 5, required: true }
      - { key: what, title: { zh: 了解到的情况, en: What was learned }, type: longtext, required: true }
indicators:
  research_days: { title: { zh: 调研时间, en: Person-days }, unit: 天, from: visit, value: days * size(participants), headline: true }
  visits: { title: { zh: 走访次数, en: Visits }, unit: 次, from: visit, headline: true }
  households: { title: { zh: 走访户数, en: Households }, unit: 户, from: visit, distinct: subject, headline: true }
quotas:
  households_each:
    title: { zh: 走访农户, en: Visits to households }
    who: person
    indicator: households
    at_least: 20
burden:
  - { of: household, at_most: 2, every: month }
bulletins:
  progress: { title: { zh: 进展通报, en: Progress }, template: bulletin.md }
`

const smallTemplate = `# 春季大走访进展通报

活动开展以来，走访{{ households }}、{{ visits }}，调研{{ research_days }}。

::: table by=indicator indicators=research_days,visits,households title="主要数据"
`

const comments: readonly (readonly [string, string])[] = [
  ['# 代号，定下后不再改：小写字母、数字、连字符', '# its key for ever: small letters, digits, hyphens'],
  ['# 代号，定下后不再改', '# its key for ever'],
  [
    '# 最小的例子：一种走访、几个指标、一项任务和一份通报。',
    '# The smallest example: one kind of visit, a few figures, a quota and a bulletin.',
  ],
]

const said = (text: string, language: Language): string =>
  language === 'zh' ? text : comments.reduce((all, [zh, en]) => all.replace(zh, en), text)

export const blank = (today: string, language: Language): Texts => ({
  source: said(blankZh.replace('WINDOW', windowOf(today)), language),
  files: {},
})

export const smallest = (today: string, language: Language): Texts => ({
  source: said(smallZh.replace('WINDOW', windowOf(today)), language),
  files: { 'bulletin.md': smallTemplate },
})

/** The same under a key that no campaign has yet. */
export const copied = (texts: Texts, key: string, taken: readonly string[]): Texts => {
  const free =
    ['copy', ...Array.from({ length: 98 }, (_, i) => `copy-${i + 2}`)]
      .map((end) => `${key.slice(0, 38)}-${end}`)
      .find((k) => !taken.includes(k)) ?? key
  return { files: templatesBeside(texts.source, texts.files), source: texts.source.replace(/^(scheme:\s*)(["']?)[\w-]+\2/m, `$1${free}`) }
}
