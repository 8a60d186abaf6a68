import { type Actor, type Role, holdsOn } from '#access/actor.ts'
import { Fault } from '#kit/fault.ts'
import type { OrgId } from '#kit/id.ts'
import type { Text } from '#kit/text.ts'
import type { Entries, Saved } from '#register/entry.ts'
import { refusals } from '#register/entry.ts'
import { holdsRoot } from '../root.ts'
import type { Read, Write } from '../ports.ts'

/* What an actor sees and may write of the register. What it does not see is as if it were not there. */

export const what = {
  org: { zh: '单位', en: 'org' },
  place: { zh: '区域', en: 'place' },
  person: { zh: '人员', en: 'person' },
  subject: { zh: '走访对象', en: 'subject' },
  link: { zh: '结对', en: 'link' },
  team: { zh: '小组', en: 'team' },
  import: { zh: '导入', en: 'import' },
} as const satisfies Record<string, Text>

export const none = (kind: keyof typeof what): Fault => new Fault('404.1', { what: what[kind] })

/** The orgs whose subtrees the actor sees; whoever administers a root sees all. */
export const seen = async (db: Read, actor: Actor, today: string): Promise<readonly OrgId[] | 'all'> =>
  (await holdsRoot(db, actor, today, 'administrator')) ? 'all' : actor.grants.map((g) => g.org)

/** The way down to an org as it is on the day, or as it was last, so that one that has ended can still be looked at. */
const pathOf = async (db: Read, org: OrgId, today: string): Promise<readonly OrgId[]> => {
  const path = await db.register.orgPath(org, today)
  if (path.length > 0) return path
  const last = (await db.register.org(org))?.terms.at(-1)
  if (last === undefined) return []
  return last.parent === null ? [org] : [...(await db.register.orgPath(last.parent, today)), org]
}

/** Whether the org is known and stands at or below one on which the actor holds one of the roles; no roles: any role. */
export const holdsThere = async (db: Read, actor: Actor, org: OrgId, today: string, ...wanted: readonly Role[]): Promise<boolean> => {
  const path = await pathOf(db, org, today)
  if (path.length === 0) return false
  const right = wanted.length === 0 ? actor.grants.some((g) => path.includes(g.org)) : holdsOn(actor, path, ...wanted)
  return right || holdsRoot(db, actor, today, 'administrator')
}

/** @throws Fault 404.1 unless `holdsThere` */
export const assertHolds = async (db: Read, actor: Actor, org: OrgId, today: string, ...wanted: readonly Role[]): Promise<void> => {
  if (!(await holdsThere(db, actor, org, today, ...wanted))) throw none('org')
}

/** @throws Fault 409.4 when the code belongs to another, 409.1 when the id is known under another code */
export const assertFree = async (
  db: Read,
  kind: 'org' | 'place' | 'person' | 'subject' | 'team',
  id: string,
  code: string,
  known: { readonly code: string } | undefined,
): Promise<void> => {
  const holder = await db.register.coded(kind, code)
  if (holder !== undefined && holder !== id) throw new Fault('409.4', { what: what[kind], key: code })
  if (known !== undefined && known.code !== code) throw new Fault('409.1')
}

/** @throws Fault 422.1 with everything that does not fit */
export const enter = async (db: Write, entries: Entries): Promise<Saved> => {
  const saved = await db.register.saveAll(entries)
  const misfits = refusals(saved)
  if (misfits.length > 0) throw new Fault('422.1', { count: misfits.length, misfits })
  return saved
}
