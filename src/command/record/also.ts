import { type Other, echoes } from '#figure/also.ts'
import type { CampaignId } from '#kit/id.ts'
import type { AlsoIn } from '#record/shape.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Write } from '../ports.ts'
import type { Change } from '../ports/record.ts'

/* What is handed in once counts in every campaign its form names. Those that are not loaded are left out, and stay so until a correction. */

/** The campaigns that a scheme's forms name, by their newest schemes. */
export const othersOf = async (db: Pick<Write, 'campaign'>, compiled: Compiled): Promise<readonly Other[]> => {
  const forms = [...compiled.activities.values(), ...compiled.matters.values()]
  const keys = [...new Set(forms.flatMap((f) => f.also.map((a) => a.campaign)))]
  const found = await Promise.all(keys.map(async (key) => ({ key, head: await db.campaign.byKey(key) })))
  return loaded(
    db,
    found.flatMap(({ key, head }) => (head ? [{ campaign: head.id, key, version: head.version }] : [])),
  )
}

/** Those that a version's context names. */
export const loaded = async (db: Pick<Write, 'campaign'>, links: readonly AlsoIn[]): Promise<readonly Other[]> => {
  const others: Other[] = []
  for (const link of links) {
    const scheme = await db.campaign.scheme(link.campaign, link.version)
    if (scheme !== undefined) others.push({ ...link, compiled: scheme.compiled })
  }
  return others
}

/** The change with where it counts looked up anew, as when it is handed in or corrected. */
export const counted = (change: Change, compiled: Compiled, others: readonly Other[]): Change => {
  const { version } = change
  const form = (version.sort === 'activity' ? compiled.activities : compiled.matters).get(version.kind)
  const mine = others.filter((o) => form?.also.some((a) => a.campaign === o.key))
  const { also: _, ...context } = version.context
  const links = mine.map(({ campaign, key, version: of }): AlsoIn => ({ campaign, key, version: of }))
  const now = { ...version, context: links.length === 0 ? context : { ...context, also: links } }
  return { ...change, version: now, also: echoes(compiled, now, mine) }
}

/** The change of a step in a record's life: what is corrected is looked up anew, every other step leaves it where it counted. */
export const countedOn = async (db: Write, change: Change, campaign: CampaignId): Promise<Change> => {
  const { version, act } = change
  const fresh = act === 'correct'
  if (!fresh && version.context.also === undefined) return change
  const scheme = await db.campaign.scheme(campaign, version.schemeVersion)
  if (scheme === undefined) throw new Error(`no scheme ${campaign} version ${version.schemeVersion}`)
  if (fresh) return counted(change, scheme.compiled, await othersOf(db, scheme.compiled))
  return { ...change, also: echoes(scheme.compiled, version, await loaded(db, version.context.also ?? [])) }
}
