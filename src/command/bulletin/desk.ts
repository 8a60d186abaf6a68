import { z } from 'zod'
import { type Actor, anyOf } from '#access/actor.ts'
import { checkedOrFault } from '#bulletin/check.ts'
import { Fault } from '#kit/fault.ts'
import type { BulletinId } from '#kit/id.ts'
import { id } from '#record/shape.ts'
import { write } from '../command.ts'
import type { Write } from '../ports.ts'
import type { StoredBulletin } from '../ports/bulletin.ts'
import type { BulletinView } from '../views.ts'
import { text, title } from './draft.ts'
import { render, sealed, viewOf } from './view.ts'
import { assertOffice, worldOf } from './world.ts'

const bulletin = id<BulletinId>()

/** Held to the end of the transaction. @throws Fault 404.1 when missing or not the actor's, 409.5 when sealed */
const heldDraft = async (db: Write, actor: Actor, which: BulletinId, today: string): Promise<StoredBulletin> => {
  const stored = await db.bulletin.hold(which)
  if (stored === undefined) throw new Fault('404.1', { what: { zh: '通报', en: 'bulletin' } })
  await assertOffice(db, actor, stored.org, today)
  if (stored.state === 'sealed') throw new Fault('409.5')
  return stored
}

export const editBulletin = write({
  name: 'bulletin.edit',
  says: { zh: '修改通报草稿的文字', en: 'Edit the wording of a draft.' },
  input: z.strictObject({ bulletin, title: title.optional(), text }),
  may: (actor) => anyOf(actor, 'office'),
  run: async (db, input, { actor, today }): Promise<BulletinView> => {
    const draft = await heldDraft(db, actor, input.bulletin, today)
    const next = { ...draft, text: input.text, title: input.title ?? draft.title }
    checkedOrFault(next.text, await worldOf(db, next, today))
    await db.bulletin.edit(draft.id, next.title, next.text)
    return viewOf(db, next, today)
  },
})

export const discardBulletin = write({
  name: 'bulletin.discard',
  says: { zh: '丢弃通报草稿', en: 'Discard a draft.' },
  input: z.strictObject({ bulletin }),
  may: (actor) => anyOf(actor, 'office'),
  run: async (db, input, { actor, today }) => {
    const draft = await heldDraft(db, actor, input.bulletin, today)
    await db.bulletin.discard(draft.id)
    return {}
  },
})

export const sealBulletin = write({
  name: 'bulletin.seal',
  says: { zh: '封存通报：数字连同来历就此固定', en: 'Seal a bulletin: its figures are frozen with how they came about.' },
  input: z.strictObject({ bulletin }),
  may: (actor) => anyOf(actor, 'office'),
  run: async (db, input, { actor, today }): Promise<BulletinView> => {
    const draft = await heldDraft(db, actor, input.bulletin, today)
    const campaigns = [...new Set([draft.campaign, ...Object.values(draft.with)])].sort()
    // Always in the same order, so that two seals cannot wait for each other.
    await db.record.lockThese(campaigns)
    const world = await worldOf(db, draft, today)
    const moment = await db.bulletin.freeze(campaigns)
    const { document, derivations, mistakes } = await render(db, draft, world, moment)
    if (mistakes.length > 0) throw new Fault('422.5', { count: mistakes.length, mistakes })
    const whole = { ...draft, moment, document, derivations }
    const seal = db.bulletin.digest(sealed(whole))
    await db.bulletin.seal(draft.id, { moment, document, derivations, seal })
    return viewOf(db, { ...whole, state: 'sealed', sealedBy: actor.name, seal }, today)
  },
})
