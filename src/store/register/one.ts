import type { RegisterRead, RegisterWrite } from '#command/ports/register.ts'
import type { OrgId, PersonId } from '#kit/id.ts'
import type { Org, Post, TreeTerm } from '#register/shape.ts'
import type { Sql } from '../sql.ts'
import { dayOf } from './day.ts'

type TermRow = Omit<TreeTerm<OrgId>, 'from' | 'until'> & { readonly code: string; readonly aliases: string[]; readonly from: string; readonly until: string }

export const orgOf = (sql: Sql): RegisterRead['org'] => async (org) => {
  const rows = await sql.rows<TermRow>(
    `select o.code, o.aliases, t.valid_from as "from", t.valid_until as until, t.parent_id as parent, t.name, t.kind, t.class
     from org o join org_term t on t.tenant_id = $1 and t.org_id = o.org_id where o.tenant_id = $1 and o.org_id = $2 order by t.valid_from`,
    [org],
  )
  const [first] = rows
  if (first === undefined) return undefined
  const terms = rows.map(({ code: _, aliases: __, ...t }) => ({ ...t, from: dayOf(t.from), until: dayOf(t.until) }))
  return { id: org, code: first.code, aliases: first.aliases, terms } satisfies Org
}

type PostRow = { readonly code: string; readonly name: string; readonly org: OrgId | null; readonly from: string; readonly until: string; readonly post: string; readonly rank: string }

export const personOf = (sql: Sql): RegisterRead['person'] => async (person: PersonId) => {
  const rows = await sql.rows<PostRow>(
    `select p.code, p.name, o.org_id as org, o.valid_from as "from", o.valid_until as until, o.post, o.rank
     from person p left join post o on o.tenant_id = $1 and o.person_id = p.person_id
     where p.tenant_id = $1 and p.person_id = $2 order by o.valid_from`,
    [person],
  )
  const [first] = rows
  if (first === undefined) return undefined
  const posts = rows.flatMap((r): Post[] => (r.org === null ? [] : [{ org: r.org, post: r.post, rank: r.rank, from: dayOf(r.from), until: dayOf(r.until) }]))
  return { id: person, code: first.code, name: first.name, posts }
}

export const endLink = (sql: Sql): RegisterWrite['endLink'] => async (link, until) =>
  (await sql.rows('update link set valid_until = $3 where tenant_id = $1 and link_id = $2 and valid_from < $3::date returning link_id', [link, until])).length > 0
