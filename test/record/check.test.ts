import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { FieldValue } from '#record/shape.ts'
import { campaign, check, contextOf, idOf, misfits, people, subjects, visit } from './world.ts'

const image = (n: number) => ({ sha256: String(n).repeat(64).slice(0, 64), name: `${n}.jpg`, type: 'image/jpeg', size: 1 })
const pdf = (n: number) => ({ ...image(n), type: 'application/pdf' })

const compiled = campaign()
const check1 = (fields: Readonly<Record<string, FieldValue>>) => check(visit({ days: '2', met: true, ...fields }), { compiled })

const refused: readonly (readonly [says: string, fields: Readonly<Record<string, FieldValue>>, misfits: readonly string[]])[] = [
  ['a field the form has not', { dayz: '2' }, ['fields.dayz unknown']],
  ['a field named like part of an object', { constructor: '2', toString: '3' }, ['fields.constructor unknown', 'fields.toString unknown']],
  ['a required field that is blank', { days: ' ' }, ['fields.days required']],
  ['a number in words', { days: '两天' }, ['fields.days type']],
  ['a whole number with decimals', { days: '2.5' }, ['fields.days type']],
  ['a number with an exponent', { funds: '1e308' }, ['fields.funds type']],
  ['not a number', { funds: 'NaN' }, ['fields.funds type']],
  ['infinity', { funds: 'Infinity' }, ['fields.funds type']],
  ['a hexadecimal number', { days: '0x10' }, ['fields.days type']],
  ['a number of two hundred digits', { funds: '9'.repeat(200) }, ['fields.funds type']],
  ['a number of sixteen digits', { funds: '1234567890123456' }, ['fields.funds digits']],
  ['a negative amount of money', { funds: '-1' }, ['fields.funds min']],
  ['fewer than the least', { days: '0' }, ['fields.days min']],
  ['more than the most', { days: '16' }, ['fields.days max']],
  ['too many decimals', { temperature: '36.55' }, ['fields.temperature decimals']],
  ['a truth value for a number', { days: true }, ['fields.days type']],
  ['an approximate word where an exact number is asked for', { days: { value: '2', approx: '余' } }, ['fields.days approx']],
  ['an approximate word with no number', { funds: { value: '多', approx: '余' } }, ['fields.funds type']],
  ['an option that there is not', { way: 'gold' }, ['fields.way option']],
  ['several options for one', { way: ['money'] }, ['fields.way option']],
  ['an unknown among several options', { topics: ['a', 'c'] }, ['fields.topics option']],
  ['a text that is too long', { way: 'goods', worth: '1', receipt: '一二三四五六' }, ['fields.receipt length']],
  ['a required field that has come to be shown', { way: 'goods' }, ['fields.worth required']],
  ['a text its check refuses', { what: '好' }, ['fields.what check']],
  ['a day that does not exist', { on: '2012-02-30' }, ['fields.on date']],
  ['a time that does not exist', { at: '24:00' }, ['fields.at time']],
  ['a word for a truth value', { met: 'yes' }, ['fields.met type']],
  ['several wrong things, all at once', { days: '0', way: 'x', on: 'x' }, ['fields.days min', 'fields.way option', 'fields.on date']],
]
for (const [says, fields, expected] of refused) {
  test(`a visit is refused with ${says}`, () => {
    const checked = check1(fields)
    assert.deepEqual(misfits(checked), expected)
    for (const m of checked.misfits) assert.ok(m.says.zh !== '' && (m.says.en ?? '') !== '')
  })
}

test('full-width digits, thousands and ends become plain; blanks become null', () => {
  const { content, misfits: found } = check1({
    days: ' \uff11\uff12\u3000',
    funds: '\uff12\uff13\uff0e4500',
    temperature: '1,234.50',
    what: '  桥面积水\uff0c要修。 ',
    at: '\uff10\uff19\uff1a30',
    way: '',
  })
  assert.deepEqual(found, [])
  assert.deepEqual(content.fields, {
    days: '12',
    temperature: '1234.5',
    funds: '23.45',
    way: null,
    what: '桥面积水\uff0c要修。',
    at: '09:30',
    met: true,
  })
})

test('an approximate number keeps its word and becomes plain', () => {
  assert.deepEqual(check1({ funds: { value: '5,100', approx: '近' } }).content.fields['funds'], { value: '5100', approx: '近' })
})

test('a hidden field is dropped with whatever was wrong in it, and so is what it would have shown', () => {
  const checked = check1({ way: 'money', worth: 'x', receipt: '票' })
  assert.deepEqual(misfits(checked), [])
  assert.deepEqual(Object.keys(checked.content.fields), ['days', 'way', 'met'])
})

test('a rule that flags is told and one that blocks refuses; a blank breaks neither', () => {
  assert.deepEqual(
    check1({ days: '11' }).flags.map((f) => f.rule),
    ['long'],
  )
  assert.deepEqual(misfits(check1({ funds: '100' })), ['rules.alone rule'])
  assert.deepEqual(check(visit({ days: '2' }), { compiled }).flags, [])
  assert.deepEqual(
    check1({ met: false }).flags.map((f) => f.rule),
    ['seen'],
  )
})

test('the day lies within the campaign and not in the future', () => {
  assert.deepEqual(misfits(check(visit({ days: '1' }, { day: '2012-02-19' }))), ['day window'])
  assert.deepEqual(misfits(check(visit({ days: '1' }, { day: '2012-06-02' }))), ['day future'])
  assert.deepEqual(misfits(check(visit({ days: '1' }, { day: '2012-06-01' }))), [])
})

test('a visit has its place, its people and subjects of its kinds, each once', () => {
  assert.deepEqual(misfits(check(visit({ days: '1' }, { place: null }))), ['place required'])
  assert.deepEqual(misfits(check(visit({ days: '1' }, { participants: [] }))), ['participants few'])
  assert.deepEqual(misfits(check(visit({ days: '1' }, { participants: people(11, 12, 13) }))), ['participants many'])
  assert.deepEqual(misfits(check(visit({ days: '1' }, { participants: people(11, 11) }))), ['participants.1 twice'])
  assert.deepEqual(misfits(check(visit({ days: '1' }, { subjects: subjects(21, 22, 23, 24) }))), ['subjects many'])
  const firm = visit({ days: '1' }, { subjects: subjects(21) })
  assert.deepEqual(misfits(check(firm, { context: contextOf(firm, '企业') })), ['subjects.0 kind'])
  const report = visit({}, { participants: [] })
  assert.deepEqual(misfits(check(report, { kind: 'report' })), ['place unknown'])
})

test('photos and files are counted apart', () => {
  assert.deepEqual(misfits(check(visit({ days: '1' }, { attachments: [image(1), image(2), pdf(3)] }))), [])
  assert.deepEqual(misfits(check(visit({ days: '1' }, { attachments: [image(1), image(2), image(3), pdf(4), pdf(5)] }))), [
    'attachments photos',
    'attachments files',
  ])
})

test('someone outside the circle is flagged, refused or let pass, as the scheme says', () => {
  const two = visit({ days: '1' }, { participants: people(11, 12) })
  assert.deepEqual(
    check(two, { compiled: campaign('flag') }).flags.map((f) => f.rule),
    ['outside'],
  )
  assert.deepEqual(misfits(check(two, { compiled: campaign('block') })), ['participants.1 outside'])
  const passed = check(two, { compiled: campaign('ignore') })
  assert.deepEqual([passed.flags, passed.misfits], [[], []])
})

test('a matter ends in one of its outcomes, not before it was raised nor in the future', () => {
  const closed = (outcome: string, day: string) => misfits(check(visit({}, { closing: { outcome, day, note: '' } }), { kind: 'problem' }))
  assert.deepEqual(closed('solved', '2012-05-04'), [])
  assert.deepEqual(closed('solvd', '2012-05-03'), ['closing.outcome option', 'closing.day min'])
  assert.deepEqual(closed('solved', '2012-06-02'), ['closing.day future'])
  assert.deepEqual(
    misfits(check(visit({ days: '1' }, { closing: { outcome: 'solved', day: '2012-05-05', note: '' }, raisedIn: idOf<'record'>(9) }))),
    ['closing unknown', 'raisedIn unknown'],
  )
})

const keys = ['days', 'temperature', 'funds', 'land', 'way', 'topics', 'worth', 'receipt', 'what', 'on', 'at', 'met', 'other']
const scraps = [
  '1',
  '2.5',
  '12',
  '-3',
  '1e5',
  '',
  'money',
  'goods',
  'a',
  '2012-05-05',
  '09:30',
  ' 走访情况 ',
  '９',
  '\u0000',
  '𠮷',
  "'; drop table record; --",
]
const anyValue: fc.Arbitrary<FieldValue> = fc.oneof(
  fc.constantFrom(...scraps),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.constantFrom(...scraps), { maxLength: 3 }),
  fc.record({ value: fc.constantFrom(...scraps), approx: fc.constantFrom('余' as const, '近' as const) }),
)

test('whatever is entered is checked without throwing, and what has passed passes again unchanged', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), anyValue), (fields) => {
      const first = check(visit(fields), { compiled })
      const again = check(first.content, { compiled })
      assert.deepEqual(again.content, first.content)
      if (first.misfits.length === 0) assert.deepEqual(again.misfits, [])
    }),
    { numRuns: 400 },
  )
})

test('a form for one class of units is refused from, flagged for or open to another, as the scheme says', () => {
  const by = (kind: string, ...path: readonly string[]) => {
    const written = visit({}, { place: null, participants: [] })
    const context = { ...contextOf(written), org: path.map((own, i) => ({ id: written.org, code: `o${i}`, kind: '', class: own })) }
    const checked = check(written, { kind, context })
    return [misfits(checked), checked.flags.map((f) => f.rule)]
  }
  assert.deepEqual(by('lesson', '市', '学校'), [[], []])
  assert.deepEqual(by('lesson', '市', '乡镇'), [['org class'], []])
  assert.deepEqual(by('tour', '市', '乡镇'), [[], ['class']])
  assert.deepEqual(by('choir', '市', '乡镇'), [[], []])
})

test('a unit without a class of its own is of the class of the nearest org above that has one', () => {
  const written = visit({}, { place: null, participants: [] })
  const path = ['市', '学校', ''].map((own, i) => ({ id: written.org, code: `o${i}`, kind: '', class: own }))
  const checked = check(written, { kind: 'lesson', context: { ...contextOf(written), org: path } })
  assert.deepEqual([misfits(checked), checked.flags], [[], []])
})
