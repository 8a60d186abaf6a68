import type { Light } from '#appraise/light.ts'
import type { Text } from '#kit/text.ts'

export const lightWords: Readonly<Record<Light, Text>> = {
  green: { zh: '绿灯', en: 'green' },
  yellow: { zh: '黄灯', en: 'yellow' },
  red: { zh: '红灯', en: 'red' },
  none: { zh: '不亮灯', en: 'no light' },
}

/** The words of the printed digest. */
export const digestWords = {
  language: { zh: 'zh', en: 'en' },
  between: { zh: '、', en: ', ' },
  title: { zh: '{campaign}督查周报（第 {n} 周）', en: '{campaign}: weekly digest, week {n}' },
  progress: { zh: '一、本周进展', en: '1. This week' },
  recordsLine: {
    zh: '{from} 至 {to}，{org}共上报记录 {n} 条，上周 {before} 条。',
    en: 'From {from} to {to} {org} handed in {n} {n|record|records}, {before} in the week before.',
  },
  indicator: { zh: '指标', en: 'Indicator' },
  week: { zh: '本周', en: 'This week' },
  before: { zh: '上周', en: 'Week before' },
  total: { zh: '累计', en: 'So far' },
  classes: { zh: '二、各类单位', en: '2. The units, by class' },
  lightsLine: {
    zh: '共 {units} 个单位，已启动 {started} 个；绿灯 {green} 个，黄灯 {yellow} 个，红灯 {red} 个。',
    en: '{units} {units|unit|units}, {started} have started; green {green}, yellow {yellow}, red {red}.',
  },
  began: { zh: '本周启动：{names}。', en: 'Began this week: {names}.' },
  busiest: { zh: '本周记录较多：{names}。', en: 'Most records this week: {names}.' },
  moved: { zh: '亮灯变化：{names}。', en: 'Lights that changed: {names}.' },
  movedOne: { zh: '{name}由{from}转{to}', en: '{name} from {from} to {to}' },
  behind: { zh: '进度落后 {n} 个：{names}。', en: '{n} behind: {names}.' },
  behindPart: { zh: '{part}单位进度落后。', en: 'Behind: {part} of the units.' },
  quiet: { zh: '本周没有新记录 {n} 个：{names}。', en: '{n} without a record this week: {names}.' },
  quietPart: { zh: '{part}单位本周没有新记录。', en: 'Without a record this week: {part} of the units.' },
  notStarted: { zh: '尚未启动 {n} 个：{names}。', en: '{n} have not started: {names}.' },
  notStartedPart: { zh: '{part}单位活动尚未启动。', en: 'Not started: {part} of the units.' },
  notices: { zh: '三、督办', en: '3. Notices' },
  noticesLine: {
    zh: '本周发出督办单 {issued} 份，答复 {answered} 份，办结 {closed} 份；在办 {open} 份。',
    en: 'This week {issued} {issued|notice was|notices were} issued, {answered} answered, {closed} closed; {open} are open.',
  },
  noticeOne: { zh: '{name}“{title}”（{due} 到期）', en: '{name} “{title}” (due {due})' },
  overdue: { zh: '逾期 {n} 份：{names}。', en: '{n} overdue: {names}.' },
  overdueCount: { zh: '逾期未复 {n} 份。', en: '{n} overdue.' },
  dueSoon: { zh: '七日内到期 {n} 份：{names}。', en: '{n} due within seven days: {names}.' },
  flags: { zh: '四、疑点核查', en: '4. Flags' },
  flagsLine: {
    zh: '本周核查无妨 {fine} 条，确有问题 {not_fine} 条；待核查 {waiting} 条。',
    en: 'Judged fine this week: {fine}; not fine: {not_fine}; {waiting} wait.',
  },
} as const satisfies Readonly<Record<string, Text>>
