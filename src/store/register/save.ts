import type { Actor } from '#access/actor.ts'
import type { RegisterWrite } from '#command/ports/register.ts'
import type { Misfit } from '#kit/fault.ts'
import type { Outcome, Saved } from '#register/entry.ts'
import type { Sql } from '../sql.ts'
import { saveLinks } from './link.ts'
import { saveNodes } from './node.ts'
import { savePeople } from './person.ts'
import { saveSubjects } from './subject.ts'

/**
 * One writer of a tenant's register at a time: codes, trees and posts are read, planned and written without anyone between.
 *
 * Plans are made without looking at the parameters: while a tenant's first rows arrive the planner's statistics know nothing of it,
 * and a plan made for its id expects one row and reads the whole tenant for every code of a batch. For the same reason lists are
 * looked up by `unnest … cross join lateral`, row by row through the index.
 */
export const saveAll = (sql: Sql, _by: Actor): RegisterWrite['saveAll'] => async (entries) => {
  await sql.rows(`select pg_advisory_xact_lock(hashtextextended('register ' || $1::uuid::text, 0)), set_config('plan_cache_mode', 'force_generic_plan', true)`)
  const places = await saveNodes(sql, 'place', entries.places ?? [])
  const orgs = await saveNodes(sql, 'org', entries.orgs ?? [])
  const people = await savePeople(sql, entries.people ?? [])
  const subjects = await saveSubjects(sql, entries.subjects ?? [])
  const links = await saveLinks(sql, entries.links ?? [])
  await sql.rows(`select $1::uuid, set_config('plan_cache_mode', 'auto', true)`)
  return { places, orgs, people, subjects, links } satisfies Saved
}

/** Ids of known codes. */
export const idsOf = async (sql: Sql, table: 'org' | 'place' | 'person' | 'subject', codes: Iterable<string>): Promise<ReadonlyMap<string, string>> => {
  const distinct = [...new Set(codes)]
  if (distinct.length === 0) return new Map()
  const rows = await sql.rows<{ code: string; id: string }>(
    `select c.code, x.id from unnest($2::text[]) c(code) cross join lateral (select ${table}_id as id from ${table} where tenant_id = $1 and code = c.code limit 1) x`,
    [distinct],
  )
  return new Map(rows.map((r) => [r.code, r.id]))
}

/** The first of several entries with one code stands; the others are refused. */
export const twice = (codes: readonly string[], say: (code: string, first: number) => Misfit): ReadonlyMap<number, Misfit> => {
  const first = new Map<string, number>()
  const found = new Map<number, Misfit>()
  codes.forEach((code, i) => {
    const at = first.get(code)
    if (at === undefined) first.set(code, i)
    else found.set(i, say(code, at))
  })
  return found
}

export const outcomes = (count: number, of: (i: number) => Outcome): readonly Outcome[] => Array.from({ length: count }, (_, i) => of(i))
