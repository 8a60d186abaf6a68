import { type UnitQuota, unitQuotas } from '#appraise/unit.ts'
import type { OrgId } from '#kit/id.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Read } from '../ports.ts'
import type { LoadedScheme } from '../ports/campaign.ts'
import { progressIn } from '../quota/progress.ts'
import type { Supervision } from './views.ts'

type Asked = {
  readonly scheme: LoadedScheme
  readonly org: OrgId
  readonly on: string
  /** The unit that answers for an org: itself, or the nearest one above. */
  readonly unitOf: (org: OrgId | null) => OrgId | null
}

/** What each unit owes on the day, itself and through its people. Teams answer for themselves. */
export const owesOf = async (db: Read, { scheme, org, on, unitOf }: Asked): Promise<ReadonlyMap<OrgId, readonly UnitQuota[]>> => {
  const order = Object.keys(scheme.compiled.scheme.quotas)
  const progress = (await progressIn(db, scheme, { org, on })).toSorted(
    (a, b) => order.indexOf(a.quota) - order.indexOf(b.quota) || a.part - b.part,
  )
  return unitQuotas(
    progress,
    (a) => (a.kind === 'team' ? null : unitOf(a.kind === 'org' ? (a.id as OrgId) : a.org)),
    scheme.compiled.scheme.lights,
  )
}

/** The quotas in the words of the scheme: each with the periods beside its own. */
export const quotasOf = ({ scheme }: Compiled): Supervision['quotas'] =>
  Object.entries(scheme.quotas).flatMap(([key, { title, indicator, soft, also }]) =>
    [0, ...also.map((_, i) => i + 1)].map((part) => {
      const { unit = '', decimals = null } = scheme.indicators[indicator] ?? {}
      return { key, part, title, unit, decimals, soft }
    }),
  )
