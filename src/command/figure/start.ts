import type { OrgId } from '#kit/id.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { startKinds } from '#scheme/start.ts'
import type { OrgRow } from '../views.ts'

/** Asks about units by the kinds of records that count as a start for their class: once for all units with the same kinds. */
export const byStart = async <T>(
  { scheme, classOf }: Compiled,
  units: readonly OrgRow[],
  ask: (orgs: readonly OrgId[], kinds: readonly string[]) => Promise<ReadonlyMap<OrgId, T>>,
): Promise<ReadonlyMap<OrgId, T>> => {
  const found = new Map<OrgId, T>()
  const alike = Map.groupBy(
    units.map((unit) => ({ id: unit.id, kinds: startKinds(scheme, classOf(unit)) })),
    (u) => u.kinds.join(),
  )
  for (const of of alike.values()) {
    const answer = await ask(
      of.map((u) => u.id),
      of[0]?.kinds ?? [],
    )
    for (const [org, value] of answer) found.set(org, value)
  }
  return found
}
