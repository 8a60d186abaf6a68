import { z } from 'zod'
import { anyOf, holdsOn } from '#access/actor.ts'
import { readSound } from '#bulletin/sound.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import { id } from '#record/shape.ts'
import { personProgram } from '#scheme/expression.ts'
import { write } from '../command.ts'
import { schemeOf } from '../figure/present.ts'
import type { Write } from '../ports.ts'
import { assertAlso } from './also.ts'
import { assertRoot } from '../root.ts'

const files = z.record(z.string().max(200), z.string().max(1_000_000)).default({})

export const load = write({
  name: 'campaign.load',
  says: { zh: '装载一个活动方案，或它的新版本', en: 'Load a campaign’s scheme, or its next version.' },
  input: z.strictObject({
    id: id<CampaignId>(),
    source: z.string().max(1_000_000),
    files,
    revise: z.boolean().default(false),
    why: z.string().max(500).default(''),
  }),
  makes: true,
  may: (actor) => anyOf(actor, 'office'),
  run: async (db, input, { actor, today }) => {
    await assertRoot(db, actor, today, { zh: '为全体单位装载方案', en: 'loading a scheme for everybody' }, 'office')
    const { read, mistakes } = readSound(input.source, input.files)
    if (!read.ok || mistakes.length > 0) throw new Fault('400.3', { count: mistakes.length, mistakes })
    const key = read.scheme.scheme
    const before = await db.campaign.byKey(key)
    if (before && !input.revise) throw new Fault('409.4', { what: { zh: '活动', en: 'The campaign' }, key })
    if (!before && input.revise) throw new Fault('404.1', { what: { zh: '活动', en: 'campaign' } })
    const also = await assertAlso(db, read.compiled)
    if (before) await db.record.lock(before.id)
    const current = await db.campaign.byKey(key)
    const saved = { campaign: current?.id ?? input.id, key, version: (current?.version ?? 0) + 1 }
    await save(db, saved.campaign, read.compiled.credited, current !== undefined, (credited) =>
      db.campaign.save({ ...saved, source: input.source, files: input.files, also, why: input.why, credited }),
    )
    return { id: saved.campaign, key, version: saved.version }
  },
})

/** What a new version credits to people beside the ones before is credited for all records there are. */
const save = async (
  db: Write,
  campaign: CampaignId,
  asked: ReadonlySet<string>,
  revises: boolean,
  saves: (credited: readonly string[]) => Promise<void>,
): Promise<void> => {
  const before = revises ? (await schemeOf(db, campaign)).credited : new Set<string>()
  const more = new Set([...asked].filter((key) => !before.has(key)))
  await saves([...before, ...more])
  if (revises && more.size > 0)
    await db.record.creditAll(campaign, more, async (version, of = campaign) => (await schemeOf(db, of, version)).compiled)
}

export const widen = write({
  name: 'campaign.widen',
  says: { zh: '一个单位扩大自己的参加对象', en: 'A unit widens its own circle of participants.' },
  input: z.strictObject({
    campaign: id<CampaignId>(),
    org: id<OrgId>(),
    where: z.string().min(1).max(2000),
    says: z.string().trim().min(1).max(500),
  }),
  may: (actor) => anyOf(actor, 'office', 'liaison'),
  run: async (db, { campaign, ...circle }, { actor, today }) => {
    const scheme = await db.campaign.scheme(campaign)
    if (scheme === undefined) throw new Fault('404.1', { what: { zh: '活动', en: 'campaign' } })
    if (!holdsOn(actor, await db.register.orgPath(circle.org, today), 'office', 'liaison'))
      throw new Fault('404.1', { what: { zh: '单位', en: 'org' } })
    if (!scheme.compiled.scheme.participants.widen)
      throw new Fault('403.1', { what: { zh: '方案不允许单位扩大参加对象', en: 'the scheme does not let units widen the circle' } })
    personProgram(circle.where)
    await db.campaign.widen(campaign, circle)
    return {}
  },
})
