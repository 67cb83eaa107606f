/** Writes the schema that the migrations lead to, so that a reviewer sees the result. Made from the catalogues. */
import type { Pool } from "../src/platform/database/pool.ts";

const tableSql = `select c.oid::int as oid, c.relname as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 2`;
const columnSql = `select attname || ' ' || format_type(atttypid, atttypmod)
    || coalesce(' collate ' || quote_ident(nullif(co.collname, 'default')), '')
    || case when attnotnull then ' not null' else '' end
    || case when attidentity = 'a' then ' generated always as identity' else '' end
    || case when attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
      else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') end as line
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    left join pg_collation co on co.oid = a.attcollation
  where attrelid = $1 and attnum > 0 and not attisdropped order by attnum`;
// PostgreSQL 18 lists NOT NULL among the constraints, 15 does not; the columns already say it.
const constraintSql = `select conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint
  where conrelid = $1 and contype <> 'n' order by contype desc, conname`;
const afterSql = `select line from (
  select 1 as kind, i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as line from pg_index i
    where i.indrelid = $1 and not exists (select from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u'))
  union all select 2, tgname, pg_get_triggerdef(oid) from pg_trigger where tgrelid = $1 and not tgisinternal
  union all select 3, policyname, format('CREATE POLICY %I ON %I FOR %s TO %s%s%s', policyname, tablename, cmd,
    array_to_string(roles, ', '), coalesce(E'\\n  USING ' || qual, ''), coalesce(E'\\n  WITH CHECK ' || with_check, ''))
    from pg_policies where schemaname = 'public' and tablename = (select relname from pg_class where oid = $1)
  union all select 4, grantee || privilege_type, format('GRANT %s ON %I TO %s', privilege_type, table_name, grantee)
    from information_schema.table_privileges
    where table_schema = 'public' and grantee = 'amtsweg_app' and table_name = (select relname from pg_class where oid = $1)
  ) everything order by kind, name`;
const functionSql = `select pg_get_functiondef(oid) as line from pg_proc
  where pronamespace = 'app'::regnamespace order by proname`;

/** The text of migrations/schema.sql. */
export async function dumpSchema(pool: Pool): Promise<string> {
  const lines = async (sql: string, oid: number): Promise<string[]> =>
    (await pool.query<{ line: string }>(sql, [oid])).rows.map((row) => row.line);
  const tables = await pool.query<{ oid: number; name: string }>(tableSql);
  const parts = [
    "-- Made by `npm run generate`: the schema that the migrations and the access matrix lead to. Do not edit.",
  ];
  const functions = await pool.query<{ line: string }>(functionSql);
  parts.push(...functions.rows.map((row) => `${row.line.trim()};`));
  for (const { oid, name } of tables.rows) {
    const inner = [
      ...(await lines(columnSql, oid)),
      ...(await lines(constraintSql, oid)).map((line) => `constraint ${line}`),
    ];
    parts.push(`create table ${name} (\n  ${inner.join(",\n  ")}\n);`);
    parts.push(...(await lines(afterSql, oid)).map((line) => `${line};`));
  }
  return `${parts.join("\n\n")}\n`;
}
