-- Whose word a fact is, where only the newest of each counts (take: latest). Such facts are in no tally.
alter table fact add column each_id uuid;

create table also_campaign (
  tenant_id uuid not null references tenant,
  campaign_id uuid not null,
  also_id uuid not null,
  primary key (tenant_id, campaign_id, also_id),
  foreign key (tenant_id, campaign_id) references campaign,
  foreign key (tenant_id, also_id) references campaign (tenant_id, campaign_id)
);
comment on table also_campaign is 'Campaigns in which some version of a campaign''s scheme lets its records count as well: whoever writes its records takes their locks, too';
create index also_campaign_also on also_campaign (tenant_id, also_id);

create table also_record (
  tenant_id uuid not null references tenant,
  also_id uuid not null,
  record_id uuid not null,
  /* how it counts there now; withdrawn: it did once */
  kind text not null,
  state text not null check (state in ('submitted', 'accepted', 'returned', 'withdrawn')),
  day date not null,
  org_path uuid[] not null,
  place_id uuid,
  primary key (tenant_id, also_id, record_id),
  foreign key (tenant_id, also_id) references campaign (tenant_id, campaign_id)
);
comment on table also_record is 'Records of other campaigns that count, or once counted, in this one as well';
create index also_record_record on also_record (tenant_id, record_id);
