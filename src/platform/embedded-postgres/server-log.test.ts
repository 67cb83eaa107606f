import { readdirSync, readFileSync, statSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ask, emptyFolder } from "../../../test/harness/embedded-folder.ts";
import { startEmbeddedPostgres } from "./index.ts";
import { openServerLog } from "./server-log.ts";

test("a log past its size is set aside at start, and at most three old ones are kept", () => {
  const folder = emptyFolder();
  for (const content of ["eins", "zwei", "drei", "vier", "fünf"]) {
    const log = openServerLog(folder, 3);
    writeSync(log.handle, content);
    log.close();
  }
  expect(readdirSync(folder).toSorted()).toEqual([
    "postgres.log",
    "postgres.log.1",
    "postgres.log.2",
    "postgres.log.3",
  ]);
  expect(readFileSync(join(folder, "postgres.log"), "utf8")).toBe("fünf");
  expect(readFileSync(join(folder, "postgres.log.3"), "utf8")).toBe("zwei");
});

test("the last lines are those of this start only", () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "postgres.log"), "gestern\n");
  const log = openServerLog(folder);
  writeSync(log.handle, "a\nb\nc\n");
  log.close();
  expect(log.lastLines(2)).toBe("b\nc");
  expect(log.lastLines(9)).toBe("a\nb\nc");
});

test("the server's log is private and keeps neither statements nor values", async () => {
  const folder = emptyFolder();
  const server = await startEmbeddedPostgres(folder, { durable: false });
  const url = server.connectionString("postgres");
  await ask(url, "create table probe (name text unique)");
  const twice = "insert into probe values ('Frau Muster'), ('Frau Muster')";
  await expect(ask(url, twice)).rejects.toThrow("duplicate key");
  await server.stop();
  const log = join(folder, "postgres.log");
  expect(statSync(log).mode & 0o777).toBe(0o600);
  expect(readFileSync(log, "utf8")).toContain("duplicate key");
  expect(readFileSync(log, "utf8")).not.toContain("Muster");
});
