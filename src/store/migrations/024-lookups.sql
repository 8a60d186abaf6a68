-- The newest word of each is found by looking one up for each, not by sorting all that was ever said. Other facts are not in the index.
create index fact_newest on fact (tenant_id, campaign_id, indicator, each_id, day desc, record_id desc, seq desc) where each_id is not null;
-- What is rare among records is listed without going through those that are not: matters, and what was returned or withdrawn.
create index record_matter on record (tenant_id, campaign_id, day, record_id) where sort = 'matter';
create index record_aside on record (tenant_id, campaign_id, state, day, record_id) where state in ('returned', 'withdrawn');
-- Whoever enters a visit is told how often the place was visited lately, whatever the campaign.
create index record_place on record (tenant_id, place_id, day) where place_id is not null;
