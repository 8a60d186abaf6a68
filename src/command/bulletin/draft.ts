import { z } from 'zod'
import { anyOf } from '#access/actor.ts'
import { checkedOrFault } from '#bulletin/check.ts'
import { longestTemplate } from '#bulletin/template.ts'
import { titleOf } from '#bulletin/title.ts'
import { Fault } from '#kit/fault.ts'
import type { BulletinId, CampaignId, OrgId } from '#kit/id.ts'
import { say } from '#kit/text.ts'
import { id } from '#record/shape.ts'
import { write } from '../command.ts'
import { schemeOf, scopeOf } from '../figure/present.ts'
import type { Read } from '../ports.ts'
import { storable } from '../storable.ts'
import type { BulletinView } from '../views.ts'
import { viewOf } from './view.ts'
import { assertOffice, worldOf } from './world.ts'

const alias = z.string().regex(/^[a-z][a-z0-9_]{0,30}$/)

export const title = z.string().transform(storable).pipe(z.string().trim().min(1).max(200))
export const text = z.string().max(longestTemplate).transform(storable)

const mostCampaigns = 8

export const draftBulletin = write({
  name: 'bulletin.draft',
  says: { zh: '按方案中的模板起草通报', en: 'Draft a bulletin from a template of the scheme.' },
  input: z.strictObject({
    id: id<BulletinId>(),
    campaign: id<CampaignId>(),
    template: z.string().max(48),
    title: title.optional(),
    /** Other campaigns by the names the template calls them. */
    with: z.record(alias, id<CampaignId>()).default({}),
    /** Whose figures it prints; the widest org the actor is the office of unless told. */
    org: id<OrgId>().optional(),
  }),
  makes: true,
  may: (actor) => anyOf(actor, 'office'),
  run: async (db, input, { actor, today }): Promise<BulletinView> => {
    const { compiled } = await schemeOf(db, input.campaign)
    const template = compiled.bulletins.get(input.template)
    if (template === undefined) throw new Fault('404.1', { what: { zh: '通报模板', en: 'bulletin template' } })
    await checkNames(db, input.campaign, input.with)
    const org = await scopeOf(db, actor, input.org, today)
    await assertOffice(db, actor, org, today, { zh: '单位', en: 'org' })
    const draft = { id: input.id, campaign: input.campaign, text: template.text, with: input.with, org, title: input.title ?? '' }
    const checked = checkedOrFault(draft.text, await worldOf(db, draft, today))
    await db.bulletin.draft({ ...draft, title: input.title ?? titleOf(checked) ?? say(template.title, checked.language) })
    const stored = await db.bulletin.find(input.id)
    if (stored === undefined) throw new Error(`bulletin ${input.id} was not stored`)
    return viewOf(db, stored, today)
  },
})

/** A name must not hide an indicator of the bulletin's own campaign, and each must be a campaign. */
const checkNames = async (db: Read, campaign: CampaignId, others: Readonly<Record<string, CampaignId>>): Promise<void> => {
  const { compiled } = await schemeOf(db, campaign)
  if (Object.keys(others).length > mostCampaigns)
    throw new Fault('400.2', { what: 'with', expected: { zh: `至多 ${mostCampaigns} 个活动`, en: `at most ${mostCampaigns} campaigns` } })
  for (const [name, other] of Object.entries(others)) {
    if (compiled.indicators.has(name))
      throw new Fault('400.2', { what: `with.${name}`, expected: { zh: '不与指标同名', en: 'a name that no indicator has' } })
    await schemeOf(db, other)
  }
}
