import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool } from "pg";
import { afterAll, expect, test } from "vitest";
import { startEmbeddedPostgres } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "amtsweg-launcher-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function ask(url: string, sql: string): Promise<unknown[]> {
  const pool = new Pool({ connectionString: url, max: 1 });
  pool.on("error", () => undefined);
  const { rows } = await pool.query(sql);
  await pool.end();
  return rows;
}

test("a first start makes a German UTF-8 cluster, a second start keeps its data", async () => {
  const first = await startEmbeddedPostgres(folder, { durable: false });
  await ask(first.connectionString("postgres"), "create table probe as select 'Ärger' as wort");
  await first.stop();
  const again = await startEmbeddedPostgres(folder, { durable: false });
  expect(await ask(again.connectionString("postgres"), "select wort from probe")).toEqual([{ wort: "Ärger" }]);
  await again.stop();
});
