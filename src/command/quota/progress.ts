import type { EventDays } from '#figure/quota/period.ts'
import { progressOf } from '#figure/quota/progress.ts'
import { type Known, type Progress, standings } from '#figure/quota/shape.ts'
import type { OrgId } from '#kit/id.ts'
import type { CompiledAsk, CompiledQuota } from '#scheme/compiled.ts'
import { eventDays } from '#scheme/moments.ts'
import type { Read } from '../ports.ts'
import type { LoadedScheme } from '../ports/campaign.ts'
import { deedsOf, heldOf, viewOf } from './deeds.ts'
import { type Folk, type Scope, folkOf, owing } from './who.ts'

/**
 * `quota`: only that one. `whom`: only what these people, units or teams owe. `org` null: people wherever they are (with `whom`).
 * `lean`: nobody reads how many of the records were joint, which takes longest to count.
 */
export type Question = Scope & { readonly quota?: string | undefined; readonly lean?: boolean | undefined }

/**
 * Everything that is owed in a scope, with how far each one is on the day: a few statements for each quota, however many owe it. The worst
 * off come first. What lights, supervision and digests are made of.
 */
export const progressIn = async (db: Read, scheme: LoadedScheme, question: Question): Promise<readonly Progress[]> => {
  const quotas = scheme.compiled.quotas.filter((q) => question.quota === undefined || q.key === question.quota)
  if (quotas.length === 0) return []
  const folk = await folkOf(db, scheme, question, quotas)
  const events = eventDays(scheme.compiled.scheme, await db.campaign.announced(scheme.campaign))
  const found: Progress[] = []
  for (const quota of quotas) {
    const known = await knownOf(db, scheme, quota, folk, question)
    for (const [part] of quota.asks.entries()) found.push(...(await partOf(db, scheme, quota, part, known, question, events)))
  }
  return found.toSorted(worstFirst)
}

const partOf = async (
  db: Read,
  scheme: LoadedScheme,
  quota: CompiledQuota,
  part: number,
  known: readonly Known[],
  { on, lean }: Question,
  events: EventDays,
): Promise<readonly Progress[]> => {
  const view = viewOf(scheme, quota, quota.asks[part] as CompiledAsk, on, events)
  const deeds = await deedsOf(db, scheme, view, known, lean)
  return known.flatMap((k) => progressOf(scheme.compiled, quota, part, k, deeds(k.assignee.id), { day: on, period: view.period }) ?? [])
}

/** Who owes it, and what the register counts of them, as far as the quota asks. */
export const knownOf = async (
  db: Read,
  scheme: LoadedScheme,
  quota: CompiledQuota,
  folk: Folk,
  scope: Scope,
): Promise<readonly Known[]> => {
  const known = owing(quota, scheme, folk, scope)
  const linked = quota.asks.some((a) => a.reaches || reads(a, 'linked'))
  const heads = quota.asks.some((a) => reads(a, 'members') || reads(a, 'branches'))
  const ids = known.map((k) => k.assignee.id)
  const held = linked ? await db.quota.held(heldOf(scheme, quota, ids, scope.on)) : new Map<string, Known['linked']>()
  const linkedTo = (id: string) => (held.get(id) ?? []).map((h) => ({ ...h, groups: h.groups.filter(quota.counts) }))
  const orgs = [...new Set(known.flatMap((k) => k.assignee.org ?? []))]
  const counts = heads ? await db.quota.headcounts(orgs, daysOf(scheme, scope)) : null
  return known.map((k) => ({ ...k, linked: linkedTo(k.assignee.id), ...headsOf(counts, k.assignee.org) }))
}

const reads = ({ atLeast, atMost, exactly, of }: CompiledAsk, name: string): boolean =>
  [atLeast, atMost, exactly, of].some((p) => p !== null && (p.reads === null || p.reads.includes(name)))

const daysOf = ({ compiled }: LoadedScheme, { on }: Scope): readonly string[] => {
  const { from } = compiled.scheme.window
  return from < on ? [from, on] : [on]
}

const headsOf = (counts: Awaited<ReturnType<Read['quota']['headcounts']>> | null, org: OrgId | null): Pick<Known, 'members' | 'branches'> =>
  (org === null ? undefined : counts?.get(org)) ?? { members: [], branches: [] }

const worstFirst = (a: Progress, b: Progress): number =>
  standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
  Number(a.soft) - Number(b.soft) ||
  Number(a.rate ?? 1) - Number(b.rate ?? 1) ||
  (a.assignee.code < b.assignee.code ? -1 : a.assignee.code > b.assignee.code ? 1 : 0)
