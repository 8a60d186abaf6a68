import { versionThere } from '#figure/also.ts'
import { derive } from '#figure/derive.ts'
import { type Weighing, weighing } from '#figure/impact.ts'
import { type Sum, present } from '#figure/present.ts'
import type { Fact, Figure } from '#figure/shape.ts'
import type { CampaignId } from '#kit/id.ts'
import type { Text } from '#kit/text.ts'
import { checkContent } from '#record/check.ts'
import type { RecordVersion } from '#record/shape.ts'
import type { Compiled } from '#scheme/compiled.ts'
import { schemeOf } from '../figure/present.ts'
import type { Read } from '../ports.ts'
import type { StandingRecord } from '../ports/standing.ts'
import type { ImpactFigure, ImpactKind } from './views.ts'

/* Existing records under another version of their scheme: read through in pages, nothing of it stored. */

export type Plan = {
  readonly campaign: CampaignId
  readonly key: string
  /** The version asked about. */
  readonly compiled: Compiled
  readonly most: number
  readonly today: string
}

export type Looked = {
  readonly all: number
  readonly records: number
  readonly sums: readonly Sum[]
  readonly differing: ReadonlyMap<string, number>
  readonly kinds: readonly ImpactKind[]
}

const pageSize = 1000

/** Every record that counts, own and guest; none of them when there are more than the plan allows. */
export const lookedAt = async (db: Read, plan: Plan): Promise<Looked> => {
  const { own, guests } = await db.standing.count(plan.campaign)
  const all = own + guests
  const scale = weighing()
  const fit = fitting(plan)
  const records = all > plan.most ? 0 : (await ownRecords(db, plan, scale, fit)) + (await guestRecords(db, plan, scale))
  return { all, records, sums: scale.sums(), differing: scale.differing(), kinds: fit.kinds() }
}

type Ask = (after: StandingRecord | null) => Promise<readonly StandingRecord[]>

const through = async (ask: Ask, each: (one: StandingRecord) => Promise<void>): Promise<number> => {
  let seen = 0
  for (let after: StandingRecord | null = null; ; ) {
    const page = await ask(after)
    for (const one of page) await each(one)
    seen += page.length
    after = page.at(-1) ?? null
    if (after === null || page.length < pageSize) return seen
  }
}

/** Schemes by campaign and version, looked up once. */
const keeper = (db: Read) => {
  const kept = new Map<string, Compiled>()
  return async (campaign: CampaignId, version: number): Promise<Compiled> => {
    const key = `${campaign} ${version}`
    const found = kept.get(key) ?? (await schemeOf(db, campaign, version)).compiled
    kept.set(key, found)
    return found
  }
}

const ownRecords = (db: Read, plan: Plan, scale: Weighing, fit: Fitting): Promise<number> => {
  const scheme = keeper(db)
  return through(
    (after) => db.standing.own(plan.campaign, after, pageSize),
    async ({ version }) => {
      scale.weigh(derive(await scheme(plan.campaign, version.schemeVersion), version), derive(plan.compiled, version))
      fit.look(version)
    },
  )
}

const guestRecords = (db: Read, { campaign, key, compiled }: Plan, scale: Weighing): Promise<number> => {
  const scheme = keeper(db)
  return through(
    (after) => db.standing.guests(campaign, after, pageSize),
    async ({ home, version }) => {
      const link = version.context.also?.find((a) => a.campaign === campaign)
      if (link === undefined) return
      const at = await scheme(home, version.schemeVersion)
      const there = (by: Compiled, of: number): readonly Fact[] => {
        const echo = versionThere(at, version, { campaign, key, version: of, compiled: by })
        return echo === null ? [] : derive(by, echo)
      }
      scale.weigh(there(await scheme(campaign, link.version), link.version), there(compiled, link.version))
    },
  )
}

type Fitting = { look(version: RecordVersion): void; kinds(): readonly ImpactKind[] }
type Tried = {
  records: number
  unfit: number
  readonly sort: 'activity' | 'matter'
  readonly kind: string
  readonly reasons: Map<string, { readonly says: Text; records: number }>
}

/** Whether records would still be taken as they are. */
const fitting = ({ compiled, today }: Plan): Fitting => {
  const tried = new Map<string, Tried>()
  const formOf = ({ sort, kind }: Pick<Tried, 'sort' | 'kind'>) => (sort === 'activity' ? compiled.activities : compiled.matters).get(kind)
  return {
    look: (version) => {
      const name = `${version.sort} ${version.kind}`
      const of = tried.get(name) ?? { records: 0, unfit: 0, sort: version.sort, kind: version.kind, reasons: new Map() }
      tried.set(name, of)
      of.records += 1
      const form = formOf(version)
      const misfits = form === undefined ? [] : checkContent(form, version.content, version.context, compiled, today).misfits
      if (misfits.length > 0) of.unfit += 1
      for (const { path, says } of misfits) of.reasons.set(path, { says, records: (of.reasons.get(path)?.records ?? 0) + 1 })
    },
    kinds: () =>
      [...tried.values()]
        .map((of): ImpactKind => {
          const form = formOf(of)
          const reasons = [...of.reasons].map(([path, r]) => ({ path, ...r })).sort((a, b) => b.records - a.records)
          return {
            sort: of.sort,
            kind: of.kind,
            title: form?.form.title ?? { zh: of.kind },
            records: of.records,
            gone: form === undefined,
            unfit: of.unfit,
            reasons: reasons.slice(0, 5),
          }
        })
        .filter((k) => k.gone || k.unfit > 0),
  }
}

/** Every indicator of either version, the new one's order first. */
export const figuresBeside = async (
  db: Read,
  campaign: CampaignId,
  before: Compiled,
  after: Compiled,
  looked: Looked,
): Promise<readonly ImpactFigure[]> => {
  const valuesOf = (compiled: Compiled, sums: readonly Sum[]) => new Map(present(compiled, sums).map((f) => [f.indicator, f]))
  const now = valuesOf(before, await db.figure.sums(campaign, before, { scope: {} }))
  const then = valuesOf(after, await db.figure.sums(campaign, after, { scope: {} }))
  const again = looked.records === looked.all ? valuesOf(after, looked.sums) : new Map<string, Figure>()
  return [...new Set([...after.indicators.keys(), ...before.indicators.keys()])].map((indicator): ImpactFigure => {
    const { title, unit } = (after.indicators.get(indicator) ?? before.indicators.get(indicator))?.indicator ?? {
      title: { zh: indicator },
      unit: '',
    }
    const value = (side: 'confirmed' | 'pending') => ({
      now: now.get(indicator)?.[side] ?? null,
      after: then.get(indicator)?.[side] ?? null,
      rederived: again.get(indicator)?.[side] ?? null,
    })
    const is = !before.indicators.has(indicator) ? 'added' : !after.indicators.has(indicator) ? 'removed' : 'kept'
    return { indicator, title, unit, is, ...value('confirmed'), pending: value('pending'), records: looked.differing.get(indicator) ?? 0 }
  })
}
