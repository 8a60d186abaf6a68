-- Supervision notices (督办单), and what people judged of flags.

create table notice (
  tenant_id uuid not null,
  notice_id uuid not null,
  campaign_id uuid not null,
  /* counts the campaign's notices */
  number int not null,
  org_id uuid not null,
  title text not null,
  asks text not null,
  files jsonb not null default '[]',
  grade text,
  state text not null check (state in ('issued', 'received', 'answered', 'returned', 'closed', 'withdrawn')),
  version int not null,
  issued_on date not null,
  receive_by date not null,
  due date not null,
  received_on date,
  answered_on date,
  extensions int not null default 0,
  asked date,
  late boolean not null default false,
  by_name text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, notice_id),
  unique (tenant_id, campaign_id, number),
  foreign key (tenant_id, campaign_id) references campaign,
  foreign key (tenant_id, org_id) references org
);
comment on table notice is 'An order to a unit with a deadline, as it stands now; how it came there stands in its steps';
create index notice_org on notice (tenant_id, org_id, campaign_id);
create index notice_open on notice (tenant_id, campaign_id, due) where state in ('issued', 'received', 'answered', 'returned');

create table notice_step (
  tenant_id uuid not null,
  notice_id uuid not null,
  version int not null,
  act text not null,
  on_ date not null,
  until date,
  /* the step of escalation that was taken */
  step text,
  note text not null default '',
  files jsonb not null default '[]',
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, notice_id, version),
  foreign key (tenant_id, notice_id) references notice
);
comment on table notice_step is 'What was done with a notice, by whom and when; never changed, never deleted';
create index notice_step_at on notice_step (tenant_id, at);

create table flag_verdict (
  tenant_id uuid not null,
  record_id uuid not null,
  rule text not null,
  /* counts what was said of this flag; the last word holds */
  turn int not null,
  version int not null,
  verdict text not null check (verdict in ('fine', 'not_fine')),
  why text not null,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, record_id, rule, turn),
  foreign key (tenant_id, record_id) references record
);
comment on table flag_verdict is 'A person looked at a flagged record and says whether it is fine, and why; nothing follows from it by itself';
create index flag_verdict_at on flag_verdict (tenant_id, at);
create index record_flagged on record (tenant_id, campaign_id, day, record_id) where flags > 0;
