-- What changed since a bulletin was sealed: versions are written in the order of their moments, so a small block index finds the late ones.
create index record_version_at on record_version using brin (tenant_id, at) with (pages_per_range = 16);
