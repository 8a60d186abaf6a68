import { Environment, type ParseResult } from '@marcbachmann/cel-js'
import { Decimal } from '#kit/decimal.ts'
import { Fault } from '#kit/fault.ts'
import type { Text } from '#kit/text.ts'
import type { WorkCalendar } from '#kit/workday.ts'
import { type ExpressionMistake, type Node, freeNames, functions, functionsOfRecords, integerDivisions, refusals } from './cel.ts'
import type { Program } from './compiled.ts'
import { syntaxMistake, typeMistake, typeName } from './complaint.ts'
import { registerDays } from './days.ts'
import { ownKinds } from './kind-words.ts'
import { kindOf, orgKinds, placeKinds, subjectKinds } from './kind.ts'
import { NoAnswer, type Run, build, exactNumbers } from './program.ts'

/*
 * The one expression language: CEL (https://cel.dev), less what can hang or surprise (regular expressions, floating
 * point, integer division), plus exact decimals that mix freely with integers. Checked when a scheme loads.
 */

export type CelType =
  | 'int'
  | 'decimal'
  | 'string'
  | 'bool'
  | 'list<string>'
  | 'Person'
  | 'Subject'
  | 'Org'
  | 'Place'
  | 'list<Person>'
  | 'list<Subject>'
  | 'dyn'
export type Variables = Readonly<Record<string, CelType>>

export class Person {
  readonly rank: string
  readonly post: string
  constructor(from: { readonly rank: string; readonly post: string }) {
    this.rank = from.rank
    this.post = from.post
  }
}
/** Kinds are brought to their keys, whatever word the register has for them (kind.ts). */
export class Subject {
  readonly kind: string
  readonly tags: readonly string[]
  constructor(from: { readonly kind: string; readonly tags: readonly string[] }) {
    this.kind = kindOf(subjectKinds, from.kind)
    this.tags = from.tags
  }
}
export class Org {
  readonly code: string
  readonly kind: string
  readonly class: string
  constructor(from: { readonly code: string; readonly kind: string; readonly class: string }) {
    this.code = from.code
    this.kind = kindOf(orgKinds, from.kind)
    this.class = from.class
  }
}
export class Place {
  readonly code: string
  readonly kind: string
  constructor(from: { readonly code: string; readonly kind: string }) {
    this.code = from.code
    this.kind = kindOf(placeKinds, from.kind)
  }
}
/** What `it` is: the record's names themselves, asked by key. namesOf makes one for each record. */
export class It {
  readonly [name: string]: unknown
}

export type Checked<T> =
  | { readonly ok: true; readonly program: Program<T>; readonly ast: Node }
  | { readonly ok: false; readonly mistakes: readonly ExpressionMistake[] }

/** Expressions over the given variables; `it` names those whose blankness can be asked: has(it.days). */
export type Expressions = {
  /** The names an expression may use here, with their types: what an editor offers. */
  readonly names: Variables
  bool(source: string): Checked<boolean>
  /** int and decimal alike; the answer is always a Decimal. */
  number(source: string): Checked<Decimal>
  /** Whatever a field can hold: a number (int or Decimal), a text, texts, yes or no. */
  value(source: string): Checked<unknown>
}

/** `calendar`: the scheme's, where expressions may work with days. */
export const expressions = (variables: Variables, it?: Variables, calendar?: WorkCalendar): Expressions => {
  const env = base.clone()
  if (calendar) registerDays(env, calendar)
  for (const [name, type] of Object.entries(variables)) env.registerVariable(name, type)
  if (it) {
    env.registerType('It', { ctor: It, fields: { ...it } })
    env.registerVariable('it', 'It')
  }
  const names = new Set([...Object.keys(variables), ...(it ? ['it'] : [])])
  const keys = new Set(Object.keys(it ?? {}))
  const may = { names, it: keys, functions: calendar ? functionsOfRecords : functions }
  const checked = (source: string, types: readonly string[], wanted: Text) => check(env, source, may, types, wanted)
  return {
    names: it ? { ...variables, it: 'dyn' } : variables,
    bool: (source) => {
      const result = checked(source, ['bool', 'dyn'], { zh: '是或否的条件', en: 'a condition, true or false' })
      return result.ok
        ? { ok: true, ast: result.ast, program: { source, reads: readsOf(result.ast), run: (n) => asBoolean(result.run(n)) } }
        : result
    },
    number: (source) => {
      const result = checked(source, ['int', 'decimal', 'dyn'], { zh: '数', en: 'a number' })
      return result.ok
        ? { ok: true, ast: result.ast, program: { source, reads: readsOf(result.ast), run: (n) => asDecimal(result.run(n)) } }
        : result
    },
    value: (source) => {
      const result = checked(source, ['int', 'decimal', 'string', 'bool', 'list<string>', 'dyn'], { zh: '一个值', en: 'a value' })
      return result.ok ? { ok: true, ast: result.ast, program: { source, reads: readsOf(result.ast), run: result.run } } : result
    },
  }
}

const readsOf = (ast: Node): readonly string[] | null => {
  const names = freeNames(ast).map((n) => n.name)
  return names.includes('it') ? null : names
}

const asBoolean = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined)

const asDecimal = (value: unknown): Decimal | undefined => {
  if (value instanceof Decimal) return value
  return typeof value === 'bigint' ? fromInt(value) : undefined
}

type Result =
  | { readonly ok: true; readonly run: Run; readonly ast: Node }
  | { readonly ok: false; readonly mistakes: readonly ExpressionMistake[] }

type May = { readonly names: ReadonlySet<string>; readonly it: ReadonlySet<string>; readonly functions: ReadonlySet<string> }

const check = (env: Environment, source: string, may: May, types: readonly string[], wanted: Text): Result => {
  let parsed: ParseResult
  try {
    parsed = env.parse(source)
  } catch (error) {
    return { ok: false, mistakes: [syntaxMistake(error, source)] }
  }
  const refused = refusals(parsed.ast, may.names, may.it, may.functions)
  if (refused.length > 0) return { ok: false, mistakes: refused }
  exactNumbers(parsed.ast)
  const typed = parsed.check()
  if (!typed.valid) return { ok: false, mistakes: [typeMistake(typed.error)] }
  ownKinds(parsed.ast)
  const divisions = integerDivisions(parsed.ast)
  if (divisions.length > 0) return { ok: false, mistakes: divisions }
  const found = typeName(typed.type ?? '')
  if (!types.includes(typed.type ?? ''))
    return {
      ok: false,
      mistakes: [
        {
          code: 'S203',
          at: 0,
          what: { zh: `表达式得到的是${found.zh}`, en: `The expression gives ${found.en}` },
          expected: wanted,
        },
      ],
    }
  return { ok: true, run: build(parsed.ast, env), ast: parsed.ast }
}

/** A CEL integer as an exact decimal. */
const fromInt = (n: bigint): Decimal =>
  n <= 9007199254740991n && n >= -9007199254740991n ? new Decimal(Number(n)) : new Decimal(String(n))

const divide = (a: Decimal, b: Decimal): Decimal => {
  if (b.isZero()) throw new NoAnswer('division by zero')
  return a.div(b)
}

const arithmetic: Readonly<Record<string, (a: Decimal, b: Decimal) => Decimal>> = {
  '+': (a, b) => a.plus(b),
  '-': (a, b) => a.minus(b),
  '*': (a, b) => a.times(b),
  '/': divide,
}
const comparisons: Readonly<Record<string, (a: Decimal, b: Decimal) => boolean>> = {
  '<': (a, b) => a.lt(b),
  '<=': (a, b) => a.lte(b),
  '>': (a, b) => a.gt(b),
  '>=': (a, b) => a.gte(b),
}

/** Decimals among themselves and with integers, both ways round. */
const registerDecimals = (env: Environment): void => {
  env.registerType('decimal', { ctor: Decimal, fields: {} })
  for (const [op, run] of Object.entries(arithmetic)) registerMixed(env, op, 'decimal', run)
  for (const [op, run] of Object.entries(comparisons)) registerMixed(env, op, 'bool', run)
  env.registerOperator('decimal == decimal', (a: Decimal, b: Decimal) => a.eq(b))
  env.registerOperator('decimal == int', (a: Decimal, b: bigint) => a.eq(fromInt(b)))
  env.registerOperator('-decimal', (a: Decimal) => a.neg())
  env.registerFunction('decimal(int): decimal', fromInt, { async: false })
  env.registerFunction('decimal(decimal): decimal', (a: Decimal) => a, { async: false })
  env.registerFunction('abs(decimal): decimal', (a: Decimal) => a.abs(), { async: false })
  env.registerFunction('abs(int): int', (a: bigint) => (a < 0n ? -a : a), { async: false })
  env.registerFunction('min(decimal, decimal): decimal', (a: Decimal, b: Decimal) => (a.lt(b) ? a : b), { async: false })
  env.registerFunction('max(decimal, decimal): decimal', (a: Decimal, b: Decimal) => (a.gt(b) ? a : b), { async: false })
  env.registerFunction('min(int, int): int', (a: bigint, b: bigint) => (a < b ? a : b), { async: false })
  env.registerFunction('max(int, int): int', (a: bigint, b: bigint) => (a > b ? a : b), { async: false })
}

const registerMixed = <T>(env: Environment, op: string, type: string, run: (a: Decimal, b: Decimal) => T): void => {
  env.registerOperator(`decimal ${op} decimal: ${type}`, run)
  env.registerOperator(`decimal ${op} int: ${type}`, (a: Decimal, b: bigint) => run(a, fromInt(b)))
  env.registerOperator(`int ${op} decimal: ${type}`, (a: bigint, b: Decimal) => run(fromInt(a), b))
}

/** Bounded, so that no expression of a scheme can be made to run long. */
const limits = { maxAstNodes: 300, maxDepth: 40, maxListElements: 200, maxMapEntries: 1, maxCallArguments: 4 }

const makeBase = (): Environment => {
  const env = new Environment({ unlistedVariablesAreDyn: false, limits })
  registerDecimals(env)
  env.registerType('Person', { ctor: Person, fields: { rank: 'string', post: 'string' }, convert: (v: Person) => new Person(v) })
  env.registerType('Subject', { ctor: Subject, fields: { kind: 'string', tags: 'list<string>' }, convert: (v: Subject) => new Subject(v) })
  env.registerType('Org', { ctor: Org, fields: { code: 'string', kind: 'string', class: 'string' }, convert: (v: Org) => new Org(v) })
  env.registerType('Place', { ctor: Place, fields: { code: 'string', kind: 'string' }, convert: (v: Place) => new Place(v) })
  return env
}

const base = makeBase()

const overPerson = expressions({ person: 'Person' })

/** A condition over `person` {rank, post}: a unit's own circle of participants. Throws 422.3 when it is not one. */
export const personProgram = (where: string): Program<boolean> => {
  const result = overPerson.bool(where)
  if (result.ok) return result.program
  const first = result.mistakes[0]
  throw new Fault('422.3', {
    what: where,
    why: first
      ? { zh: `${first.what.zh}，应为${first.expected.zh}`, en: `${first.what.en}, expected ${first.expected.en}` }
      : { zh: '', en: '' },
  })
}
