-- Failures are counted per login, known or not, so that backing off says nothing about which accounts exist.
alter table account drop column failures, drop column failed_at;

create table sign_in_failure (
  tenant_id uuid not null references tenant,
  login text not null,
  failures int not null,
  failed_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, login)
);
comment on table sign_in_failure is 'Wrong passwords in a row for a login; gone after a right one';

-- A session is named when it is listed or ended; its token is never shown again.
alter table session add column session_id uuid not null default gen_random_uuid();
alter table session add column by_link boolean not null default false;
alter table session add unique (tenant_id, session_id);
