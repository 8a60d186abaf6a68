-- A phase or a quota may wait for an event (a congress, a mobilisation meeting). Its day is announced when it is known, without a new
-- scheme version; each announcement is kept, the newest counts, and one without a day takes the event back.

create table announcement (
  tenant_id uuid not null,
  campaign_id uuid not null,
  event text not null,
  at timestamptz not null default clock_timestamp(),
  day date,
  by_name text not null,
  why text not null default '',
  primary key (tenant_id, campaign_id, event, at),
  foreign key (tenant_id, campaign_id) references campaign
);
comment on table announcement is 'The day of an event that phases or quotas of a campaign wait for: who announced it when; the newest counts';
