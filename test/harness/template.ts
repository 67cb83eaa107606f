/** One migrated template database a run; each test file works on a clone of its own. */
import { loadReferenceData } from "../../src/features/authority/load-reference.ts";
import { migrate } from "../../src/platform/database/migrate.ts";
import { openPool } from "../../src/platform/database/pool.ts";
import { closeToPublic, createDatabase } from "../../src/platform/database/roles.ts";

export const templateName = "amtsweg_template";

export const databaseOf = (url: string, database: string, user?: string): string => {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  if (user) parsed.username = user;
  return parsed.href;
};

/** Runs once, as superuser of the test server. */
export async function prepareTemplate(superuserUrl: string): Promise<void> {
  await createDatabase(superuserUrl, templateName);
  const pool = openPool(databaseOf(superuserUrl, templateName, "amtsweg_owner"), 2);
  await closeToPublic(pool);
  await migrate(pool);
  await loadReferenceData(pool);
  await pool.end();
}
