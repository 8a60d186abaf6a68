import { rank } from '#figure/rank.ts'
import { spreadOf } from '#appraise/imbalance.ts'
import { type Light, type Standing, lights, standings, unitLight } from '#appraise/light.ts'
import { isOpen, overdue } from '#appraise/notice.ts'
import type { UnitQuota } from '#appraise/unit.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { orgsByClass } from '../figure/present.ts'
import { byStart } from '../figure/start.ts'
import type { Read } from '../ports.ts'
import type { StoredNotice } from '../ports/notice.ts'
import type { OrgRow } from '../views.ts'
import type { ClassStanding, Stand, UnitStanding } from './views.ts'

/** The orgs that are units of a class, and which of them answers for each org of the tree: itself, or the nearest one above. */
export const unitsIn = (compiled: Compiled, orgs: readonly OrgRow[]) => {
  const byClass = orgsByClass(compiled, orgs)
  const units = [...byClass.values()].flat()
  const isUnit = new Set(units.map((u) => u.id))
  const parent = new Map(orgs.map((o) => [o.id, o.parent]))
  const unitOf = (org: OrgId | null): OrgId | null => {
    for (let at = org; at !== null; at = parent.get(at) ?? null) if (isUnit.has(at)) return at
    return null
  }
  return { byClass, units, unitOf }
}

type Asked = {
  readonly campaign: CampaignId
  readonly compiled: Compiled
  readonly on: string
  readonly today: string
  readonly units: readonly OrgRow[]
  readonly quotas: ReadonlyMap<OrgId, readonly UnitQuota[]>
  readonly notices: readonly StoredNotice[]
  /** Flags that wait, by org. */
  readonly flags: ReadonlyMap<OrgId, number>
}

/** Each unit as it stands on the day. */
export const standingsOf = async (db: Read, asked: Asked): Promise<ReadonlyMap<OrgId, UnitStanding>> => {
  const { campaign, compiled, on, today, units } = asked
  const ids = units.map((u) => u.id)
  const { start, lights: rules } = compiled.scheme
  const started = await byStart(compiled, units, (orgs, kinds) => db.supervision.days(campaign, orgs, kinds, on))
  const busy = await db.supervision.days(campaign, ids, [], on)
  const volumes = await db.figure.volumes(campaign, ids, [])
  const liaisons = await db.account.liaisons(ids)
  const notices = Map.groupBy(
    asked.notices.filter((n) => n.team === null),
    (n) => n.org,
  )
  const startBy = start.by ?? null
  return new Map(
    units.map(({ id, code, name }): [OrgId, UnitStanding] => {
      const quotas = asked.quotas.get(id) ?? []
      const startedOn = started.get(id)?.first ?? null
      const { records, pending } = volumes.get(id) ?? { records: 0, pending: 0 }
      const mine = notices.get(id) ?? []
      const unit: UnitStanding = {
        org: id,
        code,
        name,
        liaison: liaisons.get(id) ?? '',
        quotas,
        records: records - pending,
        pending,
        startedOn,
        ...unitLight({ startedOn, startBy, owes: quotas.filter((q) => !q.soft) }, rules, on),
        startedLate: startedOn !== null && startBy !== null && startedOn > startBy,
        lastOn: busy.get(id)?.last ?? null,
        rank: null,
        notices: { open: mine.filter(isOpen).length, overdue: mine.filter((n) => overdue(n, today) !== null).length },
        flags: asked.flags.get(id) ?? 0,
      }
      return [id, unit]
    }),
  )
}

/** Worst first, as a leader reads it. */
const order: Readonly<Record<Light, number>> = { red: 0, yellow: 1, none: 2, green: 3 }

const worstFirst = (a: Stand, b: Stand): number =>
  order[a.light] - order[b.light] || Number(a.share ?? 0) - Number(b.share ?? 0) || (a.code < b.code ? -1 : 1)

export const classOf = <U extends Stand>(
  { key, title, minimum }: Pick<ClassStanding, 'key' | 'title' | 'minimum'>,
  units: readonly U[],
): ClassStanding<U> => {
  const places = new Map(
    rank(
      units.flatMap((u) => (u.share === null ? [] : [{ code: u.code, value: u.share, records: u.records }])),
      minimum,
    ).map((r) => [r.code, r.rank]),
  )
  const ranked = units.map((u) => ({ ...u, rank: places.get(u.code) ?? null })).sort(worstFirst)
  const shares = units.flatMap((u) => u.share ?? [])
  const spread = spreadOf(shares.length > 0 ? shares : units.map((u) => String(u.records)))
  return {
    key,
    title,
    minimum,
    standings: countOf<Standing>(standings, units, (u) => u.standing),
    lights: countOf<Light>(lights, units, (u) => u.light),
    units: ranked,
    spread: spread === null ? null : { ...spread, of: shares.length > 0 ? 'share' : 'records' },
  }
}

const countOf = <K extends string>(kinds: readonly K[], units: readonly Stand[], of: (unit: Stand) => K): Readonly<Record<K, number>> => {
  const counts = Object.fromEntries(kinds.map((k) => [k, 0])) as Record<K, number>
  for (const unit of units) counts[of(unit)]++
  return counts
}
