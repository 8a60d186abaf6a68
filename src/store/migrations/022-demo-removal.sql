-- What each demo brought along, so that it can be taken out again.

alter table demo add column made uuid[] not null default '{}';
comment on column demo.made is 'The campaigns that its load made: what somebody else loaded under such a key is never among them';
alter table demo add column round int not null default 0;
comment on column demo.round is 'How often it was taken out: each load has ids of its own';

create table demo_entry (
  tenant_id uuid not null,
  key text not null,
  kind text not null check (kind in ('org', 'place', 'person', 'subject', 'team', 'link', 'account')),
  id uuid not null,
  primary key (tenant_id, key, kind, id),
  foreign key (tenant_id, key) references demo
);
comment on table demo_entry is 'What a demo invents of the register and which accounts it opens, by ids that only demos give; several demos may share it';
create index demo_entry_id on demo_entry (tenant_id, kind, id);
