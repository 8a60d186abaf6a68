import type { Progress, Standing } from '#figure/quota/shape.ts'
import type { CampaignId } from '#kit/id.ts'
import type { Text } from '#kit/text.ts'
import type { Quota } from '#scheme/quota.ts'
import type { FigureRecord, Page, SubjectRow } from '../views.ts'

/* What the quota commands answer. */

/** A quota with the words to read its numbers by. */
export type QuotaHead = {
  readonly key: string
  readonly title: Text
  readonly who: Quota['who']
  readonly indicator: string
  readonly indicatorTitle: Text
  readonly unit: string
  /** The indicator's digits after the point; null: it has no word on it. */
  readonly decimals: number | null
  readonly soft: boolean
}

export type QuotaRow = QuotaHead & {
  /** How many of those who owe it stand how. */ readonly counts: Readonly<Partial<Record<Standing, number>>>
}

/** `rows`: the worst off first. */
export type QuotaList = { readonly on: string; readonly quotas: readonly QuotaRow[]; readonly rows: Page<Progress>; readonly total: number }

export type QuotaPart = {
  readonly progress: Progress
  /** What counts, newest first, at most 200; values in the indicator’s unit. */
  readonly records: readonly FigureRecord[]
  /** Of the linked subjects: those not reached yet, at most 100. */
  readonly waiting: readonly SubjectRow[]
}

export type QuotaShow = { readonly quota: QuotaHead; readonly on: string; readonly parts: readonly QuotaPart[] }

export type MyQuotas = {
  readonly campaign: CampaignId
  readonly title: Text
  readonly on: string
  readonly quotas: readonly QuotaHead[]
  readonly rows: readonly Progress[]
}
