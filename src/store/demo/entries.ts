/*
 * What a demo (`$2`, its key) invented of the register and would take along with it. `$3`: the campaigns that go with it, `$4`: the account that
 * asks, which never goes. An entry stays when another demo needs it, or when anything that stays refers to it.
 */

/** CTE `mine`: what it alone invented, and is there. */
const mine = `mine as (
  select e.kind, e.id from demo_entry e where e.tenant_id = $1 and e.key = $2
    and not exists (select from demo_entry o join demo d on d.tenant_id = $1 and d.key = o.key
      where o.tenant_id = $1 and o.kind = e.kind and o.id = e.id and o.key <> $2 and d.state <> 'offered')
    and case e.kind
      when 'org' then exists (select from org x where x.tenant_id = $1 and x.org_id = e.id)
      when 'place' then exists (select from place x where x.tenant_id = $1 and x.place_id = e.id)
      when 'person' then exists (select from person x where x.tenant_id = $1 and x.person_id = e.id)
      when 'subject' then exists (select from subject x where x.tenant_id = $1 and x.subject_id = e.id)
      when 'team' then exists (select from team x where x.tenant_id = $1 and x.team_id = e.id)
      when 'link' then exists (select from link x where x.tenant_id = $1 and x.link_id = e.id)
      else exists (select from account x where x.tenant_id = $1 and x.account_id = e.id) end)`

/** Records of campaigns that stay, with what they say now and said before. */
const others = `record r join record_version v on v.tenant_id = $1 and v.record_id = r.record_id where r.tenant_id = $1 and r.campaign_id <> all($3::uuid[])`

/** CTE `tie`: who refers to whom; `from` null: something that stays in any case. */
const tie = `tie as materialized (
  select 'org' as kind, t.parent_id as id, 'org' as by_kind, t.org_id as by_id from org_term t where t.tenant_id = $1 and t.parent_id is not null
  union select 'place', t.parent_id, 'place', t.place_id from place_term t where t.tenant_id = $1 and t.parent_id is not null
  union select 'place', s.place_id, 'subject', s.subject_id from subject s where s.tenant_id = $1 and s.place_id is not null
  union select 'org', p.org_id, 'person', p.person_id from post p where p.tenant_id = $1
  union select case when m.org_id is null then 'person' else 'org' end, m.member_id, 'team', m.team_id from team_member m where m.tenant_id = $1
  union select 'person', a.person_id, 'account', a.account_id from account a where a.tenant_id = $1 and a.person_id is not null
  union select 'org', g.org_id, 'account', g.account_id from grant_ g where g.tenant_id = $1
  union select 'account', $4::uuid, null, null::uuid
  union select 'org', n, null, null from record r, unnest(r.org_path) n where r.tenant_id = $1 and r.campaign_id <> all($3::uuid[])
  union select 'place', r.place_id, null, null from record r where r.tenant_id = $1 and r.campaign_id <> all($3::uuid[]) and r.place_id is not null
  union select 'org', (v.content ->> 'org')::uuid, null, null from ${others} and v.content ->> 'org' is not null
  union select 'place', (v.content ->> 'place')::uuid, null, null from ${others} and v.content ->> 'place' is not null
  union select 'person', p::uuid, null, null from (select v.content from ${others}) c, jsonb_array_elements_text(c.content -> 'participants') p
  union select 'subject', p::uuid, null, null from (select v.content from ${others}) c, jsonb_array_elements_text(c.content -> 'subjects') p
  union select 'org', b.org_id, null, null from bulletin b where b.tenant_id = $1 and b.campaign_id <> all($3::uuid[])
  union select 'org', c.org_id, null, null from circle c where c.tenant_id = $1 and c.campaign_id <> all($3::uuid[])
  union select 'org', n.org_id, null, null from notice n where n.tenant_id = $1 and n.campaign_id <> all($3::uuid[])
  union select 'org', n.office_id, null, null from notice n where n.tenant_id = $1 and n.campaign_id <> all($3::uuid[])
  union select 'team', n.team_id, null, null from notice n where n.tenant_id = $1 and n.campaign_id <> all($3::uuid[]) and n.team_id is not null)`

/** The rows (kind, id) that go. A link goes with either of its ends. */
export const going = `with recursive ${mine}, ${tie},
  own as materialized (
    select t.*, f.id is null as outside from tie t join mine m on m.kind = t.kind and m.id = t.id left join mine f on f.kind = t.by_kind and f.id = t.by_id),
  stays as (
    select kind, id from own where outside
    union
    select o.kind, o.id from own o join stays s on s.kind = o.by_kind and s.id = o.by_id),
  gone as (select kind, id from mine where kind <> 'link' except select kind, id from stays)
  select kind, id from gone
  union
  select 'link', l.link_id from link l where l.tenant_id = $1 and (
    exists (select from gone g where g.id in (l.person_id, l.org_id, l.to_place_id, l.to_org_id, l.to_subject_id))
    or exists (select from mine m where m.kind = 'link' and m.id = l.link_id))`
