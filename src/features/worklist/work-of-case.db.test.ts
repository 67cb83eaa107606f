/** The case page never says that nothing is to be done while the work queue has a line of that case. */
import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { enforceableCase, openedMeasure } from "../../../test/harness/prepared-case.ts";
import { newId } from "../../kernel/id.ts";

const app = await startTestApp();
afterAll(app.close);

const { officerId } = await app.actor("witten-beispiel");
const caseId = await enforceableCase(app);
const other = await enforceableCase(app);
const official = await app.as("witten-beispiel");

const stepsOf = async (id: string): Promise<string> => {
  const html = await official.page(`/faelle/${id}`);
  const text = html.slice(html.indexOf("Nächste Schritte")).replaceAll(/<[^>]*>/g, " ");
  return text.slice(0, text.indexOf("Freiwillige Ausreise ")).replaceAll(/\s+/g, " ");
};

const request = (status: string, waiting: string) =>
  app.sql(
    `insert into request (id, number, type, case_id, owner_id, addressee_id, addressee_capacity, status, state, waiting_for,
       waiting_since, answer_due_at, created_by)
     values ($1, $2, 'enforcementAssistance', $3, 'ABH-05954036', 'KPB-PP-BOCHUM', 'districtPolice', $4, '{}', $5,
       '2026-11-22T09:00:00Z', '2026-11-25T11:00:00Z', $6)`,
    [newId(), `E-2026-9${status.length}`, caseId, status, waiting, officerId],
  );

test("a measure that must be checked is an open task", async () => {
  expect(await stepsOf(caseId)).not.toContain("Offene Aufgaben");
  await openedMeasure(app, caseId);
  const steps = await stepsOf(caseId);
  expect(steps).toMatch(/Offene Aufgaben Prüfung beginnen: M-/);
  expect(steps).not.toContain("nichts zu tun");
});

test("a request without an answer waits for others, a question waits for us, with its time", async () => {
  await request("sent", "addressee");
  expect(await stepsOf(caseId)).toMatch(/Wartet auf andere Antwort abwarten: E-2026-94 , Polizeipräsidium Bochum – 25/);
  await request("question", "owner");
  expect(await stepsOf(caseId)).toMatch(/Offene Aufgaben .*Rückfrage beantworten: E-2026-98 .*25\.11\.2026, 12:00 Uhr/);
});

test("another case has none of it", async () => {
  expect(await stepsOf(other)).not.toMatch(/Wartet auf andere|Offene Aufgaben/);
});
