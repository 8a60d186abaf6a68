import { type Actor, holds, holdsOn } from '#access/actor.ts'
import type { NoticeAct } from '#appraise/notice.ts'
import { Fault } from '#kit/fault.ts'
import type { NoticeId, OrgId } from '#kit/id.ts'
import type { Read } from '../ports.ts'
import type { StoredNotice } from '../ports/notice.ts'

/** The unit receives, answers and asks for time, by its liaison or one above it; everything else is the office's. */
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

export const mayTake = (actor: Actor, act: NoticeAct, path: readonly string[]): boolean => holdsOn(actor, path, actors[act])

/** Every org whose notices the actor may see. */
export const orgsInSight = async (db: Read, actor: Actor, today: string): Promise<readonly OrgId[]> =>
  (await db.register.orgs({ on: today, within: holds(actor, 'office', 'liaison') })).map((o) => o.id)

/** The notice with the way to its org. @throws Fault 404.1 when missing or out of sight */
export const visible = async <T extends Pick<Read, 'notice' | 'register'>>(
  db: T,
  actor: Actor,
  notice: NoticeId,
  today: string,
  find: (db: T) => Promise<StoredNotice | undefined> = () => db.notice.find(notice),
): Promise<{ readonly stored: StoredNotice; readonly path: readonly OrgId[] }> => {
  const stored = await find(db)
  const path = stored ? await db.register.orgPath(stored.org, today) : []
  if (stored === undefined || !holdsOn(actor, path, 'office', 'liaison')) throw new Fault('404.1', { what: { zh: '督办单', en: 'notice' } })
  return { stored, path }
}
