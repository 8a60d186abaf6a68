import { dutiesIn } from '#scheme/care.ts'
import type { Scheme } from '#scheme/shape.ts'

/** The words of the register that schemes speak of; an invented world must have them. */
export type Vocabulary = {
  readonly orgKinds: readonly string[]
  readonly orgClasses: readonly string[]
  /** Highest first, as the schemes list them. */
  readonly ranks: readonly string[]
  readonly posts: readonly string[]
  /** The posts by which somebody belongs to a campaign. */
  readonly belonging: readonly string[]
  readonly hosts: readonly { readonly kind: string; readonly title: string }[]
  readonly tags: readonly string[]
}

/** Gathers what the schemes declare, and every literal their expressions compare a kind, class, rank, post or tag with. */
export const vocabularyOf = (schemes: readonly Scheme[]): Vocabulary => {
  const sources = schemes.flatMap((s) => strings({ ...s, bulletins: {}, about: undefined }))
  const compared = (name: string): string[] => sources.flatMap((source) => literals(source, name))
  const declared = schemes.flatMap((s) => s.subjects.map((h) => ({ kind: h.key, title: h.title.zh })))
  const paid = schemes.flatMap((s) => Object.values(s.activities).flatMap((a) => a.to.map((kind) => ({ kind, title: kind }))))
  return {
    orgKinds: different(compared('org\\.kind')),
    orgClasses: different(compared('org\\.class')),
    ranks: different([...schemes.flatMap((s) => s.ranks.map((r) => r.key)), ...compared('(?:person|participant)\\.rank')]),
    belonging: different(schemes.flatMap((s) => literals(s.participants.where ?? '', 'person\\.post'))),
    posts: different(compared('(?:person|participant)\\.post')),
    hosts: [...new Map([...paid, ...declared].map((h) => [h.kind, h])).values()],
    tags: different([
      ...schemes.flatMap((s) => [...s.tags.map((t) => t.key), ...dutiesIn(s.coverage).flatMap((d) => d.must_reach)]),
      ...sources.flatMap(tagged),
    ]),
  }
}

const different = (list: readonly string[]): string[] => [...new Set(list)].filter((word) => word !== '')

const strings = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(strings)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

const quoted = /"([^"]*)"|'([^']*)'/g

/** `org.kind == "x"`, `org.kind in ["x", "y"]` → x, y. */
const literals = (source: string, name: string): string[] =>
  [...source.matchAll(new RegExp(`${name}\\s*(?:==|in)\\s*(\\[[^\\]]*\\]|"[^"]*"|'[^']*')`, 'g'))].flatMap((m) => words(m[1] ?? ''))

/** `"x" in subject.tags` → x. */
const tagged = (source: string): string[] =>
  [...source.matchAll(/("[^"]*"|'[^']*')\s+in\s+subject\.tags/g)].flatMap((m) => words(m[1] ?? ''))

const words = (text: string): string[] => [...text.matchAll(quoted)].map((m) => m[1] ?? m[2] ?? '')
