import { z } from 'zod'
import { type Actor, anyOf } from '#access/actor.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId, RecordId } from '#kit/id.ts'
import { next } from '#record/life.ts'
import { content, id } from '#record/shape.ts'
import { write } from '../command.ts'
import type { Write } from '../ports.ts'
import type { LoadedScheme } from '../ports/campaign.ts'
import type { Change } from '../ports/record.ts'
import type { ContextFound } from '../ports/register.ts'
import type { Receipt } from '../views.ts'
import { heard } from '../quota/guard.ts'
import { counted, othersOf } from './also.ts'
import { type Circles, type Files, circlesOf, filesOf, formOf, narrow, ready, receipt } from './ready.ts'
import { circumstance, enters } from './right.ts'

export const submitInput = z.strictObject({
  /** Made by whoever creates the record; the same id again gives the same answer. */
  id: id<RecordId>(),
  campaign: id<CampaignId>(),
  sort: z.enum(['activity', 'matter']),
  kind: z.string().max(48),
  content,
  why: z.string().max(500).default(''),
})
export type Submission = { readonly input: z.output<typeof submitInput>; readonly actor: Actor; readonly today: string }

/** What submissions amount to: each a change ready to be stored, or why not. Valid while the campaign keeps this version of its scheme. */
export type Prepared = { readonly scheme: LoadedScheme | undefined; readonly outcomes: readonly (Change | Fault)[] }

/** Checks submissions of one campaign and derives what they amount to. Needs no lock: others may be storing theirs meanwhile. */
export const prepareAll = async (db: Write, campaign: CampaignId, given: readonly Submission[]): Promise<Prepared> => {
  const [scheme, circles, contexts, raisedIn, files] = await Promise.all([
    db.campaign.scheme(campaign),
    db.campaign.circles(campaign).then(circlesOf),
    db.register.contexts(
      given.map(
        ({
          input: {
            content: { day, org, place, participants, subjects },
          },
        }) => ({ day, org, place, participants, subjects }),
      ),
    ),
    db.record.existing(
      given.flatMap(({ input }) => (input.content.raisedIn ? [input.content.raisedIn] : [])),
      campaign,
    ),
    filesOf(
      db,
      given.map((g) => g.input.content),
    ),
  ])
  if (scheme === undefined) return { scheme, outcomes: given.map(() => new Fault('404.1', { what: { zh: '活动', en: 'campaign' } })) }
  const outcomes = given.map((one, i) => attempt(() => changeOf(one, scheme, contexts[i] as ContextFound, { circles, files, raisedIn })))
  return { scheme, outcomes }
}

/** Stores what was prepared, each standing or falling by itself; prepares again what a new version of the scheme has overtaken. */
export const storeAll = async (
  db: Write,
  campaign: CampaignId,
  given: readonly Submission[],
  prepared: Prepared,
): Promise<readonly (Receipt | Fault)[]> => {
  const version = await db.record.lock(campaign)
  const { scheme, outcomes: made } =
    version === prepared.scheme?.version ? await foundSince(db, campaign, given, prepared) : await prepareAll(db, campaign, given)
  const outcomes = scheme === undefined ? made : await heard(db, scheme, made)
  const fit = outcomes.filter((o): o is Change => !(o instanceof Fault))
  if (scheme !== undefined && fit.length > 0) {
    const others = await othersOf(db, scheme.compiled)
    await db.record.apply(
      campaign,
      fit.map((change) => counted(change, scheme.compiled, others)),
    )
  }
  return outcomes.map((o) => (o instanceof Fault ? o : receipt(o)))
}

/** The activity that a matter was raised in may have been stored since the matter was looked at. */
const foundSince = async (db: Write, campaign: CampaignId, given: readonly Submission[], prepared: Prepared): Promise<Prepared> => {
  const late = given.flatMap((one, i) => (prepared.outcomes[i] instanceof Fault && one.input.content.raisedIn !== null ? [i] : []))
  if (late.length === 0) return prepared
  const { outcomes } = await prepareAll(
    db,
    campaign,
    late.map((i) => given[i] as Submission),
  )
  return { ...prepared, outcomes: prepared.outcomes.map((was, i) => outcomes[late.indexOf(i)] ?? was) }
}

/** Takes in many records of one campaign in one transaction: each stands or falls by itself. */
export const submitAll = async (db: Write, campaign: CampaignId, given: readonly Submission[]): Promise<readonly (Receipt | Fault)[]> =>
  storeAll(db, campaign, given, await prepareAll(db, campaign, given))

const attempt = <T>(work: () => T): T | Fault => {
  try {
    return work()
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}

const changeOf = (
  { input, actor, today }: Submission,
  scheme: LoadedScheme,
  found: ContextFound,
  { circles, files, raisedIn }: { readonly circles: Circles; readonly files: Files; readonly raisedIn: ReadonlySet<string> },
): Change => {
  const path = found.context.org.map((n) => n.id)
  if (!enters(actor, path)) throw new Fault('404.1', { what: { zh: '单位', en: 'org' } })
  if (input.content.raisedIn && !raisedIn.has(input.content.raisedIn)) throw new Fault('404.1', { what: { zh: '记录', en: 'record' } })
  const form = formOf(scheme.compiled, input.sort, input.kind)
  const stateAfter = () => next(null, 'submit', circumstance(form, input.sort, false, false)) ?? 'submitted'
  return ready(
    {
      record: input.id,
      version: 1,
      sort: input.sort,
      kind: input.kind,
      act: 'submit',
      content: input.content,
      why: input.why,
      by: actor,
      stateAfter,
    },
    scheme,
    { ...found, context: narrow(found.context, scheme.compiled, circles) },
    files,
    today,
  )
}

export const submit = write({
  name: 'record.submit',
  says: { zh: '提交一条活动记录或事项', en: 'Hand in an activity or a matter.' },
  input: submitInput,
  makes: true,
  may: (actor) => anyOf(actor, 'office', 'liaison', 'visitor'),
  run: async (db, input, { actor, today }): Promise<Receipt> => {
    const [outcome] = await submitAll(db, input.campaign, [{ input, actor, today }])
    if (outcome instanceof Fault) throw outcome
    return outcome as Receipt
  },
})
