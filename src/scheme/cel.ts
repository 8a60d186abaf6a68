import type { ASTNode } from '@marcbachmann/cel-js'
import type { Text } from '#kit/text.ts'
import { known } from './mistake.ts'
import { dayWords } from './day-words.ts'

/* What of CEL a scheme may use, found by walking the parsed expression before its types are checked. */

/** A mistake at an offset (UTF-16 units) of the expression's text. */
export type ExpressionMistake = {
  readonly code: string
  readonly at: number
  readonly what: Text
  readonly expected: Text
  /** The name that is not known there, for S202. */
  readonly name?: string
}

/** A parsed node; the checker leaves the type it found on it. */
export type Node = ASTNode & { readonly checkedType?: { readonly name: string } | undefined }

export const functions: ReadonlySet<string> = new Set(['size', 'has', 'decimal', 'min', 'max', 'abs'])
/** With those of days, where expressions are over a record. */
export const functionsOfRecords: ReadonlySet<string> = new Set([...functions, ...Object.keys(dayWords)])
export const methods: ReadonlySet<string> = new Set([
  'size',
  'contains',
  'startsWith',
  'endsWith',
  'exists',
  'all',
  'exists_one',
  'filter',
  'map',
  'trim',
])
/** They bind their first argument over the rest. */
const binders = new Set(['exists', 'all', 'exists_one', 'filter', 'map'])

/** Words CEL keeps for itself: no field, indicator or variable may be called so. */
export const reservedWords: ReadonlySet<string> = new Set([
  'as',
  'break',
  'const',
  'continue',
  'else',
  'for',
  'function',
  'if',
  'import',
  'in',
  'let',
  'loop',
  'package',
  'namespace',
  'return',
  'var',
  'void',
  'while',
  'true',
  'false',
  'null',
  'prototype',
  'constructor',
  'cel',
  'dyn',
  'type',
  'int',
  'uint',
  'double',
  'string',
  'bool',
  'bytes',
  'list',
  'map',
  'null_type',
  'optional',
  'decimal',
  'size',
  'has',
  'min',
  'max',
  'abs',
])

/** The nodes right under a node, as written (macros not expanded). */
export const children = (node: Node): readonly Node[] => {
  switch (node.op) {
    case 'value':
    case 'id':
      return []
    case '.':
    case '.?':
      return [node.args[0]]
    case 'call':
      return node.args[1]
    case 'rcall':
      return [node.args[1], ...node.args[2]]
    case 'list':
      return node.args
    case 'map':
      return node.args.flat()
    case '!_':
    case '-_':
      return [node.args]
    case '?:':
      return node.args
    default: // the operators between two parts
      return node.args
  }
}

export const walk = function* (node: Node): Generator<Node> {
  yield node
  for (const child of children(node)) yield* walk(child)
}

/** Where a node is best pointed at: an operator rather than what stands before it. */
export const placeOf = (node: Node): number => {
  const [left, right] = children(node)
  if (left === undefined || right === undefined || node.op === 'call' || node.op === 'rcall' || node.op === 'list') return node.pos
  const found = node.input.slice(left.end, right.start).indexOf(node.op === '?:' ? '?' : node.op)
  return found < 0 ? node.pos : left.end + found
}

/** Free names with where they stand: not bound by exists, all, filter … */
export const freeNames = (node: Node, bound: readonly string[] = []): { readonly name: string; readonly at: number }[] => {
  if (node.op === 'id') return bound.includes(node.args) ? [] : [{ name: node.args, at: node.start }]
  if (node.op !== 'rcall' || !binders.has(node.args[0])) return children(node).flatMap((c) => freeNames(c, bound))
  const [, receiver, [variable, ...rest]] = node.args
  const inner = variable?.op === 'id' ? [...bound, variable.args] : bound
  return [...freeNames(receiver, bound), ...rest.flatMap((r) => freeNames(r, inner))]
}

/** `it.days` → days. */
export const asked = (node: Node): string | null =>
  node.op === '.' && node.args[0].op === 'id' && node.args[0].args === 'it' ? node.args[1] : null

const nesting = (node: Node): number =>
  Math.max(0, ...children(node).map(nesting)) + (node.op === 'rcall' && binders.has(node.args[0]) ? 1 : 0)

/** Everything in the expression that schemes may not use, whatever its types. */
export const refusals = (
  root: Node,
  variables: ReadonlySet<string>,
  it: ReadonlySet<string>,
  allowed: ReadonlySet<string>,
): ExpressionMistake[] => {
  const found: ExpressionMistake[] = []
  for (const { name, at } of freeNames(root)) if (!variables.has(name)) found.push(unknownName(name, at, variables))
  for (const node of walk(root)) {
    const key = asked(node)
    if (key !== null && !it.has(key)) found.push(unknownName(key, node.op === '.' ? node.pos : node.start, it))
    if (node.op === 'call' && !allowed.has(node.args[0])) found.push(refusedFunction(node.args[0], node.start, allowed))
    if (node.op === 'rcall' && !methods.has(node.args[0]))
      found.push(refusedFunction(node.args[0], methodAt(node.args[1], node.args[0]), methods))
    if (node.op === 'map') found.push(refusedFunction('{}', node.start, allowed))
  }
  if (nesting(root) > 2)
    found.push({
      code: 'S206',
      at: 0,
      what: { zh: '遍历嵌套过深', en: 'Loops are nested too deeply' },
      expected: { zh: '最多两层', en: 'at most two levels' },
    })
  return found
}

const methodAt = (receiver: Node, name: string): number => Math.max(receiver.end, receiver.input.indexOf(name, receiver.end))

const unknownName = (name: string, at: number, possible: Iterable<string>): ExpressionMistake => ({
  code: 'S202',
  name,
  at,
  what: { zh: `表达式中没有“${name}”`, en: `The expression knows no “${name}”` },
  expected: clocks.has(name) ? noClock : known(name, possible),
})

const clocks: ReadonlySet<string> = new Set(['today', 'now', 'date'])
const noClock: Text = {
  zh: '记录自己的日期：一条记录计多少不随今天而变（逾期未办结在通报中用 older）',
  en: 'the record’s own days: what it counts for does not change with today (what is overdue: `older`, in a bulletin)',
}

const refusedFunction = (name: string, at: number, possible: Iterable<string>): ExpressionMistake => ({
  code: 'S205',
  at,
  what: { zh: `不能使用函数“${name}”`, en: `The function “${name}” may not be used` },
  expected: known(name, possible),
})

/** int / int drops the remainder without a word, so it is refused. Run after the types are checked. */
export const integerDivisions = (root: Node): ExpressionMistake[] =>
  [...walk(root)].flatMap((node) => {
    if (node.op !== '/') return []
    const [left, right] = node.args as readonly Node[]
    if (left?.checkedType?.name !== 'int' || right?.checkedType?.name !== 'int') return []
    return [
      {
        code: 'S204',
        at: placeOf(node),
        what: { zh: '整数除以整数会丢掉余数', en: 'An integer divided by an integer drops the remainder' },
        expected: { zh: '把一边写成 decimal(…) 或小数，如 2.0', en: 'one side as decimal(…) or with a point, such as 2.0' },
      },
    ]
  })
