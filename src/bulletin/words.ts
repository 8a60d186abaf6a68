import { type Span, weekOf } from '#kit/period.ts'
import { type Language, type Text, fill, say } from '#kit/text.ts'

/** Words the house prints in documents itself: heads of tables, fixed sentences. */
const words = {
  rank: { zh: '名次', en: 'Rank' },
  team: { zh: '小组', en: 'Team' },
  unit: { zh: '单位', en: 'Unit' },
  class: { zh: '类别', en: 'Class' },
  month: { zh: '月份', en: 'Month' },
  phase: { zh: '阶段', en: 'Phase' },
  indicator: { zh: '指标', en: 'Indicator' },
  value: { zh: '数量', en: 'Value' },
  measured: { zh: '计量单位', en: 'Measured in' },
  pending: { zh: '待审', en: 'Pending' },
  pendingOf: { zh: '{title}待审', en: '{title}, pending' },
  headed: { zh: '{title}（{unit}）', en: '{title} ({unit})' },
  total: { zh: '合计', en: 'Total' },
  span: { zh: '时间', en: 'Period' },
  weekly: { zh: '{year}年第{n}周', en: '{year}-W{n2}' },
  quarterly: { zh: '{year}年第{n}季度', en: '{year}-Q{n}' },
  firstHalf: { zh: '{year}年上半年', en: '{year}-H1' },
  secondHalf: { zh: '{year}年下半年', en: '{year}-H2' },
  yearly: { zh: '{year}年', en: '{year}' },
  monthly: { zh: '{year}年{month}月', en: '{year}-{month2}' },
  notStarted: { zh: '{title}中尚未启动的有', en: 'Not started yet among {title}: ' },
  quota: { zh: '任务', en: 'Quota' },
  owing: { zh: '有此任务的', en: 'Owe it' },
  met: { zh: '已完成', en: 'Met' },
  course: { zh: '进度正常', en: 'On course' },
  behind: { zh: '落后', en: 'Behind' },
  owed: { zh: '应完成', en: 'Owed' },
  done: { zh: '已完成', en: 'Done' },
  doneShare: { zh: '完成率（%）', en: 'Done (%)' },
  metShare: { zh: '完成率（%）', en: 'Met (%)' },
  behindOf: { zh: '{class}“{title}”进度落后的有', en: '{class}Behind with “{title}”: ' },
  ofClass: { zh: '{title}中，', en: '{title}. ' },
  named: { zh: '：{names}', en: ': {names}' },
  between: { zh: '、', en: ', ' },
  end: { zh: '。', en: '.' },
  day: { zh: '{year}年{month}月{day}日', en: '{iso}' },
} as const satisfies Record<string, Text>

export const word = (name: keyof typeof words, language: Language, values: Readonly<Record<string, unknown>> = {}): string =>
  fill(say(words[name], language), values)

/** 2012年5月18日 */
export const dayWords = (day: string, language: Language): string =>
  word('day', language, { year: day.slice(0, 4), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)), iso: day })

const monthWords = (day: string, language: Language): string =>
  word('monthly', language, { year: day.slice(0, 4), month: Number(day.slice(5, 7)), month2: day.slice(5, 7) })

/** The day, week, month … in which a day lies. */
export const spanWords = (span: Span, day: string, language: Language): string => {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))]
  switch (span) {
    case 'day':
      return dayWords(day, language)
    case 'week':
      return weekWords(day, language)
    case 'month':
      return monthWords(day, language)
    case 'quarter':
      return word('quarterly', language, { year, n: Math.ceil(month / 3) })
    case 'half':
      return word(month <= 6 ? 'firstHalf' : 'secondHalf', language, { year })
    case 'year':
      return word('yearly', language, { year })
  }
}

const weekWords = (day: string, language: Language): string => {
  const { year, number } = weekOf(day)
  return word('weekly', language, { year, n: number, n2: String(number).padStart(2, '0') })
}
