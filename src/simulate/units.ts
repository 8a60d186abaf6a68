import type { OrgId } from '#kit/id.ts'
import type { Dice } from './dice.ts'
import { departments, personName } from './names.ts'
import { type Node, type Official, type Unit, type WorldPlan, below, epoch, numbered, sized } from './node.ts'
import type { Ground } from './places.ts'
import type { Vocabulary } from './vocabulary.ts'

type Seat = { readonly post: string /** 0 the highest rank, 1 the lowest. */; readonly height: number }
const seat = (height: number, ...posts: readonly string[]): readonly Seat[] => posts.map((post) => ({ post, height }))

const townSeats = [
  ...seat(0.3, '党委书记', '镇长'),
  ...seat(0.35, '党委副书记', '人大主席', '副镇长', '副镇长', '组织委员', '武装部长'),
  ...seat(0.8, '财政所所长', '水利站站长', '农技站站长', '社保所所长'),
  ...seat(1, '科员', '科员', '大学生村官', '大学生村官'),
]
const officeSeats = [
  ...seat(0.3, '局长'),
  ...seat(0.35, '副局长', '副局长', '副局长', '党组成员'),
  ...seat(0.8, '办公室主任', '科长', '科长'),
  ...seat(1, '科员', '科员', '科员'),
]
const citySeats = [...seat(0, '市委常委', '副市长', '市人大常委会副主任', '市政协副主席')]

/** A unit for each township, which goes to its own villages, and departments, which go to one or two others'. */
export const inventUnits = (plan: WorldPlan, words: Vocabulary, root: Node<OrgId>, ground: Ground, d: Dice): readonly Unit[] => {
  const kinds = split(words.orgKinds, 'township', 'department')
  const classes = split(words.orgClasses, '', '')
  const count = { people: 0 }
  const staff = (org: OrgId, seats: readonly Seat[], name: string): Official[] =>
    seats.map((s) => official(plan, { words, name }, org, s, count, d))
  const towns = ground.towns.map(({ town, villages }, i): Unit => {
    const own = {
      id: d.id<'org'>(epoch),
      code: numbered(`${plan.prefix}T`, i + 1, 2),
      name: town.name,
      kind: kinds.town[i % kinds.town.length] ?? '',
      class: classes.town[i % classes.town.length] ?? '',
    }
    const seats = townSeats.map((s) => ({ ...s, post: ofTown(s.post, town.name) }))
    return { ...below(root, own), people: staff(own.id, seats.slice(0, d.int(13, seats.length)), own.name), spots: villages }
  })
  const offices = departments.slice(0, sized(departments.length, plan.scale, 2)).map((name, i): Unit => {
    const own = {
      id: d.id<'org'>(epoch),
      code: numbered(`${plan.prefix}D`, i + 1, 2),
      name: name.startsWith('团') ? name : `市${name}`,
      kind: kinds.office[i % kinds.office.length] ?? '',
      class: classes.office[i % classes.office.length] ?? '',
    }
    const far = d.some(ground.towns, d.int(1, 2)).flatMap((t) => d.some(t.villages, d.int(2, 3)))
    const seats = [
      ...(/^委办|^政府办/.test(name) ? citySeats : []),
      ...officeSeats.slice(0, d.int(8, officeSeats.length)).map((s) => ({ ...s, post: titled(s.post, name) })),
    ]
    return { ...below(root, own), people: staff(own.id, seats, own.name), spots: far }
  })
  return [...towns, ...offices]
}

/** Only a town is led by a 镇长. */
const ofTown = (post: string, town: string): string => {
  if (town.endsWith('镇')) return post
  return town.endsWith('乡') ? post.replace('镇长', '乡长') : post.replace('副镇长', '办事处副主任').replace('镇长', '办事处主任')
}

/** A bureau has a director, other bodies have their own words for the one at their head. */
const heads: readonly (readonly [string, string])[] = [
  ['局', '局长'],
  ['法院', '院长'],
  ['检察院', '检察长'],
  ['公司', '总经理'],
  ['部', '部长'],
  ['党校', '校长'],
  ['团市委', '书记'],
  ['政法委', '书记'],
  ['协会', '主席'],
  ['联合会', '主席'],
  ['工会', '主席'],
]

const titled = (post: string, name: string): string => post.replace('局长', heads.find(([end]) => name.endsWith(end))?.[1] ?? '主任')

const official = (
  plan: WorldPlan,
  { words, name }: { words: Vocabulary; name: string },
  org: OrgId,
  s: Seat,
  count: { people: number },
  d: Dice,
): Official => {
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
const split = (
  words: readonly string[],
  town: string,
  office: string,
): { readonly town: readonly string[]; readonly office: readonly string[] } => {
  const rural = words.filter((w) => /town|village|street|乡|镇|街道|村/i.test(w))
  const other = words.filter((w) => !rural.includes(w))
  return {
    town: rural.length > 0 ? rural : other.length > 0 ? other : [town],
    office: other.length > 0 ? other : rural.length > 0 ? rural : [office],
  }
}
