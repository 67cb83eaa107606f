/** Writes a backup while Amtsweg is serving: one snapshot, read only, no `pg_dump` needed. */
import { createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { once } from "node:events";
import { createGzip, type Gzip } from "node:zlib";
import { pipeline } from "node:stream/promises";
import type { Client, Pool } from "../database/pool.ts";
import { programVersion } from "../root.ts";
import type { BackupHeader, BackupLine, BackupSums } from "./format.ts";
import { waitingJobs } from "./jobs.ts";
import { backupTables, sumsOf } from "./tables.ts";

const batch = 2000;

/** Needs a role that sees all rows (amtsweg_owner). The file appears under its name only when it is complete. */
export async function writeBackup(ownerPool: Pool, file: string): Promise<BackupSums> {
  const client = await ownerPool.connect();
  const gzip = createGzip();
  const written = pipeline(gzip, createWriteStream(`${file}.part`, { mode: 0o600 }));
  try {
    await client.query("begin isolation level repeatable read read only");
    const tables = await backupTables(client);
    await write(gzip, await headerOf(client));
    for (const table of tables) await writeTable(client, gzip, table);
    await writeSequences(client, gzip);
    for (const job of await waitingJobs(client)) await write(gzip, { job });
    const sums = await sumsOf(client, tables);
    await write(gzip, { end: sums });
    gzip.end();
    await written;
    await rename(`${file}.part`, file);
    return sums;
  } catch (error) {
    gzip.destroy();
    await written.catch(() => undefined);
    throw error;
  } finally {
    await client.query("rollback");
    client.release();
  }
}

async function write(gzip: Gzip, line: BackupLine | BackupHeader): Promise<void> {
  if (!gzip.write(`${JSON.stringify(line)}\n`)) await once(gzip, "drain");
}

async function headerOf(client: Client): Promise<BackupHeader> {
  const { rows } = await client.query<{ schema: number }>("select max(number) as schema from migration");
  return {
    amtsweg: "backup",
    format: 1,
    version: programVersion(),
    schema: rows[0]?.schema ?? 0,
    madeAt: new Date().toISOString(),
  };
}

const columnSql = `select attname as name, attidentity <> '' as generated from pg_attribute
  where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`;

/** Each row as the text of PostgreSQL's own row type, which any version of ours reads back. */
async function writeTable(client: Client, gzip: Gzip, table: string): Promise<void> {
  const columns = await client.query<{ name: string }>(columnSql, [table]);
  await write(gzip, { table, columns: columns.rows.map(({ name }) => name) });
  await client.query(`declare backup_rows no scroll cursor for select (t.*)::text as row from ${table} t`);
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${batch} from backup_rows`);
    if (rows.length > 0) await write(gzip, { rows: rows.map(({ row }) => row) });
    if (rows.length < batch) break;
  }
  await client.query("close backup_rows");
}

async function writeSequences(client: Client, gzip: Gzip): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by 1",
  );
  for (const { name } of rows) {
    const state = await client.query<{ value: number; called: boolean }>(
      `select last_value as value, is_called as called from ${name}`,
    );
    const { value = 1, called = false } = state.rows[0] ?? {};
    await write(gzip, { sequence: name, value, called });
  }
}
