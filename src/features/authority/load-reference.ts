/**
 * Loads the directory of authorities, municipalities, competences and states into the database.
 * Runs with `amtsweg migrate` as owner; a file that has not changed is neither read line by line nor loaded again.
 */
import type { Client, Pool } from "../../platform/database/pool.ts";
import { type ReferenceFile, readReferenceFile } from "./reference-files.ts";
import { type ReferenceTable, referenceTables } from "./reference-tables.ts";

type Changed = { table: ReferenceTable; files: ReferenceFile[]; checksum: string };

/** Returns the names of the tables that were loaded. */
export async function loadReferenceData(ownerPool: Pool): Promise<string[]> {
  const changed = await changedTables(ownerPool);
  if (changed.length === 0) return [];
  const client = await ownerPool.connect();
  try {
    await client.query("begin");
    // The next table is read from its file while the database still takes the last one.
    let taken: Promise<unknown> = Promise.resolve();
    for (const entry of changed) {
      const rows = rowsOf(entry);
      await taken;
      taken = saveTable(client, entry, rows);
    }
    await taken;
    await client.query("commit");
    const names = changed.map(({ table }) => table.name);
    await client.query(`analyze ${names.join(", ")}`);
    return names;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

async function changedTables(ownerPool: Pool): Promise<Changed[]> {
  const { rows } = await ownerPool.query<{ name: string; checksum: string }>(
    "select name, checksum from reference_load",
  );
  return referenceTables
    .map((table) => {
      const files = table.files.map((path) => readReferenceFile(...path.split("/")));
      return { table, files, checksum: files.map((file) => file.checksum).join(" ") };
    })
    .filter(({ table, checksum }) => !rows.some((row) => row.name === table.name && row.checksum === checksum));
}

const rowsOf = ({ table, files }: Changed): Record<string, unknown>[] =>
  files.flatMap((file, index) => file.rows().flatMap((row) => table.toRows(row, table.files[index] ?? "")));

async function saveTable(client: Client, { table, checksum }: Changed, rows: readonly unknown[]): Promise<void> {
  await client.query(table.upsertSql, [JSON.stringify(rows)]);
  await client.query(
    `insert into reference_load (name, checksum, rows) values ($1, $2, $3)
     on conflict (name) do update set checksum = excluded.checksum, rows = excluded.rows, loaded_at = now()`,
    [table.name, checksum, rows.length],
  );
}
