import type { Day } from '#kit/day.ts'
import { type Decimal, plain } from '#kit/decimal.ts'
import type { Text } from '#kit/text.ts'
import type { Fraction } from '#scheme/compiled.ts'
import type { Quota } from '#scheme/quota.ts'
import type { Step } from './shape.ts'

/* The explanations of a quota, in both languages. */

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

const dayZh = (day: Day): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
const dayEn = (day: Day): string => `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`

const number = (n: Decimal): string => plain(n.toDecimalPlaces(4))
/** Said after a number in Chinese and left out in English, where the quota’s title says what is counted. */
const zhUnit = (unit: string): string => ` ${unit}`

const step = (name: Step['step'], zh: string, en: string): Step => ({ step: name, says: { zh, en } })

const share = (f: Fraction, all: string): string =>
  f.d.eq(1) ? (f.n.eq(1) ? all : `${plain(f.n.times(100))}%`) : `${plain(f.n)}/${plain(f.d)}`
const shareZh = (f: Fraction): string => share(f, '全部')
const shareEn = (f: Fraction): string => share(f, 'all')

/** 126 的 1/3; 1/3 of 126. */
const partZh = (f: Fraction, of: Decimal): string => `${number(of)} 的${f.d.eq(1) ? shareZh(f) : ` ${shareZh(f)}`}`
const partEn = (f: Fraction, of: Decimal): string => `${shareEn(f)} of ${number(of)}`

export const bound = (kind: 'at_least' | 'at_most' | 'exactly', n: Decimal, unit: string): Step => {
  const zh = { at_least: '不少于', at_most: '不超过', exactly: '正好' }[kind]
  const en = { at_least: 'At least', at_most: 'At most', exactly: 'Exactly' }[kind]
  return step('base', `要求${zh} ${number(n)}${zhUnit(unit)}`, `${en} ${number(n)}`)
}

export const sharing = (f: Fraction, of: Decimal, owed: Decimal, unit: string): Step =>
  step('base', `${number(owed)}${zhUnit(unit)} = ${partZh(f, of)}`, `${number(owed)} = ${partEn(f, of)}`)

export const sharingLinked = (f: Fraction, of: Decimal, owed: Decimal, unit: string): Step =>
  step(
    'linked',
    `联系 ${number(of)}${zhUnit(unit)}，应为 ${number(owed)} = ${partZh(f, of)}`,
    `${number(of)} linked; ${number(owed)} = ${partEn(f, of)}`,
  )

export const times = (n: number): Step => step('linked', `每个须走访 ${n} 次以上`, `Each counts when visited ${n} times`)

export type Numbers = { readonly owed: Decimal; readonly of: Decimal }

export const moved = (f: Fraction, before: Numbers, now: Numbers, on: Day): Step =>
  step(
    'was',
    `${dayZh(on)}前为 ${number(before.owed)} = ${partZh(f, before.of)}，此后为 ${number(now.owed)} = ${partZh(f, now.of)}`,
    `was ${number(before.owed)} = ${partEn(f, before.of)} until ${dayEn(on)}, now ${number(now.owed)} = ${partEn(f, now.of)}`,
  )

/** A bound that is no share: three for each of so many branches. */
export const movedPlain = (before: Decimal, now: Decimal, on: Day): Step =>
  step('was', `${dayZh(on)}前为 ${number(before)}，此后为 ${number(now)}`, `was ${number(before)} until ${dayEn(on)}, now ${number(now)}`)

export const movedInAll = (before: Numbers, now: Numbers, on: Day): Step =>
  step(
    'was',
    `${dayZh(on)}前为 ${number(before.owed)}（联系 ${number(before.of)}），此后为 ${number(now.owed)}（联系 ${number(now.of)}）`,
    `was ${number(before.owed)} (${number(before.of)} linked) until ${dayEn(on)}, now ${number(now.owed)} (${number(now.of)} linked)`,
  )

export const stratum = (title: Text, f: Fraction, of: Decimal, owed: Decimal, done: number): Step =>
  step(
    'stratum',
    `${title.zh}：联系 ${number(of)}，应访 ${number(owed)}（${shareZh(f)}），已访 ${done}`,
    `${title.en ?? title.zh}: ${number(of)} linked, ${number(owed)} owed (${shareEn(f)}), ${done} reached`,
  )

export const staged = (places: number, each: number, full: number, begun: number): Step =>
  step(
    'stage',
    `${places} 个地方，各 ${each}：已有 ${full} 个满 ${each}，${begun} 个已开始`,
    `${places} places with ${each} each: ${full} have ${each}, ${begun} more have begun`,
  )

export const forEach = (title: Text, n: Decimal, each: Decimal, owed: Decimal): Step =>
  step(
    'for_each',
    `“${title.zh}”为 ${number(n)}，每一个应有 ${number(each)}，共 ${number(owed)}`,
    `“${title.en ?? title.zh}” is ${number(n)}; ${number(each)} for each, so ${number(owed)}`,
  )

export const came = (on: Day): Step => step('came', `${dayZh(on)}起承担`, `Owed since ${dayEn(on)}`)
export const left = (on: Day): Step => step('left', `${dayZh(on)}后不再承担`, `Owed until ${dayEn(on)}`)

export const prorated = (base: Decimal, own: number, all: number, owed: Decimal): Step =>
  step(
    'prorate',
    `按天数折算：${number(base)} × ${own} ÷ ${all} 天，应为 ${number(owed)}`,
    `By days: ${number(base)} × ${own} ÷ ${all} days = ${number(owed)}`,
  )

export const carried = (before: Decimal, unit: string): Step =>
  step('carry', `此前完成的 ${number(before)}${zhUnit(unit)}一并计入`, `${number(before)} done before count as well`)

export const restarted = (on: Day): Step => step('restart', `自${dayZh(on)}起重新计算`, `Counted afresh since ${dayEn(on)}`)

export const gone = (n: number, unit: string): Step =>
  step('gone', `走访过的 ${n}${zhUnit(unit)}现已不由其联系，不再计入`, `${n} that were reached are no longer linked and no longer count`)

export const joint = (n: number, how: Quota['joint']): Step => {
  const zh = { each: '参加的人各计一次', first: '只计第一名参加人', split: '由参加的人平分' }[how]
  const en = {
    each: 'each participant is credited',
    first: 'only the first participant is credited',
    split: 'the participants share the credit',
  }[how]
  return step('joint', `其中 ${n} 条记录为多人共同完成：${zh}`, `${n} of the records were joint: ${en}`)
}

export const expectedBy = (day: Day, expected: Decimal, owed: Decimal, passed: number, all: number): Step =>
  step(
    'expected',
    `截至${dayZh(day)}应有 ${number(expected)}：${number(owed)} × ${passed} ÷ ${all} 天`,
    `By ${dayEn(day)}: ${number(expected)} = ${number(owed)} × ${passed} ÷ ${all} days`,
  )

export const soft: Step = step('soft', '原则上的要求', 'Asked in principle')
export const unsaid: Step = step('unsaid', '尚无可计算的数，暂不评判', 'Nothing to count yet, so nothing is judged')
export const blank: Step = step('blank', '所依据的数尚无数值，暂不能计算', 'What it rests on has no value yet')
