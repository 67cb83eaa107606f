/** One migrated template database a run; each test file works on a clone of its own. */
import { loadReferenceData } from "../../src/features/authority/index.ts";
import { publishMeasureRules } from "../../src/features/measure/index.ts";
import { migrate } from "../../src/platform/database/migrate.ts";
import { openPool } from "../../src/platform/database/pool.ts";
import { closeToPublic, createDatabase } from "../../src/platform/database/roles.ts";

export const templateName = "amtsweg_template";

/** The same server, another database, another user. Socket addresses have no host, so `URL` cannot read them. */
export const databaseOf = (url: string, database: string, user?: string): string =>
  url.replace(
    /^(\w+:\/\/)([^@/]*@)?([^/]*)\/[^?]*/,
    (_, scheme: string, login = "", host: string) => `${scheme}${user ? `${user}@` : login}${host}/${database}`,
  );

/** Runs once, as superuser of the test server. */
export async function prepareTemplate(superuserUrl: string): Promise<void> {
  await createDatabase(superuserUrl, templateName);
  const pool = openPool(databaseOf(superuserUrl, templateName, "amtsweg_owner"), 2);
  await closeToPublic(pool);
  await migrate(pool);
  await loadReferenceData(pool);
  await publishMeasureRules(pool);
  await pool.end();
}
