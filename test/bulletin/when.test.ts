import assert from 'node:assert/strict'
import { test } from 'node:test'
import { completeTemplate } from '#bulletin/assist.ts'
import { check } from '#bulletin/check.ts'
import { plan } from '#bulletin/render.ts'
import type { World } from '#bulletin/world.ts'
import { outlineOf } from '#scheme/assist/outline.ts'
import { readScheme } from '#scheme/read.ts'
import { world } from './pure.ts'

const source = `scheme: terms
title: 学期
window: { from: 2026-02-26, to: 2027-01-20 }
holidays: [{ from: 2026-05-01, to: 2026-05-05 }]
events: [{ key: closing, title: 结束 }]
phases:
  - { key: spring, title: 春季学期, from: 2026-02-26, until: 2026-07-05 }
  - { key: autumn, title: 秋季学期, from: event:closing + 2 months, until: 2027-01-20 }
classes: [{ key: township, title: 乡镇, where: org.kind == "township" }]
activities: { visit: { title: 家访 } }
matters: { problem: { title: 问题, outcomes: [{ key: done, title: 办结 }] } }
indicators:
  visits: { title: 家访, unit: 次, from: visit }
  raised: { title: 受理, unit: 件, from: problem.raised }
  open: { title: 未办结, unit: 件, of: raised, when: '!closed' }
`.replace('+ 2 months', '+ 8 weeks')

const at = (today: string, announced: ReadonlyMap<string, string> = new Map()): World => {
  const read = readScheme(source)
  assert.ok(read.ok, read.ok ? '' : read.mistakes[0]?.what.en)
  return { ...world, campaign: { ...world.campaign, compiled: read.compiled }, others: {}, today, announced }
}

const days = (text: string, on: World): readonly string[] => {
  const { checked, mistakes } = check(text, on)
  assert.deepEqual(mistakes, [])
  return plan(checked).figures.map((a) => `${a.from ?? ''} – ${a.to ?? ''}`)
}

test('a figure of a phase is of its days, also where they hang on an event', () => {
  assert.deepEqual(days('{{ figure("visits", {"phase": "spring"}) }}', at('2026-06-01')), ['2026-02-26 – 2026-07-05'])
  assert.deepEqual(days('{{ figure("visits", {"phase": "autumn"}) }}', at('2026-06-01')), ['9999-12-31 – 9999-12-31'])
  const announced = new Map([['closing', '2026-07-05']])
  assert.deepEqual(days('{{ figure("visits", {"phase": "autumn"}) }}', at('2026-06-01', announced)), ['2026-08-30 – 2027-01-20'])
})

test('a table by phase has a row for each that has begun', () => {
  const announced = new Map([['closing', '2026-07-05']])
  assert.deepEqual(days('::: table by=phase indicators=visits', at('2026-06-01', announced)), ['2026-02-26 – 2026-07-05'])
  assert.deepEqual(days('::: table by=phase indicators=visits', at('2026-10-01', announced)), [
    '2026-02-26 – 2026-07-05',
    '2026-08-30 – 2027-01-20',
  ])
})

test('what is older than so many working days ends where one day more would not be: holidays and Sundays wait', () => {
  const last = (older: string, today: string) => days(`{{ figure("open", {"older": "${older}"}) }}`, at(today))[0]?.slice(3)
  // Raised on Friday 15 May, the fifth working day is Friday 22 May: overdue from Monday 25 May on.
  assert.equal(last('5 working days', '2026-05-22'), '2026-05-14')
  assert.equal(last('5 working days', '2026-05-24'), '2026-05-14')
  assert.equal(last('5 working days', '2026-05-25'), '2026-05-17')
  // Raised on 30 April; holidays until 5 May; the first working day after is Wednesday the 6th.
  assert.equal(last('1 working day', '2026-05-06'), '2026-04-29')
  assert.equal(last('1个工作日', '2026-05-07'), '2026-05-05')
  assert.equal(last('7 days', '2026-05-20'), '2026-05-12')
  assert.deepEqual(days('{{ figure("open", {"from": "2026-03-01", "older": "7 days"}) }}', at('2026-05-20')), ['2026-03-01 – 2026-05-12'])
  assert.deepEqual(days('::: table indicators=open period=2026-04 older="7 days"', at('2026-05-20')), ['2026-04-01 – 2026-04-30'])
})

test('a phase that there is not, and a length that is none, are mistakes at their places', () => {
  const wrong = (text: string) => check(text, at('2026-06-01')).mistakes.map((m) => `${m.line}:${m.column} ${m.code} ${m.path}`)
  assert.deepEqual(wrong('{{ figure("visits", {"phase": "winter"}) }}'), ['1:32 B127 winter'])
  assert.deepEqual(wrong('{{ figure("open", {"older": "a while"}) }}'), ['1:30 B128 a while'])
  assert.deepEqual(wrong('{{ figure("visits", {"phase": "spring", "period": "2026-05"}) }}'), ['1:42 B113 period'])
  assert.deepEqual(wrong('{{ before("visits", {"phase": "spring"}) }}'), ['1:23 B113 phase'])
})

test('phases and quotas are offered where they may stand in a template', () => {
  const outline = outlineOf(`${source}quotas:\n  ten: { title: 十次, who: org, indicator: visits, at_least: 10 }\n`, 0, null)
  const offered = (text: string) => completeTemplate(text, text.length, outline)?.choices.map((c) => c.word) ?? []
  assert.deepEqual(offered('{{ figure("visits", {"phase": "'), ['spring', 'autumn'])
  assert.deepEqual(offered('::: table by=phase phase='), ['spring', 'autumn'])
  assert.deepEqual(offered('{{ met("'), ['ten'])
  assert.deepEqual(offered('{{ met("ten", "'), ['township'])
  assert.deepEqual(offered('::: behind quota='), ['ten'])
})
