/** After a stop by a court nobody goes on before the file says what the court decided: gate G07, in the domain and in the database. */
import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { enforceableCase, openedMeasure } from "../../../test/harness/prepared-case.ts";
import { newId } from "../../kernel/id.ts";
import { recordEvent } from "../case/index.ts";

const app = await startTestApp();
afterAll(app.close);

const official = await app.as("witten-beispiel");

async function stoppedCase(reason: string): Promise<string> {
  const caseId = await enforceableCase(app);
  const measure = await openedMeasure(app, caseId);
  const form = { id: newId(), reason, source: "Probe, Anruf 06:40", on: "23.11.2026", at: "06:40" };
  expect((await official.post(`/massnahmen/${measure}/stopp`, form)).status).toBe(303);
  return caseId;
}

const closedGate = async (measureId: string): Promise<unknown> =>
  (await app.sql("select app.closed_gate(m) as gate from measure m where id = $1", [measureId]))[0]?.["gate"];

async function record(caseId: string, type: string, fields: Record<string, unknown>): Promise<string> {
  const context = await app.context("witten-beispiel");
  const recorded = await recordEvent(context, caseId, { type, fields });
  await context.finish();
  if (!recorded.ok) throw new Error(JSON.stringify(recorded.refusal));
  return recorded.value.eventId;
}

const rejected = { on: "2026-11-23", procedure: "residence", forum: "administrativeCourt" };
const unexplained = "Das Gericht hat den Vollzug am 23.11.2026 gestoppt";

test("a new attempt after a court's stop waits for the court's decision, also past the program", async () => {
  const caseId = await stoppedCase("court");
  const next = await openedMeasure(app, caseId);
  expect(await official.page(`/massnahmen/${next}`)).toContain(`${unexplained}; seine Entscheidung ist nicht`);
  expect(await official.page(`/faelle/${caseId}`)).toContain("Entscheidung des Gerichts erfassen");
  expect(await closedGate(next)).toBe("G07");

  const event = await record(caseId, "urgentMotionRejected", rejected);
  expect(await official.page(`/massnahmen/${next}`)).not.toContain(unexplained);
  expect(await official.page(`/faelle/${caseId}`)).not.toContain("Entscheidung des Gerichts erfassen");
  expect(await closedGate(next)).not.toBe("G07");

  await record(caseId, "eventCorrected", { on: "2026-11-23", corrects: event, reason: "falscher Fall" });
  expect(await official.page(`/massnahmen/${next}`)).toContain(unexplained);
  expect(await closedGate(next)).toBe("G07");
});

test("a stop for another reason asks for no decision of a court", async () => {
  const caseId = await stoppedCase("authority");
  const next = await openedMeasure(app, caseId);
  expect(await official.page(`/massnahmen/${next}`)).not.toContain("seine Entscheidung ist nicht");
  expect(await closedGate(next)).not.toBe("G07");
});

test("a decision recorded before the stop explains nothing", async () => {
  const caseId = await enforceableCase(app);
  await record(caseId, "urgentMotionRejected", rejected);
  const measure = await openedMeasure(app, caseId);
  const form = { id: newId(), reason: "court", source: "Probe, Anruf", on: "23.11.2026", at: "06:40" };
  await official.post(`/massnahmen/${measure}/stopp`, form);
  expect(await closedGate(await openedMeasure(app, caseId))).toBe("G07");
});
