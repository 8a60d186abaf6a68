import type { ContextFound, ContextNeed } from '#command/ports/register.ts'
import type { OrgId, PersonId, PlaceId, SubjectId } from '#kit/id.ts'
import type { Context } from '#record/shape.ts'
import type { Sql } from '../sql.ts'
import { type Known, type PostTerm, knownOf, learnNodes, learnPosts, pathOn } from './known.ts'

type Subjects = ReadonlyMap<string, { readonly kind: string; readonly tags: readonly string[] }>

/** Contexts for a batch of records: subjects are looked up, the rest is remembered for as long as the register does not change. */
export const contextsOf = async (sql: Sql, needs: readonly ContextNeed[]): Promise<readonly ContextFound[]> => {
  if (needs.length === 0) return []
  const [known, subjects] = await Promise.all([
    knownOf(sql),
    subjectsOf(
      sql,
      needs.flatMap((n) => n.subjects),
    ),
  ])
  await Promise.all([
    learnNodes(
      sql,
      known,
      'org',
      needs.map((n) => n.org),
    ),
    learnNodes(
      sql,
      known,
      'place',
      needs.flatMap((n) => n.place ?? []),
    ),
    learnPosts(
      sql,
      known,
      needs.flatMap((n) => n.participants),
    ),
  ])
  return needs.map((need) => contextOf(need, known, subjects))
}

const contextOf = (need: ContextNeed, known: Known, given: Subjects): ContextFound => {
  const missing: { path: string; id: string }[] = []
  const org = pathOn(known, 'org', need.org, need.day) as Context['org']
  const place = (need.place === null ? [] : pathOn(known, 'place', need.place, need.day)).map(({ id, code, kind }) => ({
    id: id as PlaceId,
    code,
    kind,
  }))
  if (org.length === 0) missing.push({ path: 'org', id: need.org })
  if (need.place !== null && place.length === 0) missing.push({ path: 'place', id: need.place })
  const participants = need.participants.flatMap((id, at) => {
    const posts = known.posts.get(id)
    if (posts === undefined) missing.push({ path: `participants.${at}`, id })
    return posts === undefined ? [] : [participant(id, posts, need, org)]
  })
  const subjects = need.subjects.flatMap((id, at) => {
    const subject = given.get(id)
    if (subject === undefined) missing.push({ path: `subjects.${at}`, id })
    return subject === undefined ? [] : [{ id, ...subject }]
  })
  return { context: { org, place, participants, subjects }, missing }
}

/** The post nearest to the record's org that is valid on the day, else any valid one, else the latest; without any post the record's org stands in. */
const participant = (
  id: PersonId,
  posts: readonly PostTerm[],
  need: ContextNeed,
  path: Context['org'],
): Context['participants'][number] => {
  const valid = posts.filter((p) => p.from <= need.day && need.day < p.until)
  const height = (p: PostTerm): number => path.findIndex((node) => node.id === p.org)
  const best = valid.reduce<PostTerm | undefined>((a, b) => (a === undefined || height(b) > height(a) ? b : a), undefined) ?? posts[0]
  return { id, rank: best?.rank ?? '', post: best?.post ?? '', org: (best?.org ?? need.org) as OrgId, within: true }
}

const subjectsOf = async (sql: Sql, subjects: readonly SubjectId[]): Promise<Subjects> => {
  if (subjects.length === 0) return new Map()
  const rows = await sql.hot<{ id: string; kind: string; tags: string[] }>(
    `select s.* from unnest($2::uuid[]) n(id)
     cross join lateral (select subject_id as id, kind, tags from subject where tenant_id = $1 and subject_id = n.id limit 1) s`,
    [[...new Set(subjects)]],
  )
  return new Map(rows.map(({ id, kind, tags }) => [id, { kind, tags }]))
}

export const orgPathOf = async (sql: Sql, org: OrgId, on: string): Promise<readonly OrgId[]> => {
  const known = await knownOf(sql)
  await learnNodes(sql, known, 'org', [org])
  return pathOn(known, 'org', org, on).map((n) => n.id as OrgId)
}
