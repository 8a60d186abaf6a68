import type { ContextFound, ContextNeed } from '#command/ports/register.ts'
import type { OrgId, PersonId, PlaceId, SubjectId } from '#kit/id.ts'
import type { Context } from '#record/shape.ts'
import type { Sql } from '../sql.ts'
import { type PathNode, pathsOn } from './tree.ts'

type PostRow = { readonly org: OrgId; readonly from: string; readonly until: string; readonly post: string; readonly rank: string }
type Known = {
  readonly orgs: readonly (readonly PathNode[])[]
  readonly places: ReadonlyMap<number, readonly PathNode[]>
  readonly people: ReadonlyMap<string, readonly PostRow[]>
  readonly subjects: ReadonlyMap<string, { readonly kind: string; readonly tags: readonly string[] }>
}

/** Contexts for a batch of records in at most four statements, however many records. For the laterals see save.ts. */
export const contextsOf = async (sql: Sql, needs: readonly ContextNeed[]): Promise<readonly ContextFound[]> => {
  if (needs.length === 0) return []
  const placed = needs.flatMap((n, i) => (n.place === null ? [] : [{ i, node: n.place, day: n.day }]))
  const [orgs, placePaths, people, subjects] = await Promise.all([
    pathsOn(
      sql,
      'org',
      needs.map((n) => ({ node: n.org, day: n.day })),
    ),
    pathsOn(sql, 'place', placed),
    postsOf(
      sql,
      needs.flatMap((n) => n.participants),
    ),
    subjectsOf(
      sql,
      needs.flatMap((n) => n.subjects),
    ),
  ])
  const known: Known = { orgs, places: new Map(placed.map((p, at) => [p.i, placePaths[at] ?? []])), people, subjects }
  return needs.map((need, i) => contextOf(need, i, known))
}

const contextOf = (need: ContextNeed, i: number, known: Known): ContextFound => {
  const missing: { path: string; id: string }[] = []
  const org = (known.orgs[i] ?? []) as Context['org']
  const place = (known.places.get(i) ?? []).map(({ id, code, kind }) => ({ id: id as PlaceId, code, kind }))
  if (org.length === 0) missing.push({ path: 'org', id: need.org })
  if (need.place !== null && place.length === 0) missing.push({ path: 'place', id: need.place })
  const participants = need.participants.flatMap((id, at) => {
    const posts = known.people.get(id)
    if (posts === undefined) missing.push({ path: `participants.${at}`, id })
    return posts === undefined ? [] : [participant(id, posts, need, org)]
  })
  const subjects = need.subjects.flatMap((id, at) => {
    const subject = known.subjects.get(id)
    if (subject === undefined) missing.push({ path: `subjects.${at}`, id })
    return subject === undefined ? [] : [{ id, ...subject }]
  })
  return { context: { org, place, participants, subjects }, missing }
}

/** The post nearest to the record's org that is valid on the day, else any valid one, else the latest; without any post the record's org stands in. */
const participant = (id: PersonId, posts: readonly PostRow[], need: ContextNeed, path: Context['org']): Context['participants'][number] => {
  const valid = posts.filter((p) => p.from <= need.day && need.day < p.until)
  const height = (p: PostRow): number => path.findIndex((node) => node.id === p.org)
  const best = valid.reduce<PostRow | undefined>((a, b) => (a === undefined || height(b) > height(a) ? b : a), undefined) ?? posts[0]
  return { id, rank: best?.rank ?? '', post: best?.post ?? '', org: best?.org ?? need.org, within: true }
}

/** Latest first. The database's ±infinity become texts that sort before and after every day. */
const postsOf = async (sql: Sql, people: readonly PersonId[]): Promise<ReadonlyMap<string, readonly PostRow[]>> => {
  const found = new Map<string, PostRow[]>()
  if (people.length === 0) return found
  const rows = await sql.hot<{ person: string; org: OrgId | null; from: string; until: string; post: string; rank: string }>(
    `select p.person_id as person, o.org_id as org, o.valid_from as "from", o.valid_until as until, o.post, o.rank
     from unnest($2::uuid[]) n(id)
     cross join lateral (select person_id from person where tenant_id = $1 and person_id = n.id limit 1) p
     left join lateral (select * from post where tenant_id = $1 and person_id = p.person_id offset 0) o on true
     order by o.valid_from desc, o.org_id`,
    [[...new Set(people)]],
  )
  for (const { person, org, ...row } of rows) {
    const posts = found.get(person) ?? []
    if (org !== null)
      posts.push({ ...row, org, from: row.from === '-infinity' ? '' : row.from, until: row.until === 'infinity' ? '\uffff' : row.until })
    found.set(person, posts)
  }
  return found
}

const subjectsOf = async (sql: Sql, subjects: readonly SubjectId[]): Promise<Known['subjects']> => {
  if (subjects.length === 0) return new Map()
  const rows = await sql.hot<{ id: string; kind: string; tags: string[] }>(
    `select s.* from unnest($2::uuid[]) n(id)
     cross join lateral (select subject_id as id, kind, tags from subject where tenant_id = $1 and subject_id = n.id limit 1) s`,
    [[...new Set(subjects)]],
  )
  return new Map(rows.map(({ id, kind, tags }) => [id, { kind, tags }]))
}

export const orgPathOf = async (sql: Sql, org: OrgId, on: string): Promise<readonly OrgId[]> =>
  ((await pathsOn(sql, 'org', [{ node: org, day: on }]))[0] ?? []).map((n) => n.id as OrgId)
