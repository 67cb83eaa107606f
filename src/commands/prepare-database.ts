/** Brings a database to the state that this program needs: schema, policies, directory, published rules. */
import { loadReferenceData } from "../features/authority/index.ts";
import { publishMeasureRules } from "../features/measure/index.ts";
import { migrate, type MigrationReport } from "../platform/database/migrate.ts";
import { withPool } from "../platform/database/pool.ts";
import { closeToPublic } from "../platform/database/roles.ts";

export async function prepareDatabase(ownerUrl: string): Promise<MigrationReport & { loaded: string[] }> {
  const report = await prepareSchema(ownerUrl);
  return { ...report, loaded: await loadDirectory(ownerUrl) };
}

/** All but the directory: without it pages are served, and nobody can sign in. */
export const prepareSchema = (ownerUrl: string): Promise<MigrationReport> =>
  withPool(ownerUrl, 2, async (pool) => {
    await closeToPublic(pool);
    const report = await migrate(pool);
    await publishMeasureRules(pool);
    return report;
  });

/** Returns the names of the tables that had changed. */
export const loadDirectory = (ownerUrl: string): Promise<string[]> => withPool(ownerUrl, 2, loadReferenceData);
