import { type Environment, EvaluationError } from '@marcbachmann/cel-js'
import { Decimal } from '#kit/decimal.ts'
import { type Node, asked, freeNames, walk } from './cel.ts'
import type { Names } from './compiled.ts'

/*
 * How an expression runs. Blank is neither zero nor false: a part that meets a blank has no answer, and && and || follow
 * Kleene's logic (false && blank is false, true || blank is true, everything else with a blank is blank). The logical
 * skeleton is ours; what hangs on it (the leaves) is CEL's. So the common blank costs a look-up and not an exception.
 */
export type Run = (names: Names) => unknown

/** Thrown inside an operator that has no answer (division by zero). */
export class NoAnswer extends Error {}

/** What CEL says when there is no answer; anything else it says is a defect and is thrown on. */
const noAnswers = new Set([
  'unknown_variable',
  'no_such_key',
  'division_by_zero',
  'modulo_by_zero',
  'numeric_overflow',
  'index_out_of_bounds',
])

/** From a checked expression; `env` is the environment it was checked in. */
export const build = (node: Node, env: Environment): Run => {
  switch (node.op) {
    case '&&':
      return both(build(node.args[0], env), build(node.args[1], env))
    case '||':
      return either(build(node.args[0], env), build(node.args[1], env))
    case '!_':
      return negation(build(node.args, env))
    case '?:':
      return choice(build(node.args[0], env), build(node.args[1], env), build(node.args[2], env))
    case 'call': {
      const key = node.args[0] === 'has' && node.args[1][0] ? asked(node.args[1][0]) : null
      return key === null ? leaf(node, env) : (names) => names[key] !== undefined
    }
    case 'id': {
      const name = node.args
      return name === 'it' ? leaf(node, env) : (names) => names[name]
    }
    default: // a leaf: CEL’s own
      return leaf(node, env)
  }
}

const both =
  (a: Run, b: Run): Run =>
  (names) => {
    const left = a(names)
    if (left === false) return false
    const right = b(names)
    return right === false ? false : left === undefined || right === undefined ? undefined : true
  }

const either =
  (a: Run, b: Run): Run =>
  (names) => {
    const left = a(names)
    if (left === true) return true
    const right = b(names)
    return right === true ? true : left === undefined || right === undefined ? undefined : false
  }

const negation =
  (a: Run): Run =>
  (names) => {
    const value = a(names)
    return value === undefined ? undefined : !value
  }

const choice =
  (condition: Run, yes: Run, no: Run): Run =>
  (names) => {
    const value = condition(names)
    return value === undefined ? undefined : value ? yes(names) : no(names)
  }

const leaf = (node: Node, env: Environment): Run => {
  const alone = evaluator(node, env)
  const needs = required(node)
  return (names) => {
    for (const name of needs) if (names[name] === undefined) return undefined
    try {
      return alone(names)
    } catch (error) {
      if (error instanceof NoAnswer || (error instanceof EvaluationError && noAnswers.has(error.code))) return undefined
      throw error
    }
  }
}

/** The library evaluates whole expressions only; so a part of one is run as the only element of a list. */
const evaluator = (node: Node, env: Environment): Run => {
  const list = env.parse('[true]')
  if (list.ast.op !== 'list') throw new Error('the expression library no longer parses a list as a list')
  list.ast.args.splice(0, 1, node)
  const { valid } = list.check()
  if (!valid) throw new Error('a part of a checked expression does not check')
  return (names) => (list(names) as readonly unknown[])[0]
}

/** Names without which a leaf has no answer: all of them, unless something in it can absorb a blank. */
const required = (node: Node): readonly string[] => {
  const nodes = [...walk(node)]
  const absorbs = nodes.some((n) => n.op === '&&' || n.op === '||' || n.op === '?:' || (n.op === 'call' && n.args[0] === 'has'))
  if (absorbs) return []
  const read = nodes.flatMap((n) => asked(n) ?? [])
  return [...new Set([...freeNames(node).map((f) => f.name), ...read])]
}

/** There are no floating point numbers in a scheme: 0.1 in an expression is the decimal 0.1. */
export const exactNumbers = (root: Node): void => {
  for (const node of walk(root))
    if (node.op === 'value' && typeof node.args === 'number') Object.assign(node, { args: new Decimal(node.args) })
}
