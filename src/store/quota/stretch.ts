import { dayAfter } from '../figure/facts.ts'
import { inMemory } from '../figure/in-memory.ts'
import type { DeedAsk, DeedRow } from '#command/ports/quota.ts'
import type { Sql } from '../sql.ts'

/*
 * What people and units did, in one pass: first added up per person or path and stretch of days, such that each assignee's days and each
 * period consist of whole stretches; then put together for assignees and periods.
 */

/** First days of the stretches. */
const cutsOf = ({ ranges, periods }: DeedAsk): readonly string[] =>
  [...new Set([...ranges, ...periods].flatMap(({ from, to }) => [from, dayAfter(to)]))].toSorted()

/** With so few assignees only theirs is looked up; what is theirs of all is found out by the join. */
const few = 200

type Source = { readonly table: string; readonly way: string; readonly parts: string; readonly mine: string; readonly whose: string }

/** `way`: whose it is. People share, units do not. */
const sources: Readonly<Record<'person' | 'org', Source>> = {
  person: {
    table: 'credit',
    way: 'x.person_id',
    parts: 'x.parts',
    mine: 'and x.person_id = any($4::uuid[])',
    whose: 'select distinct assignee, assignee as way from range',
  },
  org: {
    table: 'fact',
    way: 'x.org_path',
    parts: '1',
    mine: 'and x.org_path in (select path_id from path where tenant_id = $1 and nodes && $4::uuid[])',
    whose: `select distinct node as assignee, p.path_id as way from path p, unnest(p.nodes) node where p.tenant_id = $1 and p.axis = 'org' and node in (select assignee from range)`,
  },
}

const bare = (by: string): string => by.replaceAll(/ as \w+/g, '')
const named = (by: string): string => [...by.matchAll(/ as (\w+)/g)].map(([, name]) => name).join(', ')

/** Record by record, since one may credit somebody several times. */
const countingJoint = (by: string, facts: string): string => `
  select ${named(by)}, sum(value) as value, sum(facts) as facts, count(*) filter (where abs(parts) > 1) as joint
  from (select ${by}, sum(x.value) as value, count(*) as facts ${facts} group by ${bare(by)}, x.record_id) r group by ${named(by)}`

/** `$2` campaign, `$3` indicators, `$4` to `$6` assignees with their stretches, `$7` and `$8` the periods', `$9` the cuts. */
const statement = (ask: DeedAsk, once: boolean): string => {
  const { table, way, parts, mine, whose } = sources[ask.who === 'person' ? 'person' : 'org']
  const person = ask.who === 'person'
  const split = person && ask.joint === 'split'
  const by = [
    'x.indicator collate "C" as indicator',
    `${way} as way`,
    `case when x.pending then -${parts} else ${parts} end as parts`,
    'width_bucket(x.day, $9::date[]) as stretch',
    ...(once ? ['x.key as key'] : []),
  ].join(', ')
  const alive =
    ask.asOf === undefined
      ? 'x.retracted_at is null'
      : 'x.recorded_at <= $10::timestamptz and (x.retracted_at is null or x.retracted_at > $10::timestamptz)'
  const living = `and ${alive} ${person ? '' : 'and x.each_id is null'}`
  const facts = `from ${table} x where x.tenant_id = $1 and x.campaign_id = $2 and x.indicator = any($3::text[]) ${living}
    ${person && ask.joint === 'first' ? 'and x.turn = 0' : ''} ${ask.ranges.length <= few ? mine : ''}`
  const shared = split ? 'abs(d.parts)' : '1'
  const done = `range as (select * from unnest($4::uuid[], $5::int[], $6::int[]) r(assignee, first, last)),
    period as (select n::int - 1 as period, first, last from unnest($7::int[], $8::int[]) with ordinality p(first, last, n)),
    whose as materialized (${whose}),
    seen as materialized (${person && ask.lean !== true ? countingJoint(by, facts) : `select ${by}, sum(x.value) as value, count(*) as facts, 0 as joint ${facts} group by ${bare(by)}`}),
    deed as (
      select w.assignee, p.period, d.* from seen d join whose w on w.way = d.way join range r on r.assignee = w.assignee and d.stretch between r.first and r.last
      join period p on d.stretch between p.first and p.last)`
  return once
    ? `with ${done}, once as (
        select assignee, period, indicator, key, bool_and(parts < 0) as pending, min(${shared}) as parts, sum(facts) as facts, sum(joint) as joint from deed d group by 1, 2, 3, 4)
      select assignee as id, period, indicator, pending, parts::int, count(*)::text as value, sum(facts)::int as facts, sum(joint)::int as joint from once group by 1, 2, 3, 4, 5`
    : `with ${done}
      select assignee as id, period, indicator, parts < 0 as pending, (${shared})::int as parts, trim_scale(sum(value))::text as value, sum(facts)::int as facts, sum(joint)::int as joint
      from deed d group by 1, 2, 3, 4, 5`
}

/** Sums of people and units; different keys count once, as confirmed when one of their deeds is. */
export const inStretches = async (sql: Sql, ask: DeedAsk): Promise<readonly DeedRow[]> => {
  const cuts = cutsOf(ask)
  const first = ({ from }: { readonly from: string }) => cuts.indexOf(from) + 1
  const last = ({ to }: { readonly to: string }) => cuts.indexOf(dayAfter(to))
  const { ranges, periods, distinct } = ask
  const rest = [
    ranges.map((r) => r.id),
    ranges.map(first),
    ranges.map(last),
    periods.map(first),
    periods.map(last),
    cuts,
    ...(ask.asOf === undefined ? [] : [ask.asOf]),
  ]
  const rows: DeedRow[] = []
  await inMemory(sql, async () => {
    for (const once of [false, true]) {
      const some = ask.indicators.filter((i) => distinct.includes(i) === once)
      if (some.length > 0) rows.push(...(await sql.rows<DeedRow>(statement(ask, once), [ask.campaign, some, ...rest])))
    }
  })
  return rows
}
