import { type Actor, holds, holdsOn } from '#access/actor.ts'
import type { Act, Sort } from '#record/shape.ts'
import type { CompiledForm } from '#scheme/compiled.ts'
import type { Circumstance } from '#record/life.ts'
import type { Current, Sight } from '../ports/record.ts'

/** What the actor may see of records. */
export const sightOf = (actor: Actor): Sight => ({ orgs: holds(actor, 'office', 'liaison'), account: actor.account })

/** Liaisons and the office review what their orgs and those below them hand in. */
export const reviews = (actor: Actor, orgPath: readonly string[]): boolean => holdsOn(actor, orgPath, 'office', 'liaison')

/** Whoever works for an org, or above it, enters records for it. */
export const enters = (actor: Actor, orgPath: readonly string[]): boolean => holdsOn(actor, orgPath, 'office', 'liaison', 'visitor')

/** Whether this actor may do this act on this record; the state is another question. */
export const mayAct = (actor: Actor, act: Act, record: Current): boolean => {
  const path = record.context.org.map((n) => n.id)
  const reviewer = reviews(actor, path)
  const author = record.by === actor.account && enters(actor, path)
  const rights: Readonly<Record<Act, boolean>> = {
    submit: enters(actor, path),
    correct: reviewer || author,
    withdraw: reviewer || author,
    accept: reviewer,
    return: reviewer,
    close: reviewer || author,
    reopen: reviewer || author,
  }
  return rights[act]
}

export const circumstance = (form: CompiledForm, sort: Sort, closed: boolean, reviewer: boolean): Circumstance => ({
  sort,
  review: form.form.review,
  reviewer,
  closed,
})
