import { uuidv7 } from 'uuidv7'
import type { Misfit } from '#kit/fault.ts'
import type { Outcome, PersonEntry } from '#register/entry.ts'
import { misfit } from '#register/misfits.ts'
import { type PlannedPost, samePosts, sayPosts } from '#register/post.ts'
import type { Sql } from '../sql.ts'
import { dayOf, since, until } from './day.ts'
import { idsOf, outcomes, refusedOf } from './code.ts'

type Known = { readonly id: string; readonly name: string; readonly posts: readonly PlannedPost[] }
type Plan = Known & { readonly code: string; readonly outcome: Outcome }

export const savePeople = async (sql: Sql, entries: readonly PersonEntry[]): Promise<readonly Outcome[]> => {
  if (entries.length === 0) return []
  const known = await lookUp(
    sql,
    entries.map((e) => e.code),
  )
  const orgs = await idsOf(
    sql,
    'org',
    entries.flatMap((e) => e.posts.map((p) => p.org)),
  )
  const refused = check(entries, orgs)
  const plans = entries.map((entry, i) => (refused.has(i) ? undefined : plan(entry, known.get(entry.code), orgs)))
  await enter(
    sql,
    plans.flatMap((p) => (p === undefined || p.outcome === 'same' ? [] : [p])),
  )
  return outcomes(entries.length, (i) => plans[i]?.outcome ?? refused.get(i) ?? [])
}

const plan = (entry: PersonEntry, before: Known | undefined, orgs: ReadonlyMap<string, string>): Plan => {
  const posts = sayPosts(
    before?.posts ?? [],
    entry.posts.map((p) => ({ ...p, org: orgs.get(p.org) ?? '' })),
    entry.more ?? false,
  )
  const same = before !== undefined && before.name === entry.name && samePosts(before.posts, posts)
  return {
    id: before?.id ?? entry.id ?? uuidv7(),
    code: entry.code,
    name: entry.name,
    posts,
    outcome: before === undefined ? 'added' : same ? 'same' : 'changed',
  }
}

const check = (entries: readonly PersonEntry[], orgs: ReadonlyMap<string, string>): ReadonlyMap<number, readonly Misfit[]> =>
  refusedOf(entries, (e) =>
    e.posts.flatMap((p) => [
      ...(orgs.has(p.org) ? [] : [misfit('org', 'unknown-org', { value: p.org })]),
      ...(p.from != null && p.until != null && p.until <= p.from ? [misfit('until', 'day-order')] : []),
    ]),
  )

type Row = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly org: string | null
  readonly from: string
  readonly until: string
  readonly post: string
  readonly rank: string
}

const lookUp = async (sql: Sql, codes: readonly string[]): Promise<ReadonlyMap<string, Known>> => {
  const rows = await sql.rows<Row>(
    `select p.person_id as id, p.code, p.name, o.org_id as org, o.valid_from as "from", o.valid_until as until, o.post, o.rank
     from unnest($2::text[]) c(code)
     cross join lateral (select * from person where tenant_id = $1 and code = c.code limit 1) p
     left join lateral (select * from post where tenant_id = $1 and person_id = p.person_id offset 0) o on true
     order by p.code, o.valid_from`,
    [[...new Set(codes)]],
  )
  const found = new Map<string, Known & { posts: PlannedPost[] }>()
  for (const r of rows) {
    const person = found.get(r.code) ?? { id: r.id, name: r.name, posts: [] }
    if (r.org !== null) person.posts.push({ org: r.org, from: dayOf(r.from), until: dayOf(r.until), post: r.post, rank: r.rank })
    found.set(r.code, person)
  }
  return found
}

const enter = async (sql: Sql, plans: readonly Plan[]): Promise<void> => {
  if (plans.length === 0) return
  await sql.rows(
    `insert into person (tenant_id, person_id, code, name)
     select $1, x.id, x.code, x.name from jsonb_to_recordset($2::jsonb) as x(id uuid, code text, name text)
     on conflict (tenant_id, person_id) do update set name = excluded.name where person.name <> excluded.name`,
    [JSON.stringify(plans.map(({ id, code, name }) => ({ id, code, name })))],
  )
  await sql.rows('delete from post where tenant_id = $1 and person_id = any($2::uuid[])', [
    plans.filter((p) => p.outcome === 'changed').map((p) => p.id),
  ])
  await sql.rows(
    `insert into post (tenant_id, person_id, org_id, valid_from, valid_until, post, rank)
     select $1, x.id, x.org, x."from", x.until, x.post, x.rank
     from jsonb_to_recordset($2::jsonb) as x(id uuid, org uuid, "from" date, until date, post text, rank text)`,
    [JSON.stringify(plans.flatMap((p) => p.posts.map((o) => ({ ...o, id: p.id, from: since(o.from), until: until(o.until) }))))],
  )
}
