import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { type NoticeAct, taken } from '#appraise/notice.ts'
import { Fault } from '#kit/fault.ts'
import type { NoticeId } from '#kit/id.ts'
import { type Attachment, attachment, day, id } from '#record/shape.ts'
import { type World, write } from '../command.ts'
import type { Write } from '../ports.ts'
import { assertFiles } from './files.ts'
import { storable } from '../storable.ts'
import { rulesOf, viewOf } from './present.ts'
import { actorOf, mayTake, visible } from './right.ts'
import type { NoticeView } from './views.ts'

const seen = { notice: id<NoticeId>(), seen: z.int().min(1) }
const note = z.string().transform(storable).pipe(z.string().trim().min(1).max(5000))
const someNote = z.string().transform(storable).pipe(z.string().trim().max(5000)).default('')

type Step = {
  readonly notice: NoticeId
  /** The version the actor saw; another one in between is a conflict. */
  readonly seen: number
  readonly act: NoticeAct
  readonly note: string
  readonly until?: string | undefined
  readonly step?: string | undefined
  readonly files?: readonly Attachment[] | undefined
}

const take = async (db: Write, step: Step, world: World): Promise<NoticeView> => {
  const { actor, today } = world
  const { stored, ways } = await visible(db, actor, step.notice, today, (d) => d.notice.hold(step.notice))
  // A notice that is not the actor's to act on is, for this act, as if it were not there.
  if (!mayTake(actor, step.act, ways)) throw new Fault('404.1', { what: { zh: '督办单', en: 'notice' } })
  if (stored.version !== step.seen) throw new Fault('409.21', { current: stored.version, seen: step.seen })
  const rules = await rulesOf(db, stored.campaign)
  if (step.step !== undefined && !rules.steps.some((s) => s.to === step.step))
    throw new Fault('404.1', { what: { zh: '升级步骤', en: 'step of escalation' } })
  const files = await assertFiles(db, step.files ?? [])
  const standing = taken(stored, { act: step.act, on: today, until: step.until ?? null }, rules)
  const until = step.until ?? (step.act === 'extend' || step.act === 'return' ? standing.due : null)
  await db.notice.take(stored.id, standing, { act: step.act, on: today, until, step: step.step ?? null, note: step.note, files })
  const after = await visible(db, actor, step.notice, today)
  return viewOf(db, after.stored, world, ways)
}

export const receiveNotice = write({
  name: 'notice.receive',
  says: { zh: '签收督办单', en: 'Acknowledge receipt of a notice.' },
  input: z.strictObject({ ...seen, note: someNote }),
  may: (actor) => anyOf(actor, actorOf('receive')),
  run: (db, input, world) => take(db, { ...input, act: 'receive' }, world),
})

export const answerNotice = write({
  name: 'notice.answer',
  says: { zh: '答复督办单', en: 'Answer a notice.' },
  input: z.strictObject({ ...seen, note, files: z.array(attachment).max(10).default([]) }),
  may: (actor) => anyOf(actor, actorOf('answer')),
  run: (db, input, world) => take(db, { ...input, act: 'answer' }, world),
})

export const askForTime = write({
  name: 'notice.ask',
  says: { zh: '申请延期答复', en: 'Ask for more time to answer a notice.' },
  input: z.strictObject({ ...seen, until: day, note }),
  may: (actor) => anyOf(actor, actorOf('ask')),
  run: (db, input, world) => take(db, { ...input, act: 'ask' }, world),
})

export const extendNotice = write({
  name: 'notice.extend',
  says: { zh: '同意延期：到所申请的日期，或另定日期', en: 'Put a notice’s deadline off, to the day asked for or another.' },
  input: z.strictObject({ ...seen, until: day.optional(), note: someNote }),
  may: (actor) => anyOf(actor, actorOf('extend')),
  run: (db, input, world) => take(db, { ...input, act: 'extend' }, world),
})

export const refuseTime = write({
  name: 'notice.refuse',
  says: { zh: '不同意延期，并说明理由', en: 'Refuse more time, with the reason.' },
  input: z.strictObject({ ...seen, note }),
  may: (actor) => anyOf(actor, actorOf('refuse')),
  run: (db, input, world) => take(db, { ...input, act: 'refuse' }, world),
})

export const returnNotice = write({
  name: 'notice.return',
  says: { zh: '退回答复重办，并说明理由', en: 'Return an answer to be done again, with the reason.' },
  input: z.strictObject({ ...seen, until: day.optional(), note }),
  may: (actor) => anyOf(actor, actorOf('return')),
  run: (db, input, world) => take(db, { ...input, act: 'return' }, world),
})

export const closeNotice = write({
  name: 'notice.close',
  says: { zh: '办结督办单', en: 'Close a notice that was answered.' },
  input: z.strictObject({ ...seen, note: someNote }),
  may: (actor) => anyOf(actor, actorOf('close')),
  run: (db, input, world) => take(db, { ...input, act: 'close' }, world),
})

export const withdrawNotice = write({
  name: 'notice.withdraw',
  says: { zh: '撤销督办单，并说明理由', en: 'Withdraw a notice, with the reason.' },
  input: z.strictObject({ ...seen, note }),
  may: (actor) => anyOf(actor, actorOf('withdraw')),
  run: (db, input, world) => take(db, { ...input, act: 'withdraw' }, world),
})

export const escalateNotice = write({
  name: 'notice.escalate',
  says: { zh: '记下已采取的一步升级督办', en: 'Note that a step of escalation was taken.' },
  input: z.strictObject({ ...seen, step: z.string().max(48), note }),
  may: (actor) => anyOf(actor, actorOf('escalate')),
  run: (db, input, world) => take(db, { ...input, act: 'escalate' }, world),
})
