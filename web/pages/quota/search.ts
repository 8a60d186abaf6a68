import type { Standing } from '#figure/quota/shape.ts'

export const whos = ['org', 'person', 'team'] as const

/** As of which day, which quota, whose, and how they stand. */
export type QuotaSearch = {
  readonly on?: string | undefined
  readonly quota?: string | undefined
  readonly standing?: Standing | undefined
  readonly who?: (typeof whos)[number] | undefined
  readonly q?: string | undefined
}
