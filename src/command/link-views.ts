import type { Page } from './views.ts'

/* What the commands about links answer. */

/** subject, place, org: for whom somebody answers; unit, person: who answers. */
export const linkSides = ['subject', 'place', 'org', 'unit', 'person'] as const
export type LinkSide = (typeof linkSides)[number]

export type LinkPartner = {
  readonly link: string
  readonly is: 'person' | 'org' | 'place' | 'subject'
  readonly id: string
  readonly name: string
  readonly role: string
}
export type LinkSurveyRow = {
  readonly id: string
  readonly code: string
  readonly name: string
  /** For a person, the rank. */
  readonly kind: string
  readonly about: string
  /** How many links it has; the first thirty of them are told. */
  readonly n: number
  readonly partners: readonly LinkPartner[]
}
/** `all` there are on that side, of whom `linked` have at least one partner; `links` between them; `most` of one. */
export type LinkSurvey = Page<LinkSurveyRow> & {
  readonly counts: { readonly all: number; readonly linked: number; readonly links: number; readonly most: number }
}
/** How many links hold, and how many different ones stand at either end. */
export type LinkSummary = {
  readonly role: string
  readonly links: number
  readonly people: number
  readonly orgs: number
  readonly subjects: number
  readonly places: number
  readonly toOrgs: number
}
