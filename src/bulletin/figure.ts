import type { OrgId, PlaceId } from '#kit/id.ts'
import type { Text } from '#kit/text.ts'
import type { CompiledIndicator } from '#scheme/compiled.ts'
import { Unfit } from './mistake.ts'
import type { Ask, Form, How, Measure } from './shape.ts'
import { type Qualifiers, spanOf, whenWords } from './when.ts'
import { type Known, type TeamOf, type World, unitsOf } from './world.ts'

/** A figure a template asks for, before its numbers are known: what a CEL expression over figures comes to. */
export class Fig {
  readonly how: How
  readonly asks: readonly Ask[]
  readonly form: Form
  readonly title: Text
  readonly campaign: Known
  /** Same households may be in two distinct counts: they are not added. */
  readonly distinct: boolean
  /** A percentage, or what stands alone: never added up. */
  readonly alone: boolean
  constructor(from: { how: How; asks: readonly Ask[]; form: Form; title: Text; campaign: Known; distinct?: boolean; alone?: boolean }) {
    this.how = from.how
    this.asks = from.asks
    this.form = from.form
    this.title = from.title
    this.campaign = from.campaign
    this.distinct = from.distinct ?? false
    this.alone = from.alone ?? false
  }
  /** Printed another way. */
  in(form: Partial<Form>): Fig {
    return new Fig({ ...this, form: { ...this.form, ...form } })
  }
  /** The same figure's pending (or confirmed) side. */
  side(is: Measure): Fig {
    if (this.how.is === 'total') return new Fig({ ...this, how: { is: 'total', of: is } })
    if (this.how.is !== 'confirmed') throw new Unfit('leaf', 'pending')
    return new Fig({ ...this, how: { is, part: this.how.part } })
  }
}

/** `plan.goal_plans` → the campaign named plan and its indicator. */
export const indicatorOf = (world: World, name: string): { readonly campaign: Known; readonly indicator: CompiledIndicator } => {
  const [first = '', second] = name.split('.', 2)
  const campaign = second === undefined ? world.campaign : campaignOf(world, first)
  const indicator = campaign.compiled.indicators.get(second ?? first)
  if (indicator === undefined)
    throw new Unfit(
      'indicator',
      name,
      [...campaign.compiled.indicators.keys()].map((k) => (second === undefined ? k : `${first}.${k}`)),
    )
  return { campaign, indicator }
}

export const campaignOf = (world: World, alias: string): Known => {
  const campaign = Object.hasOwn(world.others, alias) ? world.others[alias] : undefined
  if (campaign === undefined) throw new Unfit('campaign', alias, Object.keys(world.others))
  return campaign
}

export type Where = Pick<Ask, 'org' | 'orgs' | 'place' | 'from' | 'to'>

export const everywhere = (world: World): Where => ({ org: world.roof.id, place: null, from: null, to: null })

export const figureOf = (world: World, name: string, where: Where): Fig => {
  const { campaign, indicator } = indicatorOf(world, name)
  return new Fig({
    how: { is: 'confirmed', part: 0 },
    asks: [{ campaign: campaign.id, indicator: indicator.key, ...where }],
    form: formOf(indicator),
    title: indicator.indicator.title,
    campaign,
    distinct: indicator.distinct !== null,
    alone: indicator.alone,
  })
}

/** Formulas may have no end of digits; counted figures are exact. */
const formOf = ({ indicator, formula }: CompiledIndicator): Form => ({
  unit: indicator.unit,
  scale: '',
  decimals: indicator.decimals ?? (formula ? 2 : null),
  fixed: false,
  bare: false,
})

/** One indicator added up over units. */
export const totalOf = (world: World, name: string, orgs: readonly OrgId[], where: Omit<Where, 'org'>): Fig => {
  const { indicator } = indicatorOf(world, name)
  if (indicator.alone) throw new Unfit('shares', name)
  if (indicator.distinct !== null || indicator.formula !== null) throw new Unfit('distinct', name)
  const one = figureOf(world, name, { ...where, org: null })
  const ask = one.asks[0]
  return new Fig({ ...one, how: { is: 'total', of: 'confirmed' }, asks: ask ? orgs.map((org) => ({ ...ask, org })) : [] })
}

const knownQualifiers = ['org', 'team', 'place', ...whenWords]

/** {"org": code, or "team": code, "place": code, and when (when.ts)} */
export const whereOf = (world: World, given: Qualifiers): Where => {
  for (const key of Object.keys(given)) if (!knownQualifiers.includes(key)) throw new Unfit('qualifier', key, knownQualifiers)
  const place = given['place'] === undefined ? null : placeOf(world, given['place'])
  const own = place !== null && world.roof.top ? null : world.roof.id
  const period = spanOf(world, given)
  if (given['team'] !== undefined) {
    if (given['org'] !== undefined) throw new Unfit('qualifier', 'org', ['team', 'place', ...whenWords])
    return { ...ofTeam(teamOf(world, given['team'])), place, ...period }
  }
  return { org: given['org'] === undefined ? own : orgOf(world, given['org']), place, ...period }
}

const orgOf = (world: World, code: string): OrgId => {
  const unit = world.units.find((u) => u.code === code)
  if (unit === undefined) throw new Unfit('unit', code)
  return unit.id
}

/** A team's figures are its members' together. */
export const ofTeam = ({ orgs }: TeamOf): Pick<Where, 'org' | 'orgs'> => ({ org: null, orgs })

const teamOf = (world: World, code: string): TeamOf => {
  const team = (world.teams ?? []).find((t) => t.code === code)
  if (team === undefined)
    throw new Unfit(
      'unit',
      code,
      (world.teams ?? []).map((t) => t.code),
    )
  return team
}

/** The teams of a kind (协作区), in the order of their codes. */
export const teamsOf = (world: World, kind: string): readonly TeamOf[] => {
  const found = (world.teams ?? []).filter((t) => t.kind === kind)
  if (found.length === 0) throw new Unfit('unit', kind, [...new Set((world.teams ?? []).map((t) => t.kind))])
  return found
}

const placeOf = (world: World, code: string): PlaceId => {
  const place = world.places.find((p) => p.code === code)
  if (place === undefined) throw new Unfit('unit', code)
  return place.id
}

/** The units of a class, each named by the scheme of the campaign; a class without units is allowed, an unknown one not. */
export const classOf = (world: World, campaign: Known, key: string) => {
  const found = campaign.compiled.scheme.classes.find((c) => c.key === key)
  if (found === undefined)
    throw new Unfit(
      'class',
      key,
      campaign.compiled.scheme.classes.map((c) => c.key),
    )
  return { ...found, units: unitsOf(world, campaign, key) }
}
