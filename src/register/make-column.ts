import type { Text } from '#kit/text.ts'
import type { Kind } from '#scheme/kind.ts'

export type Column = {
  readonly key: string
  readonly title: Text
  /** Other headings it is known by. */
  readonly also: readonly string[]
  readonly required?: true
  /** Kept as text in spreadsheets: leading zeros. */
  readonly text?: true
  readonly says: Text
  /** What stands in the template's example row. */
  readonly example: Text
  readonly choices?: readonly Kind[]
}

const day = (key: 'from' | 'until', zh: string, en: string, also: readonly string[]): Column => ({
  key,
  title: { zh, en },
  also,
  text: true,
  example: { zh: '' },
  says:
    key === 'from'
      ? {
          zh: '留空表示更正现有信息；填日期表示从该日起变更。可写 2012-05-01、2012/5/1、2012年5月1日',
          en: 'Blank corrects what is known; a day begins a change on it: 2012-05-01, 2012/5/1 …',
        }
      : { zh: '最后一天（含）；留空表示一直有效', en: 'The last day, included; blank for open' },
})

export const from = day('from', '有效起始', 'Valid from', [
  '起始日期',
  '生效日期',
  '开始日期',
  '起始日',
  '启用日期',
  'from',
  'start',
  'start date',
  'valid_from',
])
export const until = day('until', '有效截止', 'Valid until', [
  '截止日期',
  '失效日期',
  '结束日期',
  '截止日',
  '撤销日期',
  'until',
  'end',
  'end date',
  'to',
  'valid_until',
])
export const classes: Column = {
  key: 'class',
  title: { zh: '分类', en: 'Class' },
  also: ['排名分类', '排名组别', '组别', 'rank class'],
  example: { zh: '乡镇', en: 'township' },
  says: { zh: '同一分类的单位在一起排名', en: 'Orgs of one class are ranked among themselves' },
}
export const aliases: Column = {
  key: 'aliases',
  title: { zh: '别名', en: 'Aliases' },
  also: ['简称', '曾用名', 'alias', 'short name'],
  example: { zh: '' },
  says: { zh: '多个用顿号、逗号或分号隔开', en: 'Several are parted by commas' },
}

export const kind = (also: readonly string[], choices: readonly Kind[], example: string): Column => ({
  key: 'kind',
  title: { zh: '类型', en: 'Kind' },
  also: ['类别', 'type', ...also],
  choices,
  example: { zh: example, en: choices.find((k) => k.title.zh === example)?.title.en },
  says: {
    zh: `如 ${choices.map((k) => k.title.zh).join('、')}；也可填写本地自定的类型`,
    en: `Such as ${choices.map((k) => k.title.en).join(', ')}; or one of your own`,
  },
})

export const code = (also: readonly string[], example: string): Column => ({
  key: 'code',
  title: { zh: '编码', en: 'Code' },
  also: ['代码', '编号', 'id', 'no', ...also],
  required: true,
  text: true,
  example: { zh: `示例${example}`, en: `EXAMPLE${example}` },
  says: {
    zh: '唯一；再次导入时按编码更新；请设为文本以保留前导零。以“示例”开头的行不导入',
    en: 'Unique; importing again updates by code; keep as text for leading zeros. Rows beginning with EXAMPLE are left out',
  },
})

export const nameColumn = (zh: string, en: string, also: readonly string[], example: Text): Column => ({
  key: 'name',
  title: { zh, en },
  also: ['name', ...also],
  required: true,
  example,
  says: { zh: '可以重名，以编码区分', en: 'May repeat; codes tell them apart' },
})

export const parent = (also: readonly string[], example: string): Column => ({
  key: 'parent',
  title: { zh: '上级编码', en: 'Parent code' },
  also: ['上级代码', '父级编码', 'parent', 'parent_code', ...also],
  text: true,
  example: { zh: `示例${example}`, en: `EXAMPLE${example}` },
  says: {
    zh: '上级的编码；最上级留空；上级可以排在后面',
    en: 'The code of the one above; blank for the top; it may come later in the file',
  },
})

export const coded = (
  key: string,
  zh: string,
  en: string,
  also: readonly string[],
  says: Text,
  example: string,
  required?: true,
): Column => ({
  key,
  title: { zh, en },
  also,
  text: true,
  says,
  example: { zh: `示例${example}`, en: `EXAMPLE${example}` },
  ...(required ? { required } : {}),
})

export const plain = (key: string, zh: string, en: string, also: readonly string[], says: Text, example: Text): Column => ({
  key,
  title: { zh, en },
  also,
  says,
  example,
})
