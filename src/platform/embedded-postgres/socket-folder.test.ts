import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { ask, emptyFolder, holdDatabase, kill } from "../../../test/harness/embedded-folder.ts";
import { startEmbeddedPostgres } from "./index.ts";

const TEST = { durable: false };
const LONG = `${"Ablage-mit-einem-sehr-langen-Namen-".repeat(3)}`;

test("a path too long for a socket gets a short private folder, gone after the stop", async () => {
  const folder = emptyFolder(LONG);
  const server = await startEmbeddedPostgres(folder, TEST);
  expect(dirname(server.host)).not.toBe(folder);
  expect(lstatSync(server.host).mode & 0o777).toBe(0o700);
  expect(readFileSync(join(folder, "socket-folder"), "utf8")).toBe(server.host);
  expect(await ask(server.connectionString("postgres"), "select 1 as da")).toEqual([{ da: 1 }]);
  await server.stop();
  expect(existsSync(server.host)).toBe(false);
  expect(existsSync(join(folder, "socket-folder"))).toBe(false);
});

test("a short folder left by a killed process is removed by the next", async () => {
  const folder = emptyFolder(LONG);
  const held = await holdDatabase(folder);
  const left = readFileSync(join(folder, "socket-folder"), "utf8");
  await kill(held.process, "SIGKILL");
  const server = await startEmbeddedPostgres(folder, TEST);
  expect(server.host).not.toBe(left);
  expect(existsSync(left)).toBe(false);
  await server.stop();
});

test("a recorded folder that is not ours is never removed", async () => {
  const folder = emptyFolder(LONG);
  await (await startEmbeddedPostgres(folder, TEST)).stop();
  const foreign = join(emptyFolder(), "Akten");
  mkdirSync(foreign);
  writeFileSync(join(folder, "socket-folder"), foreign);
  await (await startEmbeddedPostgres(folder, TEST)).stop();
  expect(existsSync(foreign)).toBe(true);
});
