import type { World } from '#command/command.ts'
import { type Submission, submit, submitAll } from '#command/record/submit.ts'
import type { Write } from '#command/ports.ts'
import type { Op, Past } from '#command/ports/op.ts'
import type { Receipt } from '#command/views.ts'
import { Fault } from '#kit/fault.ts'
import { assertMay, opOf } from './carry.ts'
import type { Store } from './store.ts'

/** Records taken in one transaction. More wait for the next. */
const most = 64

type Waiting = Submission & { readonly op: Op; readonly done: (receipt: Receipt) => void; readonly failed: (error: unknown) => void }

export type Submitter = { submit(input: Submission['input'], world: World): Promise<Receipt> }

/**
 * Commits together what arrives together: while one batch of a campaign is being written, the next gathers. Each
 * submission stands or falls by itself, is answered only after its commit, and keeps its op like any other command.
 */
export const submitter = (store: Store): Submitter => {
  const lines = new Map<string, Waiting[]>()
  const serve = async (at: string, line: Waiting[]): Promise<void> => {
    while (line.length > 0) await carry(store, take(line))
    lines.delete(at)
  }
  return {
    submit: (input, world) => {
      assertMay(submit, input, world)
      return new Promise((done, failed) => {
        const at = `${world.actor.tenant} ${input.campaign}`
        const waiting: Waiting = { input, actor: world.actor, today: world.today, op: opOf(submit, input, input.id), done, failed }
        const line = lines.get(at)
        if (line) line.push(waiting)
        else {
          const fresh = [waiting]
          lines.set(at, fresh)
          // Whatever is already on its way in this turn of the loop joins the first batch.
          setImmediate(() => void serve(at, fresh))
        }
      })
    },
  }
}

/** The next batch: at most so many, no id twice (the second asks again after the first). */
const take = (line: Waiting[]): readonly Waiting[] => {
  const ids = new Set<string>()
  const batch: Waiting[] = []
  for (let i = 0; i < line.length && batch.length < most; ) {
    const one = line[i] as Waiting
    if (ids.has(one.input.id)) i++
    else {
      ids.add(one.input.id)
      batch.push(one)
      line.splice(i, 1)
    }
  }
  return batch
}

const carry = async (store: Store, batch: readonly Waiting[]): Promise<void> => {
  try {
    const outcomes = await together(store, batch)
    batch.forEach((one, i) => answer(one, outcomes[i]))
  } catch (error) {
    // One that breaks the transaction must not take the others with it.
    if (batch.length > 1 && !(error instanceof Fault)) for (const one of batch) await carry(store, [one])
    else for (const one of batch) one.failed(error)
  }
}

const answer = (one: Waiting, outcome: Receipt | Fault | undefined): void => {
  if (outcome === undefined || outcome instanceof Fault) one.failed(outcome ?? new Error('a submission was not answered'))
  else one.done(outcome)
}

const together = (store: Store, batch: readonly Waiting[]): Promise<readonly (Receipt | Fault)[]> => {
  const [first] = batch as readonly [Waiting, ...Waiting[]]
  return store.write(first.actor, async (db) => {
    await db.record.lock(first.input.campaign)
    const past = await db.op.past(batch.map((b) => b.op.id))
    const fresh = batch.filter((b) => !past.has(b.op.id))
    const answers = fresh.length > 0 ? await submitAll(db, first.input.campaign, fresh) : []
    await keepOps(db, fresh, answers)
    return batch.map((b) => again(b, past.get(b.op.id)) ?? (answers[fresh.indexOf(b)] as Receipt | Fault))
  })
}

/** What was answered to the same op before, or the fault of using its id for something else. */
const again = ({ op, actor }: Waiting, past: Past | undefined): Receipt | Fault | undefined => {
  if (past === undefined) return undefined
  const same = past.command === op.command && past.account === actor.account && past.hash === Buffer.from(op.hash).toString('hex')
  return same ? (past.answer as Receipt) : new Fault('409.1')
}

const keepOps = (db: Write, fresh: readonly Waiting[], answers: readonly (Receipt | Fault)[]): Promise<void> =>
  db.op.keep(fresh.flatMap((b, i) => (answers[i] instanceof Fault ? [] : [{ ...b.op, by: b.actor, answer: answers[i] }])))
