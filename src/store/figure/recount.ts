/*
 * The second way of adding up: every tally at every node, counted anew from the facts (and volumes from the records)
 * without the code that keeps them. `$1` tenant, `$2` campaign; rows are what differs.
 */

const kept = `kept as (
  select c.indicator, c.axis, c.grain, c.period, c.pending, p.nodes[1:i] as way, sum(c.value) as value, sum(c.facts) as facts
  from tally_cell c join path p using (tenant_id, path_id), generate_series(0, cardinality(p.nodes)) i
  where c.tenant_id = $1 and c.campaign_id = $2 and (c.indicator like '#%') = $volume group by 1, 2, 3, 4, 5, 6)`

const differing = `select concat_ws(' ', 'tally', indicator, axis, grain, period, case when pending then 'pending' else 'confirmed' end, array_to_string(way, '/')) as what,
    trim_scale(k.value)::text || ' of ' || k.facts || ' facts' as stored, trim_scale(r.value)::text || ' of ' || r.facts || ' facts' as derived
  from recount r full join kept k using (indicator, axis, grain, period, pending, way)
  where coalesce(r.value, 0) <> coalesce(k.value, 0) or coalesce(r.facts, 0) <> coalesce(k.facts, 0) limit 1000`

export const recountSql = `with live as (
    select f.indicator, f.pending, f.key, f.value, date_trunc('month', f.day)::date as month, o.nodes as org, p.nodes as place
    from fact f join path o on o.tenant_id = $1 and o.path_id = f.org_path left join path p on p.tenant_id = $1 and p.path_id = f.place_path
    where f.tenant_id = $1 and f.campaign_id = $2 and f.retracted_at is null and f.each_id is null),
  cells as (
    select indicator, pending, key, value, 'org' as axis, 'all' as grain, date '1970-01-01' as period, org as nodes from live
    union all select indicator, pending, key, value, 'org', 'month', month, org from live
    union all select indicator, pending, key, value, 'place', 'all', date '1970-01-01', place from live where place is not null),
  recount as (
    select indicator, axis, grain, period, pending, nodes[1:i] as way, case when count(key) > 0 then count(distinct key) else sum(value) end as value, count(*) as facts
    from cells, generate_series(0, cardinality(nodes)) i group by 1, 2, 3, 4, 5, 6),
  ${kept.replace('$volume', 'false')}
  ${differing}`

export const volumeSql = `with live as (
    select '#' || kind as indicator, state = 'submitted' as pending, day, org_path from record where tenant_id = $1 and campaign_id = $2 and state in ('submitted', 'accepted')
    union all
    select '#' || kind, state = 'submitted', day, org_path from also_record where tenant_id = $1 and also_id = $2 and state in ('submitted', 'accepted')),
  cells as (
    select indicator, pending, 'org' as axis, 'all' as grain, date '1970-01-01' as period, org_path as nodes from live
    union all select indicator, pending, 'org', 'day', day, '{}' from live),
  recount as (
    select indicator, axis, grain, period, pending, nodes[1:i] as way, count(*) as value, count(*) as facts
    from cells, generate_series(0, cardinality(nodes)) i group by 1, 2, 3, 4, 5, 6),
  ${kept.replace('$volume', 'true')}
  ${differing}`
