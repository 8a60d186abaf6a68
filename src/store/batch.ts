import type { World } from '#command/command.ts'
import { type Prepared, type Submission, prepareAll, storeAll, submit } from '#command/record/submit.ts'
import type { Write } from '#command/ports.ts'
import type { Op, Past } from '#command/ports/op.ts'
import type { Change } from '#command/ports/record.ts'
import type { Receipt } from '#command/views.ts'
import { Fault } from '#kit/fault.ts'
import { assertMay, opOf } from './carry.ts'
import type { Store } from './store.ts'

/** Records taken in one transaction. More wait for the next. */
const most = 64

type Line = {
  readonly waiting: Waiting[]
  carriers: number
  carried: number /** The batch before has the lock, or will never want it. */
  turn: Promise<void>
}
type Waiting = Submission & { readonly op: Op; readonly done: (receipt: Receipt) => void; readonly failed: (error: unknown) => void }

export type Submitter = { submit(input: Submission['input'], world: World): Promise<Receipt> }

/** Batches of one campaign under way at a time: one is prepared while the other is stored. */
const carriers = 2

/**
 * Commits together what arrives together: while batches of a campaign are being prepared and stored, the next gathers. Each
 * submission stands or falls by itself, is answered only after its commit, and keeps its op like any other command.
 */
export const submitter = (store: Store): Submitter => {
  const lines = new Map<string, Line>()
  const serve = async (at: string, line: Line): Promise<void> => {
    if (line.carriers === carriers || line.waiting.length === 0) return
    line.carriers++
    while (line.waiting.length > 0) {
      const batch = take(line)
      line.carried += batch.length
      const [before, turn] = [line.turn, Promise.withResolvers<void>()]
      line.turn = turn.promise
      await carry(store, batch, { before, taken: turn.resolve }).finally(turn.resolve)
      line.carried -= batch.length
    }
    if (--line.carriers === 0) lines.delete(at)
  }
  return {
    submit: (input, world) => {
      assertMay(submit, input, world)
      return new Promise((done, failed) => {
        const at = `${world.actor.tenant} ${input.campaign}`
        const waiting: Waiting = { input, actor: world.actor, today: world.today, op: opOf(submit, input, input.id), done, failed }
        const line = lines.get(at) ?? { waiting: [], carriers: 0, carried: 0, turn: Promise.resolve() }
        lines.set(at, line)
        line.waiting.push(waiting)
        // Whatever is already on its way in this turn of the loop joins the batch.
        if (line.carriers < carriers) setImmediate(() => void serve(at, line))
      })
    },
  }
}

/** The next batch: a fair share of all that is waiting or under way. What asks for an id of the batch, or was raised in it, goes after it. */
const take = ({ waiting, carried }: Line): readonly Waiting[] => {
  const share = Math.min(most, Math.ceil((waiting.length + carried) / carriers))
  const ids = new Set<string>()
  const batch: Waiting[] = []
  for (let i = 0; i < waiting.length && batch.length < share; ) {
    const one = waiting[i] as Waiting
    if (ids.has(one.input.id) || (one.input.content.raisedIn !== null && ids.has(one.input.content.raisedIn))) i++
    else {
      ids.add(one.input.id)
      batch.push(one)
      waiting.splice(i, 1)
    }
  }
  return batch
}

/** Batches are stored in the order in which they were taken. */
type Turn = { readonly before: Promise<void>; readonly taken: () => void }

const carry = async (store: Store, batch: readonly Waiting[], turn: Turn): Promise<void> => {
  try {
    const outcomes = await together(store, batch, turn)
    batch.forEach((one, i) => answer(one, outcomes[i]))
  } catch (error) {
    // One that breaks the transaction must not take the others with it.
    if (batch.length > 1 && !(error instanceof Fault)) for (const one of batch) await carry(store, [one], turn)
    else for (const one of batch) one.failed(error)
  }
}

const answer = (one: Waiting, outcome: Receipt | Fault | undefined): void => {
  if (outcome === undefined || outcome instanceof Fault) one.failed(outcome ?? new Error('a submission was not answered'))
  else one.done(outcome)
}

const together = (store: Store, batch: readonly Waiting[], turn: Turn): Promise<readonly (Receipt | Fault)[]> => {
  const [first] = batch as readonly [Waiting, ...Waiting[]]
  const { campaign } = first.input
  return store.write(first.actor, async (db) => {
    const prepared = await prepareAll(db, campaign, batch)
    await turn.before
    db.record.foresee(campaign, changesIn(prepared))
    // Asked under the lock: the same submission may have been in the batch before.
    const [, past] = await Promise.all([db.record.lock(campaign), db.op.past(batch.map((b) => b.op.id))])
    turn.taken()
    const fresh = batch.flatMap((b, i) => (past.has(b.op.id) ? [] : [i]))
    const given = fresh.map((i) => batch[i] as Waiting)
    const answers = await storeAll(db, campaign, given, { ...prepared, outcomes: fresh.map((i) => prepared.outcomes[i] as Change | Fault) })
    await keepOps(db, given, answers)
    return batch.map((b, i) => again(b, past.get(b.op.id)) ?? (answers[fresh.indexOf(i)] as Receipt | Fault))
  })
}

const changesIn = ({ outcomes }: Prepared): readonly Change[] => outcomes.filter((o): o is Change => !(o instanceof Fault))

/** What was answered to the same op before, or the fault of using its id for something else. */
const again = ({ op, actor }: Waiting, past: Past | undefined): Receipt | Fault | undefined => {
  if (past === undefined) return undefined
  const same = past.command === op.command && past.account === actor.account && past.hash === Buffer.from(op.hash).toString('hex')
  return same ? (past.answer as Receipt) : new Fault('409.1')
}

const keepOps = (db: Write, fresh: readonly Waiting[], answers: readonly (Receipt | Fault)[]): Promise<void> =>
  db.op.keep(fresh.flatMap((b, i) => (answers[i] instanceof Fault ? [] : [{ ...b.op, by: b.actor, answer: answers[i] }])))
