/**
 * Restores a backup into a migrated database without cases, in one transaction: all or nothing. Works between the
 * embedded database and a server. Afterwards row counts and journal heads must equal those of the backup.
 */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import type { Client, Pool } from "../database/pool.ts";
import { BackupError, type BackupHeader, type BackupLine, type BackupSums, headerSchema, parseLine } from "./format.ts";
import { addJob, forgetJobs } from "./jobs.ts";
import { backupTables, sumsOf } from "./tables.ts";

/** Reference rows that every migrated database has; the backup brings its own. */
export async function restoreBackup(ownerPool: Pool, file: string): Promise<BackupSums> {
  const client = await ownerPool.connect();
  try {
    await client.query("begin");
    const tables = await backupTables(client);
    await refuseFilled(client);
    // Only the triggers of our own rules are off; foreign keys and checks stay on and are met, parents come first.
    for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
    await setSelfReferences(client, "deferrable initially deferred");
    await client.query(`truncate ${[...tables, "session", "sign_in_attempt"].join(", ")}`);
    await forgetJobs(client);
    const sums = await readInto(client, file);
    await client.query("set constraints all immediate");
    await setSelfReferences(client, "not deferrable");
    for (const table of tables) await client.query(`alter table ${table} enable trigger user`);
    compare(await sumsOf(client, tables), sums);
    await client.query("commit");
    return sums;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

/** A row may point to a later row of its own table; those foreign keys are checked when all rows are there. */
async function setSelfReferences(
  client: Client,
  when: "deferrable initially deferred" | "not deferrable",
): Promise<void> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as table, conname as name from pg_constraint
     where contype = 'f' and conrelid = confrelid and connamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of rows) await client.query(`alter table ${table} alter constraint ${name} ${when}`);
}

async function refuseFilled(client: Client): Promise<void> {
  const { rows } = await client.query<{ filled: boolean }>(
    "select exists (select from case_file) or exists (select from journal) as filled",
  );
  if (rows[0]?.filled)
    throw new BackupError(
      "Die Datenbank enthält schon Fälle. Eine Sicherung wird nur in eine leere Datenbank zurückgespielt.",
    );
}

async function readInto(client: Client, file: string): Promise<BackupSums> {
  const unzipped = createReadStream(file).pipe(createGunzip());
  const lines = createInterface({ input: unzipped, crlfDelay: Number.POSITIVE_INFINITY });
  const broken = new Promise<never>((_, failed) => {
    unzipped.on("error", () => failed(new BackupError("Die Sicherung ist unvollständig oder beschädigt.")));
  });
  return Promise.race([broken, readLines(client, lines)]);
}

async function readLines(client: Client, lines: AsyncIterable<string>): Promise<BackupSums> {
  let header: BackupHeader | undefined;
  let table = "";
  for await (const text of lines) {
    if (!header) {
      header = await checkHeader(client, text);
      continue;
    }
    const line = parseLine(text);
    if ("end" in line) return line.end;
    if ("table" in line) table = await knownTable(client, line.table);
    else if ("job" in line) await addJob(client, line.job);
    else await insert(client, table, line);
  }
  throw new BackupError("Die Sicherung ist unvollständig: Ihr Ende fehlt.");
}

async function checkHeader(client: Client, text: string): Promise<BackupHeader> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    parsed = undefined;
  }
  const header = headerSchema.safeParse(parsed);
  if (!header.success) throw new BackupError("Diese Datei ist keine Sicherung von Amtsweg.");
  const { rows } = await client.query<{ schema: number }>("select max(number) as schema from migration");
  if (rows[0]?.schema !== header.data.schema)
    throw new BackupError(
      `Die Sicherung gehört zu Schema ${header.data.schema}, diese Datenbank hat Schema ${rows[0]?.schema}. Bitte dieselbe Version von Amtsweg benutzen.`,
    );
  return header.data;
}

/** The name goes into a statement, so it has to be one of our tables. */
async function knownTable(client: Client, name: string): Promise<string> {
  if (!(await backupTables(client)).includes(name))
    throw new BackupError(`Die Sicherung nennt eine unbekannte Tabelle: ${name.slice(0, 60)}.`);
  return name;
}

async function insert(
  client: Client,
  table: string,
  line: Exclude<BackupLine, { end: unknown } | { table: string } | { job: unknown }>,
): Promise<void> {
  if ("sequence" in line) {
    await client.query("select setval($1::regclass, $2, $3)", [line.sequence, line.value, line.called]);
    return;
  }
  const columns = await storedColumns(client, table);
  await client.query(
    `insert into ${table} (${columns.join(", ")}) overriding system value
     select ${columns.map((column) => `x.${column}`).join(", ")}
     from unnest($1::text[]) line cross join lateral (select (line::${table}).*) x`,
    [line.rows],
  );
}

/** Columns that the database does not compute itself. */
async function storedColumns(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}

function compare(found: BackupSums, wanted: BackupSums): void {
  const differs = Object.entries(wanted.tables).filter(([table, count]) => found.tables[table] !== count);
  const heads = Object.entries(wanted.heads).filter(([chain, head]) => found.heads[chain] !== head);
  const wrong = [...differs, ...heads].map(([name]) => name);
  if (found.jobs !== wanted.jobs) wrong.push("Aufträge");
  if (wrong.length > 0) throw new BackupError(`Die Prüfsummen stimmen nicht: ${wrong.join(", ")}.`);
}
