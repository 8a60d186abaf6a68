import { type Actor, holdsOn } from '#access/actor.ts'
import type { Known, World } from '#bulletin/world.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import { schemeOf } from '../figure/present.ts'
import { teamsWithOrgs } from '../figure/team.ts'
import type { Read } from '../ports.ts'
import type { StoredBulletin } from '../ports/bulletin.ts'

const known = async (db: Read, campaign: CampaignId): Promise<Known> => {
  const { version, compiled } = await schemeOf(db, campaign)
  return { id: campaign, version, compiled }
}

/** What a bulletin's template is read against now. */
export const worldOf = async (
  db: Read,
  bulletin: Pick<StoredBulletin, 'campaign' | 'with' | 'org' | 'text'>,
  today: string,
): Promise<World> => {
  const campaign = await known(db, bulletin.campaign)
  const others: Record<string, Known> = {}
  for (const [alias, id] of Object.entries(bulletin.with)) others[alias] = await known(db, id)
  // After a campaign has ended its units are the ones of its last day.
  const { from, to } = campaign.compiled.scheme.window
  const on = today < from ? from : today > to ? to : today
  const units = await db.register.orgs({ on, within: [bulletin.org] })
  const roof = units.find((u) => u.id === bulletin.org)
  if (roof === undefined) throw new Fault('404.1', { what: { zh: '单位', en: 'org' } })
  const top = (await db.register.orgPath(bulletin.org, on)).length === 1
  // The places may be many thousand and are rarely spoken of.
  const places = bulletin.text.includes('place') ? await db.register.places({ on }) : []
  const under = new Set(units.map((u) => u.id))
  const teams = (await teamsWithOrgs(db, on)).filter((t) => t.orgs.length > 0 && t.orgs.every((o) => under.has(o)))
  const announced = await db.campaign.announced(bulletin.campaign)
  return { roof: { id: roof.id, name: roof.name, top }, units, places, teams, campaign, others, today, announced }
}

/** @throws Fault 404.1 unless the actor is the office of this org: missing and not-yours give the same answer */
export const assertOffice = async (
  db: Read,
  actor: Actor,
  org: OrgId,
  today: string,
  what = { zh: '通报', en: 'bulletin' },
): Promise<void> => {
  if (!holdsOn(actor, await db.register.orgPath(org, today), 'office')) throw new Fault('404.1', { what })
}
