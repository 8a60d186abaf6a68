-- Who was visited, when and by whom, over all campaigns: one row for each subject of each version of an activity that counts (submitted or
-- accepted). Opened and closed with the version's facts, never deleted; what is open stands now. A function of the version alone, so
-- figure.verify can derive it again, and so the rows of records from before this table are made here.

create table call (
  tenant_id uuid not null,
  record_id uuid not null,
  version int not null,
  subject_id uuid not null,
  campaign_id uuid not null,
  kind text not null,
  day date not null,
  org_id uuid not null,
  people smallint not null,
  pending boolean not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  primary key (tenant_id, record_id, version, subject_id)
);
comment on table call is 'One paid visit to one subject by one version of a record: what coverage and burden are counted from';
create index call_subject on call (tenant_id, subject_id, day) where closed_at is null;
create index call_campaign on call (tenant_id, campaign_id, subject_id, day, pending) where closed_at is null;

insert into call (tenant_id, record_id, version, subject_id, campaign_id, kind, day, org_id, people, pending, opened_at, closed_at)
select v.tenant_id, v.record_id, v.version, s.id, r.campaign_id, r.kind, (v.content ->> 'day')::date, (v.content ->> 'org')::uuid,
  jsonb_array_length(v.context -> 'participants'), v.state = 'submitted', v.at,
  (select n.at from record_version n where n.tenant_id = v.tenant_id and n.record_id = v.record_id and n.version = v.version + 1)
from record_version v
join record r on r.tenant_id = v.tenant_id and r.record_id = v.record_id
cross join lateral (select distinct (x ->> 'id')::uuid as id from jsonb_array_elements(v.context -> 'subjects') x) s
where r.sort = 'activity' and v.state in ('submitted', 'accepted');
