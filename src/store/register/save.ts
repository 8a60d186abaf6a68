import type { Actor } from '#access/actor.ts'
import type { RegisterWrite } from '#command/ports/register.ts'
import type { Saved } from '#register/entry.ts'
import type { Sql } from '../sql.ts'
import { takeEdition } from './known.ts'
import { saveLinks } from './link.ts'
import { saveNodes } from './node.ts'
import { savePeople } from './person.ts'
import { saveSubjects } from './subject.ts'
import { saveTeams } from './team.ts'

/**
 * One writer of a tenant's register at a time: codes, trees and posts are read, planned and written without anyone between.
 *
 * Plans are made without looking at the parameters: while a tenant's first rows arrive the planner's statistics know nothing of it,
 * and a plan made for its id expects one row and reads the whole tenant for every code of a batch. For the same reason lists are
 * looked up by `unnest … cross join lateral`, row by row through the index.
 */
export const saveAll =
  (sql: Sql, _by: Actor): RegisterWrite['saveAll'] =>
  async (entries) => {
    await sql.rows(
      `select pg_advisory_xact_lock(hashtextextended('register ' || $1::uuid::text, 0)), set_config('plan_cache_mode', 'force_generic_plan', true)`,
    )
    if ((entries.places ?? entries.orgs ?? entries.people) !== undefined) await takeEdition(sql)
    const places = await saveNodes(sql, 'place', entries.places ?? [])
    const orgs = await saveNodes(sql, 'org', entries.orgs ?? [])
    const people = await savePeople(sql, entries.people ?? [])
    const subjects = await saveSubjects(sql, entries.subjects ?? [])
    const links = await saveLinks(sql, entries.links ?? [])
    const teams = await saveTeams(sql, entries.teams ?? [])
    await sql.rows(`select $1::uuid, set_config('plan_cache_mode', 'auto', true)`)
    return { places, orgs, people, subjects, links, teams } satisfies Saved
  }
