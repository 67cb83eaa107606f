import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ask, emptyFolder, holdDatabase, isAlive, kill } from "../../../test/harness/embedded-folder.ts";
import { startEmbeddedPostgres } from "./index.ts";
import { processBirth } from "./process-birth.ts";

const TEST = { durable: false };
const READ = "select count(*)::int as zeilen from probe";
const WRITE = "create table probe as select generate_series(1, 1000) as nummer";

test("after kill -9 of the server the caller is told, and it comes back on the same address with its data", async () => {
  const told: string[] = [];
  const server = await startEmbeddedPostgres(emptyFolder(), { onCrash: (message) => told.push(message) });
  const address = server.connectionString("postgres");
  await ask(address, WRITE);
  for (let kills = 1; kills <= 2; kills++) {
    const pid = server.pid;
    process.kill(pid, "SIGKILL");
    await expect.poll(() => told.length, { timeout: 10_000 }).toBe(kills);
    expect(told.at(-1)).toContain(`Prozess ${pid}`);
    await expect.poll(() => server.pid, { timeout: 30_000 }).not.toBe(pid);
    expect(await ask(address, READ)).toEqual([{ zeilen: 1000 }]);
  }
  await server.stop();
  expect(isAlive(server.pid)).toBe(false);
});

test("a server that is stopped while it comes back stays stopped", async () => {
  const server = await startEmbeddedPostgres(emptyFolder());
  const pid = server.pid;
  process.kill(pid, "SIGKILL");
  await expect.poll(() => isAlive(pid)).toBe(false);
  await server.stop();
  expect(isAlive(server.pid)).toBe(false);
});

test("after kill -9 of Amtsweg the next start ends the server left behind and takes over", async () => {
  const folder = emptyFolder();
  const held = await holdDatabase(folder);
  await ask(held.answer.url ?? "", WRITE);
  await kill(held.process, "SIGKILL");
  const orphan = held.answer.pid ?? 0;
  expect(isAlive(orphan)).toBe(true);
  const lines: string[] = [];
  const next = await startEmbeddedPostgres(folder, { ...TEST, log: (line) => lines.push(line) });
  expect(lines.join()).toContain(`Prozess ${orphan}`);
  expect(isAlive(orphan)).toBe(false);
  expect(await ask(next.connectionString("postgres"), READ)).toEqual([{ zeilen: 1000 }]);
  await next.stop();
});

test("after kill -9 of Amtsweg and the server a busy session left behind does not hinder the next start", async () => {
  const folder = emptyFolder();
  const held = await holdDatabase(folder);
  const busy = ask(held.answer.url ?? "", "select count(*) from generate_series(1, 1000000000)").catch(() => "cut off");
  const [row] = (await pollBusy(held.answer.url ?? "")) as [{ pid: number }];
  await kill(held.process, "SIGKILL");
  process.kill(held.answer.pid ?? 0, "SIGKILL");
  const next = await startEmbeddedPostgres(folder, TEST);
  expect(isAlive(row.pid)).toBe(false);
  expect(await busy).toBe("cut off");
  await next.stop();
});

async function pollBusy(url: string): Promise<unknown[]> {
  const sql =
    "select pid from pg_stat_activity where state = 'active' and query like '%1000000000%' and pid <> pg_backend_pid()";
  let rows: unknown[] = [];
  await expect.poll(async () => (rows = await ask(url, sql)).length).toBe(1);
  return rows;
}

test("a stale postmaster.pid whose number now belongs to another process harms neither", async () => {
  const folder = emptyFolder();
  const first = await startEmbeddedPostgres(folder, TEST);
  await first.stop();
  const stranger = await holdDatabase(emptyFolder());
  const file = join(folder, "cluster/postmaster.pid");
  writeFileSync(file, `${stranger.answer.pid}\n${folder}/cluster\n1\n5432\n\n\n`);
  const again = await startEmbeddedPostgres(folder, TEST);
  expect(readFileSync(file, "utf8")).toMatch(new RegExp(`^${again.pid}\n`));
  expect(isAlive(stranger.answer.pid ?? 0)).toBe(true);
  await again.stop();
});

test.each([
  ["SIGTERM", [], "SIGTERM"],
  ["SIGINT", [], "SIGINT"],
  ["SIGHUP", [], "SIGHUP"],
  ["SIGTERM", ["test", "polite"], null],
] as const)("on %s %j Amtsweg takes its server along", async (signal, words, endedBy) => {
  const held = await holdDatabase(emptyFolder(), ...words);
  await kill(held.process, signal);
  expect(held.process.signalCode).toBe(endedBy);
  await expect.poll(() => isAlive(held.answer.pid ?? 0)).toBe(false);
});

test("a program with a signal handler of its own keeps its database until it ends itself", async () => {
  const held = await holdDatabase(emptyFolder(), "test", "polite");
  held.process.kill("SIGTERM");
  expect(await ask(held.answer.url ?? "", "select 1 as antwort")).toEqual([{ antwort: 1 }]);
});

test("a process is told from a later one with the same number, and a dead one has no birth", () => {
  expect(processBirth(process.pid)).toBe(processBirth(process.pid));
  expect(processBirth(process.pid)).not.toBe(processBirth(process.ppid));
  expect(processBirth(2 ** 30)).toBeUndefined();
});
