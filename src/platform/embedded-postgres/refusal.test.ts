import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder } from "../../../test/harness/embedded-folder.ts";
import { accountFor, barredAbove, mayEnter } from "./account.ts";
import { assertVersion } from "./cluster-version.ts";
import { startEmbeddedPostgres, upgradeNeeded } from "./index.ts";

const TEST = { durable: false };

test.each([
  ["17", "version-older", "amtsweg backup", true],
  ["99", "version-newer", "PostgreSQL 99", false],
])("a folder of PostgreSQL %s is refused unchanged: %s", async (major, code, hint, older) => {
  const folder = emptyFolder();
  mkdirSync(join(folder, "cluster"), { mode: 0o700 });
  writeFileSync(join(folder, "cluster/PG_VERSION"), `${major}\n`);
  expect(upgradeNeeded(folder)).toBe(older);
  const start = startEmbeddedPostgres(folder);
  await expect(start).rejects.toMatchObject({ code, message: expect.stringContaining(hint) });
  expect(readdirSync(join(folder, "cluster"))).toEqual(["PG_VERSION"]);
  expect(readFileSync(join(folder, "cluster/PG_VERSION"), "utf8")).toBe(`${major}\n`);
});

test("no upgrade is needed where nothing is yet, and none where the major is the same", () => {
  const folder = emptyFolder();
  expect(upgradeNeeded(folder)).toBe(false);
  mkdirSync(join(folder, "cluster"));
  writeFileSync(join(folder, "cluster/PG_VERSION"), "18\n");
  expect(upgradeNeeded(folder)).toBe(false);
  expect(() => assertVersion(join(folder, "cluster"))).not.toThrow();
});

test("a folder with other people's files is refused and left as it is", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "Urlaub.txt"), "Nordsee");
  const before = statSync(folder).mode;
  await expect(startEmbeddedPostgres(folder, TEST)).rejects.toMatchObject({
    code: "folder-foreign",
    message: expect.stringContaining("Urlaub.txt"),
  });
  expect(readdirSync(folder)).toEqual(["Urlaub.txt"]);
  expect(statSync(folder).mode).toBe(before);
});

test.each([
  ["below a file", (folder: string) => join(folder, "Datei/db")],
  ["where the system forbids it", () => "/proc/amtsweg"],
])("a folder %s gives a German refusal", async (_, pathIn) => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "Datei"), "");
  await expect(startEmbeddedPostgres(pathIn(folder), TEST)).rejects.toMatchObject({
    code: "folder-not-writable",
    message: expect.stringContaining("nicht lesen und schreiben"),
  });
});

test.each([
  ["for tests", "serve real data", ["not-durable"], true],
  ["for real data", "be run without flushing", [], false],
])("a folder made %s never comes to %s", async (_made, _misused, marks, durable) => {
  const folder = emptyFolder();
  mkdirSync(join(folder, "cluster"), { mode: 0o700 });
  writeFileSync(join(folder, "cluster/PG_VERSION"), "18\n");
  for (const mark of marks) writeFileSync(join(folder, mark), "");
  await expect(startEmbeddedPostgres(folder, { durable })).rejects.toMatchObject({ code: "durability-mixed" });
  expect(readdirSync(join(folder, "cluster"))).toEqual(["PG_VERSION"]);
});

test("below a folder barred to others root's server is refused with a way out, and an ordinary account's starts", async () => {
  const barred = emptyFolder();
  const start = startEmbeddedPostgres(join(barred, "db"), TEST);
  if (process.getuid?.() !== 0) return void (await (await start).stop());
  await expect(start).rejects.toMatchObject({
    code: "folder-unreachable",
    message: expect.stringContaining(`weil ${barred} für andere gesperrt ist`),
  });
});

test("a server that cannot start shows the last lines of its log, and frees the folder", async () => {
  const folder = emptyFolder();
  const start = startEmbeddedPostgres(folder, { ...TEST, settings: { max_connections: "viele" } });
  await expect(start).rejects.toThrow(/nicht gestartet[^]*invalid value for parameter "max_connections"/);
  const again = await startEmbeddedPostgres(folder, TEST);
  await again.stop();
});

test("a damaged cluster is refused with the server's own words, never made anew", async () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, "cluster"), { mode: 0o700 });
  writeFileSync(join(folder, "cluster/Rest"), "");
  await expect(startEmbeddedPostgres(folder)).rejects.toMatchObject({ code: "start-failed" });
  expect(existsSync(join(folder, "cluster/Rest"))).toBe(true);
});

test("the rights on a folder decide whether another account may pass", () => {
  const folder = emptyFolder();
  const { uid, gid } = statSync(folder);
  expect(mayEnter({ uid, gid }, folder)).toBe(true);
  expect(mayEnter({ uid: uid + 1, gid }, folder)).toBe(false);
  expect(mayEnter({}, folder)).toBe(true);
  mkdirSync(join(folder, "db"));
  expect(barredAbove({ uid: uid + 1, gid: gid + 1 }, join(folder, "db"))).toBe(folder);
  expect(barredAbove({ uid, gid }, join(folder, "db"))).toBeUndefined();
});

test("under root a cluster runs as its owner, a new one as nobody; else as ourselves", () => {
  const folder = emptyFolder();
  const isRoot = process.getuid?.() === 0;
  expect(accountFor(join(folder, "cluster"))).toEqual(isRoot ? { uid: 65_534, gid: 65_534 } : {});
});
