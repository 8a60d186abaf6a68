import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Decimal } from '#kit/decimal.ts'
import { Fault } from '#kit/fault.ts'
import type { Names } from '#scheme/compiled.ts'
import { It, Person, Subject, type Variables, expressions, personProgram } from '#scheme/expression.ts'

const fields: Variables = { days: 'int', cards: 'int', funds: 'decimal', ok: 'bool', way: 'string', tags: 'list<string>' }
const variables: Variables = { ...fields, participants: 'list<Person>', subjects: 'list<Subject>' }
const language = expressions(variables, variables)

const seen = (values: Readonly<Record<string, unknown>>): Names => {
  const names: Record<string, unknown> = Object.assign(new It(), { participants: [], subjects: [], ...values })
  names['it'] = names
  return names
}

const bool = (source: string, values: Readonly<Record<string, unknown>> = {}): boolean | undefined => {
  const result = language.bool(source)
  assert.ok(result.ok, `${source}: ${result.ok ? '' : result.mistakes[0]?.what.en}`)
  return result.program.run(seen(values))
}
const number = (source: string, values: Readonly<Record<string, unknown>> = {}): string | undefined => {
  const result = language.number(source)
  assert.ok(result.ok, `${source}: ${result.ok ? '' : result.mistakes[0]?.what.en}`)
  return result.program.run(seen(values))?.toFixed()
}

const blanks: readonly (readonly [source: string, answer: boolean | undefined])[] = [
  ['days > 3', undefined],
  ['ok', undefined],
  ['!ok', undefined],
  ['false && ok', false],
  ['ok && false', false],
  ['true && ok', undefined],
  ['true || ok', true],
  ['ok || true', true],
  ['false || ok', undefined],
  ['ok ? true : false', undefined],
  ['has(it.ok)', false],
  ['!has(it.ok) || ok', true],
  ['it.days > 3', undefined],
  ['days == 0', undefined],
  ['way == ""', undefined],
  ['"a" in tags', undefined],
  ['participants.exists(p, p.rank == way)', undefined],
]
for (const [source, answer] of blanks) {
  test(`with every field blank, ${source} ${answer === undefined ? 'has no answer' : `is ${String(answer)}`}`, () => {
    assert.equal(bool(source), answer)
  })
}

test('integers and decimals mix, exactly', () => {
  const values = { days: 3n, cards: 2n, funds: new Decimal('0.1') }
  assert.equal(number('funds + 0.2', values), '0.3')
  assert.equal(number('days * funds', values), '0.3')
  assert.equal(number('days * cards', values), '6')
  assert.equal(number('decimal(days) / cards', values), '1.5')
  assert.equal(number('days / 2.0', values), '1.5')
  assert.equal(number('max(funds, 0.25) - min(days, cards)', values), '-1.75')
  assert.equal(number('abs(-funds)', values), '0.1')
  assert.equal(bool('funds * 3 == 0.3', values), true)
  assert.equal(bool('funds != 0.1', values), false)
  assert.equal(bool('1 < funds', values), false)
})

test('a sum of a million times 0.01 is ten thousand, not nearly', () => {
  const result = language.number('funds + 0.01')
  assert.ok(result.ok)
  let sum = new Decimal(0)
  for (let i = 0; i < 1000; i++) sum = result.program.run(seen({ funds: sum })) ?? sum
  assert.equal(sum.toFixed(), '10')
})

test('a division by zero, an overflow and an index outside have no answer', () => {
  assert.equal(number('funds / 0', { funds: new Decimal(5) }), undefined)
  assert.equal(number('funds / (days - 3)', { funds: new Decimal(5), days: 3n }), undefined)
  assert.equal(number('9223372036854775807 + days', { days: 1n }), undefined)
  assert.equal(number('days % (days - 1)', { days: 1n }), undefined)
  assert.equal(bool('participants[3].rank == "a"', { participants: [new Person({ rank: 'a', post: '' })] }), undefined)
})

test('people and subjects are asked one by one', () => {
  const values = {
    participants: [new Person({ rank: '县处级', post: '县长' }), new Person({ rank: '科员', post: '' })],
    subjects: [new Subject({ kind: '农户', tags: ['困难'] })],
  }
  assert.equal(bool('participants.exists(p, p.rank == "县处级")', values), true)
  assert.equal(bool('participants.all(p, p.post != "")', values), false)
  assert.equal(number('participants.filter(p, p.rank == "科员").size()', values), '1')
  assert.equal(bool('subjects.exists(s, "困难" in s.tags && s.kind == "农户")', values), true)
  assert.equal(bool('participants[0].rank == "县处级"', values), true)
  // A plain object, as a figure's derivation hands over, is as good.
  const one = expressions({ participant: 'Person' }).bool('participant.rank == "科员"')
  assert.equal(one.ok && one.program.run({ participant: { rank: '科员', post: '' } }), true)
})

for (const source of [
  'way.matches("(a+)+$")',
  'way.split("")',
  'timestamp(way) == timestamp(way)',
  'double(days) > 1.0',
  'dyn(days) == way',
  'type(days) == int',
  '{"a": 1}["a"] == 1',
  'way.lowerAscii() == "a"',
  'cel.bind(x, days, x > 1)',
  'string(days) == "1"',
]) {
  test(`a scheme may not use ${source}`, () => {
    assert.equal(language.bool(source).ok, false)
  })
}

test('the circle of a unit is a condition over the person, or a fault that says why', () => {
  assert.equal(personProgram('person.post.contains("站长")').run({ person: { rank: '', post: '农技站长' } }), true)
  assert.throws(
    () => personProgram('person.name == "x"'),
    (error: unknown) => error instanceof Fault && error.code === '422.3',
  )
  assert.throws(
    () => personProgram('org.kind == "x"'),
    (error: unknown) => error instanceof Fault && /org/.test(error.says('en')),
  )
})

/* Doing it twice: random conditions with what they should give, worked out apart, undefined for blank. */
type Twin = { readonly source: string; readonly answer: boolean | number | undefined }
type World = { readonly days: number | undefined; readonly cards: number | undefined; readonly ok: boolean | undefined }

const twins = (world: World) =>
  fc.letrec<{ n: Twin; b: Twin }>((tie) => ({
    n: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<Twin>(
        { source: 'days', answer: world.days },
        { source: 'it.cards', answer: world.cards },
        { source: 'size(participants)', answer: 0 },
      ),
      fc.nat(9).map((n) => ({ source: String(n), answer: n })),
      fc
        .tuple(tie('n'), fc.constantFrom('+', '-', '*'), tie('n'))
        .map(([a, op, b]) => ({ source: `(${a.source} ${op} ${b.source})`, answer: arithmetic(a.answer, op, b.answer) })),
      fc.tuple(tie('b'), tie('n'), tie('n')).map(([c, a, b]) => ({
        source: `(${c.source} ? ${a.source} : ${b.source})`,
        answer: c.answer === undefined ? undefined : c.answer ? a.answer : b.answer,
      })),
    ),
    b: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<Twin>(
        { source: 'ok', answer: world.ok },
        { source: 'true', answer: true },
        { source: 'has(it.days)', answer: world.days !== undefined },
      ),
      fc
        .tuple(tie('n'), fc.constantFrom('<', '==', '>='), tie('n'))
        .map(([a, op, b]) => ({ source: `${a.source} ${op} ${b.source}`, answer: comparison(a.answer, op, b.answer) })),
      tie('b').map((a) => ({ source: `!(${a.source})`, answer: a.answer === undefined ? undefined : !a.answer })),
      fc.tuple(tie('b'), tie('b')).map(([a, b]) => ({
        source: `(${a.source} && ${b.source})`,
        answer: a.answer === false || b.answer === false ? false : a.answer === undefined || b.answer === undefined ? undefined : true,
      })),
      fc.tuple(tie('b'), tie('b')).map(([a, b]) => ({
        source: `(${a.source} || ${b.source})`,
        answer: a.answer === true || b.answer === true ? true : a.answer === undefined || b.answer === undefined ? undefined : false,
      })),
    ),
  })).b

const arithmetic = (a: Twin['answer'], op: string, b: Twin['answer']): number | undefined =>
  typeof a !== 'number' || typeof b !== 'number' ? undefined : op === '+' ? a + b : op === '-' ? a - b : a * b
const comparison = (a: Twin['answer'], op: string, b: Twin['answer']): boolean | undefined =>
  typeof a !== 'number' || typeof b !== 'number' ? undefined : op === '<' ? a < b : op === '==' ? a === b : a >= b

const blankOr = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

test('a random condition gives what it gives when worked out apart, blanks included', () => {
  const worlds = fc.record({ days: blankOr(fc.nat(9)), cards: blankOr(fc.nat(9)), ok: blankOr(fc.boolean()) })
  fc.assert(
    fc.property(
      worlds.chain((world) => fc.tuple(fc.constant(world), twins(world))),
      ([world, { source, answer }]) => {
        const values = Object.fromEntries(
          Object.entries(world).flatMap(([k, v]) => (v === undefined ? [] : [[k, typeof v === 'number' ? BigInt(v) : v]])),
        )
        assert.equal(bool(source, values), answer, source)
      },
    ),
    { numRuns: 400 },
  )
})
