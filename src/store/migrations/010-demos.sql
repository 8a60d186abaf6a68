create table demo (
  tenant_id uuid not null references tenant,
  key text not null,
  position int not null,
  title jsonb not null,
  about jsonb,
  /* the campaigns that are loaded with it, itself the last */
  campaigns text[] not null,
  state text not null default 'offered' check (state in ('offered', 'wanted', 'loading', 'loaded', 'failed')),
  done int not null default 0,
  total int not null default 0,
  /* what is being done, or why it could not be */
  says jsonb,
  changed_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, key)
);
comment on table demo is 'Demonstrations that the campaigns folder offers, and how far each has been loaded';
