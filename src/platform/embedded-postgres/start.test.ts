import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ask, emptyFolder } from "../../../test/harness/embedded-folder.ts";
import { startEmbeddedPostgres } from "./index.ts";

const TEST = { durable: false };

test("a first start makes a cluster, a second start keeps its data", async () => {
  const folder = emptyFolder();
  const first = await startEmbeddedPostgres(folder, TEST);
  await ask(first.connectionString("postgres"), "create table probe as select 'Ärger' as wort");
  await first.stop();
  const again = await startEmbeddedPostgres(folder, TEST);
  expect(await ask(again.connectionString("postgres"), "select wort from probe")).toEqual([{ wort: "Ärger" }]);
  await again.stop();
});

test("the server speaks German order in UTF-8, and no network", async () => {
  const server = await startEmbeddedPostgres(emptyFolder(), TEST);
  const url = server.connectionString("postgres");
  expect(await ask(url, "select 'Zebra' > 'Ärger' as de, upper('äß') as gross")).toEqual([{ de: true, gross: "ÄSS" }]);
  expect(
    await ask(url, "select current_setting('listen_addresses') as netz, current_setting('server_encoding') as z"),
  ).toEqual([{ netz: "", z: "UTF8" }]);
  expect(statSync(server.host).mode & 0o777).toBe(0o700);
  expect(server).toMatchObject({ port: 5432, superuser: "postgres", version: expect.stringMatching(/^18\./) });
  await server.stop();
});

test("a durable server flushes, one for tests does not, and extra settings arrive", async () => {
  const sql =
    "select current_setting('fsync') as f, current_setting('full_page_writes') as p, current_setting('work_mem') as w";
  const safe = await startEmbeddedPostgres(emptyFolder());
  expect(await ask(safe.connectionString("postgres"), sql)).toEqual([{ f: "on", p: "on", w: "4MB" }]);
  await safe.stop();
  const quick = await startEmbeddedPostgres(emptyFolder(), { ...TEST, settings: { work_mem: "9MB" } });
  expect(await ask(quick.connectionString("postgres"), sql)).toEqual([{ f: "off", p: "off", w: "9MB" }]);
  await quick.stop();
});

test("a setting that would open the server to others is refused", async () => {
  const start = startEmbeddedPostgres(emptyFolder(), { ...TEST, settings: { listen_addresses: "*" } });
  await expect(start).rejects.toThrow("Diese Einstellungen der mitgelieferten Datenbank sind fest: listen_addresses.");
});

test("the address carries folder names with blank, comma, umlaut and quote, and another user", async () => {
  const server = await startEmbeddedPostgres(emptyFolder(`Müll, "50 %" & 'x'+#-`), TEST);
  const url = server.connectionString("postgres");
  await ask(url, `create role "probe@amt" login`);
  await ask(url, `create database "Zweite Ablage"`);
  const other = server.connectionString("Zweite Ablage", "probe@amt");
  expect(await ask(other, "select current_user as u, current_database() as d")).toEqual([
    { u: "probe@amt", d: "Zweite Ablage" },
  ]);
  await server.stop();
});

test("stop may be called twice and together", async () => {
  const server = await startEmbeddedPostgres(emptyFolder(), TEST);
  await Promise.all([server.stop(), server.stop()]);
  await server.stop();
  await expect(ask(server.connectionString("postgres"), "select 1")).rejects.toThrow();
});

test("an interrupted first start leaves nothing that disturbs the next", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "amtsweg.lock"), "");
  mkdirSync(join(folder, "cluster.new-1/half"), { recursive: true });
  const server = await startEmbeddedPostgres(folder, TEST);
  expect(existsSync(join(folder, "cluster.new-1"))).toBe(false);
  await server.stop();
});
