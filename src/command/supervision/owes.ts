import { type UnitQuota, unitQuotas } from '#appraise/unit.ts'
import type { Assignee, Progress } from '#figure/quota/shape.ts'
import type { OrgId } from '#kit/id.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Read } from '../ports.ts'
import type { LoadedScheme } from '../ports/campaign.ts'
import { progressIn } from '../quota/progress.ts'
import type { Supervision } from './views.ts'

/** Everything that is owed in the scope on the day, in the order of the scheme. */
export const progressOn = async (db: Read, scheme: LoadedScheme, org: OrgId, on: string): Promise<readonly Progress[]> => {
  const order = Object.keys(scheme.compiled.scheme.quotas)
  return (await progressIn(db, scheme, { org, on, lean: true })).toSorted(
    (a, b) => order.indexOf(a.quota) - order.indexOf(b.quota) || a.part - b.part,
  )
}

/** The unit that answers for an org: itself, or the nearest one above. */
export type UnitOf = (org: OrgId | null) => OrgId | null

/** The unit an assignee belongs to. Teams answer for themselves. */
export const unitBehind = ({ kind, id, org }: Assignee, unitOf: UnitOf): OrgId | null =>
  kind === 'team' ? null : unitOf(kind === 'org' ? (id as OrgId) : org)

const some = (unit: OrgId | null): readonly OrgId[] => (unit === null ? [] : [unit])

/** What each unit owes on the day, itself and through its people. */
export const owesOf = (
  progress: readonly Progress[],
  { compiled }: LoadedScheme,
  unitOf: UnitOf,
): ReadonlyMap<OrgId, readonly UnitQuota[]> => unitQuotas(progress, (a) => some(unitBehind(a, unitOf)), compiled.scheme.lights)

/** The quotas in the words of the scheme: each with the periods beside its own. */
export const quotasOf = ({ scheme }: Compiled): Supervision['quotas'] =>
  Object.entries(scheme.quotas).flatMap(([key, { title, indicator, soft, also }]) =>
    [0, ...also.map((_, i) => i + 1)].map((part) => {
      const { unit = '', decimals = null } = scheme.indicators[indicator] ?? {}
      return { key, part, title, unit, decimals, soft }
    }),
  )
