/**
 * The database of a command that works like an officer: as amtsweg_app, under row-level security. The given server, or
 * the embedded one, whether or not Amtsweg is running on it.
 */
import { join } from "node:path";
import { readDemoConfig } from "../platform/config.ts";
import { type Pool, withPool } from "../platform/database/pool.ts";
import { connectEmbeddedPostgres } from "../platform/embedded-postgres/index.ts";

type Env = Record<string, string | undefined>;

/** Calls `work` with a pool and closes it; an embedded server that was not running is started for it and stopped again. */
export async function withAppDatabase<T>(env: Env, work: (pool: Pool) => Promise<T>): Promise<T> {
  const given = env["DATABASE_URL"];
  if (given) return withPool(given, 2, work);
  const server = await connectEmbeddedPostgres(join(readDemoConfig(env).dataDir, "postgres"));
  try {
    return await withPool(server.connectionString("amtsweg", "amtsweg_app"), 2, work);
  } finally {
    await server.release();
  }
}
