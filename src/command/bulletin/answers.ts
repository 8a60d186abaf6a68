import { type Answers, type Found, type VolumeAsk, askKey, startKey } from '#bulletin/render.ts'
import type { Ask, StartAsk, StoodHow } from '#bulletin/shape.ts'
import { standKey, stoodKey } from '#bulletin/stood.ts'
import { type Sum, present } from '#figure/present.ts'
import type { CampaignId, OrgId } from '#kit/id.ts'
import type { Compiled } from '#scheme/compiled.ts'
import type { Read } from '../ports.ts'
import type { Ask as FactAsk } from '../ports/figure.ts'
import { type Standings, standsAt, standsNow } from '../quota/stand.ts'

export type Wanted = {
  readonly figures: readonly Ask[]
  readonly starts: readonly StartAsk[]
  readonly stands: readonly StoodHow[]
  readonly volumes?: readonly VolumeAsk[]
}

/** Looks up everything that a document needs, straight from the facts as of the moment: one pass for each campaign and period. */
export const answersOf = async (
  db: Read,
  wanted: Wanted,
  compiledOf: (campaign: CampaignId) => Compiled,
  asOf: string,
  how: 'new' | 'again' = 'new',
): Promise<Answers> => {
  const figures = new Map<string, Found>()
  for (const [campaign, asks] of Map.groupBy(wanted.figures, (a) => a.campaign))
    await lookUp(db, campaign, compiledOf(campaign), asks, asOf, figures)
  const starts = new Map<string, ReadonlySet<OrgId>>()
  for (const ask of wanted.starts) starts.set(startKey(ask), new Set(await db.bulletin.started(ask, asOf)))
  const stands = new Map<string, Standings>()
  for (const one of wanted.stands)
    stands.set(
      how === 'new' ? standKey(one.ask) : stoodKey(one),
      how === 'new' ? await standsNow(db, one.ask) : await standsAt(db, compiledOf(one.ask.campaign), one, asOf),
    )
  const volumes = new Map<string, number>()
  for (const { campaign, units } of wanted.volumes ?? []) {
    for (const [org, { records, pending }] of await db.figure.volumes(campaign, units, []))
      volumes.set(`${campaign} ${org}`, records - pending)
  }
  return {
    figure: (ask) => found(figures.get(askKey(ask)), askKey(ask)),
    started: (ask) => found(starts.get(startKey(ask)), startKey(ask)),
    stood: (one) => found(stands.get(how === 'new' ? standKey(one.ask) : stoodKey(one)), stoodKey(one)),
    volume: (campaign, org) => volumes.get(`${campaign} ${org}`) ?? 0,
  }
}

const found = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`not looked up: ${what}`)
  return value
}

const lookUp = async (
  db: Read,
  campaign: CampaignId,
  compiled: Compiled,
  asks: readonly Ask[],
  asOf: string,
  into: Map<string, Found>,
): Promise<void> => {
  const needs = asks.map((ask) => ({ ask, uses: usesOf(compiled, ask.indicator) }))
  const flat = needs.flatMap(({ ask, uses }) =>
    (uses.length === 0 ? [ask.indicator] : uses).map((indicator) => factAsk(ask, indicator, compiled)),
  )
  const sums = await db.figure.derive(campaign, compiled, flat, asOf)
  let at = 0
  for (const { ask, uses } of needs) {
    const mine = sums.slice(at, (at += Math.max(1, uses.length)))
    into.set(askKey(ask), { ...figureOf(compiled, ask.indicator, mine), uses })
  }
}

/** A period needs both ends; one alone reaches to the campaign's own. */
const factAsk = ({ org, orgs, place, from, to }: Ask, indicator: string, compiled: Compiled): FactAsk => {
  const { window } = compiled.scheme
  const period = from === null && to === null ? undefined : { from: from ?? window.from, to: to ?? window.to }
  return { indicator, scope: { org: org ?? undefined, orgs, place: place ?? undefined }, period }
}

const figureOf = (compiled: Compiled, indicator: string, sums: readonly Sum[]) => {
  const figure = present(compiled, sums).find((f) => f.indicator === indicator)
  if (figure === undefined) throw new Error(`no indicator ${indicator}`)
  const behind = compiled.indicators.get(indicator)?.formula ? sums : []
  return { ...figure, approx: behind.length === 0 ? figure.approx : behind.flatMap((s) => (s.approx.length > 0 ? (['约'] as const) : [])) }
}

/** The counted indicators a formula rests on, also through other formulas; none for a counted one. */
export const usesOf = (compiled: Compiled, indicator: string): readonly string[] => {
  const counted = new Set<string>()
  const seen = new Set<string>()
  const visit = (key: string): void => {
    const formula = compiled.indicators.get(key)?.formula
    if (seen.has(key)) return
    seen.add(key)
    if (!formula) return void counted.add(key)
    for (const name of formula.source.match(/[a-z][a-z0-9_]*/g) ?? []) if (compiled.indicators.has(name)) visit(name)
  }
  visit(indicator)
  return compiled.indicators.get(indicator)?.formula ? [...counted].sort() : []
}
