-- What facts are to units, credits are to people: quotas of persons are counted from them. Opened and closed with the version’s facts.
-- Only what some quota asks for is credited; campaigns whose quotas are of units alone write none.

create table credit (
  tenant_id uuid not null,
  record_id uuid not null,
  version int not null,
  seq int not null,
  campaign_id uuid not null,
  indicator text not null,
  person_id uuid not null,
  day date not null,
  value numeric not null,
  key uuid,
  place_path int,
  turn smallint not null,
  parts smallint not null,
  pending boolean not null,
  recorded_at timestamptz not null,
  retracted_at timestamptz,
  primary key (tenant_id, record_id, version, seq)
);
comment on table credit is 'What a record version does towards one person and one indicator, with how many share it; closed, never deleted';
create index credit_person on credit (tenant_id, campaign_id, indicator, person_id, day) where retracted_at is null;

alter table scheme_version add column credited text[] not null default '{}';
comment on column scheme_version.credited is 'Indicators that are credited to people since this version or an earlier one';
