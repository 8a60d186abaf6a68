import type { Attachment, Content, FieldValue } from '#record/shape.ts'

/** One thing that two versions of a record say differently. */
export type Difference =
  | { readonly of: 'field'; readonly key: string; readonly was: FieldValue | undefined; readonly is: FieldValue | undefined }
  | { readonly of: 'day' | 'org' | 'place'; readonly was: string | null; readonly is: string | null }
  | { readonly of: 'participants' | 'subjects'; readonly gone: readonly string[]; readonly come: readonly string[] }
  | { readonly of: 'attachments'; readonly gone: readonly Attachment[]; readonly come: readonly Attachment[] }
  | { readonly of: 'closing'; readonly was: Content['closing']; readonly is: Content['closing'] }

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
const without = <T>(list: readonly T[], others: readonly T[], key: (one: T) => string): T[] =>
  list.filter((one) => !others.some((other) => key(other) === key(one)))

/** Field by field, what is different in the later version. */
export const differences = (was: Content, is: Content): readonly Difference[] => {
  const found: Difference[] = []
  for (const of of ['day', 'org', 'place'] as const) if (!same(was[of], is[of])) found.push({ of, was: was[of], is: is[of] })
  for (const of of ['participants', 'subjects'] as const) {
    const [gone, come] = [without<string>(was[of], is[of], (id) => id), without<string>(is[of], was[of], (id) => id)]
    if (gone.length + come.length > 0) found.push({ of, gone, come })
  }
  for (const key of new Set([...Object.keys(was.fields), ...Object.keys(is.fields)]))
    if (!same(was.fields[key], is.fields[key])) found.push({ of: 'field', key, was: was.fields[key], is: is.fields[key] })
  const [gone, come] = [
    without(was.attachments, is.attachments, (a) => a.sha256),
    without(is.attachments, was.attachments, (a) => a.sha256),
  ]
  if (gone.length + come.length > 0) found.push({ of: 'attachments', gone, come })
  if (!same(was.closing, is.closing)) found.push({ of: 'closing', was: was.closing, is: is.closing })
  return found
}
