-- A notice may be addressed to a team; the org that leads it answers.
alter table notice add column team_id uuid;
alter table notice add foreign key (tenant_id, team_id) references team;
create index notice_team on notice (tenant_id, team_id, campaign_id);
comment on column notice.team_id is 'The team it is addressed to; its org is then the one that led the team on the day of issue';
