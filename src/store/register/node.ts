import { uuidv7 } from 'uuidv7'
import type { NodeEntry, Outcome } from '#register/entry.ts'
import { type Node, type NodePlan, planTree } from '#register/tree-plan.ts'
import type { TreeTerm } from '#register/shape.ts'
import type { Sql } from '../sql.ts'
import { dayOf, since, until } from './day.ts'
import type { Tree } from './tree.ts'

/** Places or orgs, in any order. */
export const saveNodes = async (sql: Sql, tree: Tree, entries: readonly NodeEntry[]): Promise<readonly Outcome[]> => {
  if (entries.length === 0) return []
  const plans = planTree(
    entries,
    await lookUp(
      sql,
      tree,
      entries.flatMap((e) => (e.parent == null ? [e.code] : [e.code, e.parent])),
    ),
    uuidv7,
  )
  await enter(
    sql,
    tree,
    plans.flatMap((p) => ('outcome' in p && p.outcome !== 'same' ? [p] : [])),
  )
  return plans.map((p) => ('outcome' in p ? p.outcome : p))
}

type Row = Omit<TreeTerm<string>, 'from' | 'until'> & {
  readonly id: string
  readonly code: string
  readonly aliases: string[]
  readonly from: string
  readonly until: string
}

/** The nodes of these codes and all that ever stood above them, by code. */
const lookUp = async (sql: Sql, tree: Tree, codes: readonly string[]): Promise<ReadonlyMap<string, Node>> => {
  const rows = await sql.rows<Row>(
    `with recursive up as (
       select x.id from unnest($2::text[]) c(code) cross join lateral (select ${tree}_id as id from ${tree} where tenant_id = $1 and code = c.code limit 1) x
       union
       select t.parent_id from up join ${tree}_term t on t.tenant_id = $1 and t.${tree}_id = up.id where t.parent_id is not null)
     select up.id, n.code, n.aliases, t.valid_from as "from", t.valid_until as until, t.parent_id as parent, t.name, t.kind, t.class
     from up join ${tree} n on n.tenant_id = $1 and n.${tree}_id = up.id join ${tree}_term t on t.tenant_id = $1 and t.${tree}_id = up.id
     order by up.id, t.valid_from`,
    [[...new Set(codes)]],
  )
  const nodes = new Map<string, Node & { terms: TreeTerm<string>[] }>()
  for (const { id, code, aliases, ...t } of rows) {
    const node = nodes.get(code) ?? { id, code, aliases, terms: [] }
    node.terms.push({ from: dayOf(t.from), until: dayOf(t.until), parent: t.parent, name: t.name, kind: t.kind, class: t.class })
    nodes.set(code, node)
  }
  return nodes
}

const enter = async (sql: Sql, tree: Tree, plans: readonly NodePlan[]): Promise<void> => {
  if (plans.length === 0) return
  await sql.rows(
    `insert into ${tree} (tenant_id, ${tree}_id, code, aliases)
     select $1, x.id, x.code, x.aliases from jsonb_to_recordset($2::jsonb) as x(id uuid, code text, aliases text[])
     on conflict (tenant_id, ${tree}_id) do update set aliases = excluded.aliases where ${tree}.aliases <> excluded.aliases`,
    [JSON.stringify(plans.map(({ id, code, aliases }) => ({ id, code, aliases })))],
  )
  await sql.rows(`delete from ${tree}_term where tenant_id = $1 and ${tree}_id = any($2::uuid[])`, [
    plans.filter((p) => p.outcome === 'changed').map((p) => p.id),
  ])
  await sql.rows(
    `insert into ${tree}_term (tenant_id, ${tree}_id, valid_from, valid_until, parent_id, name, kind, class)
     select $1, x.id, x."from", x.until, x.parent, x.name, x.kind, x.class
     from jsonb_to_recordset($2::jsonb) as x(id uuid, "from" date, until date, parent uuid, name text, kind text, class text)`,
    [JSON.stringify(plans.flatMap((p) => p.terms.map((t) => ({ ...t, id: p.id, from: since(t.from), until: until(t.until) }))))],
  )
}
