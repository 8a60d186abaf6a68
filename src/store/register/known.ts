import type { Sql } from '../sql.ts'
import type { PathNode, Tree } from './tree.ts'

/*
 * What is remembered of orgs, places and people, so that a visit does not ask for them again: everything of one edition
 * of the register. Whoever changes the register takes the next edition in the same transaction (save.ts).
 */

/** Days are texts that compare; '' is before and '\uffff' after every day. */
type Lasting = { readonly from: string; readonly until: string }
export type NodeTerm = Lasting & { readonly parent: string | null; readonly code: string; readonly kind: string; readonly class: string }
export type PostTerm = Lasting & { readonly org: string; readonly post: string; readonly rank: string }

export type Known = {
  readonly edition: number
  /** Without terms: there is no such node. */
  readonly org: Map<string, readonly NodeTerm[]>
  readonly place: Map<string, readonly NodeTerm[]>
  /** Latest first; undefined: there is no such person. */
  readonly posts: Map<string, readonly PostTerm[] | undefined>
}

/** More is not remembered at a time: some 100 MB. */
const most = 200_000

const blank = (edition: number): Known => ({ edition, org: new Map(), place: new Map(), posts: new Map() })

/** Transactions that have changed the register see what is not committed: nothing of it is remembered. */
const changing = new WeakSet<Sql>()

/** Takes the next edition; before anything of orgs, places or people is changed. */
export const takeEdition = async (sql: Sql): Promise<void> => {
  changing.add(sql)
  await sql.rows('update tenant set edition = edition + 1 where tenant_id = $1')
}

export const knownOf = async (sql: Sql): Promise<Known> => {
  if (changing.has(sql)) return blank(-1)
  const [row] = await sql.hot<{ edition: number }>('select edition from tenant where tenant_id = $1')
  const edition = row?.edition ?? 0
  const at = `register ${sql.tenant}`
  const before = sql.memory.get(at) as Known | undefined
  if (before?.edition === edition && before.org.size + before.place.size + before.posts.size < most) return before
  const fresh = blank(edition)
  // A snapshot taken before the newest edition must not push it out.
  if (before === undefined || before.edition <= edition) sql.memory.set(at, fresh)
  return fresh
}

const early = (day: string): string => (day === '-infinity' ? '' : day)
const late = (day: string): string => (day === 'infinity' ? '\uffff' : day)

/** Learns the terms of these nodes and of all that ever stood above them. */
export const learnNodes = async (sql: Sql, known: Known, tree: Tree, nodes: readonly string[]): Promise<void> => {
  const unknown = [...new Set(nodes)].filter((id) => !known[tree].has(id))
  if (unknown.length === 0) return
  const rows = await sql.hot<NodeTerm & { id: string }>(
    `with recursive up as (
       select n as id from unnest($2::uuid[]) n
       union
       select t.parent_id from up cross join lateral (
         select parent_id from ${tree}_term where tenant_id = $1 and ${tree}_id = up.id offset 0) t where t.parent_id is not null)
     select up.id, t.valid_from as "from", t.valid_until as until, t.parent_id as parent, n.code, t.kind, t.class
     from up cross join lateral (select code from ${tree} where tenant_id = $1 and ${tree}_id = up.id offset 0) n
       cross join lateral (select * from ${tree}_term where tenant_id = $1 and ${tree}_id = up.id offset 0) t`,
    [unknown],
  )
  const terms = new Map<string, NodeTerm[]>(unknown.map((id) => [id, []]))
  for (const { id, from, until, ...term } of rows) {
    const list = terms.get(id) ?? []
    list.push({ ...term, from: early(from), until: late(until) })
    terms.set(id, list)
  }
  for (const [id, list] of terms) known[tree].set(id, list)
}

/** Learns the posts of these people. */
export const learnPosts = async (sql: Sql, known: Known, people: readonly string[]): Promise<void> => {
  const unknown = [...new Set(people)].filter((id) => !known.posts.has(id))
  if (unknown.length === 0) return
  const rows = await sql.hot<{ person: string; org: string | null; from: string; until: string; post: string; rank: string }>(
    `select p.person_id as person, o.org_id as org, o.valid_from as "from", o.valid_until as until, o.post, o.rank
     from unnest($2::uuid[]) n(id)
     cross join lateral (select person_id from person where tenant_id = $1 and person_id = n.id limit 1) p
     left join lateral (select * from post where tenant_id = $1 and person_id = p.person_id offset 0) o on true
     order by o.valid_from desc, o.org_id`,
    [unknown],
  )
  const posts = new Map<string, PostTerm[]>()
  for (const { person, org, from, until, post, rank } of rows) {
    const list = posts.get(person) ?? []
    if (org !== null) list.push({ org, from: early(from), until: late(until), post, rank })
    posts.set(person, list)
  }
  for (const id of unknown) known.posts.set(id, posts.get(id))
}

/**
 * The way from the root down to a node on a day; empty when the node is not valid that day. A node above that has no
 * term on the day is taken as it was nearest to it, so that no path is cut short.
 */
export const pathOn = (known: Known, tree: Tree, node: string, day: string): readonly PathNode[] => {
  const path: PathNode[] = []
  let term = known[tree].get(node)?.find((t) => holds(t, day))
  for (let id = node; term !== undefined && path.length <= 40; ) {
    path.unshift({ id, code: term.code, kind: term.kind, class: term.class })
    if (term.parent === null) break
    id = term.parent
    term = nearest(known[tree].get(id) ?? [], day)
  }
  return path
}

const holds = ({ from, until }: Lasting, day: string): boolean => from <= day && day < until

/** The term that holds on the day, else the last one before it, else the first one after it. */
const nearest = (terms: readonly NodeTerm[], day: string): NodeTerm | undefined => {
  const order = [...terms].sort((a, b) => (a.from < b.from ? -1 : 1))
  return order.find((t) => holds(t, day)) ?? order.findLast((t) => t.from <= day) ?? order[0]
}
