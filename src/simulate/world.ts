import type { OrgId, PersonId, PlaceId, SubjectId } from '#kit/id.ts'
import type { Entries, LinkEntry, NodeEntry, PersonEntry, SubjectEntry } from '#register/entry.ts'
import type { Scheme } from '#scheme/shape.ts'
import { type Dice, dice } from './dice.ts'
import { departments, firmName, neighbourhoodNames, personName, shopName, townNames, villageNames } from './names.ts'
import { type Vocabulary, vocabularyOf } from './vocabulary.ts'

/** A node of a tree with the way to it from the root, itself included. */
export type Node<T> = { readonly id: T; readonly code: string; readonly name: string; readonly kind: string; readonly class: string; readonly path: readonly { readonly id: T; readonly code: string; readonly kind: string; readonly class: string }[] }
export type Spot = Node<PlaceId>
export type Official = { readonly id: PersonId; readonly code: string; readonly name: string; readonly org: OrgId; readonly rank: string; readonly post: string }
export type Host = { readonly id: SubjectId; readonly code: string; readonly name: string; readonly kind: string; readonly place: Spot; readonly address: string; readonly tags: readonly string[] }
/** An org that does field work, with its people (the first lead it) and the places it goes to. */
export type Unit = Node<OrgId> & { readonly people: readonly Official[]; readonly spots: readonly Spot[] }

export type World = {
  readonly city: string
  readonly root: Node<OrgId>
  readonly units: readonly Unit[]
  readonly spots: readonly Spot[]
  /** By the place's id. */
  readonly hosts: ReadonlyMap<string, readonly Host[]>
  /** The same world as the register takes it in, everything by code. */
  readonly entries: Entries
}

export type WorldPlan = {
  readonly schemes: readonly Scheme[]
  readonly seed: string
  /** 1: a county-level city of 34 townships and 60-odd departments; less for a smaller one. */
  readonly scale: number
  /** 清河 */
  readonly city: string
  /** The org everything hangs under. */
  readonly root: { readonly id: OrgId; readonly code: string; readonly name: string }
  /** Led before every code, so that an invented world can stand beside a real one. */
  readonly prefix: string
}

/** A fixed instant: ids of the register tell nothing of when it was invented. */
const epoch = Date.UTC(2012, 0, 4)

export const inventWorld = (plan: WorldPlan): World => {
  const d = dice(`${plan.seed}/world`)
  const words = vocabularyOf(plan.schemes)
  const root = { ...plan.root, kind: 'city', class: '', path: [{ id: plan.root.id, code: plan.root.code, kind: 'city', class: '' }] }
  const ground = inventPlaces(plan, d.fork('places'))
  const units = inventUnits(plan, words, root, ground, d.fork('units'))
  const hosts = inventHosts(plan, words, ground, d.fork('hosts'))
  const entries: Entries = {
    places: ground.all.map((s) => nodeEntry(s)),
    orgs: [{ id: root.id, code: root.code, name: root.name, kind: root.kind }, ...units.map((u) => nodeEntry(u))],
    people: units.flatMap((u) => u.people.map((p) => personEntry(p, u.code))),
    subjects: hosts.map(subjectEntry),
    links: inventLinks(units, hosts, d.fork('links')),
  }
  return { city: plan.city, root, units, spots: ground.all, hosts: byPlace(hosts), entries }
}

const nodeEntry = <T extends string>(n: Node<T>): NodeEntry => ({ id: n.id, code: n.code, name: n.name, parent: n.path.at(-2)?.code ?? null, kind: n.kind, class: n.class })
const personEntry = (p: Official, org: string): PersonEntry => ({ id: p.id, code: p.code, name: p.name, posts: [{ org, post: p.post, rank: p.rank }] })
const subjectEntry = (h: Host): SubjectEntry => ({ id: h.id, code: h.code, name: h.name, kind: h.kind, place: h.place.code, address: h.address, tags: h.tags })

const below = <T extends string>(parent: Node<T> | null, own: Omit<Node<T>, 'path'>): Node<T> => ({ ...own, path: [...(parent?.path ?? []), { id: own.id, code: own.code, kind: own.kind, class: own.class }] })

const sized = (n: number, scale: number, least: number): number => Math.max(least, Math.round(n * Math.min(1, scale)))
const numbered = (prefix: string, n: number, width: number): string => `${prefix}${String(n).padStart(width, '0')}`

// ── places ──────────────────────────────────────────────────────────────────
type Town = { readonly town: Spot; readonly villages: readonly Spot[] }
type Ground = { readonly all: readonly Spot[]; readonly towns: readonly Town[] }

const inventPlaces = (plan: WorldPlan, d: Dice): Ground => {
  const base = `${plan.prefix}390281`
  const city = below<PlaceId>(null, { id: d.id(epoch), code: base, name: `${plan.city}市`, kind: 'county', class: '' })
  const names = townNames(d, sized(34, plan.scale, 2))
  const towns = names.map((name, i) => {
    const code = numbered(base, 100 + i, 3)
    const urban = i < Math.max(1, names.length / 12)
    const town = below<PlaceId>(city, { id: d.id(epoch), code, name: name + (urban ? '街道' : d.chance(0.75) ? '镇' : '乡'), kind: urban ? 'street' : 'township', class: '' })
    const here = urban ? neighbourhoodNames(d, d.int(6, 9)) : villageNames(d, sized(d.int(6, 9), plan.scale * 2, 3))
    return { town, villages: here.map((n, j) => below<PlaceId>(town, { id: d.id(epoch), code: numbered(code, 200 + j, 3), name: n, kind: urban ? 'community' : 'village', class: '' })) }
  })
  return { all: [city, ...towns.flatMap((t) => [t.town, ...t.villages])], towns }
}

// ── orgs and people ─────────────────────────────────────────────────────────
type Seat = { readonly post: string; /** 0 the highest rank, 1 the lowest. */ readonly height: number }
const seat = (height: number, ...posts: readonly string[]): readonly Seat[] => posts.map((post) => ({ post, height }))

const townSeats = [...seat(0.3, '党委书记', '镇长'), ...seat(0.35, '党委副书记', '人大主席', '副镇长', '副镇长', '组织委员', '武装部长'), ...seat(0.8, '财政所所长', '水利站站长', '农技站站长', '社保所所长'), ...seat(1, '科员', '科员', '大学生村官', '大学生村官')]
const officeSeats = [...seat(0.3, '局长'), ...seat(0.35, '副局长', '副局长', '副局长', '党组成员'), ...seat(0.8, '办公室主任', '科长', '科长'), ...seat(1, '科员', '科员', '科员')]
const citySeats = [...seat(0, '市委常委', '副市长', '市人大常委会副主任', '市政协副主席')]

const inventUnits = (plan: WorldPlan, words: Vocabulary, root: Node<OrgId>, ground: Ground, d: Dice): readonly Unit[] => {
  const kinds = split(words.orgKinds, 'township', 'department')
  const classes = split(words.orgClasses, '', '')
  const count = { people: 0 }
  const staff = (org: OrgId, seats: readonly Seat[], name: string): Official[] => seats.map((s) => official(plan, { words, name }, org, s, count, d))
  const towns = ground.towns.map(({ town, villages }, i): Unit => {
    const own = { id: d.id<'org'>(epoch), code: numbered(`${plan.prefix}T`, i + 1, 2), name: town.name, kind: kinds.town[i % kinds.town.length] ?? '', class: classes.town[i % classes.town.length] ?? '' }
    const seats = town.name.endsWith('镇') ? townSeats : townSeats.map((s) => ({ ...s, post: town.name.endsWith('乡') ? s.post.replace('镇长', '乡长') : s.post.replace('副镇长', '办事处副主任').replace('镇长', '办事处主任') }))
    return { ...below(root, own), people: staff(own.id, seats.slice(0, d.int(13, seats.length)), own.name), spots: villages }
  })
  const offices = departments.slice(0, sized(departments.length, plan.scale, 2)).map((name, i): Unit => {
    const own = { id: d.id<'org'>(epoch), code: numbered(`${plan.prefix}D`, i + 1, 2), name: name.startsWith('团') ? name : `市${name}`, kind: kinds.office[i % kinds.office.length] ?? '', class: classes.office[i % classes.office.length] ?? '' }
    const far = d.some(ground.towns, d.int(1, 2)).flatMap((t) => d.some(t.villages, d.int(2, 3)))
    const seats = [...(/^委办|^政府办/.test(name) ? citySeats : []), ...officeSeats.slice(0, d.int(8, officeSeats.length)).map((s) => ({ ...s, post: titled(s.post, name) }))]
    return { ...below(root, own), people: staff(own.id, seats, own.name), spots: far }
  })
  return [...towns, ...offices]
}

/** A bureau has a director, other bodies have their own words for him. */
const titled = (post: string, name: string): string => {
  const head = name.endsWith('局') ? '局长' : /法院$/.test(name) ? '院长' : /检察院$/.test(name) ? '检察长' : /公司$/.test(name) ? '总经理' : /部$/.test(name) ? '部长' : /党校$/.test(name) ? '校长' : /团市委$|政法委$/.test(name) ? '书记' : /协会$|联合会$|工会$/.test(name) ? '主席' : '主任'
  return post.replace('局长', head)
}

const official = (plan: WorldPlan, { words, name }: { words: Vocabulary; name: string }, org: OrgId, s: Seat, count: { people: number }, d: Dice): Official => {
  const code = numbered(`${plan.prefix}P`, ++count.people, 4)
  const rank = words.ranks[Math.round(s.height * (words.ranks.length - 1))] ?? ''
  return { id: d.id(epoch), code, name: personName(d), org, rank, post: postOf(words, name, s, d) }
}

/** Posts by which one belongs to a campaign go to the leaders; other posts that a scheme speaks of to staff of a unit whose name is near. */
const postOf = (words: Vocabulary, unit: string, s: Seat, d: Dice): string => {
  if (words.belonging.length > 0 && (s.height < 0.6 ? d.chance(0.75) : d.chance(0.15))) return d.pick(words.belonging)
  const near = words.posts.filter((post) => [...post].filter((c) => unit.includes(c)).length >= 2 && !words.belonging.includes(post))
  return near.length > 0 && s.height > 0.6 && d.chance(0.7) ? d.pick(near) : s.post
}

/** Which of the schemes' words for orgs are for townships and which for the rest; defaults where they have none. */
const split = (words: readonly string[], town: string, office: string): { readonly town: readonly string[]; readonly office: readonly string[] } => {
  const rural = words.filter((w) => /town|village|street|乡|镇|街道|村/i.test(w))
  const other = words.filter((w) => !rural.includes(w))
  return { town: rural.length > 0 ? rural : other.length > 0 ? other : [town], office: other.length > 0 ? other : rural.length > 0 ? rural : [office] }
}

// ── subjects and links ──────────────────────────────────────────────────────
const commonTags = ['困难户', '老党员', '种养大户', '残疾人', '留守老人', '信访户']

const inventHosts = (plan: WorldPlan, words: Vocabulary, ground: Ground, d: Dice): readonly Host[] => {
  const kinds = words.hosts.length > 0 ? words.hosts : [{ kind: 'household', title: '户' }]
  const tags = words.tags.length > 0 ? words.tags : commonTags
  const hosts: Host[] = []
  for (const place of ground.towns.flatMap((t) => t.villages)) {
    for (const { kind, title } of kinds) {
      const sort = sorts.find((s) => s.called.test(`${kind} ${title}`)) ?? people
      const fitting = tags.filter((tag) => sort === (sorts.find((s) => s.called.test(tag)) ?? people))
      for (let i = sort.usual(d); i > 0; i--) {
        const own = fitting.length > 0 && d.chance(0.45) ? d.some(fitting, d.int(1, 2)) : []
        hosts.push({ id: d.id(epoch), code: numbered(`${plan.prefix}H`, hosts.length + 1, 6), name: sort.name(plan, place, d), kind, place, address: sort.address(place, d), tags: own })
      }
    }
  }
  return hosts
}

type HostSort = { readonly called: RegExp; readonly usual: (d: Dice) => number; readonly name: (plan: WorldPlan, place: Spot, d: Dice) => string; readonly address: (place: Spot, d: Dice) => string }

/** Sorts of subjects by what their kind is called; a tag that names a sort is only given to it. Everything else is people. */
const sorts: readonly HostSort[] = [
  { called: /firm|enterprise|company|企业|公司/i, usual: (d) => d.int(0, 2), name: (plan, _place, d) => firmName(d, plan.city), address: (place, d) => `${place.name}工业集中区${d.int(1, 40)}号` },
  { called: /shop|store|商铺|商户/i, usual: (d) => d.int(0, 3), name: (_plan, _place, d) => shopName(d), address: (place, d) => `${place.name}中心路${d.int(1, 90)}号` },
  { called: /^(village|村|社区)( |$)/i, usual: () => 1, name: (_plan, place) => place.name, address: (place) => `${place.name}党群服务中心` },
]
const people: HostSort = { called: /./, usual: (d) => d.int(8, 14), name: (_plan, _place, d) => personName(d), address: (place, d) => `${place.name}${d.int(1, 12)}组${d.int(1, 60)}号` }

const byPlace = (hosts: readonly Host[]): ReadonlyMap<string, readonly Host[]> => {
  const map = new Map<string, Host[]>()
  for (const h of hosts) map.set(h.place.id, [...(map.get(h.place.id) ?? []), h])
  return map
}

/** Every unit answers for its places; its leaders for one each, and for some poor households. */
const inventLinks = (units: readonly Unit[], hosts: readonly Host[], d: Dice): readonly LinkEntry[] => {
  const poor = byPlace(hosts.filter((h) => h.tags.length > 0))
  return units.flatMap((u) => [
    ...u.spots.map((s): LinkEntry => ({ id: d.id(epoch), by: { org: u.code }, to: { place: s.code }, role: '联系点' })),
    ...u.people.slice(0, 6).flatMap((p): LinkEntry[] => {
      const spot = d.pick(u.spots)
      const pair = d.some(poor.get(spot.id) ?? [], d.int(0, 2))
      return [{ id: d.id(epoch), by: { person: p.code }, to: { place: spot.code }, role: '挂钩联系' }, ...pair.map((h) => ({ id: d.id(epoch), by: { person: p.code }, to: { subject: h.code }, role: '结对帮扶' }))]
    }),
  ])
}
