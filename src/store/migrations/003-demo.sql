alter table tenant add column demo text not null default 'none' check (demo in ('none', 'wanted', 'loaded'));
comment on column tenant.demo is 'Whether the demo was asked for at the first start, and whether all of it has been loaded';
