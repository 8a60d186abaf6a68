import { z } from 'zod'
import { Fault, type Misfit } from '#kit/fault.ts'

const chinese = z.locales.zhCN().localeError
const english = z.locales.en().localeError

/**
 * What the schema makes of the value.
 * @throws Fault 400.1 with every misfit, said in both languages
 */
export const parsed = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> => {
  const result = schema.safeParse(value, { error: chinese })
  if (result.success) return result.data
  const inEnglish = schema.safeParse(value, { error: english }).error?.issues ?? []
  throw new Fault('400.1', {
    misfits: result.error.issues.slice(0, 100).flatMap((issue, i) => misfits(issue, inEnglish[i]?.message ?? issue.message)),
  })
}

const misfits = (issue: z.core.$ZodIssue, en: string): readonly Misfit[] => {
  const path = issue.path.map(String)
  if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), code: issue.code, says: { zh: issue.message, en } }]
  return issue.keys.slice(0, 20).map((key) => ({
    path: [...path, key.slice(0, 100)].join('.'),
    code: issue.code,
    says: { zh: '没有这一项', en: 'There is no such field' },
  }))
}
