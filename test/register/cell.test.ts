import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeOf, dayOf, lineOf, listOf } from '#register/cell.ts'

const column = { zh: '列', en: 'column' }
const value = (read: object): unknown => ('value' in read ? read.value : 'misfit' in read ? (read.misfit as { code: string }).code : read)

const days: readonly (readonly [written: string, read: unknown])[] = [
  ['2012-05-01', '2012-05-01'],
  ['2012/5/1', '2012-05-01'],
  ['2012.5.1', '2012-05-01'],
  ['2012年5月1日', '2012-05-01'],
  ['2012年05月01', '2012-05-01'],
  ['20120501', '2012-05-01'],
  ['2012年5月1日', '2012-05-01'],
  ['41030', '2012-05-01'],
  ['41030.75', '2012-05-01'],
  ['2012-05-01 08:30:00', '2012-05-01'],
  ['2012-05-01T08:30:00Z', '2012-05-01'],
  ['2012.05', '2012-05-01'],
  ['2012年5月', '2012-05-01'],
  ['', null],
  [' ', null],
  ['至今', null],
  ['长期', null],
  ['2012-02-30', 'bad-day'],
  ['5/1/2012', 'bad-day'],
  ['12-5-1', 'bad-day'],
  ['2012-13', 'bad-day'],
  ['昨天', 'bad-day'],
  ['1812-01-01', 'bad-day'],
  ['2400-01-01', 'bad-day'],
  ['0', 'bad-day'],
  ['99999999999', 'bad-day'],
]
for (const [written, read] of days) {
  test(`a day written “${written}” is ${read === 'bad-day' ? 'refused' : String(read)}`, () =>
    assert.equal(value(dayOf('from', column, written)), read))
}

test('a month alone is its last day where a last day is asked for', () => {
  assert.equal(value(dayOf('until', column, '2012年2月', true)), '2012-02-29')
  assert.equal(value(dayOf('until', column, '2012.12', true)), '2012-12-31')
})

const codes: readonly (readonly [written: string, read: string])[] = [
  ['0012', '0012'],
  [' 0012 ', '0012'],
  ['A-1', 'A-1'],
  ['\uFEFF12', '12'],
  ['3.20102199001012E+17', 'code-lost-digits'],
  ['1 2', 'code-shape'],
  ['1\u200B2', 'code-shape'],
  ['x'.repeat(65), 'code-shape'],
  ['', ''],
]
for (const [written, read] of codes)
  test(`a code written “${written.slice(0, 20)}” is ${read.slice(0, 20)}`, () => assert.equal(value(codeOf('code', written)), read))

test('a name keeps its full-width signs and rare characters; line breaks become spaces', () => {
  assert.equal(value(lineOf('name', column, ' 𠀀𪚥(三)\n家 ', 20)), '𠀀𪚥(三) 家')
  assert.equal(value(lineOf('name', column, '𠀀'.repeat(20), 20)), '𠀀'.repeat(20))
  assert.equal(value(lineOf('name', column, '𠀀'.repeat(21), 20)), 'too-long')
  for (const bad of ['a\u0000b', 'a\u0007', '\ud800', 'a\uffff']) assert.equal(value(lineOf('name', column, bad, 20)), 'invisible')
  assert.equal(value(lineOf('name', column, '#REF!', 20)), 'formula-error')
})

test('a list is parted by every sign people use', () => {
  assert.deepEqual(value(listOf('tags', column, '困难户、老党员,残疾人;a|a b;;困难户', 9, 9)), ['困难户', '老党员', '残疾人', 'a', 'a b'])
  assert.equal(value(listOf('tags', column, 'a,b,c', 2, 9)), 'too-many')
})
