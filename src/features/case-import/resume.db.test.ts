/**
 * A process that is killed in mid-import leaves what its last commit left: `applyBatch(…, { parts })` stops there. A test
 * with a real kill -9 needs only the same three steps: upload and confirm, kill while `applied_count` grows, start
 * again and press „Fortsetzen“.
 */
import { afterAll, beforeEach, expect, test } from "vitest";
import { csvFile, fictionalTable } from "../../../test/fixtures/spreadsheets.ts";
import { startTestApp } from "../../../test/harness/app.ts";
import { checkJournal } from "../../platform/journal-check.ts";
import { openPool } from "../../platform/database/pool.ts";
import { applyBatch, startApplying } from "./apply-batch.ts";
import { judgeBatch } from "./judge-batch.ts";
import {
  caseCount,
  confirmColumns,
  fileOf,
  numbered,
  takeOver,
  upload,
  type Uploaded,
  verdictsOf,
} from "./import-steps.test-support.ts";
import { saveMapping } from "./save-mapping.ts";
import { findBatch } from "./queries.ts";

const app = await startTestApp();
afterAll(app.close);
const official = await app.as("witten-beispiel");
const rows = 450;
let at = 0;
let uploaded: Uploaded;

beforeEach(async () => {
  uploaded = await upload(official, fileOf(csvFile(numbered(fictionalTable(rows), `P${++at}`))));
  await confirmColumns(app, official, uploaded);
});

const inBackground = false;
const batchRow = async (): Promise<Record<string, unknown>> =>
  (await app.sql("select status, applied_count from import_batch where id = $1", [uploaded.id]))[0] ?? {};

test("killed after the first part, „Fortsetzen“ finishes it: nothing lost, nothing twice", async () => {
  const before = await caseCount(app);
  const context = await app.context("witten-beispiel");
  await startApplying(context, uploaded.id, { inBackground });
  await applyBatch(context, uploaded.id, context.today, { parts: 1 });
  expect(await caseCount(app)).toBe(before + 200);
  expect(await batchRow()).toEqual({ status: "running", applied_count: 200 });
  const page = await official.page(uploaded.path);
  for (const text of ["200 von 450 Zeilen", "Fortsetzen", "Aktualisieren", "<progress"]) expect(page).toContain(text);
  expect((await official.post(`${uploaded.path}/fortsetzen`)).status).toBe(303);
  await app.jobsDone();
  expect(await caseCount(app)).toBe(before + rows);
  expect(await batchRow()).toEqual({ status: "done", applied_count: rows });
  const opened = await app.sql("select case_id from journal where event = 'caseOpened' group by 1 having count(*) > 1");
  expect(opened).toEqual([]);
});

test("a part that fails leaves nothing of itself", async () => {
  const before = await caseCount(app);
  const context = await app.context("witten-beispiel");
  await startApplying(context, uploaded.id, { inBackground });
  await app.sql("create function t_fail() returns trigger language plpgsql as $$ begin raise exception 'Test'; end $$");
  await app.sql(`create trigger t_fail before update on import_row for each row
    when (new.row_no = 390 and new.applied_at is not null) execute function t_fail()`);
  await expect(applyBatch(context, uploaded.id, context.today)).rejects.toThrow("Test");
  await app.sql("drop trigger t_fail on import_row; drop function t_fail");
  expect(await caseCount(app)).toBe(before + 200);
  await applyBatch(context, uploaded.id, context.today);
  expect(await caseCount(app)).toBe(before + rows);
});

test("two jobs at the same time, and one more after the end, change nothing twice", async () => {
  const before = await caseCount(app);
  const context = await app.context("witten-beispiel");
  await startApplying(context, uploaded.id, { inBackground });
  const others = [await app.context("witten-beispiel"), await app.context("witten-beispiel")];
  await Promise.all(others.map((other) => applyBatch(other, uploaded.id, context.today)));
  await applyBatch(context, uploaded.id, context.today);
  expect(await caseCount(app)).toBe(before + rows);
  expect(await batchRow()).toEqual({ status: "done", applied_count: rows });
});

test("a case that somebody opened by hand meanwhile is renewed, not doubled", async () => {
  const context = await app.context("witten-beispiel");
  const other = await upload(official, fileOf(csvFile(numbered(fictionalTable(1), `P${at}`))));
  await confirmColumns(app, official, other);
  await takeOver(app, official, other);
  const before = await caseCount(app);
  await startApplying(context, uploaded.id, { inBackground });
  await applyBatch(context, uploaded.id, context.today);
  expect(await caseCount(app)).toBe(before + rows - 1);
});

test("a row that the database refuses is set aside with a reason, the others go on", async () => {
  const before = await caseCount(app);
  await app.sql(
    `update import_row set draft = jsonb_set(draft, '{person,familyName}', '""') where batch_id = $1 and row_no = 150`,
    [uploaded.id],
  );
  await takeOver(app, official, uploaded);
  expect(await caseCount(app)).toBe(before + rows - 1);
  expect(await verdictsOf(app, uploaded)).toEqual({ new: rows - 1, error: 1 });
  expect(await official.page(`${uploaded.path}?ergebnis=error`)).toContain("Die Datenbank hat die Zeile abgelehnt.");
});

test("judging goes on with the first row without a verdict, and stops when the import is discarded", async () => {
  const context = await app.context("witten-beispiel");
  const batch = await findBatch(context, uploaded.id);
  const assignment = new Map(
    (batch?.mapping ?? []).flatMap(({ column, field }) => (field ? [[column, field] as const] : [])),
  );
  await saveMapping(context, uploaded.id, assignment, { inBackground });
  await app.sql("update import_row set verdict = 'new' where batch_id = $1 and row_no <= 101", [uploaded.id]);
  await judgeBatch(context, uploaded.id, context.today);
  expect(await verdictsOf(app, uploaded)).toEqual({ new: rows });
  await official.post(`${uploaded.path}/verwerfen`, { verworfen: "on" });
  await judgeBatch(context, uploaded.id, context.today);
  await applyBatch(context, uploaded.id, context.today);
  expect(await batchRow()).toEqual({ status: "discarded", applied_count: 0 });
});

test("the journal of all this is whole", async () => {
  const pool = openPool(app.superuserUrl, 1);
  const reports = await checkJournal(pool);
  await pool.end();
  expect(reports.map(({ chain, ok }) => [chain, ok])).toEqual([["ABH-05954036", true]]);
});
