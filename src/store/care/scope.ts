import type { CareScope } from '#command/ports/care.ts'
import type { Duty } from '#figure/coverage.ts'
import type { CampaignId } from '#kit/id.ts'
import { below } from '../register/tree.ts'

/*
 * Which subjects a question of coverage is about, as SQL. `$1` tenant, `$2` campaign, `$3` tags, `$4` kinds, `$5` activities, `$6` and `$7` the
 * turn, `$8` the org (null: everybody), `$9` the place (null: everywhere), `$10` the day on which links and trees are looked at.
 */

export const dutyValues = (campaign: CampaignId, duty: Duty, { org, place, on }: CareScope): readonly unknown[] => [
  campaign,
  duty.tags,
  duty.kindWords,
  duty.by,
  duty.turn.from,
  duty.turn.to,
  org ?? null,
  place ?? null,
  on,
]

const holds = (alias: string, on: string): string => `${alias}.valid_from <= ${on}::date and ${alias}.valid_until > ${on}::date`

/**
 * CTEs `owed` (org, subject): for whom the orgs below `org` and their people answer – a linked subject, or one in a linked place.
 * Needs `with recursive` and the same `on` for trees and links.
 */
export const owed = (org: string, on: string): string => `below as (${below('org', `array[${org}::uuid]`, on)}),
  tie as (
    select l.org_id as org, l.to_subject_id as subject, l.to_place_id as place from link l
    where l.tenant_id = $1 and l.org_id in (select id from below) and ${holds('l', on)}
    union
    select o.org_id, l.to_subject_id, l.to_place_id from post o join link l on l.tenant_id = $1 and l.person_id = o.person_id and ${holds('l', on)}
    where o.tenant_id = $1 and o.org_id in (select id from below) and ${holds('o', on)}),
  land as (
    select org, place from tie where place is not null
    union
    select d.org, t.place_id from land d join place_term t on t.tenant_id = $1 and t.parent_id = d.place and ${holds('t', on)}),
  owed as (
    select org, subject from tie where subject is not null
    union
    select d.org, s.subject_id from land d join subject s on s.tenant_id = $1 and s.place_id = d.place)`

/** The campaign's visits that reach somebody: its own, and those of nested campaigns that count in it as one of the activities. */
export const visits = `(
  select subject_id, day, pending from call where tenant_id = $1 and campaign_id = $2 and closed_at is null and kind = any($5::text[])
  union all
  select k.subject_id, k.day, a.state = 'submitted' from also_record a join call k on k.tenant_id = $1 and k.record_id = a.record_id and k.closed_at is null
  where a.tenant_id = $1 and a.also_id = $2 and a.state in ('submitted', 'accepted') and a.kind = any($5::text[])) v`

/** CTE `seen`: who was visited in the turn. */
export const seen = `seen as (
  select subject_id, bool_or(not pending) as confirmed from ${visits} where day between $6::date and $7::date group by subject_id)`

/** CTE `ground`: the places in question. */
export const ground = `ground as (with recursive below as (${below('place', 'array[$9::uuid]', '$10')}) select id from below where id is not null)`

/** Of a subject `s`: whether the duty is about it. What nobody asked for stands nowhere in it, so that the rest is looked up as sets. */
export const inDuty = ({ org, place }: Pick<CareScope, 'org' | 'place'>): string =>
  [
    's.tenant_id = $1 and (s.tags && $3::text[] or s.kind = any($4::text[]))',
    ...(place === undefined ? [] : ['s.place_id in (select distinct id from ground)']),
    ...(org === undefined ? [] : ['s.subject_id in (select distinct subject from owed)']),
  ].join(' and ')
