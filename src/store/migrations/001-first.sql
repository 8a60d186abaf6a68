-- Every table but `tenant` and `migration` is led by tenant_id: primary key, foreign keys and indexes.
-- Moments are timestamptz with microseconds, written by the database. Days are dates without time zone.

create extension if not exists pg_trgm;

create table tenant (
  tenant_id uuid primary key,
  code text not null unique,
  name text not null,
  zone text not null default 'Asia/Shanghai',
  made_at timestamptz not null default clock_timestamp()
);
comment on table tenant is 'One office, county or ministry that runs campaigns; nothing is shared between two';

-- ── accounts ────────────────────────────────────────────────────────────────
create table account (
  tenant_id uuid not null references tenant,
  account_id uuid not null,
  login text not null,
  name text not null,
  person_id uuid,
  password_hash text,
  disabled boolean not null default false,
  failures int not null default 0,
  failed_at timestamptz,
  seen_at timestamptz,
  made_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, account_id),
  unique (tenant_id, login)
);
comment on table account is 'Who may sign in';

create table grant_ (
  tenant_id uuid not null,
  account_id uuid not null,
  role text not null check (role in ('administrator', 'office', 'liaison', 'visitor')),
  org_id uuid not null,
  by_account uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, account_id, role, org_id),
  foreign key (tenant_id, account_id) references account
);
comment on table grant_ is 'A role an account holds on an org and all below it';
create index grant_org on grant_ (tenant_id, org_id);

create table session (
  tenant_id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  made_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  until timestamptz not null,
  agent text not null default '',
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references account
);
comment on table session is 'A signed-in browser; only the hash of its token is kept';
create index session_account on session (tenant_id, account_id);

create table sign_in_link (
  tenant_id uuid not null,
  token_hash bytea not null,
  account_id uuid not null,
  until timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references account
);
comment on table sign_in_link is 'A link that signs in once';
create index sign_in_link_account on sign_in_link (tenant_id, account_id);

-- ── register ────────────────────────────────────────────────────────────────
create table org (
  tenant_id uuid not null references tenant,
  org_id uuid not null,
  code text not null,
  aliases text[] not null default '{}',
  primary key (tenant_id, org_id),
  unique (tenant_id, code)
);
comment on table org is 'A unit or party organisation; its name, kind and parent stand in its terms';

create table org_term (
  tenant_id uuid not null,
  org_id uuid not null,
  valid_from date not null default '-infinity',
  valid_until date not null default 'infinity',
  parent_id uuid,
  name text not null,
  kind text not null default '',
  class text not null default '',
  primary key (tenant_id, org_id, valid_from),
  foreign key (tenant_id, org_id) references org,
  foreign key (tenant_id, parent_id) references org,
  check (valid_from < valid_until)
);
comment on table org_term is 'What an org was called and where it belonged, from a day until another';
create index org_term_parent on org_term (tenant_id, parent_id);
create index org_term_name on org_term using gin (name gin_trgm_ops);

create table place (
  tenant_id uuid not null references tenant,
  place_id uuid not null,
  code text not null,
  aliases text[] not null default '{}',
  primary key (tenant_id, place_id),
  unique (tenant_id, code)
);
comment on table place is 'A county, township, village or grid; its name, kind and parent stand in its terms';

create table place_term (
  tenant_id uuid not null,
  place_id uuid not null,
  valid_from date not null default '-infinity',
  valid_until date not null default 'infinity',
  parent_id uuid,
  name text not null,
  kind text not null default '',
  class text not null default '',
  primary key (tenant_id, place_id, valid_from),
  foreign key (tenant_id, place_id) references place,
  foreign key (tenant_id, parent_id) references place,
  check (valid_from < valid_until)
);
comment on table place_term is 'What a place was called and where it belonged, from a day until another';
create index place_term_parent on place_term (tenant_id, parent_id);

create table person (
  tenant_id uuid not null references tenant,
  person_id uuid not null,
  code text not null,
  name text not null,
  primary key (tenant_id, person_id),
  unique (tenant_id, code)
);
comment on table person is 'An official or party member who takes part';
create index person_name on person using gin (name gin_trgm_ops);

create table post (
  tenant_id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  valid_from date not null default '-infinity',
  valid_until date not null default 'infinity',
  post text not null default '',
  rank text not null default '',
  primary key (tenant_id, person_id, org_id, valid_from),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, org_id) references org,
  check (valid_from < valid_until)
);
comment on table post is 'A post and rank a person holds in an org for a time';
create index post_org on post (tenant_id, org_id);

create table subject (
  tenant_id uuid not null references tenant,
  subject_id uuid not null,
  code text not null,
  kind text not null,
  name text not null,
  place_id uuid,
  address text not null default '',
  tags text[] not null default '{}',
  primary key (tenant_id, subject_id),
  unique (tenant_id, code),
  foreign key (tenant_id, place_id) references place
);
comment on table subject is 'Whom a visit is paid to: household, person, firm, shop';
create index subject_place on subject (tenant_id, place_id);
create index subject_name on subject using gin (name gin_trgm_ops);

create table link (
  tenant_id uuid not null references tenant,
  link_id uuid not null,
  person_id uuid,
  org_id uuid,
  to_place_id uuid,
  to_org_id uuid,
  to_subject_id uuid,
  role text not null default '',
  valid_from date not null default '-infinity',
  valid_until date not null default 'infinity',
  primary key (tenant_id, link_id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, org_id) references org,
  foreign key (tenant_id, to_place_id) references place,
  foreign key (tenant_id, to_org_id) references org,
  foreign key (tenant_id, to_subject_id) references subject,
  check (num_nonnulls(person_id, org_id) = 1),
  check (num_nonnulls(to_place_id, to_org_id, to_subject_id) = 1),
  check (valid_from < valid_until)
);
comment on table link is 'A person or an org answers for a place, an org or a subject, for a time';
create unique index link_once on link (tenant_id, person_id, org_id, to_place_id, to_org_id, to_subject_id, role, valid_from) nulls not distinct;
create index link_org on link (tenant_id, org_id);
create index link_to_place on link (tenant_id, to_place_id);
create index link_to_org on link (tenant_id, to_org_id);
create index link_to_subject on link (tenant_id, to_subject_id);

create table import (
  tenant_id uuid not null references tenant,
  import_id uuid not null,
  file text not null,
  state text not null check (state in ('running', 'done', 'failed')),
  started_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  by_account uuid,
  progress jsonb not null default '{}',
  /* the workbook with an error column, when rows were refused */
  errors bytea,
  primary key (tenant_id, import_id)
);
comment on table import is 'One file taken into the register, with what became of its rows';

-- ── campaigns ───────────────────────────────────────────────────────────────
create table campaign (
  tenant_id uuid not null references tenant,
  campaign_id uuid not null,
  key text not null,
  version int not null,
  made_at timestamptz not null default clock_timestamp(),
  /* no fact is recorded at or before this moment any more: a bulletin was sealed at it */
  sealed_at timestamptz not null default '-infinity',
  primary key (tenant_id, campaign_id),
  unique (tenant_id, key)
);
comment on table campaign is 'One drive; its definition stands in its scheme versions';

create table scheme_version (
  tenant_id uuid not null,
  campaign_id uuid not null,
  version int not null,
  source text not null,
  /* template files beside the scheme: name → text */
  files jsonb not null default '{}',
  at timestamptz not null default clock_timestamp(),
  by_name text not null,
  why text not null default '',
  primary key (tenant_id, campaign_id, version),
  foreign key (tenant_id, campaign_id) references campaign
);
comment on table scheme_version is 'Each version of a campaign''s scheme, as written';

create table circle (
  tenant_id uuid not null,
  campaign_id uuid not null,
  org_id uuid not null,
  where_ text not null,
  says text not null,
  at timestamptz not null default clock_timestamp(),
  by_name text not null,
  primary key (tenant_id, campaign_id, org_id),
  foreign key (tenant_id, campaign_id) references campaign,
  foreign key (tenant_id, org_id) references org
);
comment on table circle is 'A unit''s own widening of who takes part: CEL over person';
create index circle_org on circle (tenant_id, org_id);

-- ── records ─────────────────────────────────────────────────────────────────
create table record (
  tenant_id uuid not null,
  record_id uuid not null,
  campaign_id uuid not null,
  sort text not null check (sort in ('activity', 'matter')),
  kind text not null,
  state text not null check (state in ('submitted', 'accepted', 'returned', 'withdrawn')),
  version int not null,
  day date not null,
  org_id uuid not null,
  org_path uuid[] not null,
  place_id uuid,
  raised_in uuid,
  closed boolean not null default false,
  flags int not null default 0,
  gist text not null default '',
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (tenant_id, record_id),
  foreign key (tenant_id, campaign_id) references campaign
);
comment on table record is 'An activity or a matter as it stands now; what it said at any time stands in its versions';
create index record_day on record (tenant_id, campaign_id, day, record_id);
create index record_org on record (tenant_id, campaign_id, org_id, day);
create index record_raised_in on record (tenant_id, raised_in) where raised_in is not null;
create index record_waiting on record (tenant_id, campaign_id, at) where state = 'submitted';

create table record_version (
  tenant_id uuid not null,
  record_id uuid not null,
  version int not null,
  act text not null,
  state text not null,
  scheme_version int not null,
  at timestamptz not null,
  by_account uuid not null,
  by_name text not null,
  why text not null default '',
  content jsonb not null,
  context jsonb not null,
  flags jsonb not null default '[]',
  primary key (tenant_id, record_id, version),
  foreign key (tenant_id, record_id) references record
);
comment on table record_version is 'What a record said, who said it, when and why; never changed, never deleted';

create table blob (
  tenant_id uuid not null references tenant,
  sha256 text not null,
  type text not null,
  size int not null,
  bytes bytea not null,
  at timestamptz not null default clock_timestamp(),
  by_account uuid,
  primary key (tenant_id, sha256)
);
comment on table blob is 'Photos and files, named by their content';

create table op (
  tenant_id uuid not null references tenant,
  op_id uuid not null,
  command text not null,
  account_id uuid,
  by_name text not null,
  at timestamptz not null default clock_timestamp(),
  about uuid,
  hash bytea not null,
  answer jsonb,
  primary key (tenant_id, op_id)
);
comment on table op is 'Every command that was carried out, with its answer: the same op again gets the same answer; also the audit line';
create index op_about on op (tenant_id, about, at);

-- ── figures ─────────────────────────────────────────────────────────────────
create table path (
  tenant_id uuid not null references tenant,
  path_id int generated by default as identity,
  axis text not null check (axis in ('org', 'place')),
  nodes uuid[] not null,
  primary key (tenant_id, path_id),
  unique (tenant_id, axis, nodes)
);
comment on table path is 'A way from the root to a node as it was; facts and tallies hang on paths, so a later move changes nothing';

create table fact (
  tenant_id uuid not null,
  record_id uuid not null,
  version int not null,
  seq smallint not null,
  campaign_id uuid not null,
  indicator text not null,
  day date not null,
  org_path int not null,
  place_path int,
  value numeric not null,
  key text,
  approx text,
  pending boolean not null,
  recorded_at timestamptz not null,
  retracted_at timestamptz,
  primary key (tenant_id, record_id, version, seq)
);
comment on table fact is 'What a record version contributes to an indicator; closed, never deleted';
create index fact_indicator on fact (tenant_id, campaign_id, indicator, day);

create table tally (
  tenant_id uuid not null,
  campaign_id uuid not null,
  indicator text not null,
  axis text not null,
  grain text not null check (grain in ('all', 'month', 'day')),
  period date not null,
  pending boolean not null,
  path_id int not null,
  value numeric not null,
  facts int not null,
  primary key (tenant_id, campaign_id, grain, axis, indicator, period, path_id, pending)
) with (fillfactor = 70);
comment on table tally is 'Facts added up per path and month, and over all; for distinct indicators corrected at the branch so that sums over any subtree are distinct counts. Indicators that begin with # count the records of a kind';

create table reach (
  tenant_id uuid not null,
  campaign_id uuid not null,
  indicator text not null,
  axis text not null,
  grain text not null,
  period date not null,
  pending boolean not null,
  key text not null,
  path_id int not null,
  facts int not null,
  primary key (tenant_id, campaign_id, indicator, axis, grain, period, key, pending, path_id)
) with (fillfactor = 80);
comment on table reach is 'For distinct indicators: where a key was counted, and by how many facts';

-- ── bulletins ───────────────────────────────────────────────────────────────
create table bulletin (
  tenant_id uuid not null,
  bulletin_id uuid not null,
  campaign_id uuid not null,
  title text not null,
  state text not null check (state in ('draft', 'sealed')),
  text_ text not null,
  /* other campaigns its figures speak of: name in the template → campaign */
  campaigns jsonb not null default '{}',
  org_id uuid not null,
  made_at timestamptz not null default clock_timestamp(),
  by_name text not null,
  moment timestamptz,
  sealed_by text,
  document jsonb,
  derivations jsonb,
  seal text,
  primary key (tenant_id, bulletin_id),
  foreign key (tenant_id, campaign_id) references campaign
);
comment on table bulletin is 'A draft, or a sealed document whose figures are frozen with their derivation';
create index bulletin_campaign on bulletin (tenant_id, campaign_id);

create table bulletin_edit (
  tenant_id uuid not null,
  bulletin_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  by_name text not null,
  text_ text not null,
  primary key (tenant_id, bulletin_id, at),
  foreign key (tenant_id, bulletin_id) references bulletin
);
comment on table bulletin_edit is 'Earlier wordings of a draft';
