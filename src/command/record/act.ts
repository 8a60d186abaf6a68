import { Fault } from '#kit/fault.ts'
import type { RecordId } from '#kit/id.ts'
import { derive } from '#figure/derive.ts'
import { next } from '#record/life.ts'
import { gistOf } from '#record/gist.ts'
import type { Act, Content, RecordVersion, State } from '#record/shape.ts'
import type { World } from '../command.ts'
import type { Write } from '../ports.ts'
import type { LoadedScheme } from '../ports/campaign.ts'
import type { Change, Current } from '../ports/record.ts'
import type { ContextFound } from '../ports/register.ts'
import type { Receipt } from '../views.ts'
import { spoken } from '../quota/guard.ts'
import { countedOn } from './also.ts'
import { circlesOf, creditsIn, filesOf, formOf, narrow, ready, receipt } from './ready.ts'
import { circumstance, enters, mayAct, reviews, sightOf } from './right.ts'

type Step = {
  readonly record: RecordId
  /** The version the actor saw; another one in between is a conflict, never an overwrite. */
  readonly seen: number
  readonly act: Act
  readonly why: string
  /** The content after the act; the same content when absent. */
  readonly content?: (before: Content) => Content
}

const actNames: Readonly<Record<Act, { zh: string; en: string }>> = {
  submit: { zh: '提交', en: 'submitted' },
  correct: { zh: '更正', en: 'corrected' },
  accept: { zh: '确认', en: 'accepted' },
  return: { zh: '退回', en: 'returned' },
  withdraw: { zh: '撤回', en: 'withdrawn' },
  close: { zh: '办结', en: 'closed' },
  reopen: { zh: '重办', en: 'reopened' },
}
const stateNames: Readonly<Record<State, { zh: string; en: string }>> = {
  submitted: { zh: '待审', en: 'submitted' },
  accepted: { zh: '已确认', en: 'accepted' },
  returned: { zh: '已退回', en: 'returned' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
}

/** Takes one step in a record's life. */
export const takeStep = async (db: Write, step: Step, world: World): Promise<Receipt> => {
  const sight = sightOf(world.actor)
  const seen = await db.record.current(step.record, sight)
  if (seen === undefined) throw new Fault('404.1', { what: { zh: '记录', en: 'record' } })
  await db.record.lock(seen.campaign)
  const current = (await db.record.current(step.record, sight)) as Current
  if (!mayAct(world.actor, step.act, current)) throw new Fault('403.1', { what: actNames[step.act] })
  if (current.version !== step.seen) throw new Fault('409.2', { current: current.version, seen: step.seen })
  const change = await countedOn(db, await spoken(db, await changeOf(db, step, current, world), current.campaign), current.campaign)
  await db.record.apply(current.campaign, [change])
  return receipt(change)
}

const changeOf = async (db: Write, step: Step, current: Current, world: World): Promise<Change> => {
  const newContent = step.content?.(current.content)
  // What is corrected is held to today's scheme; every other act leaves the record under the one it was made under.
  const newest = (await db.campaign.scheme(current.campaign)) as LoadedScheme
  const own = step.act === 'correct' ? newest : ((await db.campaign.scheme(current.campaign, current.schemeVersion)) as LoadedScheme)
  const scheme: LoadedScheme = { ...own, credited: newest.credited }
  const form = formOf(scheme.compiled, current.sort, current.kind)
  const stateAfter = (path: readonly string[]): State => {
    const after = next(
      current.state,
      step.act,
      circumstance(form, current.sort, current.content.closing !== null, reviews(world.actor, path)),
    )
    if (after === null) throw new Fault('409.3', { state: stateNames[current.state], what: actNames[step.act] })
    return after
  }
  const state = stateAfter(current.context.org.map((n) => n.id))
  if (newContent === undefined) return sameContent(step, current, state, scheme, world)
  const found = step.act === 'correct' ? await contextOf(db, newContent, current, scheme, world) : { context: current.context, missing: [] }
  const { record, sort, kind, version } = current
  const { act, why } = step
  return ready(
    { record, version: version + 1, sort, kind, act, content: newContent, why, by: world.actor, stateAfter },
    scheme,
    found,
    await filesOf(db, [newContent]),
    world.today,
  )
}

/** Accepted, returned or withdrawn: the same words in another state. */
const sameContent = (step: Step, current: Current, state: State, scheme: LoadedScheme, { actor }: World): Change => {
  const { compiled } = scheme
  const version: RecordVersion = { ...versionOf(current), version: current.version + 1, state }
  const gist = gistOf(formOf(compiled, current.sort, current.kind), version.content)
  const facts = derive(compiled, version)
  const credits = creditsIn(scheme, version, facts)
  return { version, act: step.act, why: step.why, flags: current.flags, gist, facts, credits, by: actor }
}

const versionOf = ({ campaign: _campaign, flags: _flags, by: _by, closed: _closed, ...version }: Current): RecordVersion => version

/** A corrected record is looked up in the register anew. */
const contextOf = async (db: Write, content: Content, current: Current, scheme: LoadedScheme, world: World): Promise<ContextFound> => {
  const { day, org, place, participants, subjects } = content
  const [found] = await db.register.contexts([{ day, org, place, participants, subjects }])
  if (found === undefined) throw new Error('the register gave no answer')
  // Handing a record to another org takes the right to enter records there, too.
  const path = found.context.org.map((n) => n.id)
  if (org !== current.content.org && !enters(world.actor, path)) throw new Fault('404.1', { what: { zh: '单位', en: 'org' } })
  return { ...found, context: narrow(found.context, scheme.compiled, circlesOf(await db.campaign.circles(current.campaign))) }
}
