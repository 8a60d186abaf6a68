import type { RecordId } from '#kit/id.ts'
import type { Day } from '#kit/day.ts'
import type { Misfit } from '#kit/fault.ts'
import { type Flag, checkContent } from '#record/check.ts'
import { next } from '#record/life.ts'
import type { Content, Context, RecordVersion } from '#record/shape.ts'
import type { Compiled, CompiledForm } from '#scheme/compiled.ts'
import { type Shop, contextOf, openShop } from './draft.ts'
import type { Step } from './lives.ts'
import type { World } from './world.ts'

/** A simulated record as it stands in the end. */
export type Lived = {
  readonly version: RecordVersion
  readonly form: CompiledForm
  /** Of its present version. */
  readonly flags: readonly Flag[]
  /** Of its present version: what the house would have refused. */
  readonly misfits: readonly Misfit[]
}

/**
 * Lives every step by the same rules as the house, without one: the records as they stand at the end, in the order in which
 * they were first handed in. Steps that are not open are a defect of the simulator, and thrown.
 */
export const replay = (compiled: Compiled, world: World, steps: readonly Step[], today: Day): readonly Lived[] => {
  const shop = openShop(compiled, world, new Map(), today)
  const standing = new Map<RecordId, Lived>()
  for (const step of steps) standing.set(step.record, lived(shop, standing.get(step.record) ?? null, step))
  return [...standing.values()]
}

/** One step more. @throws Error when the step is not open */
export const lived = (shop: Shop, before: Lived | null, step: Step): Lived => {
  const form = before?.form ?? (step.act === 'submit' ? formOf(shop.compiled, step.sort, step.kind) : undefined)
  const content = contentAfter(before?.version.content ?? null, step)
  if (form === undefined || content === null) throw new Error(`the simulator took ${step.act} for a record that is not there`)
  const state = next(before?.version.state ?? null, step.act, {
    sort: form.sort,
    review: form.form.review,
    reviewer: step.by.role === 'liaison',
    closed: (before?.version.content.closing ?? null) !== null,
  })
  if (state === null) throw new Error(`the simulator took ${step.act} in state ${before?.version.state}`)
  const context = contextIn(shop, content)
  const checked = checkContent(form, content, context, shop.compiled, shop.today)
  const version = {
    record: step.record,
    version: step.seen + 1,
    sort: form.sort,
    kind: form.kind,
    state,
    schemeVersion: 1,
    content: checked.content,
    context,
  }
  return { form, flags: checked.flags, misfits: checked.misfits, version }
}

const formOf = (compiled: Compiled, sort: 'activity' | 'matter', kind: string): CompiledForm | undefined =>
  (sort === 'activity' ? compiled.activities : compiled.matters).get(kind)

const contentAfter = (old: Content | null, step: Step): Content | null => {
  if (step.act === 'submit') return step.content
  if (old === null) return null
  if (step.act === 'correct') return { ...step.content, closing: old.closing }
  if (step.act === 'close') return { ...old, closing: { day: step.day, outcome: step.outcome, note: step.note } }
  return step.act === 'reopen' ? { ...old, closing: null } : old
}

const contextIn = (shop: Shop, content: Content): Context => {
  const unit = shop.world.units.find((u) => u.id === content.org)
  if (unit === undefined) throw new Error(`the simulator made a record of an org that is not there: ${content.org}`)
  return contextOf(shop, unit, content)
}
