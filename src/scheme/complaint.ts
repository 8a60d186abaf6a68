import type { Text } from '#kit/text.ts'
import { type ExpressionMistake, type Node, placeOf } from './cel.ts'
import { dayWords } from './day-words.ts'

/* What the expression library complains of, in our words and both languages. */

type CelError = Error & {
  readonly summary: string
  readonly code: string
  readonly range?: { readonly start: number } | undefined
  readonly node?: unknown
}

const isCelError = (error: unknown): error is CelError => error instanceof Error && 'summary' in error && 'code' in error

const typeNames: Readonly<Record<string, Text>> = {
  int: { zh: '整数', en: 'an integer' },
  decimal: { zh: '数', en: 'a number' },
  string: { zh: '文字', en: 'a text' },
  bool: { zh: '是或否', en: 'true or false' },
  null: { zh: '空值', en: 'null' },
  'list<string>': { zh: '一组文字', en: 'a list of texts' },
  Person: { zh: '一个人', en: 'a person' },
  Subject: { zh: '一个走访对象', en: 'a subject' },
  Org: { zh: '单位', en: 'an org' },
  Place: { zh: '地点', en: 'a place' },
  'list<Person>': { zh: '一组人', en: 'a list of people' },
  'list<Subject>': { zh: '一组走访对象', en: 'a list of subjects' },
}

/** A CEL type in words. */
export const typeName = (type: string): { readonly zh: string; readonly en: string } => {
  const name = typeNames[type]
  return { zh: name?.zh ?? type, en: name?.en ?? type }
}

/** Thrown on when it is not the library's. */
export const syntaxMistake = (error: unknown, source: string): ExpressionMistake => {
  if (!isCelError(error)) throw error
  if (error.code === 'limit_exceeded') {
    return {
      code: 'S206',
      at: 0,
      what: { zh: '表达式过长或过深', en: 'The expression is too long or too deep' },
      expected: { zh: '更简短的表达式', en: 'a shorter one' },
    }
  }
  const at = Math.min(error.range?.start ?? 0, Math.max(0, source.length - 1))
  const reason = syntax[error.code] ?? { zh: '表达式语法有误', en: 'The expression’s syntax is wrong' }
  return {
    code: 'S201',
    at,
    what: { zh: reason.zh, en: `${reason.en ?? reason.zh} (${error.summary})` },
    expected: cutShort(source) ? inQuotes : { zh: '合乎 CEL 语法的表达式', en: 'a CEL expression' },
  }
}

/** YAML ends a text in { … } at its first comma, so that days_between(a, b) without quotes arrives as days_between(a. */
const cutShort = (source: string): boolean => source.split('(').length > source.split(')').length

/** What a text needs that holds a comma within { … }. */
export const inQuotes: Text = {
  zh: "整个表达式加引号：{ … } 中的文字遇逗号即断，如 when: 'days_between(a, b) <= 5'",
  en: "quotes around the whole expression: within { … } a comma ends a text, so when: 'days_between(a, b) <= 5'",
}

const syntax: Readonly<Record<string, Text>> = {
  unexpected_token: { zh: '表达式在此处中断或多出符号', en: 'The expression breaks off, or something stands here too many' },
  expected_token: { zh: '表达式在此处缺少符号', en: 'The expression lacks something here' },
  unexpected_character: { zh: '表达式中不能有此符号（全角符号？）', en: 'This sign cannot stand in an expression (full-width?)' },
  unterminated_string: { zh: '引号没有配对', en: 'A quote is not closed' },
  reserved_identifier: { zh: '此词由表达式语言保留', en: 'This word belongs to the expression language' },
  invalid_number: { zh: '数写得不对', en: 'The number is not well-formed' },
  invalid_integer: { zh: '整数过大', en: 'The integer is too large' },
}

export const typeMistake = (error: unknown): ExpressionMistake => {
  if (!isCelError(error)) throw error
  const node = isNode(error.node) ? error.node : null
  const at = node !== null && error.code === 'no_such_overload' ? placeOf(node) : (error.range?.start ?? 0)
  const { what, expected } = typed(error)
  return { code: 'S203', at, what, expected }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'op' in value && 'args' in value

const together: Text = { zh: '类型相配的运算', en: 'operands that go together' }

/** Days are texts: who takes one from another, or adds to it, wants a function. */
const ofDays = (left: string, op: string, right: string): Text | null => {
  if (left !== 'string') return null
  if (op === '-' && right === 'string')
    return { zh: '日期相减用 days_between(前, 后)，工作日用 workdays_between', en: 'days_between(a, b), or workdays_between, for days' }
  if ((op === '+' || op === '-') && right === 'int')
    return { zh: '日期加减用 day_after(日期, 天数)，工作日用 workday_after', en: 'day_after(a, n), or workday_after, for days' }
  return null
}

const typed = (error: CelError): { readonly what: Text; readonly expected: Text } => {
  const [, left, op, right] = /^no such overload: (.+) (\S+) (.+)$/.exec(error.summary) ?? []
  if (left !== undefined && op !== undefined && right !== undefined) {
    const [l, r] = [typeName(left), typeName(right)]
    const what = { zh: `${l.zh}与${r.zh}之间没有“${op}”`, en: `There is no “${op}” between ${l.en} and ${r.en}` }
    return { what, expected: ofDays(left, op, right) ?? together }
  }
  const [, key] = /^No such key: (.+)$/.exec(error.summary) ?? []
  if (key !== undefined)
    return {
      what: { zh: `没有属性“${key}”`, en: `There is no property “${key}”` },
      expected: { zh: '手册所列的属性', en: 'a property that the manual lists' },
    }
  const reason = types[error.code]
  const [, called = ''] = /overload for '(\w+)\(/.exec(error.summary) ?? []
  if (dayWords[called]) return { what: { zh: `${called} 的参数不合`, en: `${called} does not take these` }, expected: writtenSo(called) }
  return {
    what: { zh: reason?.zh ?? `类型不合（${error.summary}）`, en: `${reason?.en ?? 'The types do not fit'} (${error.summary})` },
    expected: together,
  }
}

const writtenSo = (called: string): Text => {
  const write = (words: Readonly<Record<'day' | 'number', string>>) =>
    `${called}(${(dayWords[called]?.takes ?? []).map((takes) => words[takes]).join(', ')})`
  return { zh: write({ day: '日期', number: '整数' }), en: write({ day: 'a day', number: 'a whole number' }) }
}

const types: Readonly<Record<string, Text>> = {
  no_such_overload: { zh: '此处的类型不能这样运算', en: 'This cannot be done with its type' },
  no_matching_overload: { zh: '函数的参数不合', en: 'The function does not take these' },
  invalid_logical_operand: { zh: '“并且”“或者”两边须是条件', en: 'Both sides of && and || have to be conditions' },
  invalid_condition_type: { zh: '“?”之前须是条件', en: 'A condition has to stand before “?”' },
  incompatible_ternary_branches: { zh: '“:”两边的类型不同', en: 'The two sides of “:” differ in type' },
  heterogeneous_list_element: { zh: '列表各项的类型不同', en: 'The items of the list differ in type' },
  invalid_comprehension_range: { zh: '只能对一组人、走访对象或选项遍历', en: 'Only lists can be looped over' },
  cannot_index_type: { zh: '此处没有可取的属性', en: 'Nothing can be taken from this' },
  invalid_macro_argument: { zh: 'has() 只能问 it 的字段，遍历须有名字', en: 'has() asks for a field of `it`; a loop needs a name' },
}
