import type { Actor } from '#access/actor.ts'
import { holdsOn } from '#access/actor.ts'
import { type Sum, pendingAdds, present } from '#figure/present.ts'
import { Fault } from '#kit/fault.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Read } from '../ports.ts'
import type { LoadedScheme } from '../ports/campaign.ts'
import type { FigureRow, OrgRow } from '../views.ts'

/** Figures with the words to read them by. */
export const figureRows = (compiled: Compiled, sums: readonly Sum[]): readonly FigureRow[] =>
  present(compiled, sums).map((figure) => {
    const found = compiled.indicators.get(figure.indicator)
    if (found === undefined) throw new Error(`a figure of no indicator: ${figure.indicator}`)
    const { title, unit, decimals, headline, of, counts } = found.indicator
    const take = found.formula ? 'computed' : found.take
    return {
      ...figure,
      title,
      unit,
      decimals: decimals ?? null,
      headline,
      of: of ?? null,
      counts: counts ?? null,
      take,
      adds: pendingAdds(found),
    }
  })

export const schemeOf = async (db: Read, campaign: CampaignId, version?: number): Promise<LoadedScheme> => {
  const scheme = await db.campaign.scheme(campaign, version)
  if (scheme === undefined) throw new Fault('404.1', { what: { zh: '活动', en: 'campaign' } })
  return scheme
}

/**
 * The org whose figures are asked for: any org the actor works for or above; without one, the whole campaign for who may
 * see it all, else the actor's own org.
 */
export const scopeOf = async (db: Read, actor: Actor, org: OrgId | undefined, today: string): Promise<OrgId> => {
  const wanted = org ?? (await widest(db, actor, today))
  const path = wanted ? await db.register.orgPath(wanted, today) : []
  if (wanted === undefined || path.length === 0 || !holdsOn(actor, path, 'office', 'liaison', 'visitor'))
    throw new Fault('404.1', { what: { zh: '单位', en: 'org' } })
  return wanted
}

const widest = async (db: Read, actor: Actor, today: string): Promise<OrgId | undefined> => {
  const paths = await Promise.all(actor.grants.map(async (g) => ({ org: g.org, depth: (await db.register.orgPath(g.org, today)).length })))
  return paths.filter((p) => p.depth > 0).sort((a, b) => a.depth - b.depth)[0]?.org
}

/** The orgs of each class, within a scope. */
export const orgsByClass = (compiled: Compiled, orgs: readonly OrgRow[]): ReadonlyMap<string, readonly OrgRow[]> => {
  const byClass = new Map<string, OrgRow[]>(compiled.scheme.classes.map((c) => [c.key, []]))
  for (const org of orgs) byClass.get(compiled.classOf(org) ?? '')?.push(org)
  return byClass
}
