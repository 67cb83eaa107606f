/** What is made from something else must be what it is made from: schema dump, types, matrix page. */
import { readFileSync } from "node:fs";
import { inject, test, expect } from "vitest";
import { makeArtefacts } from "../scripts/artefacts.ts";
import { openPool } from "../src/platform/database/pool.ts";
import { databaseOf, templateName } from "./harness/template.ts";

test("generated files are up to date (npm run generate)", async () => {
  const pool = openPool(databaseOf(inject("databaseUrl"), templateName), 2);
  const artefacts = await makeArtefacts(pool);
  await pool.end();
  expect(artefacts.length).toBeGreaterThan(2);
  for (const { file, text } of artefacts) expect(readFileSync(file, "utf8") === text, `${file} is stale`).toBe(true);
});
