/** Brings a database to the state that this program needs: schema, policies, directory, published rules. */
import { loadReferenceData } from "../features/authority/index.ts";
import { publishMeasureRules } from "../features/measure/index.ts";
import { migrate, type MigrationReport } from "../platform/database/migrate.ts";
import { withPool } from "../platform/database/pool.ts";
import { closeToPublic } from "../platform/database/roles.ts";

export async function prepareDatabase(ownerUrl: string): Promise<MigrationReport & { loaded: string[] }> {
  return withPool(ownerUrl, 2, async (pool) => {
    await closeToPublic(pool);
    const report = await migrate(pool);
    const loaded = await loadReferenceData(pool);
    await publishMeasureRules(pool);
    return { ...report, loaded };
  });
}
