import { type UnitQuota, unitQuotas } from '#appraise/unit.ts'
import type { Progress } from '#figure/quota/shape.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Read } from '../ports.ts'
import type { Supervision } from './views.ts'

type Asked = {
  readonly campaign: CampaignId
  readonly compiled: Compiled
  readonly org: OrgId
  readonly on: string
  readonly unitOf: (org: OrgId | null) => OrgId | null
}

/** What each unit owes on the day, itself and through its people. Teams answer for themselves. */
export const owesOf = async (_db: Read, { compiled, unitOf }: Asked): Promise<ReadonlyMap<OrgId, readonly UnitQuota[]>> => {
  const progress: readonly Progress[] = []
  return unitQuotas(
    progress,
    (a) => (a.kind === 'team' ? null : unitOf(a.kind === 'org' ? (a.id as OrgId) : a.org)),
    compiled.scheme.lights,
  )
}

/** The quotas in the words of the scheme: each with the periods beside its own. */
export const quotasOf = ({ scheme }: Compiled): Supervision['quotas'] =>
  Object.entries(scheme.quotas).flatMap(([key, { title, indicator, soft, also }]) =>
    [0, ...also.map((_, i) => i + 1)].map((part) => ({ key, part, title, unit: scheme.indicators[indicator]?.unit ?? '', soft })),
  )
