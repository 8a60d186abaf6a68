import { present } from '#figure/present.ts'
import type { Week } from '#kit/period.ts'
import type { Period } from '#kit/day.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Read } from '../ports.ts'
import type { LoadedScheme } from '../ports/campaign.ts'
import type { OrgRow } from '../views.ts'
import type { Digest } from './views.ts'

export type DigestScope = {
  readonly campaign: CampaignId
  readonly loaded: LoadedScheme
  readonly compiled: Compiled
  readonly org: OrgId
  /** The org and all below it. */
  readonly orgs: readonly OrgRow[]
  readonly week: Week
  /** The week before. */
  readonly before: Period
  readonly today: string
}

/** The headline figures of the week, of the week before, and so far; all confirmed. */
export const figuresOf = async (
  db: Read,
  { campaign, compiled, org, week, before }: DigestScope,
): Promise<Pick<Digest, 'figures' | 'records'>> => {
  const valuesOf = async (period?: Period): Promise<ReadonlyMap<string, string | null>> =>
    new Map(present(compiled, await db.figure.sums(campaign, compiled, { scope: { org }, period })).map((f) => [f.indicator, f.confirmed]))
  const [now, then, total] = [await valuesOf(week), await valuesOf(before), await valuesOf()]
  const heads = [...compiled.indicators.values()].filter((i) => i.indicator.headline)
  const countIn = async ({ from, to }: Period) => (await db.supervision.counts(campaign, [org], from, to)).get(org) ?? 0
  return {
    records: { week: await countIn(week), before: await countIn(before) },
    figures: heads.map(({ key, indicator: { title, unit, decimals } }) => ({
      indicator: key,
      title,
      unit,
      decimals: decimals ?? null,
      week: now.get(key) ?? null,
      before: then.get(key) ?? null,
      total: total.get(key) ?? null,
    })),
  }
}
