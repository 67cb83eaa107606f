/** The generated files of the project, each made from a freshly migrated database or from published data. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accessMatrixPage } from "../src/platform/access/matrix-page.ts";
import { migrate } from "../src/platform/database/migrate.ts";
import { openPool, type Pool } from "../src/platform/database/pool.ts";
import { closeToPublic, createDatabase } from "../src/platform/database/roles.ts";
import { startEmbeddedPostgres } from "../src/platform/embedded-postgres/index.ts";
import { din91379Artefact } from "./din91379-table.ts";
import { dumpSchema } from "./schema-dump.ts";
import { schemaTypes } from "./schema-types.ts";

export type Artefact = { file: string; text: string };

/** Makes all artefacts; with a pool of a migrated database it uses that one. */
export async function makeArtefacts(migrated?: Pool): Promise<Artefact[]> {
  if (migrated) return artefactsOf(migrated);
  const folder = mkdtempSync(join(tmpdir(), "amtsweg-generate-"));
  const server = await startEmbeddedPostgres(folder, { durable: false });
  try {
    await createDatabase(server.connectionString("postgres"), "generate");
    const pool = openPool(server.connectionString("generate", "amtsweg_owner"), 2);
    await closeToPublic(pool);
    await migrate(pool);
    const artefacts = await artefactsOf(pool);
    await pool.end();
    return artefacts;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const artefactsOf = async (pool: Pool): Promise<Artefact[]> => [
  { file: "src/platform/schema.generated.ts", text: await schemaTypes(pool) },
  { file: "migrations/schema.sql", text: await dumpSchema(pool) },
  { file: "docs/domain/zugriffsmatrix.md", text: accessMatrixPage() },
  din91379Artefact(),
];
