-- Nobody asks yet what was done about a thing. The index cost each submission its share, and while the table was still empty the
-- planner took it, as good as the key, for which of some ops there are: every op was then read for each batch.
drop index op_about;
