import { z } from 'zod'
import { type Actor, anyOf } from '#access/actor.ts'
import { canonical } from '#kit/canonical.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId, DraftId } from '#kit/id.ts'
import type { Text } from '#kit/text.ts'
import { id } from '#record/shape.ts'
import { type World, read, write } from '../command.ts'
import { schemeOf } from '../figure/present.ts'
import type { StoredDraft } from '../ports/draft.ts'
import type { Read } from '../ports.ts'
import { holdsRoot } from '../root.ts'
import { flag } from '../record/look.ts'
import { line } from '../register/words.ts'
import { storable } from '../storable.ts'
import type { DraftRow, DraftView, Saved } from './views.ts'

/* Schemes that are being written. One's own are one's own; the office of the whole sees everybody's, for there they are published. */

const may = (actor: Actor) => anyOf(actor, 'office')
const draft = id<DraftId>()
const text = z.string().max(1_000_000).transform(storable)
const files = z.record(z.string().max(200), text).default({})
const nothing = { zh: '草稿', en: 'draft' }

type Head = Omit<StoredDraft, 'source' | 'files'>

const titleOf = async (db: Read, campaign: CampaignId | null): Promise<Text | null> =>
  campaign === null ? null : (await schemeOf(db, campaign)).compiled.scheme.title

const rowOf = async (db: Read, d: Head, actor: Actor): Promise<DraftRow> => {
  const { id: of, name, campaign, base, version, author, by, at, dropped, authorAccount } = d
  const own = authorAccount === actor.account
  return { id: of, name, campaign, campaignTitle: await titleOf(db, campaign), base, version, author, by, at, own, dropped }
}

const sees = async (db: Read, d: Pick<Head, 'authorAccount'>, { actor, today }: World): Promise<boolean> =>
  d.authorAccount === actor.account || holdsRoot(db, actor, today, 'office')

/** @throws Fault 404.1 for one that is not there, or not for this actor */
const visible = async (db: Read, d: StoredDraft | undefined, world: World): Promise<StoredDraft> => {
  if (d === undefined || !(await sees(db, d, world))) throw new Fault('404.1', { what: nothing })
  return d
}

export const listDrafts = read({
  name: 'draft.list',
  says: {
    zh: '列出正在写的方案草稿；dropped 为已删除、还能找回的',
    en: 'List the schemes that are being written; dropped: those that were deleted and can be had again.',
  },
  input: z.strictObject({ dropped: flag.default(false) }),
  may,
  run: async (db, { dropped }, world): Promise<readonly DraftRow[]> => {
    const rows: DraftRow[] = []
    for (const d of await db.draft.list(dropped)) if (await sees(db, d, world)) rows.push(await rowOf(db, d, world.actor))
    return rows
  },
})

export const showDraft = read({
  name: 'draft.show',
  says: { zh: '打开一份草稿：正文与模板', en: 'Open a draft: its text and templates.' },
  input: z.strictObject({ draft }),
  may,
  run: async (db, input, world): Promise<DraftView> => {
    const d = await visible(db, await db.draft.find(input.draft), world)
    return { ...(await rowOf(db, d, world.actor)), source: d.source, files: d.files }
  },
})

export const saveDraft = write({
  name: 'draft.save',
  says: {
    zh: '保存草稿；seen 是写之前看到的稿次，新的为 0。别人已另存时不覆盖，报 409.29',
    en: 'Save a draft; seen is the version it was written on, 0 for a new one. What another saved meanwhile is not overwritten: 409.29.',
  },
  input: z.strictObject({
    id: draft,
    seen: z.int().min(0),
    name: line(120, 1),
    source: text,
    files,
    /** The campaign that is revised and the version it was begun from; told when it is begun. */
    campaign: id<CampaignId>().optional(),
    base: z.int().min(1).optional(),
  }),
  may,
  run: async (db, { id: at, seen, name, campaign = null, base = null, ...texts }, world): Promise<Saved> => {
    const stored = await db.draft.hold(at)
    if (stored === undefined) {
      if (campaign !== null) await schemeOf(db, campaign)
      if (seen === 0) return db.draft.begin(at, { name, campaign, base, ...texts })
      throw new Fault('404.1', { what: nothing })
    }
    await visible(db, stored, world)
    const { version, byAccount, by } = stored
    if (version === seen) return db.draft.save(at, texts)
    // The answer to the same saving was lost on its way.
    const mine = version === seen + 1 && byAccount === world.actor.account && canonical(textOf(stored)) === canonical(texts)
    if (mine) return { id: at, version, at: stored.at }
    throw new Fault('409.29', { current: version, seen, by, at: stored.at })
  },
})

const textOf = ({ source, files: beside }: StoredDraft) => ({ source, files: beside })

export const renameDraft = write({
  name: 'draft.rename',
  says: { zh: '给草稿改名', en: 'Rename a draft.' },
  input: z.strictObject({ draft, name: line(120, 1) }),
  may,
  run: async (db, input, world) => {
    await visible(db, await db.draft.hold(input.draft), world)
    await db.draft.rename(input.draft, input.name)
    return {}
  },
})

export const dropDraft = write({
  name: 'draft.drop',
  says: { zh: '删除草稿；90 天内可以找回', en: 'Delete a draft; it can be had again for 90 days.' },
  input: z.strictObject({ draft }),
  may,
  run: async (db, input, world) => {
    await visible(db, await db.draft.hold(input.draft), world)
    await db.draft.drop(input.draft, true)
    return {}
  },
})

export const restoreDraft = write({
  name: 'draft.restore',
  says: { zh: '找回删除的草稿', en: 'Have a deleted draft again.' },
  input: z.strictObject({ draft }),
  may,
  run: async (db, input, world) => {
    await visible(db, await db.draft.hold(input.draft), world)
    await db.draft.drop(input.draft, false)
    return {}
  },
})
