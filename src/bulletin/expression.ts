import { Environment, EvaluationError, ParseError, type TypeError as CelTypeError } from '@marcbachmann/cel-js'
import type { Language } from '#kit/text.ts'
import { type Node, walk } from '#scheme/cel.ts'
import { Fig, everywhere, figureOf } from './figure.ts'
import { added, before, leaders, qualified, ratio, rough, rounded, scaled, share, units } from './functions.ts'
import { below, part, praise } from './appraisal.ts'
import { type Mistakes, Unfit, mistake } from './mistake.ts'
import type { Slot } from './scan.ts'
import { stood, stoodCounts } from './stood.ts'
import type { Qualifiers } from './when.ts'
import type { Known, World } from './world.ts'

/*
 * Figures are CEL over a type of their own: an expression names figures and says how they are printed; it cannot ask
 * what they are worth. So reading it once tells everything that must be looked up, and no loop or branch is needed.
 */

/** Names of units rather than a number: printed, but nothing can be done with it. */
class Names {
  readonly fig: Fig
  constructor(fig: Fig) {
    this.fig = fig
  }
}

/** A campaign's indicators as fields, for `plan.goal_plans`. */
class Aside {
  constructor(figures: Readonly<Record<string, Fig>>) {
    Object.assign(this, figures)
  }
}

const limits = { maxAstNodes: 100, maxDepth: 20, maxListElements: 0, maxMapEntries: 6, maxCallArguments: 4 }

/** Reads one expression; a mistake stands where in the template it was found. */
export type Reader = (slot: Slot, mistakes: Mistakes) => Fig | null

export const reader = (world: World, language: Language): Reader => {
  // Each alias is a type of its own, so that a misspelt indicator is found by the type check.
  const kinds = new Map(Object.keys(world.others).map((alias) => [alias, class extends Aside {}]))
  const env = environment(world, language, kinds)
  const names = context(world, kinds)
  return ({ source, at }, mistakes) => {
    const note = (error: Unfit, offset: number): null => {
      mistake(mistakes, error.code, { line: at.line, column: at.column + offset }, error.what, error.candidates)
      return null
    }
    try {
      const parsed = env.parse(source)
      const odd = [...walk(parsed.ast)].find((node) => !allowed.has(node.op))
      if (odd) return note(new Unfit('call', source.slice(odd.start, odd.end)), odd.start)
      const checked = parsed.check()
      if (!checked.valid) return note(typeMistake(checked.error, source, world), checked.error?.range?.start ?? 0)
      const value: unknown = parsed(names)
      if (value instanceof Names) return value.fig
      return value instanceof Fig ? value : note(new Unfit('print', source), 0)
    } catch (error) {
      if (error instanceof ParseError) return note(new Unfit('syntax', error.summary), error.range?.start ?? 0)
      const cause = error instanceof EvaluationError ? error.cause : error
      if (cause instanceof Unfit) return note(cause, Math.max(0, cause.what === '' ? 0 : source.indexOf(cause.what)))
      throw error
    }
  }
}

/** What may be called in `{{ }}`: each way of calling it. For an editor. */
export const callsOf = (world: World): readonly { readonly name: string; readonly signature: string }[] =>
  environment(world, 'zh', new Map())
    .getDefinitions()
    .functions.filter((f) => f.receiverType === null && ['Figure', 'Names'].includes(f.returnType))
    .map(({ name, signature }) => ({ name, signature }))

const allowed: ReadonlySet<Node['op']> = new Set<Node['op']>(['value', 'id', '.', 'call', 'map', '+', '-'])

const typeMistake = (error: CelTypeError | ParseError | undefined, source: string, world: World): Unfit => {
  const word = source.slice(error?.range?.start ?? 0, error?.range?.end ?? source.length)
  const own = [...world.campaign.compiled.indicators.keys()]
  if (error?.code === 'unknown_variable') return new Unfit('indicator', word, [...own, ...Object.keys(world.others)])
  if (error?.code === 'no_such_key') return unknownField(source, error.range?.start ?? 0, word, world)
  return new Unfit('call', error?.summary ?? source)
}

const unknownField = (source: string, at: number, word: string, world: World): Unfit => {
  const alias = /(\w+)\s*\.\s*$/.exec(source.slice(0, at))?.[1] ?? ''
  const other = Object.hasOwn(world.others, alias) ? world.others[alias] : undefined
  return other ? new Unfit('indicator', word, [...other.compiled.indicators.keys()]) : new Unfit('call', source)
}

type Kinds = ReadonlyMap<string, typeof Aside>

const environment = (world: World, language: Language, kinds: Kinds): Environment => {
  const env = new Environment({ unlistedVariablesAreDyn: false, limits })
  env.registerType('Figure', { ctor: Fig, fields: {} })
  env.registerType('Names', { ctor: Names, fields: {} })
  for (const key of world.campaign.compiled.indicators.keys()) env.registerVariable(key, 'Figure')
  for (const [alias, { compiled }] of Object.entries(world.others)) {
    const fields = Object.fromEntries([...compiled.indicators.keys()].map((k) => [k, 'Figure']))
    env.registerType(`Campaign_${alias}`, { ctor: kinds.get(alias) ?? Aside, fields })
    env.registerVariable(alias, `Campaign_${alias}`)
  }
  registerForms(env)
  registerLookups(env, world, language)
  return env
}

const registerForms = (env: Environment): void => {
  const add = (signature: string, run: (...given: never[]) => unknown) => env.registerFunction(signature, run, { async: false })
  add('value(Figure): Figure', (fig: Fig) => fig.in({ bare: true }))
  add('pending(Figure): Figure', (fig: Fig) => fig.side('pending'))
  add('wan(Figure): Figure', (fig: Fig) => scaled(fig, '万', 2n))
  add('wan(Figure, int): Figure', (fig: Fig, n: bigint) => scaled(fig, '万', n))
  add('yi(Figure): Figure', (fig: Fig) => scaled(fig, '亿', 2n))
  add('yi(Figure, int): Figure', (fig: Fig, n: bigint) => scaled(fig, '亿', n))
  add('round(Figure, int): Figure', rounded)
  add('share(Figure, Figure): Figure', (a: Fig, b: Fig) => share(a, b, 1n))
  add('share(Figure, Figure, int): Figure', share)
  add('ratio(Figure, Figure, int, string): Figure', ratio)
  add('part(Figure, Figure): Figure', part)
  add('rough(Figure, int): Figure', (fig: Fig, to: bigint) => rough(fig, to, '多'))
  add('rough(Figure, int, string): Figure', rough)
  env.registerOperator('Figure + Figure', (a: Fig, b: Fig) => added('sum', a, b))
  env.registerOperator('Figure - Figure', (a: Fig, b: Fig) => added('difference', a, b))
}

const registerLookups = (env: Environment, world: World, language: Language): void => {
  /** The same function with and without its map of qualifiers. */
  const add = (name: string, types: string, result: string, run: (given: Qualifiers, ...rest: never[]) => unknown) => {
    const arity = types.split(',').length
    env.registerFunction(`${name}(${types}): ${result}`, (...args: never[]) => run({}, ...args), { async: false })
    env.registerFunction(
      `${name}(${types}, map<string, string>): ${result}`,
      (...args: never[]) => run(entries(args[arity]), ...args.slice(0, arity)),
      { async: false },
    )
  }
  add('figure', 'string', 'Figure', (given, name: string) => qualified(world, name, given))
  add('before', 'string', 'Figure', (given, name: string) => before(world, name, given))
  add('rough', 'string, int', 'Figure', (given, name: string, to: bigint) => rough(qualified(world, name, given), to, '多'))
  add('rough', 'string, int, string', 'Figure', (given, name: string, to: bigint, w: string) => rough(qualified(world, name, given), to, w))
  add(
    'leaders',
    'string, string, int',
    'Names',
    (given, name: string, key: string, top: bigint) => new Names(leaders(world, language, name, key, top, given)),
  )
  add(
    'praise',
    'string, string, int',
    'Names',
    (given, name: string, key: string, top: bigint) => new Names(praise(world, language, name, key, top, given)),
  )
  add('below', 'string, string, int', 'Figure', (given, name: string, key: string, than: bigint) => below(world, name, key, than, given))
  add('units', 'string', 'Figure', (given, key: string) => units(world, 'all', key, given))
  add('started', 'string', 'Figure', (given, key: string) => units(world, 'started', key, given))
  add('not_started', 'string', 'Figure', (given, key: string) => units(world, 'not-started', key, given))
  for (const of of stoodCounts) {
    const name = of === 'course' ? 'on_course' : of
    add(name, 'string', 'Figure', (given, quota: string) => stood(world, of, quota, null, given))
    add(name, 'string, string', 'Figure', (given, quota: string, key: string) => stood(world, of, quota, key, given))
  }
}

/** CEL hands maps over as Map or plain object. */
const entries = (map: unknown): Qualifiers => {
  if (map instanceof Map) return Object.fromEntries(map) as Qualifiers
  return typeof map === 'object' && map !== null ? (Object.fromEntries(Object.entries(map)) as Qualifiers) : {}
}

const context = (world: World, kinds: Kinds): Readonly<Record<string, unknown>> => {
  const figuresOf = ({ compiled }: Known, prefix: string) =>
    Object.fromEntries([...compiled.indicators.keys()].map((k) => [k, figureOf(world, `${prefix}${k}`, everywhere(world))]))
  const aside = (alias: string, known: Known) => new (kinds.get(alias) ?? Aside)(figuresOf(known, `${alias}.`))
  return {
    ...figuresOf(world.campaign, ''),
    ...Object.fromEntries(Object.entries(world.others).map(([alias, known]) => [alias, aside(alias, known)])),
  }
}
