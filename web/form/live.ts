import { useMemo } from 'react'
import type { Misfit } from '#kit/fault.ts'
import { checkContent } from '#record/check.ts'
import { namesOf } from '#record/names.ts'
import type { Content, Context } from '#record/shape.ts'
import type { Compiled, CompiledForm } from '#scheme/compiled.ts'
import { personProgram } from '#scheme/expression.ts'
import type { FlagView } from '#command/views.ts'
import { useRead } from '#web/api/hooks.ts'
import { useScope } from '#web/api/scope.ts'
import { type Known, type Within, contextOf } from './known.ts'
import type { Opened } from './scheme.ts'
import { todayHere } from './today.ts'

/** Keys of the fields whose `show` holds under these answers. */
export const visibleIn = (form: CompiledForm, content: Content, context: Context): ReadonlySet<string> => {
  const names = namesOf(form, content, context)
  return new Set(form.fields.filter(({ show }) => show === null || show.run(names) === true).map(({ field }) => field.key))
}

export type Live = {
  readonly visible: ReadonlySet<string>
  readonly misfits: readonly Misfit[]
  readonly flags: readonly FlagView[]
  /** As the house would store it. */
  readonly content: Content
}

/** Who belongs to the campaign: by the scheme's words, or by the circle that an org on the record's path widened. */
const withinOf = ({ view }: Opened, compiled: Compiled): Within => {
  const circles = new Map(view.circles.map((c) => [c.org as string, personProgram(c.where)]))
  return (person, path) => compiled.participates(person) || path.some((org) => circles.get(org)?.run({ person }) === true)
}

/** The house's own check, in the browser, at every keystroke: what shows, what does not fit, what would be flagged. */
export const useLive = (opened: Opened, compiled: Compiled, form: CompiledForm, content: Content, known: Known): Live => {
  const { orgs } = useScope()
  const places = useRead('place.list', {}, { enabled: form.form.place !== 'none' })
  const within = useMemo(() => withinOf(opened, compiled), [opened, compiled])
  return useMemo(() => {
    const context = contextOf(content, known, orgs, places.data ?? [], within)
    const checked = checkContent(form, content, context, compiled, todayHere())
    return { visible: visibleIn(form, content, context), misfits: checked.misfits, flags: checked.flags, content: checked.content }
  }, [compiled, form, content, known, orgs, places.data, within])
}
