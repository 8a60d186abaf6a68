import type { OrgId, PersonId, PlaceId, SubjectId } from '#kit/id.ts'
import type { Scheme } from '#scheme/shape.ts'
import type { Layout } from './layout/shape.ts'

/** A node of a tree with the way to it from the root, itself included. */
export type Node<T> = {
  readonly id: T
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly class: string
  readonly path: readonly { readonly id: T; readonly code: string; readonly kind: string; readonly class: string }[]
}
export type Spot = Node<PlaceId>
export type Official = {
  readonly id: PersonId
  readonly code: string
  readonly name: string
  readonly org: OrgId
  readonly rank: string
  readonly post: string
  /** Places that this person answers for, and therefore goes to. */
  readonly ties?: readonly Spot[]
}
export type Host = {
  readonly id: SubjectId
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly place: Spot
  readonly address: string
  readonly tags: readonly string[]
}
/** An org that does field work, with its people (the first lead it) and the places it goes to. */
export type Unit = Node<OrgId> & { readonly people: readonly Official[]; readonly spots: readonly Spot[] }

export type WorldPlan = {
  readonly schemes: readonly Scheme[]
  readonly seed: string
  /** 1: a county-level city of 34 townships and 60-odd departments; less for a smaller one. */
  readonly scale: number
  /** 清河 */
  readonly city: string
  /** The org everything hangs under. */
  readonly root: { readonly id: OrgId; readonly code: string; readonly name: string }
  /** Led before every code, so that an invented world can stand beside a real one. */
  readonly prefix: string
  /** What there is, where the usual city will not do. */
  readonly layout?: Layout | undefined
}

/** A fixed instant: ids of the register tell nothing of when it was invented. */
export const epoch = Date.UTC(2012, 0, 4)

export const below = <T extends string>(parent: Node<T> | null, own: Omit<Node<T>, 'path'>): Node<T> => ({
  ...own,
  path: [...(parent?.path ?? []), { id: own.id, code: own.code, kind: own.kind, class: own.class }],
})

export const sized = (n: number, scale: number, least: number): number => Math.max(least, Math.round(n * Math.min(1, scale)))
export const numbered = (prefix: string, n: number, width: number): string => `${prefix}${String(n).padStart(width, '0')}`
