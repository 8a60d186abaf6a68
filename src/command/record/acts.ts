import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import type { RecordId } from '#kit/id.ts'
import { content, day, id } from '#record/shape.ts'
import { write } from '../command.ts'
import { takeStep } from './act.ts'

const seen = { record: id<RecordId>(), seen: z.int().min(1) }
const why = z.string().trim().min(1).max(500)

export const correct = write({
  name: 'record.correct',
  says: { zh: '更正一条记录，旧版保留', en: 'Correct a record; the version before stays.' },
  input: z.strictObject({ ...seen, content, why }),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  // How a matter ended is the business of close and reopen alone.
  run: (db, input, world) =>
    takeStep(db, { ...input, act: 'correct', content: (before) => ({ ...input.content, closing: before.closing }) }, world),
})

export const accept = write({
  name: 'record.accept',
  says: { zh: '审核通过一条记录', en: 'Accept a record: it counts as confirmed.' },
  input: z.strictObject(seen),
  may: (actor) => anyOf(actor, 'office', 'liaison'),
  run: (db, input, world) => takeStep(db, { ...input, act: 'accept', why: '' }, world),
})

export const giveBack = write({
  name: 'record.return',
  says: { zh: '退回一条记录并说明理由', en: 'Return a record with a reason.' },
  input: z.strictObject({ ...seen, why }),
  may: (actor) => anyOf(actor, 'office', 'liaison'),
  run: (db, input, world) => takeStep(db, { ...input, act: 'return' }, world),
})

export const withdraw = write({
  name: 'record.withdraw',
  says: { zh: '撤回一条记录并说明理由', en: 'Withdraw a record with a reason.' },
  input: z.strictObject({ ...seen, why }),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: (db, input, world) => takeStep(db, { ...input, act: 'withdraw' }, world),
})

export const close = write({
  name: 'record.close',
  says: { zh: '办结一个事项', en: 'Close a matter with how it ended.' },
  input: z.strictObject({ ...seen, day, outcome: z.string().max(48), note: z.string().trim().min(1).max(5000) }),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: (db, { record, seen: version, ...closing }, world) =>
    takeStep(db, { record, seen: version, act: 'close', why: closing.note, content: (before) => ({ ...before, closing }) }, world),
})

export const reopen = write({
  name: 'record.reopen',
  says: { zh: '重新办理一个已办结的事项', en: 'Reopen a closed matter with a reason.' },
  input: z.strictObject({ ...seen, why }),
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: (db, input, world) => takeStep(db, { ...input, act: 'reopen', content: (before) => ({ ...before, closing: null }) }, world),
})
