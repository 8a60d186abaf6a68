alter table demo add column plan text;
comment on column demo.plan is 'SHA-256 of the steps that its load began with: only the same steps can go on where it stopped';
