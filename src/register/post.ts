import type { Lasting } from './entry.ts'
import type { Term } from './shape.ts'
import { sayTerm } from './term.ts'

/** A post as it is planned: `org` is any key of an org. */
export type PlannedPost = Term & { readonly org: string; readonly post: string; readonly rank: string }
export type SaidPost = Lasting & { readonly org: string; readonly post?: string | undefined; readonly rank?: string | undefined }

/**
 * A person's posts after a roster named some. Each named org's post is corrected or begun like a term. When the roster
 * names exactly one org that is new for the person, and exactly one open post in an org it does not name, the person
 * moved: from that day on when it gives one, else the old post is corrected. Every other post stays (`more`: always).
 */
export const sayPosts = (before: readonly PlannedPost[], said: readonly SaidPost[], more: boolean): readonly PlannedPost[] => {
  const named = new Set(said.map((s) => s.org))
  const fresh = said.filter((s) => !before.some((p) => p.org === s.org))
  const left = before.filter((p) => !named.has(p.org) && p.until === null)
  const [come, gone] = [fresh[0], left[0]]
  const moved = !more && fresh.length === 1 && left.length === 1 ? gone : undefined
  const kept = before.filter((p) => !named.has(p.org) && p !== moved)
  const spoken = [...named].flatMap((org) =>
    inOrg(
      before,
      said.filter((s) => s.org === org),
      org,
    ),
  )
  if (moved === undefined || come === undefined) return [...kept, ...spoken]
  if (come.from == null) return [...kept, ...spoken.map((p) => (p.org === come.org ? { ...p, from: moved.from } : p))]
  const ended = (moved.from ?? '') < come.from ? [{ ...moved, until: come.from }] : []
  return [...kept, ...ended, ...spoken]
}

const inOrg = (before: readonly PlannedPost[], said: readonly SaidPost[], org: string): readonly PlannedPost[] =>
  said.reduce<readonly PlannedPost[]>(
    (terms, s) => sayTerm(terms, { from: s.from, until: s.until, org, post: s.post, rank: s.rank }, { org, post: '', rank: '' }),
    before.filter((p) => p.org === org).sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)),
  )

/** Whether two lists hold the same posts, in any order. */
export const samePosts = (a: readonly PlannedPost[], b: readonly PlannedPost[]): boolean => {
  const line = (p: PlannedPost): string => JSON.stringify([p.org, p.from, p.until, p.post, p.rank])
  const lines = new Set(a.map(line))
  return a.length === b.length && b.every((p) => lines.has(line(p)))
}
