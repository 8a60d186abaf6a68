import type { Day } from '#kit/day.ts'
import type { Id, PersonId, SubjectId } from '#kit/id.ts'
import { type CheckedContent, checkContent } from '#record/check.ts'
import { type Content, type ContentInput, type Context, content as shape } from '#record/shape.ts'
import type { Compiled, CompiledForm } from '#scheme/compiled.ts'
import { formatMistake } from '#scheme/mistake.ts'
import { readScheme } from '#scheme/read.ts'

/* A small campaign and people to send: test data of this room. */

const scheme = `
scheme: try-it
title: 试
window: { from: 2012-02-20, to: 2012-12-31 }
subjects: [{ key: 农户, title: 农户, unit: 户 }, { key: 企业, title: 企业, unit: 家 }]
participants: { where: 'person.rank == "乡科级"', widen: true, outside: OUTSIDE }
classes: [{ key: town, title: 乡镇, where: org.class == "乡镇" }, { key: school, title: 学校, where: org.class == "学校" }]
activities:
  visit:
    title: 走访
    place: required
    to: [农户]
    subjects: { min: 0, max: 3 }
    participants: { min: 1, max: 2 }
    photos: { max: 2 }
    files: { max: 1 }
    fields:
      - { key: days, title: 天数, type: integer, unit: 天, min: 1, max: 15, required: true }
      - { key: temperature, title: 温度, type: decimal, decimals: 1 }
      - { key: funds, title: 资金, type: money, unit: 万元, decimals: 4, approx: true }
      - { key: land, title: 面积, type: integer, unit: 公顷 }
      - { key: way, title: 方式, type: choice, options: [{ key: money, title: 钱 }, { key: goods, title: 物 }] }
      - { key: topics, title: 内容, type: choices, options: [{ key: a, title: 甲 }, { key: b, title: 乙 }] }
      - { key: worth, title: 折价, type: money, show: way == "goods", required: true }
      - { key: receipt, title: 凭证, type: text, show: has(it.worth), length: 5 }
      - { key: what, title: 情况, type: longtext, check: what.size() >= 2, says: { zh: 过于简略, en: Too short } }
      - { key: on, title: 日期, type: date }
      - { key: at, title: 时间, type: time }
      - { key: met, title: 见面, type: boolean }
    rules:
      - { key: long, check: days <= 10, otherwise: flag, says: { zh: 超过 10 天, en: More than 10 days } }
      - { key: alone, check: funds < 1000000 || size(participants) > 1, otherwise: block, says: { zh: 大额资金须两人经手, en: Two people for large sums } }
      - { key: seen, check: met, otherwise: flag, says: { zh: 未见到人, en: Nobody was met } }
  report: { title: 报告, place: none, participants: { min: 0 } }
  lesson: { title: 示范课, for: [school], otherwise: block, participants: { min: 0 } }
  tour: { title: 参观, for: [school], participants: { min: 0 } }
  choir: { title: 合唱, for: [school], otherwise: ignore, participants: { min: 0 } }
matters:
  problem:
    title: 问题
    outcomes: [{ key: solved, title: 已解决, solved: true }, { key: explained, title: 解释 }]
indicators: {}
`

export const campaign = (outside: 'block' | 'flag' | 'ignore' = 'flag'): Compiled => {
  const result = readScheme(scheme.replace('OUTSIDE', outside))
  if (!result.ok) throw new Error(result.mistakes.map((m) => formatMistake('test', m, 'en')).join('\n'))
  return result.compiled
}

export const idOf = <Of extends string>(n: number): Id<Of> => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` as Id<Of>
export const people = (...ns: readonly number[]): PersonId[] => ns.map((n) => idOf<'person'>(n))
export const subjects = (...ns: readonly number[]): SubjectId[] => ns.map((n) => idOf<'subject'>(n))

export const visit = (fields: Content['fields'], more: Partial<ContentInput> = {}): Content =>
  shape.parse({ day: '2012-05-04', org: idOf(1), place: idOf(2), participants: [idOf(11)], subjects: [], ...more, fields })

export const contextOf = (content: Content, kind = '农户'): Context => ({
  org: [{ id: content.org, code: 'an-feng', kind: '镇', class: '乡镇' }],
  place: content.place === null ? [] : [{ id: content.place, code: 'v-1', kind: '村' }],
  participants: content.participants.map((id, i) => ({
    id,
    rank: i === 0 ? '乡科级' : '科员',
    post: '干部',
    org: content.org,
    within: i === 0,
  })),
  subjects: content.subjects.map((id) => ({ id, kind, tags: ['困难'] })),
})

export const formOf = (compiled: Compiled, kind: string): CompiledForm => {
  const form = compiled.activities.get(kind) ?? compiled.matters.get(kind)
  if (form === undefined) throw new Error(`no form ${kind}`)
  return form
}

export const check = (
  content: Content,
  { kind = 'visit', compiled = campaign(), today = '2012-06-01' as Day, context = contextOf(content) } = {},
): CheckedContent => checkContent(formOf(compiled, kind), content, context, compiled, today)

/** `path code` of each misfit. */
export const misfits = (checked: CheckedContent): readonly string[] => checked.misfits.map((m) => `${m.path} ${m.code}`)
