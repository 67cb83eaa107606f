/** Makes cases and measures through the services, as officials would, up to the point that a test needs. */
import { newId } from "../../src/kernel/id.ts";
import { openCase, recordEvent } from "../../src/features/case/index.ts";
import {
  answerGate,
  applyMeasureEvent,
  findMeasure,
  openMeasure,
  planMeasure,
  type StatedEvent,
} from "../../src/features/measure/index.ts";
import { gates } from "../../src/features/measure/domain/gates.ts";
import type { Context } from "../../src/platform/context.ts";
import type { TestApp } from "./app.ts";

let counter = 0;

/** An enforceable case of ABH Witten: threat served long ago, no period, voluntary return offered and declined. */
export async function enforceableCase(
  app: TestApp,
  names = { familyName: "Muster", givenNames: "Țvetana" },
): Promise<string> {
  const context = await app.context("witten-beispiel");
  const id = await context.change((change) =>
    openCase(
      change,
      {
        fileNumber: `31.30-${String(++counter).padStart(4, "0")}`,
        person: { ...names, birthDate: "1991-03-04", nationalities: ["998"] },
        address: { street: "Musterweg", houseNumber: "3", postcode: "58452", place: "Witten", ags: "05954036" },
      },
      [],
      context.today,
    ),
  );
  for (const { type, ...fields } of enforceableEvents) {
    const result = await recordEvent(context, id, { type, fields });
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  }
  await app.sql(
    `insert into voluntary_return (id, case_id, owner_id, status, offered_on, state)
     values ($1, $2, 'ABH-05954036', 'declined', '2026-02-01', '{}')`,
    [newId(), id],
  );
  await context.finish();
  return id;
}

const enforceableEvents = [
  { type: "obligationToLeaveArisen", on: "2026-01-05", enforceableBy: "law" },
  {
    type: "removalThreatServed",
    on: "2026-01-10",
    basis: "aufenthG59",
    targetStates: "Frankreich",
    instructionOnRemedies: "correct",
    claimSuspends: "no",
  },
  { type: "departurePeriodSet", on: "2026-01-10", until: "2026-02-10" },
];

export const openedMeasure = async (app: TestApp, caseId: string): Promise<string> => {
  const context = await app.context("witten-beispiel");
  const opened = await openMeasure(context, {
    id: newId(),
    caseId,
    kind: "removal",
    targetState: "FR",
    companions: [],
  });
  if (!opened.ok) throw new Error(opened.refusal);
  const planned = await planMeasure(context, opened.value, {
    startsAt: new Date("2026-12-01T05:15:00Z"),
    arrivesAt: new Date("2026-12-01T15:00:00Z"),
    place: "Musterweg 3, Witten",
    ags: "05954036",
    dwelling: false,
    note: undefined,
    seenVersion: 1,
  });
  if (!planned.ok) throw new Error(planned.refusal);
  return opened.value;
};

/** Answers every gate that people answer with yes. */
export async function answerAllGates(context: Context, measureId: string): Promise<void> {
  for (const gate of gates.filter(({ kind }) => kind === "answered")) {
    const result = await answerGate(context, measureId, {
      gate: gate.id,
      answer: "yes",
      reason: "geprüft",
      evidence: "Bl. 14",
      expiresOn: undefined,
    });
    if (!result.ok) throw new Error(`${gate.id}: ${result.refusal}`);
  }
}

/** Takes one step in the newest version; gives the refusal, if any. */
export async function step(context: Context, measureId: string, stated: StatedEvent) {
  const stored = await findMeasure(context, measureId);
  if (!stored) throw new Error("measure not visible");
  const result = await applyMeasureEvent(context, measureId, stored.version, stated);
  return result.ok ? undefined : result.refusal;
}
