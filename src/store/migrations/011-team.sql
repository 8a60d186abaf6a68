-- Teams lie across the tree: a zone of collaboration with its lead department, a supervision group, a leading group.

create table team (
  tenant_id uuid not null references tenant,
  team_id uuid not null,
  code text not null,
  name text not null,
  kind text not null default '',
  about text not null default '',
  primary key (tenant_id, team_id),
  unique (tenant_id, code)
);
comment on table team is 'A set of orgs and people across the tree: a zone of collaboration, a supervision group, a leading group';

create table team_member (
  tenant_id uuid not null,
  team_id uuid not null,
  org_id uuid,
  person_id uuid,
  member_id uuid not null generated always as (coalesce(org_id, person_id)) stored,
  duty text not null check (duty in ('lead', 'member', 'liaison')),
  valid_from date not null default '-infinity',
  valid_until date not null default 'infinity',
  primary key (tenant_id, team_id, member_id, duty, valid_from),
  foreign key (tenant_id, team_id) references team,
  foreign key (tenant_id, org_id) references org,
  foreign key (tenant_id, person_id) references person,
  check (num_nonnulls(org_id, person_id) = 1),
  check (valid_from < valid_until)
);
comment on table team_member is 'An org or a person that leads a team, belongs to it or keeps touch with it, for a time; a team whose members have all left has ended';
create index team_member_org on team_member (tenant_id, org_id);
create index team_member_person on team_member (tenant_id, person_id);
