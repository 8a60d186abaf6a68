import type { OrgId } from '#kit/id.ts'
import type { CompiledForm } from '#scheme/compiled.ts'
import type { Temper } from './rhythm.ts'
import type { Pin } from './totals.ts'

/** Of each kind of record whose units are counted, the units that have made one. */
export type Rounds = Map<CompiledForm, Set<OrgId>>

/** Different units, or units that have said so last. */
const countsUnits = ({ indicator: i }: Pin): boolean => i.distinct === 'org' || (i.each === 'org' && i.value === null)

/** How many different units are to have made such a record; undefined where no total counts them. */
const unitsWanted = (pins: ReadonlyMap<string, Pin>, form: CompiledForm): number | undefined => {
  const counts = [...pins.values()].filter(
    (p) => countsUnits(p) && p.indicator.sources.some((s) => s.sort === form.sort && s.kind === form.kind),
  )
  return counts.length === 0 ? undefined : Math.max(...counts.map((p) => p.target.toNumber()))
}

/** Where totals count units, each makes its first record before one makes its second; then it is left to as many as are counted. */
export const inTurn = (
  rounds: Rounds,
  pins: ReadonlyMap<string, Pin>,
  form: CompiledForm,
  tempers: readonly Temper[],
): readonly Temper[] => {
  const wanted = unitsWanted(pins, form)
  if (wanted === undefined) return tempers
  const had = rounds.get(form) ?? new Set()
  const next = tempers.filter((t) => t.share > 0 && had.has(t.unit.id) === had.size >= wanted)
  return next.length === 0 ? tempers : next
}

export const tookTurn = (rounds: Rounds, form: CompiledForm, unit: OrgId): void => {
  rounds.set(form, (rounds.get(form) ?? new Set()).add(unit))
}

/** Whether the totals leave no unit out. */
export const askAll = (pins: readonly Pin[], units: number): boolean =>
  pins.some((p) => countsUnits(p) && p.target.gt(units - Math.floor(units / 32) - 1))
