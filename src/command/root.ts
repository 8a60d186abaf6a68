import { type Actor, type Role, holdsOn } from '#access/actor.ts'
import { Fault } from '#kit/fault.ts'
import type { Text } from '#kit/text.ts'
import type { Read } from './ports.ts'

/** Whether the actor holds one of the roles (an administrator: every one) on an org that nothing stands above: what is the whole tenant's is in such hands. */
export const holdsRoot = async (db: Read, actor: Actor, today: string, ...roles: readonly Role[]): Promise<boolean> => {
  for (const { org } of actor.grants) {
    const path = await db.register.orgPath(org, today)
    if (path.length === 1 && holdsOn(actor, path, ...roles)) return true
  }
  return false
}

/** @throws Fault 403.1 */
export const assertRoot = async (db: Read, actor: Actor, today: string, what: Text, ...roles: readonly Role[]): Promise<void> => {
  if (!(await holdsRoot(db, actor, today, ...roles))) throw new Fault('403.1', { what })
}
