/**
 * The database of a maintenance command, with the owner's rights: the given server, or the embedded one, whether or
 * not Amtsweg is running on it.
 */
import { join } from "node:path";
import { ConfigError, readDemoConfig } from "../platform/config.ts";
import { connectEmbeddedPostgres } from "../platform/embedded-postgres/index.ts";

type Env = Record<string, string | undefined>;

/** Calls `work` with the address; an embedded server that was not running is started for it and stopped again. */
export async function withOwnerDatabase<T>(env: Env, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const given = env["DATABASE_OWNER_URL"];
  if (given) return work(given);
  if (env["DATABASE_URL"])
    throw new ConfigError("Es fehlt DATABASE_OWNER_URL: Adresse der Datenbank mit der Rolle amtsweg_owner.");
  const server = await connectEmbeddedPostgres(join(readDemoConfig(env).dataDir, "postgres"));
  try {
    return await work(server.connectionString("amtsweg", "amtsweg_owner"));
  } finally {
    await server.release();
  }
}
