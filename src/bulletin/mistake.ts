import { type Text, fill } from '#kit/text.ts'
import { type Mistake, known } from '#scheme/mistake.ts'

/** Line and column count from 1. */
export type Position = { readonly line: number; readonly column: number }
export type Mistakes = Mistake[]

/** Every mistake a template can hold. `{what}` is the words it was found in. */
const catalogue = {
  front: [
    'B101',
    { zh: '文件头不能有“{what}”', en: 'the front matter cannot hold “{what}”' },
    { zh: 'language: zh 或 language: en', en: 'language: zh or language: en' },
  ],
  unclosed: ['B102', { zh: '“{what}…”没有结束', en: '“{what}…” does not end' }, { zh: '同一行内的 }}', en: '}} on the same line' }],
  long: ['B103', { zh: '公式太长', en: 'the expression is too long' }, { zh: '不超过 {what} 个字符', en: 'at most {what} characters' }],
  large: ['B104', { zh: '内容超出上限', en: 'more than the limit' }, { zh: '不超过 {what}', en: 'at most {what}' }],
  syntax: [
    'B105',
    { zh: '公式写法有误：{what}', en: 'the expression does not parse: {what}' },
    { zh: 'CEL 表达式', en: 'a CEL expression' },
  ],
  indicator: [
    'B106',
    { zh: '没有指标“{what}”', en: 'there is no indicator “{what}”' },
    { zh: '方案中的指标', en: 'an indicator of the scheme' },
  ],
  call: [
    'B107',
    { zh: '不能这样用：{what}', en: 'this does not fit: {what}' },
    { zh: '见 docs/bulletin-templates.md', en: 'see docs/bulletin-templates.md' },
  ],
  campaign: [
    'B108',
    { zh: '没有名为“{what}”的活动', en: 'no campaign is named “{what}”' },
    { zh: '起草时 with 中的名称', en: 'a name given in `with` when drafting' },
  ],
  class: [
    'B109',
    { zh: '没有类别“{what}”', en: 'there is no class “{what}”' },
    { zh: '方案 classes 中的类别', en: 'a class of the scheme' },
  ],
  unit: [
    'B110',
    { zh: '没有代码为“{what}”的单位或区域', en: 'no unit or place has the code “{what}”' },
    { zh: '花名册中的代码', en: 'a code of the register' },
  ],
  quota: ['B125', { zh: '没有任务“{what}”', en: 'there is no quota “{what}”' }, { zh: '方案中的任务', en: 'a quota of the scheme' }],
  phase: [
    'B127',
    { zh: '没有阶段“{what}”', en: 'there is no phase “{what}”' },
    { zh: '方案 phases 中的阶段', en: 'a phase of the scheme' },
  ],
  length: [
    'B128',
    { zh: '“{what}”不是时长', en: '“{what}” is no length of time' },
    { zh: '5 working days、7 days、5个工作日', en: '5 working days, 7 days, 2 weeks' },
  ],
  people: [
    'B126',
    { zh: '任务“{what}”不落到单位，不点名', en: 'the quota “{what}” is not of units, and only units are named' },
    { zh: 'who: org 的任务，或去掉 named、by=org', en: 'a quota with who: org, or no “named” and no by=org' },
  ],
  day: ['B111', { zh: '“{what}”不是日期', en: '“{what}” is not a day' }, { zh: '2012-05-15 的写法', en: 'written like 2012-05-15' }],
  deadline: [
    'B124',
    { zh: '方案没有写到哪天应已启动', en: 'the scheme sets no day by which units must have started' },
    { zh: '方案中的 start.by，或日期', en: 'start.by in the scheme, or a day' },
  ],
  period: [
    'B112',
    { zh: '起止日期颠倒：{what}', en: 'the period ends before it begins: {what}' },
    { zh: 'from 不晚于 to', en: 'from not after to' },
  ],
  qualifier: [
    'B113',
    { zh: '这里不能有“{what}”', en: '“{what}” cannot stand here' },
    { zh: '见 docs/bulletin-templates.md', en: 'see docs/bulletin-templates.md' },
  ],
  number: ['B114', { zh: '“{what}”不合适', en: '“{what}” will not do' }, { zh: '范围内的整数', en: 'a whole number in range' }],
  apart: [
    'B115',
    { zh: '单位不同，不能相加减：{what}', en: 'different units cannot be added: {what}' },
    { zh: '相同单位的数字', en: 'figures in the same unit' },
  ],
  distinct: [
    'B116',
    { zh: '去重的数字不能相加：{what}', en: 'distinct counts do not add up: {what}' },
    { zh: '不去重的指标，或 by=org', en: 'an indicator that is not distinct, or by=org' },
  ],
  leaf: ['B117', { zh: '只能用于指标本身：{what}', en: 'only for an indicator itself: {what}' }, { zh: '一个指标', en: 'an indicator' }],
  print: [
    'B118',
    { zh: '“{what}”不是可以打印的数字', en: '“{what}” is not a figure that can be printed' },
    { zh: '指标或由指标算出的数字', en: 'an indicator or what is computed from indicators' },
  ],
  directive: [
    'B119',
    { zh: '没有指令“{what}”', en: 'there is no directive “{what}”' },
    { zh: 'ranking、table、quotas、behind、not-started、signed', en: 'ranking, table, quotas, behind, not-started, signed' },
  ],
  lacking: ['B120', { zh: '缺少 {what}', en: '{what} is missing' }, { zh: '{what}=…', en: '{what}=…' }],
  span: [
    'B122',
    { zh: '“{what}”不是时间段', en: '“{what}” is no period' },
    {
      zh: '2012-05、2012-W20、2012-Q2、2012-H1、2012、week、last month',
      en: '2012-05, 2012-W20, 2012-Q2, 2012-H1, 2012, week, last month',
    },
  ],
  shares: [
    'B123',
    { zh: '百分比和不可累加的数不能相加：{what}', en: 'percentages and what stands alone are never added up: {what}' },
    { zh: '分子与分母各自相加', en: 'parts and wholes added up' },
  ],
  strong: ['B121', { zh: '** 没有成对', en: '** stands alone' }, { zh: '成对的 **', en: '** in pairs' }],
} as const satisfies Record<string, readonly [string, Text, Text]>

export type MistakeCode = keyof typeof catalogue

/** Notes a mistake. With `candidates` the nearest of them is what was expected. */
export const mistake = (into: Mistakes, code: MistakeCode, at: Position, what: string, candidates: readonly string[] = []): void => {
  const [number, says, expected] = catalogue[code]
  const filled = (text: Text): Text => ({ zh: fill(text.zh, { what }), en: fill(text.en ?? text.zh, { what }) })
  into.push({
    ...at,
    code: number,
    path: what,
    what: filled(says),
    expected: candidates.length > 0 ? known(what, candidates) : filled(expected),
  })
}

/** Thrown while one expression is read; becomes a mistake at the expression's position. */
export class Unfit extends Error {
  readonly code: MistakeCode
  readonly what: string
  readonly candidates: readonly string[]
  constructor(code: MistakeCode, what: string, candidates: readonly string[] = []) {
    super(`${code}: ${what}`)
    this.name = 'Unfit'
    this.code = code
    this.what = what
    this.candidates = candidates
  }
}
