import type { z } from 'zod'
import type { Text } from '#kit/text.ts'
import { spanPattern } from '#kit/workday.ts'
import { eventPattern, phasePattern } from './atom.ts'
import { inQuotes } from './complaint.ts'
import { type Mistake, known, oneOf } from './mistake.ts'
import { keysAt } from './schema.ts'
import { type Scheme, scheme as shape } from './shape.ts'
import { type Path, type SourceTree, valueAt } from './source.ts'

/*
 * Shapes: every place where the file is not what the language says. What is broken is then taken out of the tree, so that
 * the rest can be checked for its meaning in the same run.
 */

/** What was taken out: paths of whole items (`activities.visit`, `indicators.funds`) and of fields by key (`activities.visit.fields`: days). */
export type Broken = { readonly items: ReadonlySet<string>; readonly fields: ReadonlyMap<string, readonly string[]> }

export type Shaped = { readonly scheme: Scheme | null; readonly mistakes: readonly Mistake[]; readonly broken: Broken }

type Issue = z.core.$ZodIssue
type Note = { readonly path: Path; readonly on: 'key' | 'value'; readonly code: string; readonly what: Text; readonly expected: Text }

export const readShape = (tree: SourceTree): Shaped => {
  const items = new Set<string>()
  const fields = new Map<string, string[]>()
  let mistakes: readonly Mistake[] | null = null
  for (let round = 0; round < 40; round++) {
    const result = shape.safeParse(tree.value)
    if (result.success) return { scheme: result.data, mistakes: mistakes ?? [], broken: { items, fields } }
    const notes = result.error.issues.flatMap((issue) => notesOf(issue, [], tree.value))
    mistakes ??= notes.map((n) => ({
      ...tree.spot(n.path, n.on),
      code: n.code,
      path: n.path.join('.'),
      what: n.what,
      expected: n.expected,
    }))
    const root = tree.value
    if (typeof root !== 'object' || root === null || Array.isArray(root)) break
    for (const path of outermost(notes)) {
      if (path.length > 0) takeOut(tree, path, items, fields)
      else for (const n of notes) if (n.code === 'S103' && n.path.length === 1) Object.assign(root, standIn(String(n.path[0])))
    }
  }
  return { scheme: null, mistakes: mistakes ?? [], broken: { items, fields } }
}

/** Instead of a part no scheme can do without, so that the others are still checked; wide enough to contradict none of them. */
const standIn = (key: string): object => ({
  [key]: key === 'scheme' || key === 'title' ? 'xx' : key === 'window' ? { from: '0001-01-01', to: '9999-12-31' } : {},
})

/** What has to go for the notes to go: the value itself, or the map that lacks a key. Later places first, so that earlier ones stay put. */
const outermost = (notes: readonly Note[]): Path[] => {
  const paths = notes.map((n) => (n.code === 'S103' ? n.path.slice(0, -1) : n.path))
  const unique = [...new Map(paths.map((p) => [JSON.stringify(p), p])).values()]
  const kept = unique.filter((p) => !unique.some((q) => q.length < p.length && q.every((step, i) => step === p[i])))
  return kept.sort((a, b) => compare(b, a))
}

const compare = (a: Path, b: Path): number => {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]]
    if (x === y) continue
    return typeof x === 'number' && typeof y === 'number' ? x - y : String(x) < String(y) ? -1 : 1
  }
  return a.length - b.length
}

const takeOut = (tree: SourceTree, path: Path, items: Set<string>, fields: Map<string, string[]>): void => {
  const [, , list, index] = path
  if (path.length === 2) items.add(path.join('.'))
  if (path.length === 4 && list === 'fields' && typeof index === 'number') {
    const form = path.slice(0, 2).join('.')
    const key = valueAt(tree.value, [...path, 'key'])
    if (typeof key === 'string') fields.set(form, [...(fields.get(form) ?? []), key])
  }
  tree.remove(path)
}

const steps = (path: readonly PropertyKey[]): Path => path.map((step) => (typeof step === 'symbol' ? String(step) : step))

/** One issue of the validator as notes of ours. `base` is where its path begins. */
const notesOf = (issue: Issue, base: Path, root: unknown): Note[] => {
  const path = [...base, ...steps(issue.path)]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        on: 'key',
        code: 'S101',
        what: { zh: `不认识的键“${key}”`, en: `Unknown key “${key}”` },
        expected: /[()"]/.test(key) ? inQuotes : known(key, keysAt(path)),
      }))
    case 'invalid_union':
      return unionNotes(issue, path, root)
    case 'invalid_key':
      return [
        {
          path,
          on: 'key',
          code: 'S104',
          what: { zh: `键“${String(path.at(-1))}”不合要求`, en: `The key “${String(path.at(-1))}” is not well-formed` },
          expected: keyShape,
        },
      ]
    case 'invalid_type':
      return [wrongType(path, issue.expected, root)]
    default: // every other trouble is with a value
      return valueAt(root, path) === undefined
        ? [missing(path)]
        : [{ path, on: 'value', code: 'S104', what: badValue(valueAt(root, path)), expected: expectedOf(issue) }]
  }
}

/** Of several shapes the one that was meant: the one whose trouble is not its type. */
const unionNotes = (issue: Extract<Issue, { code: 'invalid_union' }>, path: Path, root: unknown): Note[] => {
  const value = valueAt(root, path)
  if (value === undefined) return [missing(path)]
  const fitting = issue.errors.filter((branch) => branch.every((i) => i.path.length > 0 || i.code !== 'invalid_type'))
  // Of a day and a moment the moment is meant, unless it looks like a day.
  const moment =
    (typeof value === 'string' || typeof value === 'number') && /^\d/.test(`${value}`)
      ? undefined
      : fitting.find((branch) => branch.some((i) => i.code === 'invalid_format'))
  const meant = moment ?? fitting[0]
  if (meant && meant.length > 0) return meant.flatMap((i) => notesOf(i, path, root))
  const kinds = issue.errors.flatMap((branch) =>
    branch.flatMap((i) => (i.code === 'invalid_type' && i.path.length === 0 ? [typeWord(i.expected)] : [])),
  )
  return [
    {
      path,
      on: 'value',
      code: 'S102',
      what: wrongKind(value),
      expected: { zh: kinds.map((k) => k.zh).join('或'), en: kinds.map((k) => k.en).join(' or ') },
    },
  ]
}

const missing = (path: Path): Note => {
  const key = String(path.at(-1))
  return {
    path,
    on: 'key',
    code: 'S103',
    what: { zh: `缺少“${key}”`, en: `“${key}” is missing` },
    expected: { zh: `键“${key}”`, en: `the key “${key}”` },
  }
}

const wrongType = (path: Path, expected: string, root: unknown): Note => {
  const value = valueAt(root, path)
  if (value === undefined && path.length > 0) return missing(path)
  return { path, on: 'value', code: 'S102', what: wrongKind(value), expected: typeWord(expected) }
}

const typeWords: Readonly<Record<string, Text>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表（每行以 - 开头）', en: 'a list (lines beginning with -)' },
  object: { zh: '键值表', en: 'a map of keys' },
  record: { zh: '键值表', en: 'a map of keys' },
}
const typeWord = (type: string): { zh: string; en: string } => {
  const word = typeWords[type]
  return { zh: word?.zh ?? type, en: word?.en ?? type }
}

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

const wrongKind = (value: unknown): Text => {
  const kind = kindOf(value)
  if (kind === 'null') return { zh: '没有值', en: 'There is no value' }
  const word = typeWord(kind)
  return { zh: `这里是${word.zh}`, en: `Here stands ${word.en}` }
}

const badValue = (value: unknown): Text => {
  const said = typeof value === 'string' || typeof value === 'number' ? ` “${String(value).slice(0, 60)}”` : ''
  return { zh: `值${said}不合要求`, en: `The value${said} does not fit` }
}

const keyShape: Text = {
  zh: '以小写字母开头，只含小写字母、数字和下划线，最多 48 个字符',
  en: 'a small letter, then small letters, digits and underscores, at most 48 characters',
}

const formats: Readonly<Record<string, Text>> = {
  '/^[a-z][a-z0-9_]{0,47}$/': keyShape,
  '/^[a-z][a-z0-9-]{1,47}$/': {
    zh: '以小写字母开头，只含小写字母、数字和短横线，2 至 48 个字符',
    en: 'a small letter, then small letters, digits and hyphens, 2 to 48 characters',
  },
  [String(eventPattern)]: { zh: '日期、event:事件，或 event:事件 + 7 days', en: 'a day, event:name, or event:name + 7 days' },
  [String(phasePattern)]: {
    zh: '日期、event:事件、event:事件 + 7 days，或 phase:阶段',
    en: 'a day, event:name, event:name + 7 days, or phase:name',
  },
  [String(spanPattern)]: {
    zh: '时长，如 5 working days、3 days、5个工作日',
    en: 'a length of time, such as 5 working days, 3 days or 2 weeks',
  },
  '/^\\d+\\/[1-9]\\d*$/': { zh: '0 到 1 之间的数或分数，如 1/3', en: 'a number between 0 and 1, or a fraction such as 1/3' },
}

const expectedOf = (issue: Issue): Text => {
  switch (issue.code) {
    case 'invalid_value':
      return known('', issue.values.map(String))
    case 'too_small':
      return {
        zh: `${sizeWord(issue.origin).zh}不少于 ${String(issue.minimum)}`,
        en: `${sizeWord(issue.origin).en} of at least ${String(issue.minimum)}`,
      }
    case 'too_big':
      return {
        zh: `${sizeWord(issue.origin).zh}不超过 ${String(issue.maximum)}`,
        en: `${sizeWord(issue.origin).en} of at most ${String(issue.maximum)}`,
      }
    case 'invalid_format':
      return formats[issue.pattern ?? ''] ?? oneOf([issue.format])
    case 'custom':
      return { zh: '存在的日期，如 2012-05-15', en: 'a day that exists, such as 2012-05-15' }
    default: // kinds of trouble the language does not come to
      return { zh: '合乎方案语言的值', en: 'a value of the scheme language' }
  }
}

const sizeWord = (origin: string): { zh: string; en: string } =>
  origin === 'string'
    ? { zh: '长度', en: 'a length' }
    : origin === 'array' || origin === 'set'
      ? { zh: '项数', en: 'a number of items' }
      : { zh: '值', en: 'a value' }
