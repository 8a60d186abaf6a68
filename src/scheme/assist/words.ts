import type { Text } from '#kit/text.ts'

/** What every expression may name, whatever the scheme: by the name, or the name and its property. */
export const fixedWords: Readonly<Record<string, Text>> = {
  org: { zh: '单位', en: 'the unit' },
  'org.kind': { zh: '单位类型', en: 'kind of unit' },
  'org.class': { zh: '单位分类', en: 'class of unit' },
  'org.code': { zh: '单位代码', en: 'code of the unit' },
  person: { zh: '人员', en: 'the person' },
  'person.rank': { zh: '职级', en: 'rank' },
  'person.post': { zh: '职务', en: 'post' },
  participant: { zh: '参加人员之一', en: 'one of the participants' },
  'participant.rank': { zh: '参加人员职级', en: 'the participant’s rank' },
  'participant.post': { zh: '参加人员职务', en: 'the participant’s post' },
  subject: { zh: '走访对象之一', en: 'one of those visited' },
  'subject.kind': { zh: '走访对象', en: 'the one visited' },
  'subject.tags': { zh: '走访对象的标签', en: 'tags of the one visited' },
  place: { zh: '地点', en: 'the place' },
  'place.kind': { zh: '地点类型', en: 'kind of place' },
  'place.code': { zh: '地点代码', en: 'code of the place' },
  participants: { zh: '参加人员', en: 'participants' },
  subjects: { zh: '走访对象', en: 'those visited' },
  photos: { zh: '照片张数', en: 'photos' },
  day: { zh: '日期', en: 'the day' },
  kind: { zh: '类型', en: 'the kind' },
  outcome: { zh: '办理结果', en: 'the outcome' },
  closed: { zh: '已办结', en: 'closed' },
  day_closed: { zh: '办结日期', en: 'the day it was closed' },
  event: { zh: '这一笔是提出还是办结', en: 'which event the fact is of' },
  linked: { zh: '所联系的对象', en: 'those linked' },
  members: { zh: '本单位人数', en: 'persons of the unit' },
  branches: { zh: '直接下级单位数', en: 'units directly below' },
  'team.kind': { zh: '队组类型', en: 'kind of team' },
  'team.code': { zh: '队组代码', en: 'code of the team' },
}

/** What else an editor offers in an expression; not part of how expressions are read out. */
export const offeredWords: Readonly<Record<string, Text>> = {
  ...fixedWords,
  team: { zh: '协作区、督导组', en: 'the team' },
  it: { zh: '这条记录，用于 has(it.字段)', en: 'the record, for has(it.field)' },
}

/** What `event` may be in an indicator of matters. */
export const eventItems: readonly { readonly key: string; readonly title: Text }[] = [
  { key: 'raised', title: { zh: '提出', en: 'raised' } },
  { key: 'closed', title: { zh: '办结', en: 'closed' } },
]

/** How to write each function and method, and what it gives. */
export const functionWords: Readonly<Record<string, Text & { readonly write: string }>> = {
  size: { write: 'size()', zh: '个数，或文字的字数', en: 'how many, or how many characters' },
  has: { write: 'has(it.)', zh: '是否填了这一项', en: 'whether a field was filled' },
  min: { write: 'min(, )', zh: '两数中小的', en: 'the smaller of two' },
  max: { write: 'max(, )', zh: '两数中大的', en: 'the larger of two' },
  abs: { write: 'abs()', zh: '绝对值', en: 'without its sign' },
  days_between: { write: 'days_between(, )', zh: '从前一日到后一日隔几天', en: 'days from one day to another' },
  workdays_between: {
    write: 'workdays_between(, )',
    zh: '隔几个工作日（按方案的节假日、调休）',
    en: 'working days from one day to another',
  },
  day_after: { write: 'day_after(, )', zh: '某日之后第几天', en: 'the day so many days later' },
  workday_after: { write: 'workday_after(, )', zh: '某日之后第几个工作日', en: 'the day so many working days later' },
  weekday: { write: 'weekday()', zh: '星期几：1 为星期一，7 为星期日', en: 'day of the week: 1 Monday … 7 Sunday' },
  is_workday: { write: 'is_workday()', zh: '是否工作日', en: 'whether it is a working day' },
  decimal: { write: 'decimal()', zh: '整数变为可除的数', en: 'an integer that can be divided' },
  contains: { write: 'contains("")', zh: '文字中含有', en: 'the text holds' },
  startsWith: { write: 'startsWith("")', zh: '文字以此开头', en: 'the text begins with' },
  endsWith: { write: 'endsWith("")', zh: '文字以此结尾', en: 'the text ends with' },
  trim: { write: 'trim()', zh: '去掉首尾空白', en: 'without blanks around it' },
  exists: { write: 'exists(x, )', zh: '至少有一个符合', en: 'at least one fits' },
  exists_one: { write: 'exists_one(x, )', zh: '恰有一个符合', en: 'exactly one fits' },
  all: { write: 'all(x, )', zh: '全都符合', en: 'all of them fit' },
  filter: { write: 'filter(x, )', zh: '只留符合的', en: 'those that fit' },
  map: { write: 'map(x, )', zh: '逐个换成', en: 'each turned into' },
}

/** Properties of what is no plain value. */
export const properties: Readonly<Record<string, readonly string[]>> = {
  Org: ['code', 'kind', 'class'],
  Person: ['rank', 'post'],
  Subject: ['kind', 'tags'],
  Place: ['code', 'kind'],
}
