import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, type Held, holdDatabase, kill } from "../../../test/harness/embedded-folder.ts";
import { startEmbeddedPostgres } from "./index.ts";
import { lockFolder } from "./folder-lock.ts";
import { birthFromPs } from "./process-birth.ts";

const TEST = { durable: false };

test("a second process on the same folder is refused by name, and may start when the first has stopped", async () => {
  const folder = emptyFolder();
  const first = await startEmbeddedPostgres(folder, TEST);
  const second = await holdDatabase(folder);
  expect(second.answer.refused).toBe("already-running");
  expect(second.answer.message).toContain(`Der Datenordner ${folder} wird schon von einem laufenden Amtsweg benutzt`);
  expect(second.answer.message).toContain(`Prozess ${process.pid} `);
  await first.stop();
  const third = await holdDatabase(folder);
  expect(third.answer.pid).toBeGreaterThan(1);
});

test("a second start in the same process is refused and does not loosen the first", async () => {
  const folder = emptyFolder();
  const first = await startEmbeddedPostgres(folder, TEST);
  await expect(startEmbeddedPostgres(folder, TEST)).rejects.toMatchObject({ code: "already-running" });
  expect((await holdDatabase(folder)).answer.refused).toBe("already-running");
  await first.stop();
});

test.each(["fresh", "abandoned"])(
  "of four simultaneous starts on a folder that is %s exactly one wins",
  async (kind) => {
    const folder = emptyFolder();
    if (kind === "abandoned") await kill((await holdDatabase(folder)).process, "SIGKILL");
    const all = await Promise.all([1, 2, 3, 4].map(() => holdDatabase(folder)));
    expect(all.filter(({ answer }) => answer.pid !== undefined)).toHaveLength(1);
    expect(all.filter(({ answer }) => answer.refused === "already-running")).toHaveLength(3);
    const winner = all.find(({ answer }) => answer.pid !== undefined) as Held;
    for (const { answer } of all)
      if (answer.refused) expect(answer.message).toContain(`Prozess ${winner.process.pid} `);
  },
);

test("a lock left behind whose process number now belongs to somebody else is no obstacle", async () => {
  const folder = emptyFolder();
  const lock = await lockFolder(folder);
  const holder = JSON.parse(readFileSync(join(folder, "holder.json"), "utf8")) as object;
  lock.release();
  writeFileSync(join(folder, "holder.json"), JSON.stringify({ ...holder, birth: "an earlier life of this number" }));
  const again = await lockFolder(folder);
  again.release();
  expect(existsSync(join(folder, "holder.json"))).toBe(false);
});

test("a named holder that still lives is respected even if the lock itself was lost", async () => {
  const folder = emptyFolder();
  const lock = await lockFolder(folder);
  const holder = readFileSync(join(folder, "holder.json"), "utf8");
  lock.release();
  writeFileSync(join(folder, "holder.json"), holder);
  await expect(lockFolder(folder)).rejects.toMatchObject({ code: "already-running" });
});

test("a copy of a folder in use is a folder of its own", async () => {
  const folder = emptyFolder();
  const copy = emptyFolder();
  const lock = await lockFolder(folder);
  cpSync(join(folder, "holder.json"), join(copy, "holder.json"));
  const second = await lockFolder(copy);
  second.release();
  lock.release();
  expect(existsSync(join(folder, "holder.json"))).toBe(false);
});

test("where there is no /proc, ps tells the birth of a process", () => {
  expect(birthFromPs(process.pid)).toMatch(/\d\d:\d\d:\d\d \d{4}$/);
  expect(birthFromPs(2 ** 30)).toBeUndefined();
});
