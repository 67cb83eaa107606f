/** New holidays or a new catalogue: running deadlines are counted anew once, differences are kept and told, a stop loses nothing. */
import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { calculationVersion } from "../deadline/index.ts";
import { openCase } from "./index.ts";
import { recalculate } from "./recalculate.ts";
import { checkLegalEvent } from "./domain/check-legal-event.ts";

const app = await startTestApp();
afterAll(app.close);
const now = new Date("2026-11-23T07:14:00Z");

async function newCase(fileNumber: string): Promise<string> {
  const context = await app.context("witten-beispiel");
  const event = checkLegalEvent("removalAnnounced", { on: "2026-11-20" });
  const person = { familyName: "Probe", givenNames: "Ķārlis", birthDate: "1991-03-04", nationalities: [] };
  const events = event.ok ? [event.value] : [];
  const id = await context.change((change) =>
    openCase(change, { fileNumber, person, address: {} }, events, context.today),
  );
  await context.finish();
  return id;
}

const cases = [await newCase("31.30-9001"), await newCase("31.30-9002")].toSorted();
const [first = "", second = ""] = cases;
const basis = async () =>
  (await app.sql("select version, renewed, changed, finished_at is not null as finished from deadline_basis"))[0];
const storeWrongEnd = (id: string) =>
  app.sql("update case_deadline set legal_end = '2026-12-24' where case_id = $1", [id]);
const endsOf = async (id: string) =>
  (await app.sql("select legal_end::text as end from case_deadline where case_id = $1", [id])).map(({ end }) => end);

test("the first start counts once, finds nothing different, and the next start does nothing", async () => {
  await recalculate(app.pool, now);
  const version = calculationVersion();
  expect(await basis()).toEqual({ version, renewed: 2, changed: 0, finished: true });
  await storeWrongEnd(first);
  await recalculate(app.pool, now);
  expect(await endsOf(first)).toEqual(["2026-12-24"]);
});

test("with another version what differs is renewed, kept with its reason and told to the official of the case", async () => {
  const before = await app.sql("select version from case_file where id = $1", [first]);
  await recalculate(app.pool, now, "Feiertage neu");
  expect(await basis()).toEqual({ version: "Feiertage neu", renewed: 2, changed: 1, finished: true });
  expect(await endsOf(first)).toEqual(["2026-12-20"]);
  const why = "war 24.12., ist jetzt 20.12., weil Feiertage oder Rechenregeln berichtigt wurden";
  expect(await app.sql("select case_id, text, cause, notify, changed_by from deadline_change")).toEqual([
    { case_id: first, text: why, cause: "calculation", notify: true, changed_by: null },
  ]);
  const official = await app.as("witten-beispiel");
  expect(await official.page("/arbeitsvorrat?art=deadlineChanges")).toContain(why);
  expect(await official.page(`/faelle/${first}/ansicht/fristen`)).toContain("Regeln oder Feiertage erneuert");
  // A form that somebody has open can still be sent.
  expect(await app.sql("select version from case_file where id = $1", [first])).toEqual(before);
  const entries = await app.sql("select officer_id, actor_role from journal where event = 'deadlinesChanged'");
  expect(entries).toEqual([{ officer_id: null, actor_role: "caseworker" }]);
});

test("a program that stopped in between goes on behind the last case that was committed", async () => {
  await app.sql(
    "update deadline_basis set version = 'unterbrochen', finished_at = null, renewed = 1, changed = 0, reached_owner = 'ABH-05954036', reached_case = $1",
    [first],
  );
  await storeWrongEnd(first);
  await storeWrongEnd(second);
  await recalculate(app.pool, now, "unterbrochen");
  expect(await basis()).toEqual({ version: "unterbrochen", renewed: 2, changed: 1, finished: true });
  expect([await endsOf(first), await endsOf(second)]).toEqual([["2026-12-24"], ["2026-12-20"]]);
});

test("two processes at once count each case once", async () => {
  await Promise.all([recalculate(app.pool, now, "zwei"), recalculate(app.pool, now, "zwei")]);
  expect(await basis()).toMatchObject({ renewed: 2, changed: 1, finished: true });
});

test("the version follows the holidays and each row of the catalogue", () => {
  const [plain, holidays, rows] = [
    calculationVersion(),
    calculationVersion([], "9.9"),
    calculationVersion([{ id: "D01" }]),
  ];
  expect(new Set([plain, holidays, rows]).size).toBe(3);
  expect(plain).toMatch(/^Rechnung \d+, Feiertage \d+\.\d+\.\d+, Katalog [0-9a-f]{8}$/);
});
