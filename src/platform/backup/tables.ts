/** Which tables a backup holds, parents before children, and the sums by which a restore is checked. */
import type { Client } from "../database/pool.ts";
import type { BackupSums } from "./format.ts";
import { countJobs } from "./jobs.ts";

/** Sessions and sign-ins in progress are not kept: whoever restores signs in again. */
const left = new Set(["migration", "session", "sign_in_attempt"]);

type Edge = { child: string; parent: string };

/** All other tables in the order of their foreign keys; a table that points to itself counts once. */
export async function backupTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
  );
  const edges = await client.query<Edge>(
    `select conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`,
  );
  const open = new Set(rows.map(({ name }) => name).filter((name) => !left.has(name)));
  const ordered: string[] = [];
  while (open.size > 0) {
    const ready = [...open].filter(
      (name) => !edges.rows.some(({ child, parent }) => child === name && open.has(parent)),
    );
    if (ready.length === 0) throw new Error(`circle of foreign keys: ${[...open].join(", ")}`);
    for (const name of ready) open.delete(name);
    ordered.push(...ready);
  }
  return ordered;
}

/** Row counts of all tables, the head of each journal chain, and how many jobs wait. */
export async function sumsOf(client: Client, tables: readonly string[]): Promise<BackupSums> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`);
    counts[table] = rows[0]?.n ?? 0;
  }
  const heads = await client.query<{ chain: string; head: string }>(
    "select chain, encode(last_hash, 'hex') as head from journal_chain order by 1",
  );
  return {
    tables: counts,
    heads: Object.fromEntries(heads.rows.map(({ chain, head }) => [chain, head])),
    jobs: await countJobs(client),
  };
}
