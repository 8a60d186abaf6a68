import { z } from 'zod'
import { type Actor, anyOf, holds } from '#access/actor.ts'
import { again, differences, planAgain } from '#bulletin/redo.ts'
import type { Answers } from '#bulletin/render.ts'
import type { Derivation, StoodHow } from '#bulletin/shape.ts'
import { stoodIn } from '#bulletin/stood.ts'
import { Fault } from '#kit/fault.ts'
import type { BulletinId, CampaignId, OrgId } from '#kit/id.ts'
import { id } from '#record/shape.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { read } from '../command.ts'
import { schemeOf } from '../figure/present.ts'
import type { Read } from '../ports.ts'
import type { StoredBulletin, Touch, Watch } from '../ports/bulletin.ts'
import type { BulletinChange, BulletinRow, BulletinView, Verification } from '../views.ts'
import { answersOf } from './answers.ts'
import { sealed, viewOf } from './view.ts'
import { assertOffice } from './world.ts'

const bulletin = id<BulletinId>()
const staff = (actor: Actor) => anyOf(actor, 'office', 'liaison', 'visitor')

export const listBulletins = read({
  name: 'bulletin.list',
  says: { zh: '列出通报', en: 'List bulletins.' },
  input: z.strictObject({ campaign: id<CampaignId>().optional() }),
  may: staff,
  run: async (db, input, { actor, today }): Promise<readonly BulletinRow[]> => {
    const rows = await db.bulletin.list(input.campaign)
    const mine = new Set((await db.register.orgs({ on: today, within: holds(actor, 'office') })).map((o) => o.id))
    return rows.filter((r) => r.state === 'sealed' || mine.has(r.org)).map(({ org: _, ...row }) => row)
  },
})

/** Sealed ones are for all staff, drafts for the office. @throws Fault 404.1 */
const visible = async (db: Read, actor: Actor, which: BulletinId, today: string): Promise<StoredBulletin> => {
  const stored = await db.bulletin.find(which)
  if (stored === undefined) throw new Fault('404.1', { what: { zh: '通报', en: 'bulletin' } })
  if (stored.state === 'draft') await assertOffice(db, actor, stored.org, today)
  return stored
}

export const showBulletin = read({
  name: 'bulletin.show',
  says: {
    zh: '查看通报：草稿为当前数字，已封存的为封存时的数字',
    en: 'Show a bulletin: a draft as of now, a sealed one as of its moment.',
  },
  input: z.strictObject({ bulletin }),
  may: staff,
  run: async (db, input, { actor, today }): Promise<BulletinView> => viewOf(db, await visible(db, actor, input.bulletin, today), today),
})

type Sealed = StoredBulletin & {
  readonly moment: string
  readonly document: NonNullable<StoredBulletin['document']>
  readonly derivations: readonly Derivation[]
}

const sealedOne = async (db: Read, actor: Actor, which: BulletinId, today: string): Promise<Sealed> => {
  const stored = await visible(db, actor, which, today)
  const { moment, document, derivations } = stored
  if (moment === null || document === null || derivations === null) throw new Fault('409.10')
  return { ...stored, moment, document, derivations }
}

type Schemes = ReadonlyMap<CampaignId, Compiled>

/** The schemes of the versions under which the derivations were made. */
const schemesOf = async (db: Read, derivations: readonly Derivation[]): Promise<Schemes> => {
  const schemes = new Map<CampaignId, Compiled>()
  const versions = new Map(derivations.map((d) => [d.campaign, d.schemeVersion]))
  for (const campaign of derivations.flatMap((d) => [...d.parts.map((p) => p.campaign), ...stoodIn(d.how).map((s) => s.ask.campaign)])) {
    if (!schemes.has(campaign)) schemes.set(campaign, (await schemeOf(db, campaign, versions.get(campaign))).compiled)
  }
  return schemes
}

/** Worked out from the derivations alone. */
const answersAgain = (db: Read, derivations: readonly Derivation[], schemes: Schemes, asOf: string): Promise<Answers> =>
  answersOf(db, planAgain(derivations), (c) => schemes.get(c) as Compiled, asOf, 'again')

export const verifyBulletin = read({
  name: 'bulletin.verify',
  says: { zh: '由事实重新推算封存的通报，报告不符之处', en: 'Work a sealed bulletin out again from the facts and say what differs.' },
  input: z.strictObject({ bulletin }),
  may: staff,
  run: async (db, input, { actor, today }): Promise<Verification> => {
    const stored = await sealedOne(db, actor, input.bulletin, today)
    const answers = await answersAgain(db, stored.derivations, await schemesOf(db, stored.derivations), stored.moment)
    const seal = db.bulletin.digest(sealed(stored))
    const broken = seal === stored.seal ? [] : [{ what: 'seal', stored: stored.seal, derived: seal }]
    return { checked: stored.derivations.length, differences: [...broken, ...differences(stored.document, stored.derivations, answers)] }
  },
})

const mostRecords = 200

export const bulletinChanges = read({
  name: 'bulletin.changes',
  says: { zh: '封存以来哪些数字变了，因为哪些记录', en: 'Which figures have changed since the seal, and by which records.' },
  input: z.strictObject({ bulletin }),
  may: staff,
  run: async (db, input, { actor, today }): Promise<readonly BulletinChange[]> => {
    const { derivations, document, moment } = await sealedOne(db, actor, input.bulletin, today)
    const schemes = await schemesOf(db, derivations)
    const answers = await answersAgain(db, derivations, schemes, await db.figure.now())
    const changed = derivations.map((then) => ({ then, now: again(then, document, answers) })).filter(({ then, now }) => differs(then, now))
    const watches = changed.flatMap(({ then }) => watchesOf(then, schemes))
    const touches = Map.groupBy(await db.bulletin.touched(watches, moment, mostRecords), (t) => t.number)
    return changed.map(({ then, now }) => changeOf(then, now, touches.get(then.number) ?? []))
  },
})

/** A formula is watched through the counted indicators behind it. */
const watchesOf = ({ number, measure, parts, how }: Derivation, schemes: Schemes): readonly Watch[] => {
  const pending = measure === 'computed' ? null : measure === 'pending'
  const own = parts.flatMap(({ campaign, indicator, org, orgs, place, from, to, uses }) =>
    (uses.length === 0 ? [indicator] : uses).map((one) => ({
      number,
      campaign,
      indicator: one,
      org,
      orgs: orgs ?? null,
      place,
      // What was there before the period counts, too, unless only what fell into it does.
      from: (schemes.get(campaign)?.indicators.get(one)?.take ?? 'flow') === 'flow' ? from : null,
      to,
      pending,
    })),
  )
  return [...own, ...stoodIn(how).flatMap((one) => watchesOver(number, one, schemes))]
}

/** What units did towards a quota is watched under them, what people did in the whole org. */
const watchesOver = (number: number, { ask, within, rows }: StoodHow, schemes: Schemes): readonly Watch[] => {
  const quota = schemes.get(ask.campaign)?.quotas.find((q) => q.key === ask.quota)
  if (quota === undefined || within === null) return []
  const whose = quota.quota.who === 'org' ? { org: null, orgs: rows.map((r) => r.id as OrgId) } : { org: ask.org, orgs: null }
  return quota.reads.map((indicator) => {
    const flow = schemes.get(ask.campaign)?.indicators.get(indicator)?.take === 'flow'
    return {
      number,
      campaign: ask.campaign,
      indicator,
      ...whose,
      place: null,
      from: flow ? within.from : null,
      to: within.to,
      pending: null,
    }
  })
}

const valueOf = (d: Derivation): string | null => (d.measure === 'pending' ? d.pending : d.how.is === 'leaders' ? d.printed : d.value)

/** Records that came and went may leave a figure as it was. */
const differs = (then: Derivation, now: Derivation): boolean => valueOf(then) !== valueOf(now) || then.printed !== now.printed

const changeOf = (then: Derivation, now: Derivation, touches: readonly Touch[]): BulletinChange => ({
  number: then.number,
  printed: then.printed,
  then: valueOf(then),
  now: valueOf(now),
  printedNow: now.printed,
  records: touches.map(({ number: _, ...touch }) => touch),
})
