import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fault } from '#kit/fault.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { readScheme } from '#scheme/read.ts'
import { rehearse } from '#simulate/rehearse.ts'

const compiled = (more: string, rules = ''): Compiled => {
  const read = readScheme(`scheme: spring
title: 春季
window: { from: 2024-03-01, to: 2024-06-30 }
classes: [{ key: town, title: 乡镇, where: org.kind == "township" }, { key: other, title: 部门, where: 'true' }]
subjects: [{ key: household, title: 农户, unit: 户 }]
activities:
  visit:
    title: 走访
    review: true
    to: [household]
    subjects: { min: 1 }
    fields: [{ key: cards, title: 联系卡, type: integer, unit: 张, min: 0, required: true }]
    rules: [${rules}]
indicators:
  visits: { title: 次数, unit: 次, from: visit, headline: true }
  households: { title: 户数, unit: 户, from: visit, distinct: subject }
  many: { title: 万张以上, unit: 次, of: visits, when: cards > 9999 }
${more}`)
  assert.ok(read.ok, JSON.stringify(read.ok ? '' : read.mistakes))
  return read.compiled
}

test('the same scheme, seed and scale give the same rehearsal, another seed another', () => {
  const scheme = compiled('')
  assert.deepEqual(rehearse(scheme, '1', 0.05), rehearse(scheme, '1', 0.05))
  assert.notDeepEqual(rehearse(scheme, '2', 0.05).figures, rehearse(scheme, '1', 0.05).figures)
})

test('a rehearsal adds figures up by class, tells what waits and what stays at nothing', () => {
  const { figures, records, waiting, classes, units, kinds } = rehearse(compiled(''), '1', 0.05)
  const visits = figures.find((f) => f.indicator === 'visits')
  assert.equal(Number(visits?.byClass['town']) + Number(visits?.byClass['other']), Number(visits?.confirmed))
  assert.ok(Number(visits?.confirmed) > 0 && Number(visits?.confirmed) + Number(visits?.pending) <= records)
  assert.equal(Number(visits?.pending), waiting)
  assert.equal(figures.find((f) => f.indicator === 'many')?.confirmed, '0')
  assert.equal(
    classes.reduce((n, c) => n + c.units, 0),
    units,
  )
  assert.ok((kinds[0]?.usual ?? 0) >= (kinds[0]?.least ?? 0) && (kinds[0]?.least ?? 0) > 0)
})

test('a quota that nobody can miss is met by all who owe it, one that nobody can reach by none', () => {
  const { quotas, units } = rehearse(
    compiled(`quotas:
  easy: { title: 不少于零次, who: org, indicator: visits, at_least: 0 }
  hard: { title: 不少于十万次, who: org, indicator: visits, at_least: 100000 }
  each: { title: 每人每月一户, who: person, indicator: households, at_least: 1, every: month }`),
    '1',
    0.05,
  )
  const [easy, hard, each] = quotas
  assert.deepEqual([easy?.owing, easy?.met], [units, units])
  assert.deepEqual([hard?.owing, hard?.met], [units, 0])
  assert.ok((each?.past.periods ?? 0) === 3 * (each?.owing ?? 0) && (each?.past.met ?? 0) < (each?.past.periods ?? 0))
})

test('of a stock it is asked what there is by the end of a period, whenever it came', () => {
  const { quotas } = rehearse(
    compiled(`  so_far: { title: 累计, unit: 次, from: visit, take: stock }
quotas:
  ever: { title: 至少一次, who: org, indicator: so_far, at_least: 1 }
  today: { title: 每天至少有一次在册, who: org, indicator: so_far, at_least: 1, every: day }`),
    '1',
    0.05,
  )
  const [ever, today] = quotas
  assert.ok((ever?.met ?? 0) > 0)
  assert.equal(today?.met, ever?.met)
})

test('quotas of teams are counted as left out, and figures bring their digits', () => {
  const { quotas, ofTeams, figures } = rehearse(
    compiled(`  rate: { title: 占比, unit: '%', decimals: 1, ratio: { part: many, whole: visits } }
quotas:
  own: { title: 各单位, who: org, indicator: visits, at_least: 1 }
  joint: { title: 各协作组, who: team, indicator: visits, at_least: 1 }`),
    '1',
    0.05,
  )
  assert.deepEqual([quotas.map((q) => q.quota), ofTeams], [['own'], 1])
  assert.deepEqual(
    figures.filter((f) => f.decimals !== null).map((f) => [f.indicator, f.decimals]),
    [['rate', 1]],
  )
})

test('a form that nothing fits is named instead of rehearsed', () => {
  const impossible = compiled('', '{ key: no, check: cards < 0, otherwise: block, says: 不可能 }')
  assert.throws(
    () => rehearse(impossible, '1', 0.05),
    (error) => error instanceof Fault && error.code === '422.20',
  )
})

test('a matter that needs a place is rehearsed though what it is raised in may have none', () => {
  const { kinds } = rehearse(
    compiled(`matters:
  risk: { title: 风险, place: required, outcomes: [{ key: gone, title: 消除, solved: true }] }`),
    '1',
    0.05,
  )
  assert.ok((kinds.find((k) => k.kind === 'risk')?.records ?? 0) > 0)
})
