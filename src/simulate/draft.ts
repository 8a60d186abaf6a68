import { Fault } from '#kit/fault.ts'
import type { Day } from '#kit/day.ts'
import type { OrgId, PersonId, PlaceId, RecordId, SubjectId } from '#kit/id.ts'
import { checkContent } from '#record/check.ts'
import type { Content, Context } from '#record/shape.ts'
import type { Compiled, CompiledForm, Program } from '#scheme/compiled.ts'
import type { Dice } from './dice.ts'
import { type Press, fillForm, going, hosting } from './form.ts'
import { type Scene, raised, topicFor } from './texts.ts'
import type { Host, Official, Spot, Unit } from './node.ts'
import { photosFor } from './photo.ts'
import type { World } from './world.ts'

/** A record as it shall stand in the end. */
export type Draft = {
  readonly id: RecordId
  readonly form: CompiledForm
  readonly unit: Unit
  readonly scene: Scene
  readonly content: Content
  readonly context: Context
}

/** What drafts are made of: the scheme, the world looked up by id, and who else takes part. */
export type Shop = {
  readonly compiled: Compiled
  readonly world: World
  readonly circles: ReadonlyMap<string, Program<boolean>>
  readonly officials: ReadonlyMap<string, Official>
  readonly spots: ReadonlyMap<string, Spot>
  readonly hosts: ReadonlyMap<string, Host>
  /** Days after this one are the future. */
  readonly today: Day
}

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> => new Map(list.map((x) => [x.id, x]))

export const openShop = (compiled: Compiled, world: World, circles: ReadonlyMap<string, Program<boolean>>, today: Day): Shop => ({
  compiled,
  world,
  circles,
  officials: byId(world.units.flatMap((u) => u.people)),
  spots: byId(world.spots),
  hosts: byId([...world.hosts.values()].flat()),
  today,
})

const isWithin = (shop: Shop, unit: Unit, p: Official): boolean =>
  shop.compiled.participates(p) || unit.path.some((n) => shop.circles.get(n.id)?.run({ person: { rank: p.rank, post: p.post } }) === true)

/** What the register will say of the content: the same that the store looks up when the record is handed in. */
export const contextOf = (shop: Shop, unit: Unit, content: Content): Context => ({
  org: unit.path,
  place: (content.place && shop.spots.get(content.place)?.path) || [],
  participants: content.participants.flatMap((id) => {
    const p = shop.officials.get(id)
    return p ? [{ id, rank: p.rank, post: p.post, org: p.org, within: isWithin(shop, unit, p) }] : []
  }),
  subjects: content.subjects.flatMap((id) => {
    const h = shop.hosts.get(id)
    return h ? [{ id, kind: h.kind, tags: h.tags }] : []
  }),
})

export type Order = {
  readonly form: CompiledForm
  readonly unit: Unit
  readonly day: Day
  readonly instant: number
  /** The activity a matter is raised in. */
  readonly raisedIn?: Draft | undefined
}

/**
 * A record that its form takes: no misfits, no block rule broken, flags only where luck would have it.
 * @throws Fault 422.20 when forty tries did not yield one
 */
export const draw = (shop: Shop, order: Order, press: Press, d: Dice): Draft => {
  for (let attempt = 0; attempt < 40; attempt++) {
    const draft = sketch(shop, order, press, d)
    const checked = check(shop, draft)
    if (checked.fits && (checked.flags === 0 || attempt > 6 || d.chance(0.06))) return checked.draft
  }
  throw new Fault('422.20', { kind: order.form.form.title, why: whyNot(shop, sketch(shop, order, press, d)) })
}

/** Whether the form takes the draft, how many rules would flag it, and the draft as the form would keep it. */
export const check = (shop: Shop, draft: Draft): { readonly fits: boolean; readonly flags: number; readonly draft: Draft } => {
  const { misfits, flags, content } = checkContent(draft.form, draft.content, draft.context, shop.compiled, shop.today)
  return { fits: misfits.length === 0, flags: flags.length, draft: { ...draft, content } }
}

const whyNot = (shop: Shop, draft: Draft): string => {
  const { misfits } = checkContent(draft.form, draft.content, draft.context, shop.compiled, shop.today)
  return misfits.map((m) => `${m.path} ${m.says.zh}`).join('; ')
}

const sketch = (shop: Shop, order: Order, press: Press, d: Dice): Draft => {
  const { form, unit, day, raisedIn } = order
  const somewhere = raisedIn ? spotOf(shop, form, raisedIn, d) : wherever(form, unit, d)
  const people =
    form.sort === 'activity'
      ? team(shop, form.form.participants, unit, press.get(`${form.kind}.${going}`) ?? 1, d)
      : (raisedIn?.content.participants.slice(0, 1) ?? [])
  const spot = raisedIn ? somewhere : ownGround(shop, people, somewhere, d)
  const hosts =
    form.sort === 'activity'
      ? visited(shop, form, { unit, place: spot, press: press.get(`${form.kind}.${hosting}`) ?? 1 }, d)
      : (raisedIn?.content.subjects.slice(0, 1) ?? [])
  const place = spot && form.sort === 'activity' ? (shop.hosts.get(hosts[0] ?? '')?.place ?? spot) : spot
  const bare: Content = {
    day,
    org: unit.id as OrgId,
    place: form.form.place === 'none' ? null : ((place?.id ?? null) as PlaceId | null),
    participants: people,
    subjects: hosts,
    fields: {},
    attachments: photosFor(form.form.photos.min),
    raisedIn: raisedIn?.id ?? null,
    closing: null,
  }
  const context = contextOf(shop, unit, bare)
  const about = {
    city: shop.world.city,
    org: unit.name,
    place: place?.name ?? '',
    topic: topicFor(`${form.kind} ${form.form.title.zh} ${shop.hosts.get(hosts[0] ?? '')?.kind ?? ''}`, d),
    day,
    kind: form.form.title.zh,
    people: people.map((id) => shop.officials.get(id)?.name ?? ''),
    hosts: hosts.flatMap((id) => nameOfHousehold(shop.hosts.get(id))),
  }
  const scene: Scene = { ...about, said: raised(about, d) }
  const content = fillForm(form, bare, context, scene, press, d)
  return { id: d.id(order.instant), form, unit, scene, content, context: contextOf(shop, unit, content) }
}

/** Only people raise things in their own name; a firm or a village is not a somebody. */
const nameOfHousehold = (host: Host | undefined): readonly string[] => (host && host.name.length <= 3 ? [host.name] : [])

/** A matter lies where the activity was in which it was raised; somewhere of its own where that has no place and it needs one. */
const spotOf = (shop: Shop, form: CompiledForm, raisedIn: Draft, d: Dice): Spot | null =>
  shop.spots.get(raisedIn.content.place ?? '') ?? (form.form.place === 'required' ? wherever(form, raisedIn.unit, d) : null)

const wherever = (form: CompiledForm, unit: Unit, d: Dice): Spot | null =>
  form.form.place === 'none' || (form.form.place === 'optional' && d.chance(0.08)) ? null : d.pick(unit.spots)

/** Who answers for a place goes there, mostly; a whole town is any of its villages. */
const ownGround = (shop: Shop, people: readonly PersonId[], spot: Spot | null, d: Dice): Spot | null => {
  const ties = shop.officials.get(people[0] ?? '')?.ties ?? []
  if (spot === null || ties.length === 0 || !d.chance(0.9)) return spot
  const tie = d.pick(ties)
  const below = shop.world.spots.filter((s) => s.path.some((n) => n.id === tie.id))
  return d.pick(below.length > 1 ? below.filter((s) => s !== tie) : [tie])
}

type Bounds = { readonly min: number; readonly max?: number | undefined }
const within = (n: number, { min, max }: Bounds): number => Math.max(min, Math.min(n, max ?? n))

/** Leaders go out most; whoever does not belong to the campaign seldom goes along. */
const team = (shop: Shop, bounds: Bounds, unit: Unit, press: number, d: Dice): PersonId[] => {
  const usual = d.weighted([
    [1, 45],
    [2, 35],
    [3, 15],
    [4, 5],
  ])
  const wanted = Math.min(within(press === 1 ? usual : Math.round(usual * press), bounds), unit.people.length)
  if (wanted === 0) return []
  const belonging = unit.people.filter((p) => isWithin(shop, unit, p))
  const pool = belonging.length >= wanted && d.chance(0.97) ? belonging : unit.people
  const lead = d.weighted(pool.map((p, i) => [p, 1 / (i + 2)] as const))
  return [
    lead,
    ...d.some(
      pool.filter((p) => p !== lead),
      wanted - 1,
    ),
  ].map((p) => p.id)
}

type Trip = { readonly unit: Unit; readonly place: Spot | null; readonly press: number }

/** Hosts of the place, else of the unit's other places, else from anywhere; the needy first where help is the matter. */
const visited = (shop: Shop, form: CompiledForm & { sort: 'activity' }, { unit, place, press }: Trip, d: Dice): SubjectId[] => {
  const kinds = form.form.to
  if (kinds.length === 0) return []
  const usual = d.weighted([
    [1, 40],
    [2, 30],
    [3, 20],
    [5, 10],
  ])
  const wanted = within(Math.max(1, Math.round(usual * press)), form.form.subjects)
  const near = hostsAt(shop, place, kinds)
  const around = near.length >= wanted ? near : unit.spots.flatMap((s) => hostsAt(shop, s, kinds))
  const pool = around.length >= Math.max(1, wanted) ? around : [...shop.hosts.values()].filter((h) => kinds.includes(h.kind))
  const needy = /帮扶|困难|慰问|help|poor/i.test(`${form.kind} ${form.form.title.zh}`) ? pool.filter((h) => h.tags.length > 0) : []
  return d.some(needy.length >= wanted ? needy : pool, Math.min(wanted, pool.length)).map((h) => h.id)
}

const hostsAt = (shop: Shop, place: Spot | null, kinds: readonly string[]): readonly Host[] =>
  place ? (shop.world.hosts.get(place.id) ?? []).filter((h) => kinds.includes(h.kind)) : []
