/**
 * Brings a database to the newest schema: numbered SQL files, forward only, one transaction each, checksum kept.
 * Afterwards the row-level-security policies are made anew from the published matrix.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { runMigrations as runJobMigrations } from "graphile-worker";
import type { Client, Pool } from "./pool.ts";
import { policySql } from "../access/policies.ts";
import { programFile } from "../root.ts";

export type MigrationReport = { applied: string[]; schema: number };

/** A migration that was changed after it had run, or a database from the future. */
export class MigrationError extends Error {}

type MigrationFile = { number: number; name: string; sql: string; checksum: string };

const listFiles = (): MigrationFile[] =>
  readdirSync(programFile("migrations"))
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(programFile("migrations", name), "utf8");
      return { number: Number(name.slice(0, 4)), name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });

/** The schema that this program needs. */
export const newestMigration = (): number => listFiles().at(-1)?.number ?? 0;

/** Runs as amtsweg_owner. Two starters at once are serialised by an advisory lock. */
export async function migrate(ownerPool: Pool): Promise<MigrationReport> {
  const client = await ownerPool.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('amtsweg-migrate'))");
    await client.query(`create table if not exists migration (
      number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`);
    const done = await client.query<{ number: number; checksum: string }>("select number, checksum from migration");
    const files = listFiles();
    refuseStrangers(files, done.rows);
    const open = files.filter((file) => !done.rows.some((row) => row.number === file.number));
    // The queue has a schema of its own, so both are made side by side.
    await Promise.all([runJobMigrations({ pgPool: ownerPool }), applyFiles(client, open)]);
    await openJobQueue(client);
    // The program compares it with its own before it serves.
    await client.query("grant select on migration to amtsweg_app");
    await applyPolicies(client);
    return { applied: open.map((file) => file.name), schema: newestMigration() };
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    await client.query("select pg_advisory_unlock_all()");
    client.release();
  }
}

async function applyFiles(client: Client, files: readonly MigrationFile[]): Promise<void> {
  for (const { number, name, checksum, sql } of files) {
    await client.query("begin");
    await client.query(sql);
    const values = [number, name, checksum];
    await client.query("insert into migration (number, name, checksum) values ($1, $2, $3)", values);
    await client.query("commit");
  }
}

function refuseStrangers(files: MigrationFile[], done: { number: number; checksum: string }[]): void {
  for (const row of done) {
    const file = files.find((candidate) => candidate.number === row.number);
    if (!file) throw new MigrationError(`Die Datenbank ist neuer als dieses Programm (Migration ${row.number}).`);
    if (file.checksum !== row.checksum)
      throw new MigrationError(`Migration ${file.name} wurde nach ihrer Ausführung geändert.`);
  }
}

/** The job worker runs as amtsweg_app too, so the queue needs policies of its own (graphile-worker enables RLS on it). */
const openJobQueue = (client: Client): Promise<unknown> =>
  client.query(`do $$ declare t record; begin
    execute 'grant usage on schema graphile_worker to amtsweg_app';
    execute 'grant select, insert, update, delete on all tables in schema graphile_worker to amtsweg_app';
    execute 'grant usage on all sequences in schema graphile_worker to amtsweg_app';
    execute 'grant execute on all functions in schema graphile_worker to amtsweg_app';
    for t in select c.relname from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace
        and c.relkind = 'r' and c.relrowsecurity
        and not exists (select from pg_policies p where p.schemaname = 'graphile_worker' and p.tablename = c.relname) loop
      execute format('create policy app_queue on graphile_worker.%I to amtsweg_app using (true) with check (true)', t.relname);
    end loop;
  end $$`);

async function applyPolicies(client: Client): Promise<void> {
  const sql = policySql();
  const checksum = createHash("sha256").update(sql).digest("hex");
  const known = await client.query("select 1 from reference_load where name = 'policies' and checksum = $1", [
    checksum,
  ]);
  if (known.rowCount) return;
  await client.query(`begin;\n${sql}`);
  await client.query(
    `insert into reference_load (name, checksum, rows) values ('policies', $1, 0)
     on conflict (name) do update set checksum = excluded.checksum, loaded_at = now()`,
    [checksum],
  );
  await client.query("commit");
}
