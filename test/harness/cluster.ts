/**
 * One database server for the whole test run: the one TEST_DATABASE_URL names (a superuser's address), or an embedded
 * one that forgets everything. Tests read its address with `inject("databaseUrl")`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../../src/platform/embedded-postgres/index.ts";
import { clearAbandonedClusters } from "./abandoned-clusters.ts";
import { prepareTemplate } from "./template.ts";

declare module "vitest" {
  export interface ProvidedContext {
    databaseUrl: string;
  }
}

export default async function startCluster(project: TestProject): Promise<() => Promise<void>> {
  const server = await serverForTests();
  await prepareTemplate(server.url);
  project.provide("databaseUrl", server.url);
  return server.stop;
}

type TestServer = { url: string; stop: () => Promise<void> };

async function serverForTests(): Promise<TestServer> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given) return { url: given, stop: async () => undefined };
  await clearAbandonedClusters("amtsweg-test-*");
  const folder = mkdtempSync(join(tmpdir(), "amtsweg-test-"));
  const embedded = await startEmbeddedPostgres(folder, { durable: false });
  const stop = async (): Promise<void> => {
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: embedded.connectionString("postgres"), stop };
}
