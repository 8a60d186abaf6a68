alter table tenant add column address text;
comment on column tenant.address is 'Where the server that started last is reached; null before the first start';
