import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, expect, inject, test } from "vitest";
import { startTestApp } from "../../test/harness/app.ts";
import { enforceableCase } from "../../test/harness/prepared-case.ts";
import { databaseOf, templateName } from "../../test/harness/template.ts";
import { writeBackup } from "./backup/backup.ts";
import { restoreBackup } from "./backup/restore.ts";
import { createDatabase } from "./database/roles.ts";
import { openPool } from "./database/pool.ts";
import { checkJournal } from "./journal-check.ts";

const app = await startTestApp();
const source = openPool(app.superuserUrl, 2);
const folder = mkdtempSync(join(tmpdir(), "amtsweg-backup-"));
const file = join(folder, "sicherung.gz");
afterAll(async () => {
  await source.end();
  await app.close();
  rmSync(folder, { recursive: true });
});

const target = async (name: string) => {
  await createDatabase(inject("databaseUrl"), name, templateName);
  return openPool(databaseOf(inject("databaseUrl"), name, "amtsweg_owner"), 2);
};

await enforceableCase(app);
// One that waits for a far year, one that a process was at, one that failed for good.
await source.query(`select graphile_worker.add_job('case-import.apply', '{"data":{"batchId":"Țx"}}', run_at => '2099-01-01',
  job_key => 'import:1')`);
await source.query("select graphile_worker.add_job('case-import.judge', '{}', run_at => '2099-01-01')");
await source.query("select graphile_worker.add_job('given-up', '{}', run_at => '2099-01-01')");
const setJob = (what: string, name: string) =>
  source.query(
    `update graphile_worker._private_jobs j set ${what} from graphile_worker._private_tasks t
     where t.id = j.task_id and t.identifier = $1`,
    [name],
  );
await setJob("locked_at = now(), locked_by = 'x'", "case-import.judge");
await setJob("attempts = max_attempts", "given-up");
const sums = await writeBackup(source, file);

test("work that was waiting or running waits again after the restore", async () => {
  const pool = await target("waiting");
  await restoreBackup(pool, file);
  const { rows } =
    await pool.query(`select t.identifier as name, j.payload, j.key, j.locked_by, j.run_at = '2099-01-01' as "sameTime"
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by 1`);
  expect(rows).toEqual([
    {
      name: "case-import.apply",
      payload: { data: { batchId: "Țx" } },
      key: "import:1",
      locked_by: null,
      sameTime: true,
    },
    { name: "case-import.judge", payload: {}, key: null, locked_by: null, sameTime: true },
  ]);
  expect(sums.jobs).toBe(2);
  await pool.end();
});

test("after a restore row counts and journal heads are those of the backup", async () => {
  const pool = await target("restored");
  expect(await restoreBackup(pool, file)).toEqual(sums);
  expect((await pool.query("select family_name, given_names from person_identity")).rows).toEqual([
    { family_name: "Muster", given_names: "Țvetana" },
  ]);
  const [before, after] = [await checkJournal(source), await checkJournal(pool)];
  expect(after).toEqual(before);
  const trigger = pool.query("update legal_event set facts = '{}'");
  await expect(trigger).rejects.toThrow("append-only");
  await pool.end();
});

test("numbers go on where they were", async () => {
  const pool = await target("numbers");
  await source.query("select nextval('measure_number')");
  const again = join(folder, "zwei.gz");
  await writeBackup(source, again);
  await restoreBackup(pool, again);
  const { rows } = await pool.query("select nextval('measure_number')::int as n");
  expect(rows[0].n).toBeGreaterThan(1);
  await pool.end();
});

test.each([
  ["a cut file", (bytes: Buffer) => bytes.subarray(0, bytes.length - 200), /unvollständig|beschädigt/],
  ["another file", () => Buffer.from("kein gzip"), /unvollständig|beschädigt|keine Sicherung/],
  ["JSON of somebody else", () => gzipSync('{"a":1}\n'), /keine Sicherung/],
  [
    "a missing row",
    (bytes: Buffer) =>
      gzipSync(
        gunzipSync(bytes)
          .toString()
          .replace(/\{"rows":\[[^\]]*Muster[^\]]*\]\}/, '{"rows":[]}'),
      ),
    /Prüfsummen/,
  ],
  [
    "a foreign table name",
    (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().replace('{"table":"authority"', '{"table":"pg_authid"')),
    /unbekannte Tabelle/,
  ],
])("%s is refused and changes nothing", async (_, spoil, message) => {
  const pool = await target(`bad_${Math.random().toString(36).slice(2)}`);
  const bad = join(folder, "bad.gz");
  writeFileSync(bad, spoil(readFileSync(file)));
  const before = (await pool.query("select count(*)::int as n from authority")).rows;
  await expect(restoreBackup(pool, bad)).rejects.toThrow(message);
  expect((await pool.query("select count(*)::int as n from authority")).rows).toEqual(before);
  await pool.end();
});

test("a database with cases is not overwritten", async () => {
  await expect(restoreBackup(source, file)).rejects.toThrow("enthält schon Fälle");
});
