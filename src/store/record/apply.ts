import type { Fact } from '#figure/shape.ts'
import { type Moved, type Signed, deltas, presence } from '#figure/tally.ts'
import type { CampaignId } from '#kit/id.ts'
import type { Approx, State } from '#record/shape.ts'
import type { Change } from '#command/ports/record.ts'
import { columns } from '../columns.ts'
import type { Sql } from '../sql.ts'
import { type Of, factsThere, presencesThere, presentThere, saveThere } from './also.ts'
import { saveCalls } from './call.ts'
import { saveCredits } from './credit.ts'
import { assertHeld, lock } from './lock.ts'
import { pathIds } from './path.ts'
import { type Standing, addUp, standing } from './tally.ts'

/** Stores versions with their facts and tallies. Each record at most once in a call. Needs the lock. */
export const apply = async (sql: Sql, campaign: CampaignId, changes: readonly Change[]): Promise<void> => {
  const records = changes.map((c) => c.version.record)
  if (new Set(records).size !== records.length) throw new Error('a record stands twice in one call')
  const held = await lock(sql, campaign)
  if (held === undefined) throw new Error(`no campaign ${campaign}`)
  const later = records.filter((_, i) => (changes[i]?.version.version ?? 1) > 1)
  const { gone, at } = await before(sql, later, held.at)
  const ahead = foreseen(sql, changes)
  const moves = ahead?.moves ?? movesOf(campaign, changes, gone)
  assertHeld(held, moves.keys())
  const stands = await (ahead?.stands ?? standingAt(sql, moves))
  saveVersions(sql, campaign, changes, at)
  saveThere(sql, changes)
  saveCalls(
    sql,
    campaign,
    changes.map((c) => c.version),
    at,
  )
  await Promise.all([
    saveFacts(sql, campaign, changes, at),
    saveCredits(sql, campaign, changes, at),
    ...[...moves].map(([of, moved], i) => addUp(sql, of, moved, stands[i] as Standing)),
  ])
}

type Moves = ReadonlyMap<CampaignId, Moved>

/** What goes and comes does to the tallies of each campaign. */
const movesOf = (campaign: CampaignId, changes: readonly Change[], gone: readonly Of[]): Moves => {
  const own = (fact: Fact): Of => ({ campaign, fact })
  const came = changes.flatMap((c) => [...[...c.facts, ...present(c)].map(own), ...presentThere(c), ...factsThere(c)])
  const touched = Map.groupBy([...came.map(signed(1)), ...gone.map(signed(-1))], (of) => of.campaign)
  return new Map([...touched].map(([of, list]) => [of, deltas(list)]))
}

const signed =
  (sign: Signed['sign']) =>
  (of: Of): Of & Signed => ({ ...of, sign })

const standingAt = (sql: Sql, moves: Moves): Promise<readonly Standing[]> =>
  Promise.all([...moves].map(([of, moved]) => standing(sql, of, moved)))

type Ahead = { readonly facts: readonly (readonly Fact[])[]; readonly moves: Moves; readonly stands: Promise<readonly Standing[]> }
const aheads = new WeakMap<Sql, Ahead>()

/**
 * Asks for the lock and, right behind it, for what new records will be added to, so that storing them need not ask and wait again. It
 * helps when exactly these are then stored.
 */
export const foresee = (sql: Sql, campaign: CampaignId, changes: readonly Change[]): void => {
  void lock(sql, campaign)
  const moves = movesOf(campaign, changes, [])
  const stands = standingAt(sql, moves)
  stands.catch(() => undefined)
  aheads.set(sql, { facts: changes.map((c) => c.facts), moves, stands })
}

const foreseen = (sql: Sql, changes: readonly Change[]): Ahead | undefined => {
  const ahead = aheads.get(sql)
  aheads.delete(sql)
  const same = ahead?.facts.length === changes.length && changes.every((c, i) => c.facts === ahead.facts[i] && (c.also ?? []).length === 0)
  return same ? ahead : undefined
}

const present = ({ version: v }: Change): readonly Fact[] => {
  const one = presence(
    v.kind,
    v.state,
    v.content.day,
    v.context.org.map((n) => n.id),
  )
  return one ? [one] : []
}

type Before = { readonly gone: readonly Of[]; readonly at: string }

/** What the records counted for until now, which ends; and the moment of this commit: also after theirs, even when the clock went back. */
const before = async (sql: Sql, records: readonly string[], now: string): Promise<Before> => {
  if (records.length === 0) return { gone: [], at: now }
  type Row = { campaign: CampaignId; kind: string; state: State; day: string; org_path: string[]; moment: string }
  const rows = await sql.rows<Row>(
    `select campaign_id as campaign, kind, state, day, org_path, greatest($3, at + interval '1 microsecond') as moment
     from record where tenant_id = $1 and record_id = any($2::uuid[]) order by moment desc`,
    [records, now],
  )
  const at = rows[0]?.moment ?? now
  const were = rows.flatMap(({ campaign, ...r }): Of[] => {
    const fact = presence(r.kind, r.state, r.day, r.org_path)
    return fact ? [{ campaign, fact }] : []
  })
  return { gone: [...were, ...(await presencesThere(sql, records)), ...(await closeFacts(sql, records, at))], at }
}

/** Stores the versions and what the records are now. */
const saveVersions = (sql: Sql, campaign: CampaignId, changes: readonly Change[], at: string): void => {
  const given = columns(4, versionColumns, changes.map(versionRow))
  sql.send(
    `with given as materialized (select * from ${given.from}),
     head as (
       insert into record as r (tenant_id, record_id, campaign_id, sort, kind, state, version, day, org_id, org_path, place_id, raised_in, closed, flags, gist, by_account, by_name, at)
       select $1, record_id, $2, sort, kind, state, version, day, org_id, org_path::uuid[], place_id, raised_in, closed, flagged, gist, by_account, by_name, $3 from given
       on conflict (tenant_id, record_id) do update set state = excluded.state, version = excluded.version, day = excluded.day, org_id = excluded.org_id,
         org_path = excluded.org_path, place_id = excluded.place_id, closed = excluded.closed, flags = excluded.flags, gist = excluded.gist, at = excluded.at)
     insert into record_version (tenant_id, record_id, version, act, state, scheme_version, at, by_account, by_name, why, content, context, flags)
     select $1, record_id, version, act, state, scheme_version, $3, by_account, by_name, why, content::jsonb, context::jsonb, flags::jsonb from given`,
    [campaign, at, ...given.values],
  )
}

const versionColumns = {
  record_id: 'uuid',
  version: 'int',
  sort: 'text',
  kind: 'text',
  act: 'text',
  state: 'text',
  scheme_version: 'int',
  why: 'text',
  day: 'date',
  org_id: 'uuid',
  org_path: 'text',
  place_id: 'uuid',
  raised_in: 'uuid',
  closed: 'boolean',
  flagged: 'int',
  gist: 'text',
  by_account: 'uuid',
  by_name: 'text',
  content: 'text',
  context: 'text',
  flags: 'text',
} as const

const versionRow = ({ version: v, act, why, flags, gist, by }: Change) => ({
  record_id: v.record,
  version: v.version,
  sort: v.sort,
  kind: v.kind,
  act,
  state: v.state,
  scheme_version: v.schemeVersion,
  why,
  day: v.content.day,
  org_id: v.content.org,
  org_path: `{${v.context.org.map((n) => n.id).join(',')}}`,
  place_id: v.content.place,
  raised_in: v.content.raisedIn,
  closed: v.content.closing !== null,
  gist,
  by_account: by.account,
  by_name: by.name,
  content: JSON.stringify(v.content),
  context: JSON.stringify(v.context),
  flagged: flags.length,
  flags: JSON.stringify(flags),
})

type FactRow = {
  campaign: CampaignId
  indicator: string
  day: string
  org: string[]
  place: string[] | null
  value: string
  key: string | null
  each: string | null
  approx: Approx | null
  pending: boolean
}

const closeFacts = async (sql: Sql, records: readonly string[], at: string): Promise<readonly Of[]> => {
  const rows = await sql.rows<FactRow>(
    `with closed as (
       update fact set retracted_at = $3 where tenant_id = $1 and record_id = any($2::uuid[]) and retracted_at is null
       returning campaign_id, indicator, day, org_path, place_path, value, key, each_id, approx, pending)
     select c.campaign_id as campaign, c.indicator, c.day, o.nodes as org, p.nodes as place, c.value, c.key, c.each_id as each, c.approx, c.pending
     from closed c join path o on o.tenant_id = $1 and o.path_id = c.org_path left join path p on p.tenant_id = $1 and p.path_id = c.place_path`,
    [records, at],
  )
  return rows.map(({ campaign, ...r }) => ({ campaign, fact: { ...r, place: r.place ?? [] } }))
}

const saveFacts = async (sql: Sql, campaign: CampaignId, changes: readonly Change[], at: string): Promise<void> => {
  const factsOf = (c: Change): readonly Of[] => [...c.facts.map((fact) => ({ campaign, fact })), ...factsThere(c)]
  const facts = changes.flatMap((c) => factsOf(c).map((of) => of.fact))
  if (facts.length === 0) return
  const id = await pathIds(
    sql,
    facts.flatMap((f) => [
      { axis: 'org' as const, way: f.org.join('/') },
      { axis: 'place' as const, way: f.place.join('/') },
    ]),
  )
  const rows = changes.flatMap((c) =>
    factsOf(c).map(({ campaign: of, fact: f }, seq) => ({
      campaign_id: of,
      record_id: c.version.record,
      version: c.version.version,
      seq,
      indicator: f.indicator,
      day: f.day,
      org_path: id('org', f.org.join('/')),
      place_path: f.place.length > 0 ? id('place', f.place.join('/')) : null,
      value: f.value,
      key: f.key,
      each_id: f.each,
      approx: f.approx,
      pending: f.pending,
    })),
  )
  const given = columns(3, factColumns, rows)
  sql.send(`insert into fact (tenant_id, recorded_at, ${given.names}) select $1, $2, * from ${given.from}`, [at, ...given.values])
}

const factColumns = {
  campaign_id: 'uuid',
  record_id: 'uuid',
  version: 'int',
  seq: 'smallint',
  indicator: 'text',
  day: 'date',
  org_path: 'int',
  place_path: 'int',
  value: 'numeric',
  key: 'uuid',
  each_id: 'uuid',
  approx: 'text',
  pending: 'boolean',
} as const
