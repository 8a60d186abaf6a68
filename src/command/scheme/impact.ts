import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { readSound, templateMistakes } from '#bulletin/sound.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId } from '#kit/id.ts'
import { id } from '#record/shape.ts'
import { changesOf } from '#scheme/change.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { write } from '../command.ts'
import { schemeOf } from '../figure/present.ts'
import type { Read } from '../ports.ts'
import { assertRoot } from '../root.ts'
import { figuresBeside, lookedAt } from './rederive.ts'
import type { SchemeImpact } from './views.ts'

// A write in form only, as scheme.check is: the source is too long for a query. It changes nothing.
export const schemeImpact = write({
  name: 'scheme.impact',
  says: {
    zh: '修订方案之前，看会改变什么：类型、各项、指标，以及已有记录若按新版重算的数字',
    en: 'Before a revision: what it changes, and what the figures would be if the existing records were derived anew.',
  },
  input: z.strictObject({
    campaign: id<CampaignId>(),
    source: z.string().max(1_000_000),
    files: z.record(z.string().max(200), z.string().max(1_000_000)).default({}),
    /** Most records to look at; with more of them no figure is derived anew. */
    most: z.coerce.number().int().min(0).max(10_000_000).default(100_000),
  }),
  may: (actor) => anyOf(actor, 'office'),
  run: async (db, input, { actor, today }): Promise<SchemeImpact> => {
    await assertRoot(db, actor, today, { zh: '为全体单位修订方案', en: 'revising a scheme for everybody' }, 'office')
    const { version, key, compiled } = await schemeOf(db, input.campaign)
    const { read, mistakes } = readSound(input.source, input.files)
    const nothing = {
      campaign: input.campaign,
      version,
      mistakes,
      changes: [],
      figures: [],
      kinds: [],
      records: { all: 0, looked: 0 },
      bulletins: { sealed: 0, drafts: 0, broken: [] },
    }
    if (!read.ok) return nothing
    if (read.scheme.scheme !== key)
      throw new Fault('400.2', { what: 'scheme', expected: { zh: `“${key}”，修订不改代号`, en: `“${key}”: a revision keeps the key` } })
    const looked = await lookedAt(db, { campaign: input.campaign, key, compiled: read.compiled, most: input.most, today })
    return {
      ...nothing,
      changes: changesOf(compiled.scheme, read.scheme),
      figures: await figuresBeside(db, input.campaign, compiled, read.compiled, looked),
      kinds: looked.kinds,
      records: { all: looked.all, looked: looked.records },
      bulletins: await bulletinsOf(db, input.campaign, read.compiled),
    }
  },
})

const bulletinsOf = async (db: Read, campaign: CampaignId, compiled: Compiled): Promise<SchemeImpact['bulletins']> => {
  const all = await db.bulletin.list(campaign)
  const drafts = all.filter((b) => b.state === 'draft')
  const broken: string[] = []
  for (const draft of drafts) {
    const stored = await db.bulletin.find(draft.id)
    if (stored !== undefined && templateMistakes(compiled, stored.text).length > 0) broken.push(stored.title)
  }
  return { sealed: all.length - drafts.length, drafts: drafts.length, broken }
}
