/*
 * The laws of the schema, each a query that names its breaches. `$1` are the tables that belong to no tenant.
 */

export type SchemaLaw = { readonly says: string; readonly breaches: string; readonly crime: string; readonly found: readonly string[] }

/** The list of tenants itself, and what has been migrated. */
export const ofNoTenant = ['tenant', 'migration', 'planted_shared']

const ours = `select c.oid, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p')`
const columnNames = (keys: string) =>
  `(select array_agg(a.attname::text order by k.at) from unnest(${keys}) with ordinality k(num, at) join pg_attribute a on a.attrelid = t.oid and a.attnum = k.num)`

export const schemaLaws: readonly SchemaLaw[] = [
  {
    says: 'every table says what it holds',
    breaches: `with t as (${ours}) select relname as breach from t where coalesce(obj_description(oid, 'pg_class'), '') = '' and relname <> 'migration' and $1::text[] is not null`,
    crime: 'create table planted (tenant_id uuid primary key)',
    found: ['planted'],
  },
  {
    says: 'every table but the shared ones has a tenant in each row',
    breaches: `with t as (${ours}) select relname as breach from t where relname <> all($1) and not exists (
      select from pg_attribute a where a.attrelid = t.oid and a.attname = 'tenant_id' and a.attnotnull and not a.attisdropped)`,
    crime: `create table planted (tenant_id uuid, n int); comment on table planted is 'x'`,
    found: ['planted'],
  },
  {
    says: 'every table has a primary key',
    breaches: `with t as (${ours}) select relname as breach from t where $1::text[] is not null and not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')`,
    crime: `create table planted (tenant_id uuid not null)`,
    found: ['planted'],
  },
  {
    says: 'every key and every index is led by the tenant',
    breaches: `with t as (${ours}) select relname || '.' || i.indexrelid::regclass as breach from t join pg_index i on i.indrelid = t.oid
      where relname <> all($1) and (select attname from pg_attribute a where a.attrelid = t.oid and a.attnum = i.indkey[0]) is distinct from 'tenant_id'
        and i.indexrelid not in (select indexrelid from pg_index join pg_class x on x.oid = indexrelid join pg_am m on m.oid = x.relam where m.amname = 'gin')`,
    crime:
      'create table planted (tenant_id uuid not null, n int, primary key (n, tenant_id)); create index planted_n on planted (lower(n::text), tenant_id)',
    found: ['planted.planted_n', 'planted.planted_pkey'],
  },
  {
    says: 'every foreign key is led by the tenant',
    breaches: `with t as (${ours}) select k.conname as breach from t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
      where relname <> all($1) and (${columnNames('k.conkey')})[1] <> 'tenant_id'`,
    crime: `create table planted_shared (n int primary key); create table planted (tenant_id uuid not null, n int constraint planted_fk references planted_shared)`,
    found: ['planted_fk'],
  },
  {
    says: 'every foreign key has an index that begins with its columns',
    breaches: `with t as (${ours}) select k.conname as breach from t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
      where $1::text[] is not null and not exists (
        select from pg_index i where i.indrelid = t.oid and i.indpred is null
          and (select array_agg(x order by x) from unnest(k.conkey) x) = (select array_agg(x order by x) from unnest((i.indkey::int2[])[0:cardinality(k.conkey) - 1]) x))`,
    crime: `create table planted_shared (tenant_id uuid, n int, primary key (tenant_id, n));
      create table planted (tenant_id uuid not null, m int, n int, primary key (tenant_id, m), constraint planted_fk foreign key (tenant_id, n) references planted_shared)`,
    found: ['planted_fk'],
  },
]
