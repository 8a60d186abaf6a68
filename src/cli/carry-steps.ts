import type { Actor } from '#access/actor.ts'
import type { Command, World } from '#command/command.ts'
import { accept, close, correct, giveBack, reopen, withdraw } from '#command/record/acts.ts'
import { type Submission, submit, submitAll, submitInput } from '#command/record/submit.ts'
import type { Change, Current } from '#command/ports/record.ts'
import type { Write } from '#command/ports.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId, OpId } from '#kit/id.ts'
import type { Act } from '#record/shape.ts'
import type { Step } from '#simulate/lives.ts'
import { grey } from '#simulate/photo.ts'
import { assertMay, opOf } from '#store/carry.ts'
import type { Store } from '#store/store.ts'

/** A step with the id of its op: asked again, it is answered as before. */
export type Job = { readonly op: OpId; readonly step: Step; readonly actor: Actor }

type Errand = { readonly store: Store; readonly campaign: CampaignId; readonly world: Omit<World, 'actor'> }

const commands: Readonly<Record<Exclude<Act, 'submit'>, Command>> = { correct, accept, return: giveBack, withdraw, close, reopen }

/** Steps carried out in one transaction. */
const most = 400

/**
 * Carries out simulated steps by the ordinary commands, many in a transaction, each with its own actor and op. Within a
 * simulated week activities come first, then matters, then everything that is done to records; so every order that matters is kept.
 * @throws Fault of the first step that is refused; what was committed before stays, and is not done twice when begun again
 */
export const carrySteps = async (errand: Errand, jobs: readonly Job[], progress: (done: number) => Promise<void>): Promise<void> => {
  let done = 0
  for (const wave of waves(jobs)) {
    for (const some of batches(wave.jobs)) {
      await (wave.is === 'submit' ? submitSome(errand, some) : actSome(errand, some))
      await progress((done += some.length))
    }
  }
}

/** So many in a transaction, and no record twice: the second act on it must see the first. */
const batches = (jobs: readonly Job[]): readonly (readonly Job[])[] => {
  const all: Job[][] = []
  let touched = new Set<string>()
  for (const job of jobs) {
    const last = all.at(-1)
    if (last === undefined || last.length >= most || touched.has(job.step.record)) {
      all.push([job])
      touched = new Set([job.step.record])
    } else {
      last.push(job)
      touched.add(job.step.record)
    }
  }
  return all
}

type Wave = { readonly is: 'submit' | 'act'; readonly jobs: readonly Job[] }

const waves = (jobs: readonly Job[]): readonly Wave[] => {
  const weeks = new Map<number, Job[]>()
  for (const job of jobs) {
    const week = Math.floor(job.step.at / (7 * 86_400_000))
    const list = weeks.get(week)
    if (list) list.push(job)
    else weeks.set(week, [job])
  }
  const submits = (list: readonly Job[], sort: string): Wave => ({
    is: 'submit',
    jobs: list.filter((j) => j.step.act === 'submit' && j.step.sort === sort),
  })
  return [...weeks.values()].flatMap((list) => [
    submits(list, 'activity'),
    submits(list, 'matter'),
    { is: 'act', jobs: list.filter((j) => j.step.act !== 'submit') } as const,
  ])
}

const submitSome = async ({ store, campaign, world }: Errand, jobs: readonly Job[]): Promise<void> => {
  const [first] = jobs
  if (first === undefined) return
  const given = jobs.map(({ op, step, actor }) => {
    if (step.act !== 'submit') throw new Error(`${step.act} among submissions`)
    const input = submitInput.parse({ id: step.record, campaign, sort: step.sort, kind: step.kind, content: step.content })
    assertMay(submit, input, { ...world, actor })
    const submission: Submission = { input, actor, today: world.today }
    return { ...submission, op: opOf(submit, input, op) }
  })
  await store.write(first.actor, async (db) => {
    await db.record.lock(campaign)
    const past = await db.op.past(given.map((g) => g.op.id))
    const fresh = given.filter((g) => !past.has(g.op.id))
    if (fresh.some((g) => g.input.content.attachments.length > 0)) await db.blob.keep({ ...grey, size: grey.bytes.length })
    const answers = fresh.length > 0 ? await submitAll(db, campaign, fresh) : []
    for (const answer of answers) if (answer instanceof Fault) throw answer
    await db.op.keep(fresh.map((g, i) => ({ ...g.op, by: g.actor, answer: answers[i] })))
  })
}

const actSome = async ({ store, campaign, world }: Errand, jobs: readonly Job[]): Promise<void> => {
  const [first] = jobs
  if (first === undefined) return
  await store.write(first.actor, async (db) => {
    await db.record.lock(campaign)
    const past = await db.op.past(jobs.map((j) => j.op))
    const changes: Change[] = []
    const gathered = gathering(db, changes)
    const kept = []
    for (const { op, step, actor } of jobs.filter((j) => !past.has(j.op))) {
      if (step.act === 'submit') throw new Error('a submission among acts')
      const { at: _at, by: _by, act, ...rest } = step
      const command = commands[act]
      const input = command.input.parse(rest)
      const own = { ...world, actor }
      assertMay(command, input, own)
      if (command.does !== 'write') throw new Error(`${command.name} does not write`)
      kept.push({ ...opOf(command, input, op), by: actor, answer: await command.run(gathered, input, own) })
    }
    if (changes.length > 0) await db.record.apply(campaign, changes)
    await db.op.keep(kept)
  })
}

/** The same transaction, but what commands would apply one by one is gathered to be applied together. Its lock is held already. */
const gathering = (db: Write, changes: Change[]): Write => {
  const seen = new Map<string, Promise<Current | undefined>>()
  const current: Write['record']['current'] = (record, sight) => {
    const before = seen.get(record) ?? db.record.current(record, sight)
    seen.set(record, before)
    return before
  }
  return {
    ...db,
    record: { ...db.record, current, lock: async () => undefined, apply: async (_campaign, more) => void changes.push(...more) },
  }
}
