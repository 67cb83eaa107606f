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
const sums = await writeBackup(source, file);

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
