-- Few facts carry an approximate word: whether a figure has any is asked with every figure, and must not take a look at all of its facts.
create index fact_rough on fact (tenant_id, campaign_id, indicator, day) where approx is not null;
