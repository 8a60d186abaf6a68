import { z } from 'zod'
import { Fault, type Misfit } from '#kit/fault.ts'
import type { Text } from '#kit/text.ts'

const chinese = z.locales.zhCN().localeError
const english = z.locales.en().localeError

/**
 * What the schema makes of the value.
 * @throws Fault 400.1 with every misfit, said in both languages
 */
export const parsed = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> => {
  assertWritable(value)
  const result = schema.safeParse(value, { error: chinese })
  if (result.success) return result.data
  const inEnglish = schema.safeParse(value, { error: english }).error?.issues ?? []
  throw new Fault('400.1', {
    misfits: result.error.issues.slice(0, 100).flatMap((issue, i) => misfits(issue, inEnglish[i]?.message ?? issue.message)),
  })
}

/** @throws Fault 400.1 when a text within holds what no database can */
export const assertWritable = (value: unknown): void => {
  const unwritable = unwritableIn(value)
  if (unwritable !== undefined) throw new Fault('400.1', { misfits: [unwritable] })
}

/** No database holds U+0000, and half of a surrogate pair is no character; a text with either is told. Goes as deep as JSON may. */
const unwritableIn = (root: unknown): Misfit | undefined => {
  const left: Inner[] = [{ value: root, key: '', above: undefined }]
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    const { value } = one
    if (typeof value === 'string' && !writable(value)) return unwritable(one)
    if (typeof value !== 'object' || value === null) continue
    for (const key of Object.keys(value)) {
      if (!writable(key)) return unwritable(one)
      const inner: unknown = Reflect.get(value, key)
      if (typeof inner === 'string' || (typeof inner === 'object' && inner !== null)) left.push({ value: inner, key, above: one })
    }
  }
  return undefined
}

type Inner = { readonly value: unknown; readonly key: string; readonly above: Inner | undefined }

const pathOf = ({ key, above }: Inner): string => {
  const before = above ? pathOf(above) : ''
  return before === '' ? key : `${before}.${key}`
}

const unwritable = (one: Inner): Misfit => ({ path: pathOf(one), code: 'unwritable', says: unwritableSays })

const writable = (text: string): boolean => text.isWellFormed() && !text.includes('\0')
const unwritableSays: Text = { zh: '含有不能保存的字符', en: 'It holds a character that cannot be stored' }

const misfits = (issue: z.core.$ZodIssue, en: string): readonly Misfit[] => {
  const path = issue.path.map(String)
  if (issue.code !== 'unrecognized_keys')
    return [{ path: path.join('.'), code: issue.code, says: saysOf(issue) ?? { zh: issue.message, en } }]
  return issue.keys.slice(0, 20).map((key) => ({
    path: [...path, key.slice(0, 100)].join('.'),
    code: issue.code,
    says: { zh: '没有这一项', en: 'There is no such field' },
  }))
}

/** The library speaks to programmers; what people run into often is said to people. */
const saysOf = (issue: z.core.$ZodIssue): Text | undefined => {
  if (issue.code === 'custom') return expectation.safeParse(issue.params).data?.says
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return undefined
  const bound = issue.code === 'too_small' ? issue.minimum : issue.maximum
  if (issue.origin === 'string') {
    if (issue.code === 'too_big') return { zh: `不超过 ${bound} 个字`, en: `At most ${bound} characters` }
    return bound === 1 ? { zh: '不能为空', en: 'It must not be blank' } : { zh: `至少 ${bound} 个字`, en: `At least ${bound} characters` }
  }
  if (issue.origin !== 'array') return undefined
  return issue.code === 'too_big'
    ? { zh: `不超过 ${bound} 项`, en: `At most ${bound} entries` }
    : { zh: `至少 ${bound} 项`, en: `At least ${bound} entries` }
}

/** What a check of our own says of itself, beside it in the schema. */
const expectation = z.object({ says: z.object({ zh: z.string(), en: z.string() }) })
