-- A notice belongs to the office that issued it: the unit's own office does not close what came from above.
alter table notice add column office_id uuid;
update notice set office_id = org_id;
alter table notice alter column office_id set not null;
alter table notice add foreign key (tenant_id, office_id) references org;
create index notice_office on notice (tenant_id, office_id);
comment on column notice.office_id is 'The org whose office issued it';
