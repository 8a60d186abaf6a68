import type { OrgId } from '#kit/id.ts'
import { classOfPath, isFor } from '#record/class.ts'
import type { Compiled, CompiledForm } from '#scheme/compiled.ts'
import type { Unit } from './node.ts'
import type { Temper } from './rhythm.ts'
import { type Pin, isFedBy } from './totals.ts'

/** Of each kind of record whose units are counted, the units that have made one. */
export type Rounds = Map<CompiledForm, Set<OrgId>>

/** Different units, or units that have said so last. */
const countsUnits = ({ indicator: i }: Pin): boolean => i.distinct === 'org' || (i.each === 'org' && i.value === null)

/** How many different units are to have made such a record; undefined where no total counts them. */
const unitsWanted = (pins: ReadonlyMap<string, Pin>, form: CompiledForm): number | undefined => {
  const counts = [...pins.values()].filter((p) => countsUnits(p) && isFedBy(p, form))
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

/** Of thirty-odd units one may be idle. */
const mayBeIdle = (units: number): number => Math.floor(units / 32)

/** The units of whom totals leave hardly one out. */
export const unitsNeeded = (compiled: Compiled, pins: readonly Pin[], units: readonly Unit[]): ReadonlySet<OrgId> =>
  new Set(
    pins
      .filter((p) => p.indicator.distinct === 'org')
      .flatMap((p) => {
        const forms = p.indicator.sources.flatMap((s) => (s.sort === 'activity' ? compiled.activities : compiled.matters).get(s.kind) ?? [])
        const own = units.filter((u) => forms.some((f) => isFor(f.form, classOfPath(compiled, u.path))))
        return p.target.gt(own.length - mayBeIdle(units.length) - 1) ? own.map((u) => u.id) : []
      }),
  )
