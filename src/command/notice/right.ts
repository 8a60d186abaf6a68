import { type Actor, holds, holdsOn } from '#access/actor.ts'
import type { NoticeAct } from '#appraise/notice.ts'
import { Fault } from '#kit/fault.ts'
import type { NoticeId, OrgId } from '#kit/id.ts'
import type { Read } from '../ports.ts'
import type { StoredNotice } from '../ports/notice.ts'

/** The unit receives, answers and asks for time, by its liaison or one above it; everything else is the issuing office's, or one above it. */
const actors: Readonly<Record<NoticeAct, 'liaison' | 'office'>> = {
  receive: 'liaison',
  answer: 'liaison',
  ask: 'liaison',
  extend: 'office',
  refuse: 'office',
  return: 'office',
  close: 'office',
  withdraw: 'office',
  escalate: 'office',
}

export const actorOf = (act: NoticeAct): 'liaison' | 'office' => actors[act]

/** The ways from the root to the unit and to the org whose office issued the notice. */
export type Ways = { readonly unit: readonly OrgId[]; readonly office: readonly OrgId[] }

export const mayTake = (actor: Actor, act: NoticeAct, ways: Ways): boolean =>
  holdsOn(actor, actors[act] === 'liaison' ? ways.unit : ways.office, actors[act])

/** For which org the actor issues: the highest on the way to the unit whose office they are. @throws Fault 404.1 */
export const issuingFor = (actor: Actor, path: readonly OrgId[]): OrgId => {
  const offices = new Set(holds(actor, 'office'))
  const office = path.find((org) => offices.has(org))
  if (office === undefined) throw new Fault('404.1', { what: { zh: '单位', en: 'org' } })
  return office
}

/** Every org whose notices the actor may see. */
export const orgsInSight = async (db: Read, actor: Actor, today: string): Promise<readonly OrgId[]> =>
  (await db.register.orgs({ on: today, within: holds(actor, 'office', 'liaison') })).map((o) => o.id)

/** The notice with the ways to its orgs. @throws Fault 404.1 when missing or out of sight */
export const visible = async <T extends Pick<Read, 'notice' | 'register'>>(
  db: T,
  actor: Actor,
  notice: NoticeId,
  today: string,
  find: (db: T) => Promise<StoredNotice | undefined> = () => db.notice.find(notice),
): Promise<{ readonly stored: StoredNotice; readonly ways: Ways }> => {
  const stored = await find(db)
  const unit = stored ? await db.register.orgPath(stored.org, today) : []
  if (stored === undefined || !holdsOn(actor, unit, 'office', 'liaison')) throw new Fault('404.1', { what: { zh: '督办单', en: 'notice' } })
  return { stored, ways: { unit, office: await db.register.orgPath(stored.office, today) } }
}
