import type { RegisterRead, RegisterWrite } from '#command/ports/register.ts'
import type { OrgId, PersonId, PlaceId, SubjectId } from '#kit/id.ts'
import type { Link, Org, Place, Post, TreeTerm } from '#register/shape.ts'
import type { Node } from '#register/tree-plan.ts'
import type { Sql } from '../sql.ts'
import { dayOf } from './day.ts'
import { idsOf } from './code.ts'
import type { Tree } from './tree.ts'

type TermRow = Omit<TreeTerm<string>, 'from' | 'until'> & {
  readonly code: string
  readonly aliases: string[]
  readonly from: string
  readonly until: string
}

const nodeOf = async (sql: Sql, tree: Tree, id: string): Promise<Omit<Node, 'id'> | undefined> => {
  const rows = await sql.rows<TermRow>(
    `select n.code, n.aliases, t.valid_from as "from", t.valid_until as until, t.parent_id as parent, t.name, t.kind, t.class
     from ${tree} n join ${tree}_term t on t.tenant_id = $1 and t.${tree}_id = n.${tree}_id where n.tenant_id = $1 and n.${tree}_id = $2 order by t.valid_from`,
    [id],
  )
  const [first] = rows
  if (first === undefined) return undefined
  const terms = rows.map(({ code: _, aliases: __, ...t }) => ({ ...t, from: dayOf(t.from), until: dayOf(t.until) }))
  return { code: first.code, aliases: first.aliases, terms }
}

export const orgOf =
  (sql: Sql): RegisterRead['org'] =>
  async (id) => {
    const node = await nodeOf(sql, 'org', id)
    return node === undefined ? undefined : { ...node, id, terms: node.terms as Org['terms'] }
  }

export const placeOf =
  (sql: Sql): RegisterRead['place'] =>
  async (id) => {
    const node = await nodeOf(sql, 'place', id)
    return node === undefined ? undefined : { ...node, id, terms: node.terms as Place['terms'] }
  }

type LinkRow = {
  readonly person: PersonId | null
  readonly org: OrgId | null
  readonly toPlace: PlaceId | null
  readonly toOrg: OrgId | null
  readonly toSubject: SubjectId | null
}

export const linkOf =
  (sql: Sql): RegisterRead['link'] =>
  async (link) => {
    const row = await sql.one<LinkRow>(
      `select person_id as person, org_id as org, to_place_id as "toPlace", to_org_id as "toOrg", to_subject_id as "toSubject" from link where tenant_id = $1 and link_id = $2`,
      [link],
    )
    if (row === undefined) return undefined
    const { person, org, toPlace, toOrg, toSubject } = row
    const by: Link['by'] = person === null ? { org: org as OrgId } : { person }
    const to: Link['to'] = toPlace !== null ? { place: toPlace } : toOrg !== null ? { org: toOrg } : { subject: toSubject as SubjectId }
    return { by, to }
  }

export const codedAs =
  (sql: Sql): RegisterRead['coded'] =>
  async (kind, code) =>
    (await idsOf(sql, kind, [code])).get(code)

type PostRow = {
  readonly code: string
  readonly name: string
  readonly org: OrgId | null
  readonly from: string
  readonly until: string
  readonly post: string
  readonly rank: string
}

export const personOf =
  (sql: Sql): RegisterRead['person'] =>
  async (person: PersonId) => {
    const rows = await sql.rows<PostRow>(
      `select p.code, p.name, o.org_id as org, o.valid_from as "from", o.valid_until as until, o.post, o.rank
     from person p left join post o on o.tenant_id = $1 and o.person_id = p.person_id
     where p.tenant_id = $1 and p.person_id = $2 order by o.valid_from`,
      [person],
    )
    const [first] = rows
    if (first === undefined) return undefined
    const posts = rows.flatMap((r): Post[] =>
      r.org === null ? [] : [{ org: r.org, post: r.post, rank: r.rank, from: dayOf(r.from), until: dayOf(r.until) }],
    )
    return { id: person, code: first.code, name: first.name, posts }
  }

export const endLink =
  (sql: Sql): RegisterWrite['endLink'] =>
  async (link, until) =>
    (
      await sql.rows('update link set valid_until = $3 where tenant_id = $1 and link_id = $2 and valid_from < $3::date returning link_id', [
        link,
        until,
      ])
    ).length > 0
