import { expect, test } from "vitest";
import { newestMigration } from "../database/migrate.ts";
import { createReadiness } from "./readiness.ts";

const schema = newestMigration();

test.each([
  ["the database of this program", { schema, standby: false }, undefined],
  ["an older schema", { schema: schema - 1, standby: false }, "schema"],
  ["a newer schema", { schema: schema + 1, standby: false }, "schema"],
  ["a database without any migration", { schema: null, standby: false }, "schema"],
  ["a standby", { schema, standby: true }, "standby"],
])("%s: %j is %s", async (_, state, expected) => {
  expect(await createReadiness(async () => state)()).toBe(expected);
});

test("a database that refuses, or says nothing, is not ready", async () => {
  const refuses = createReadiness(() => Promise.reject(new Error("ECONNREFUSED")));
  const saysNothing = createReadiness(() => new Promise(() => undefined));
  expect([await refuses(), await saysNothing()]).toEqual(["database", "database"]);
});
