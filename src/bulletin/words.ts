import { type Language, type Text, fill, say } from '#kit/text.ts'

/** Words the house prints in documents itself: heads of tables, fixed sentences. */
const words = {
  rank: { zh: '名次', en: 'Rank' },
  team: { zh: '小组', en: 'Team' },
  unit: { zh: '单位', en: 'Unit' },
  class: { zh: '类别', en: 'Class' },
  month: { zh: '月份', en: 'Month' },
  indicator: { zh: '指标', en: 'Indicator' },
  value: { zh: '数量', en: 'Value' },
  measured: { zh: '计量单位', en: 'Measured in' },
  pending: { zh: '待审', en: 'Pending' },
  pendingOf: { zh: '{title}待审', en: '{title}, pending' },
  headed: { zh: '{title}（{unit}）', en: '{title} ({unit})' },
  total: { zh: '合计', en: 'Total' },
  monthly: { zh: '{year}年{month}月', en: '{year}-{month2}' },
  notStarted: { zh: '{title}中尚未启动的有', en: 'Not started yet among {title}: ' },
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

export const monthWords = (day: string, language: Language): string =>
  word('monthly', language, { year: day.slice(0, 4), month: Number(day.slice(5, 7)), month2: day.slice(5, 7) })
