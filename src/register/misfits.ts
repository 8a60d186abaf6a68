import type { Misfit } from '#kit/fault.ts'
import { type Text, fill } from '#kit/text.ts'

/** Everything that can be wrong with an entry of the register. The key is the misfit's code and never changes its meaning. */
export const catalogue = {
  'code-missing': { zh: '缺少编码', en: 'The code is missing' },
  'code-shape': {
    zh: '编码“{value}”含有空格、不可见字符，或超过 {most} 字',
    en: 'The code “{value}” has spaces or invisible characters, or more than {most} characters',
  },
  'code-lost-digits': {
    zh: '编码以数字格式保存，15 位以后的数字已丢失；请把该列设为文本后重新填写',
    en: 'The code was kept as a number and lost its digits after the 15th; make the column text and enter it again',
  },
  'code-twice': {
    zh: '编码“{value}”在本文件中重复（第 {row} 行已有）',
    en: 'The code “{value}” stands twice in this file (first in row {row})',
  },
  'code-taken': { zh: '编码“{value}”已被使用', en: 'The code “{value}” is taken' },
  'name-missing': { zh: '缺少名称', en: 'The name is missing' },
  'name-differs': { zh: '同一编码前面的名称是“{before}”', en: 'The same code was named “{before}” above' },
  'too-long': { zh: '{column}超过 {most} 字', en: '{column} has more than {most} characters' },
  invisible: { zh: '{column}含有不可见的控制字符', en: '{column} has invisible control characters' },
  'too-many': { zh: '{column}超过 {most} 个', en: '{column} has more than {most} entries' },
  'kind-missing': { zh: '缺少类型', en: 'The kind is missing' },
  'org-missing': { zh: '缺少单位编码', en: 'The org’s code is missing' },
  'unknown-parent': { zh: '找不到上级编码“{value}”', en: 'There is no parent with the code “{value}”' },
  'unknown-org': { zh: '找不到单位编码“{value}”', en: 'There is no org with the code “{value}”' },
  'unknown-place': { zh: '找不到区域编码“{value}”', en: 'There is no place with the code “{value}”' },
  'unknown-person': { zh: '找不到人员编码“{value}”', en: 'There is no person with the code “{value}”' },
  'unknown-subject': { zh: '找不到走访对象编码“{value}”', en: 'There is no subject with the code “{value}”' },
  'unknown-type': { zh: '{column}“{value}”应为：{expected}', en: '{column} “{value}” should be one of: {expected}' },
  circle: { zh: '上级关系成环：{value}', en: 'The parents run in a circle: {value}' },
  'bad-day': { zh: '{column}“{value}”不是日期', en: '{column} “{value}” is not a date' },
  'day-order': { zh: '截止日早于起始日', en: 'It ends before it begins' },
  'formula-error': { zh: '{column}是公式错误值 {value}', en: '{column} is a formula’s error {value}' },
} as const satisfies Record<string, Text>

export type MisfitCode = keyof typeof catalogue

/** `path` names the field; values of `details` that are Text are said in each language. */
export const misfit = (path: string, code: MisfitCode, details: Readonly<Record<string, string | number | Text>> = {}): Misfit => {
  const said = (language: 'zh' | 'en'): Record<string, unknown> =>
    Object.fromEntries(Object.entries(details).map(([k, v]) => [k, typeof v === 'object' ? (v[language] ?? v.zh) : v]))
  return { path, code, says: { zh: fill(catalogue[code].zh, said('zh')), en: fill(catalogue[code].en, said('en')) } }
}
