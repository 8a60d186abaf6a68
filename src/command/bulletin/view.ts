import { check } from '#bulletin/check.ts'
import { compose, plan } from '#bulletin/render.ts'
import type { Derivation, Document } from '#bulletin/shape.ts'
import { withoutPeople } from '#bulletin/stood.ts'
import type { World } from '#bulletin/world.ts'
import { canonical } from '#kit/canonical.ts'
import type { CampaignId } from '#kit/id.ts'
import type { Mistake } from '#scheme/mistake.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Read } from '../ports.ts'
import type { StoredBulletin } from '../ports/bulletin.ts'
import type { BulletinView } from '../views.ts'
import { answersOf } from './answers.ts'
import { worldOf } from './world.ts'

export const compiledIn =
  (world: World) =>
  (campaign: CampaignId): Compiled => {
    const found = [world.campaign, ...Object.values(world.others)].find((k) => k.id === campaign)
    if (found === undefined) throw new Error(`not a campaign of this bulletin: ${campaign}`)
    return found.compiled
  }

type Rendered = { readonly document: Document; readonly derivations: readonly Derivation[]; readonly mistakes: readonly Mistake[] }

/** The text with its figures as of a moment; with mistakes there is no document. */
export const render = async (db: Read, bulletin: Pick<StoredBulletin, 'text'>, world: World, asOf: string): Promise<Rendered> => {
  const { checked, mistakes } = check(bulletin.text, world)
  if (mistakes.length > 0) return { document: { language: checked.language, blocks: [] }, derivations: [], mistakes }
  return { ...compose(checked, await answersOf(db, plan(checked), compiledIn(world), asOf)), mistakes: [] }
}

/** A draft as of now, a sealed bulletin as it was sealed. */
export const viewOf = async (db: Read, stored: StoredBulletin, today: string): Promise<BulletinView> => {
  const { document, derivations, mistakes } = await contentOf(db, stored, today)
  return {
    id: stored.id,
    campaign: stored.campaign,
    title: stored.title,
    state: stored.state,
    at: stored.moment ?? stored.madeAt,
    by: stored.sealedBy ?? stored.by,
    figures: derivations.length,
    text: stored.text,
    mistakes,
    org: stored.org,
    with: stored.with,
    document,
    derivations: derivations.map((d) => ({ ...d, how: withoutPeople(d.how) })),
    moment: stored.moment,
    sealedBy: stored.sealedBy,
    seal: stored.seal,
  }
}

const contentOf = async (db: Read, stored: StoredBulletin, today: string): Promise<Rendered> => {
  if (stored.document && stored.derivations) return { document: stored.document, derivations: stored.derivations, mistakes: [] }
  return render(db, stored, await worldOf(db, stored, today), await db.figure.now())
}

/** What the seal is taken over. */
export const sealed = (
  b: Pick<StoredBulletin, 'id' | 'campaign' | 'title' | 'with' | 'org' | 'moment' | 'document' | 'derivations'>,
): string =>
  canonical({
    id: b.id,
    campaign: b.campaign,
    title: b.title,
    with: b.with,
    org: b.org,
    moment: b.moment,
    document: b.document,
    derivations: b.derivations,
  })
