import type { Words } from '#web/say/words.ts'

export const oddWords = {
  title: { zh: '勾稽检查', en: 'What does not add up' },
  about: {
    zh: '统计对不上的地方，原样报告，不替您改数。点数字看背后的记录。',
    en: 'Reported as it is; no figure is changed. Open a number to see the records behind it.',
  },
  period: { zh: '期间', en: 'Period' },
  allTime: { zh: '活动开展以来', en: 'Since the beginning' },
  back: { zh: '总览', en: 'Overview' },
  none: { zh: '都对得上', en: 'Everything adds up' },
  noneHint: {
    zh: '查了 {units} 个单位：没有其中大于总数、分项不合、推不出的百分比，也没有漏填。',
    en: '{units} {units|unit was|units were} looked at: no part beyond its whole, no partition that misses, no rate that does not derive, no blanks.',
  },
  found: { zh: '查了 {units} 个单位，{found} 处对不上', en: '{found} found in {units} {units|unit|units}' },
  cut: { zh: '只列出前 {n} 处', en: 'The first {n} are listed' },
  scheme: { zh: '方案本身', en: 'The scheme itself' },
  records: { zh: '最近的记录', en: 'The newest of them' },
  blank: { zh: '空白', en: 'blank' },
  card: { zh: '统计有 {n} 处对不上，请核对。', en: '{n} {n|thing in the figures does|things in the figures do} not add up.' },
  look: { zh: '去看看', en: 'Look at them' },
  kind_over: { zh: '其中大于总数', en: 'Parts beyond their whole' },
  kind_parts: { zh: '分项合计与总数不合', en: 'Partitions that miss' },
  kind_hundred: { zh: '超过 100% 的比率', en: 'Rates over 100%' },
  kind_stated: { zh: '填报的百分比与推算不符', en: 'Entered percentages that do not derive' },
  kind_underived: { zh: '推不出的百分比', en: 'Percentages that cannot be derived' },
  kind_blank: { zh: '空白', en: 'Blanks' },
  kind_units: { zh: '单位混用', en: 'Mixed units' },
  kind_unsaid: { zh: '是否包含未言明', en: 'Inclusion left unsaid' },
} as const satisfies Words
