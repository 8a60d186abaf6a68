import type { OrgId } from '#kit/id.ts'
import { classOfPath, isFor } from '#record/class.ts'
import type { Compiled, CompiledForm } from '#scheme/compiled.ts'
import type { Temper } from './rhythm.ts'

const known = new WeakMap<CompiledForm, Map<OrgId, boolean>>()

/** The units whose form it is; all of them when none of those at work is of its class. */
export const ofItsClass = (compiled: Compiled, form: CompiledForm, tempers: readonly Temper[]): readonly Temper[] => {
  if (form.form.for === undefined) return tempers
  const fits = known.get(form) ?? new Map<OrgId, boolean>()
  known.set(form, fits)
  const own = tempers.filter(({ unit }) => {
    const found = fits.get(unit.id) ?? isFor(form.form, classOfPath(compiled, unit.path))
    fits.set(unit.id, found)
    return found
  })
  return own.some((t) => t.share > 0) ? own : tempers
}
