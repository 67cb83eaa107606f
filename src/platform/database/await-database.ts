/**
 * Before serving: waits for a server that is not there yet (starting, recovering after a crash, switching over), and
 * refuses a database whose schema is not the one of this program. A wrong address or password is refused at once.
 */
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { newestMigration } from "./migrate.ts";
import { isCutOff, isNotYet } from "./outage.ts";

/** The database cannot be used as it is, in words for the operator. */
export class DatabaseError extends Error {}

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "");

const triesBetweenWords = 20;

export async function awaitDatabase(
  connectionString: string,
  say: (text: string) => void,
  everyMs = 500,
): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await assertSchema(connectionString);
    } catch (error) {
      if (error instanceof DatabaseError) throw error;
      if (!isNotYet(error) && !isCutOff(error))
        throw new DatabaseError(`Die Datenbank lässt Amtsweg nicht ein (${codeOf(error) || "?"}): ${reason(error)}`);
      if (tries % triesBetweenWords === 0)
        say(`Die Datenbank antwortet noch nicht (${codeOf(error) || "Verbindung getrennt"}). Amtsweg wartet auf sie.`);
      await pause(everyMs);
    }
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function assertSchema(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, application_name: "amtsweg", connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const known = await client.query<{ there: boolean }>("select to_regclass('public.migration') is not null as there");
    const newest = newestMigration();
    const schema = known.rows[0]?.there ? await schemaOf(client) : 0;
    if (schema < newest)
      throw new DatabaseError(
        `Die Datenbank hat Schema ${schema}, dieses Programm braucht ${newest}. Bitte zuerst »amtsweg migrate« ausführen.`,
      );
    if (schema > newest)
      throw new DatabaseError(`Die Datenbank hat Schema ${schema} und ist neuer als dieses Programm (${newest}).`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function schemaOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ schema: number | null }>("select max(number) as schema from migration");
  return rows[0]?.schema ?? 0;
}
