import type { Compiled, CompiledForm } from '#scheme/compiled.ts'
import type { Context } from './shape.ts'

type Orgs = readonly Pick<Context['org'][number], 'code' | 'kind' | 'class'>[]

/** The class of a record's unit: of its org, or of the nearest org above it that has one; null when none has. `path` runs from the root down. */
export const classOfPath = (compiled: Compiled, path: Orgs): string | null => {
  for (const org of path.toReversed()) {
    const found = compiled.classOf({ code: org.code, kind: org.kind, class: org.class ?? '' })
    if (found !== null) return found
  }
  return null
}

/** Whether a form is for units of this class. */
export const isFor = (form: CompiledForm['form'], unitClass: string | null): boolean =>
  form.for === undefined || form.for.length === 0 || (unitClass !== null && form.for.includes(unitClass))
