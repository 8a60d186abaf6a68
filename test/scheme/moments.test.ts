import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Announced, dayOf, nothingAnnounced, phaseDays, phaseState, phasesAmiss } from '#scheme/moments.ts'
import { readScheme } from '#scheme/read.ts'
import type { Scheme } from '#scheme/shape.ts'

const schemeOf = (phases: string): Scheme => {
  const read = readScheme(`
scheme: try-it
title: 试
window: { from: 2012-02-20, to: 2012-12-31 }
events: [{ key: opening, title: 动员, day: 2012-02-25 }, { key: congress, title: 大会 }]
phases: ${phases}
activities: {}
indicators: {}
`)
  if (!read.ok) throw new Error(read.mistakes.map((m) => `${m.code} ${m.what.zh}`).join('; '))
  return read.scheme
}
const said = (...days: readonly (readonly [string, string])[]): Announced => new Map(days)
const lines = (scheme: Scheme, announced = nothingAnnounced) =>
  phaseDays(scheme, announced).map((p) => `${p.key} ${p.from ?? '?'} ${p.until ?? '?'}`)

const phases =
  '[{ key: a, title: 甲, from: event:opening, until: 2012-04-30 }, { key: b, title: 乙, until: event:congress }, { key: c, title: 丙, from: event:congress }]'

test('what was announced goes before what the scheme says, and an event may have no day yet', () => {
  const scheme = schemeOf(phases)
  assert.equal(dayOf(scheme, nothingAnnounced, 'event:opening'), '2012-02-25')
  assert.equal(dayOf(scheme, said(['opening', '2012-02-27']), 'event:opening'), '2012-02-27')
  assert.equal(dayOf(scheme, nothingAnnounced, 'event:congress'), null)
  assert.equal(dayOf(scheme, nothingAnnounced, '2012-05-01'), '2012-05-01')
})

test('phases get their days from events and from their neighbours', () => {
  const scheme = schemeOf(phases)
  assert.deepEqual(lines(scheme), ['a 2012-02-25 2012-04-30', 'b 2012-05-01 ?', 'c ? 2012-12-31'])
  assert.deepEqual(lines(scheme, said(['congress', '2012-11-08'])), [
    'a 2012-02-25 2012-04-30',
    'b 2012-05-01 2012-11-07',
    'c 2012-11-08 2012-12-31',
  ])
})

test('a phase whose end waits goes on; one whose beginning waits has not come', () => {
  const states = (today: string, announced = nothingAnnounced) => phaseDays(schemeOf(phases), announced).map((p) => phaseState(p, today))
  assert.deepEqual(states('2012-02-20'), ['ahead', 'ahead', 'waits'])
  assert.deepEqual(states('2012-12-01'), ['past', 'now', 'waits'])
  assert.deepEqual(states('2012-12-01', said(['congress', '2012-11-08'])), ['past', 'past', 'now'])
})

test('an event on a day that would turn phases round is noticed', () => {
  const scheme = schemeOf(phases)
  assert.deepEqual(phasesAmiss(scheme, said(['congress', '2012-11-08'])), [])
  assert.deepEqual(
    phasesAmiss(scheme, said(['congress', '2012-05-01'])).map((p) => p.key),
    ['b'],
  )
  assert.deepEqual(
    phasesAmiss(scheme, said(['opening', '2012-06-01'])).map((p) => p.key),
    ['a'],
  )
})
