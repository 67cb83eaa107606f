import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ask, emptyFolder, holdDatabase } from "../../../test/harness/embedded-folder.ts";
import { connectEmbeddedPostgres, startEmbeddedPostgres } from "./index.ts";
import { lockFolder } from "./folder-lock.ts";

const WRITE = "create table probe as select 7 as zahl";
const READ = "select zahl from probe";

test("a command joins a running Amtsweg and leaves its server running, and starts one for itself where none runs", async () => {
  const folder = emptyFolder();
  const running = await startEmbeddedPostgres(folder);
  await ask(running.connectionString("postgres"), WRITE);
  const beside = await connectEmbeddedPostgres(folder);
  expect(await ask(beside.connectionString("postgres"), READ)).toEqual([{ zahl: 7 }]);
  await beside.release();
  expect(await ask(running.connectionString("postgres"), READ)).toEqual([{ zahl: 7 }]);
  await running.stop();

  const alone = await connectEmbeddedPostgres(folder);
  expect(await ask(alone.connectionString("postgres"), READ)).toEqual([{ zahl: 7 }]);
  await alone.release();
  expect(existsSync(join(folder, "cluster/postmaster.pid"))).toBe(false);
});

test("a command makes no new database where none is", async () => {
  const folder = emptyFolder();
  await expect(connectEmbeddedPostgres(folder)).rejects.toThrow("gibt es keine Datenbank von Amtsweg");
  expect(existsSync(join(folder, "cluster"))).toBe(false);
});

test("a command beside an Amtsweg that is only just starting is refused as any second process is", async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, "cluster"));
  const lock = await lockFolder(folder);
  await expect(connectEmbeddedPostgres(folder)).rejects.toMatchObject({ code: "already-running" });
  lock.release();
});

test("a command in another process joins through the socket", async () => {
  const folder = emptyFolder();
  const held = await holdDatabase(folder);
  const beside = await connectEmbeddedPostgres(folder);
  expect(beside.connectionString("postgres")).toBe(held.answer.url);
  await beside.release();
});
