-- Schemes that are being written, kept for whoever writes them until they are published.

create table draft (
  tenant_id uuid not null references tenant,
  draft_id uuid not null,
  name text not null,
  /* the campaign that is revised, and the version it was begun from; null: a new one */
  campaign_id uuid,
  base int,
  source text not null,
  files jsonb not null default '{}',
  /* counts the savings of the text */
  version int not null,
  author_account uuid not null,
  author_name text not null,
  by_account uuid not null,
  by_name text not null,
  at timestamptz not null default clock_timestamp(),
  dropped_at timestamptz,
  primary key (tenant_id, draft_id),
  foreign key (tenant_id, campaign_id) references campaign
);
comment on table draft is 'A scheme that is being written: its text as it was last saved, and by whom';
create index draft_campaign on draft (tenant_id, campaign_id);
create index draft_author on draft (tenant_id, author_account, at);
