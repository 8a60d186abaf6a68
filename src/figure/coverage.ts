import type { Day, Period } from '#kit/day.ts'
import type { PlaceId } from '#kit/id.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { dutiesIn } from '#scheme/care.ts'
import { kindOf, sameKind, subjectKinds } from '#scheme/kind.ts'
import { turnWithin } from './turn.ts'

/** How many there are, how many were reached by a confirmed visit, and how many only by one that waits for review. */
export type Reach = { readonly subjects: number; readonly reached: number; readonly pending: number }

/** Subjects alike: in one place, of one kind, with the same of the tags that are asked for. */
export type ReachRow = Reach & { readonly place: PlaceId | null; readonly kind: string; readonly tags: readonly string[] }

/** Who must be reached, by what, and in which turn. */
export type Duty = {
  /** False: the scheme asks for nobody; whoever visits are paid to is counted all the same. */
  readonly asked: boolean
  readonly tags: readonly string[]
  /** As the scheme calls them. */
  readonly kinds: readonly string[]
  /** Every word by which the register may know these kinds. */
  readonly kindWords: readonly string[]
  /** Kinds of activities that reach somebody. */
  readonly by: readonly string[]
  readonly turn: Period
}

/** The scheme's nth duty; null when there are not so many. */
export const dutyOf = (compiled: Compiled, on: Day, n = 0): Duty | null => {
  const { activities, window } = compiled.scheme
  const coverage = dutiesIn(compiled.scheme.coverage)[n]
  if (coverage === undefined) return null
  const paid = Object.entries(activities).filter(([, form]) => form.to.length > 0)
  const by = coverage.of.length > 0 ? coverage.of : paid.map(([kind]) => kind)
  const asked = coverage.must_reach.length > 0 || coverage.everyone.length > 0
  const kinds = asked ? coverage.everyone : [...new Set(paid.filter(([kind]) => by.includes(kind)).flatMap(([, form]) => form.to))]
  const kindWords = [...new Set(kinds.flatMap((kind) => sameKind(subjectKinds, kind)))]
  return { asked, tags: coverage.must_reach, kinds, kindWords, by, turn: turnWithin(coverage.every, on, window) }
}

export const nobody: Reach = { subjects: 0, reached: 0, pending: 0 }

export const together = (rows: readonly Reach[]): Reach =>
  rows.reduce(
    (all, r) => ({ subjects: all.subjects + r.subjects, reached: all.reached + r.reached, pending: all.pending + r.pending }),
    nobody,
  )

export const ofTag = (rows: readonly ReachRow[], tag: string): Reach => together(rows.filter((r) => r.tags.includes(tag)))

export const ofKind = (rows: readonly ReachRow[], kind: string): Reach =>
  together(rows.filter((r) => kindOf(subjectKinds, r.kind) === kindOf(subjectKinds, kind)))

type Node = { readonly id: PlaceId; readonly parent: PlaceId | null }

/** Each place with all below it. Subjects without a place stand under null. */
export const byPlace = (rows: readonly ReachRow[], places: readonly Node[]): ReadonlyMap<PlaceId | null, Reach> => {
  const parents = new Map(places.map((p) => [p.id, p.parent]))
  const sums = new Map<PlaceId | null, Reach>()
  for (const row of rows) {
    const way: (PlaceId | null)[] = []
    for (let at = row.place; at !== null && !way.includes(at); at = parents.get(at) ?? null) way.push(at)
    for (const at of way.length > 0 ? way : [null]) sums.set(at, together([sums.get(at) ?? nobody, row]))
  }
  return sums
}
