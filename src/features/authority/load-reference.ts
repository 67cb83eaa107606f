/**
 * Loads the directory of authorities, municipalities, competences and states into the database.
 * Runs with `amtsweg migrate` as owner; a file that has not changed is not loaded again.
 */
import type { Client, Pool } from "../../platform/database/pool.ts";
import { readReferenceFile } from "./reference-files.ts";
import { type ReferenceTable, referenceTables } from "./reference-tables.ts";

/** Returns the names of the tables that were loaded. */
export async function loadReferenceData(ownerPool: Pool): Promise<string[]> {
  const client = await ownerPool.connect();
  try {
    await client.query("begin");
    const loaded: string[] = [];
    for (const table of referenceTables) if (await loadTable(client, table)) loaded.push(table.name);
    await client.query("commit");
    if (loaded.length > 0) await client.query("analyze");
    return loaded;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

async function loadTable(client: Client, table: ReferenceTable): Promise<boolean> {
  const files = table.files.map((path) => readReferenceFile(...path.split("/")));
  const checksum = files.map((file) => file.checksum).join(" ");
  const known = await client.query("select 1 from reference_load where name = $1 and checksum = $2", [
    table.name,
    checksum,
  ]);
  if (known.rowCount) return false;
  const rows = files.flatMap((file, index) => file.rows.flatMap((row) => table.toRows(row, table.files[index] ?? "")));
  await client.query(table.upsertSql, [JSON.stringify(rows)]);
  await client.query(
    `insert into reference_load (name, checksum, rows) values ($1, $2, $3)
     on conflict (name) do update set checksum = excluded.checksum, rows = excluded.rows, loaded_at = now()`,
    [table.name, checksum, rows.length],
  );
  return true;
}
