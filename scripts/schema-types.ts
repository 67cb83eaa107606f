/** Writes the TypeScript types of all tables from a migrated database, so that renaming a column breaks the build. */
import type { Pool } from "../src/platform/database/pool.ts";

type Column = {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
  hasDefault: boolean;
  generated: boolean;
};

const columnSql = `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
    not a.attnotnull as nullable, a.atthasdef as "hasDefault", a.attidentity = 'a' as generated
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`;

const plain: Record<string, string> = {
  text: "string",
  uuid: "string",
  date: "string",
  integer: "number",
  bigint: "number",
  "double precision": "number",
  boolean: "boolean",
  bytea: "Buffer",
  jsonb: "Json",
  "timestamp with time zone": "Timestamp",
};

function typeOf(type: string): string {
  if (type.endsWith("[]")) return `${typeOf(type.slice(0, -2))}[]`;
  const known = plain[type];
  if (!known) throw new Error(`no TypeScript type for ${type}`);
  return known;
}

function line({ column, type, nullable, hasDefault, generated }: Column): string {
  const base = nullable ? `${typeOf(type)} | null` : typeOf(type);
  if (generated) return `  ${column}: GeneratedAlways<${base}>;`;
  return `  ${column}: ${hasDefault ? `Generated<${base}>` : base};`;
}

const header = `/** Made by \`npm run generate\` from the migrated database. Do not edit. */
import type { ColumnType, GeneratedAlways } from "kysely";

/** jsonb: read as parsed value, written as JSON text. Each feature gives the shape in its queries. */
// eslint-disable-next-line typescript/no-explicit-any -- shape known to the feature that owns the table
export type Json = ColumnType<any, string, string>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;
export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
`;

/** The file src/platform/schema.generated.ts. */
export async function schemaTypes(pool: Pool): Promise<string> {
  const { rows } = await pool.query<Column>(columnSql);
  const tables = [...new Set(rows.map((row) => row.table))];
  const name = (table: string): string => table.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
  const types = tables.map((table) => {
    const lines = rows.filter((row) => row.table === table).map(line);
    return `export type ${name(table)}Table = {\n${lines.join("\n")}\n};\n`;
  });
  const schema = `export type Schema = {\n${tables.map((table) => `  ${table}: ${name(table)}Table;`).join("\n")}\n};\n`;
  return [header, ...types, schema].join("\n");
}
