import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { day } from "../../../kernel/day.ts";
import { defaultConfig, emptyDraft, type AssistanceDraft } from "./assistance.ts";
import { answered, draft, finalAssessment, statement, today } from "./assistance-examples.ts";
import { assistanceSlices, diagram } from "./assistance-type.ts";
import { newAssessment } from "./hazard-assessment.ts";
import { readyToSend } from "./readiness.ts";
import { taskList, taskStatusLabels, type TaskStatus, type Topic } from "./tasks.ts";

const base = { assessment: finalAssessment(), today, config: defaultConfig, seen: new Set<Topic>() };
const signs = (input: Partial<typeof base> & { draft: AssistanceDraft }) =>
  Object.fromEntries(taskList({ ...base, ...input }).map(({ topic, status }) => [topic, status]));

describe("the task list", () => {
  test("has the eight topics in their order, three of them mandatory", () => {
    const list = taskList({ ...base, draft: draft() });
    expect(list.map(({ title }) => title)).toEqual([
      "Maßnahme: Grund und Rechtsgrundlage",
      "Gefährdungsbewertung",
      "Personen",
      "Unterkunft und Einsatzort",
      "Kräfte vor Ort und Erreichbarkeit",
      "Meldezeit und Meldeort (Vorschlag)",
      "Gerichtsbeschlüsse",
      "Mitzeichnung",
    ]);
    expect(list.filter(({ mandatory }) => mandatory).map(({ topic }) => topic)).toEqual([
      "measure",
      "hazardAssessment",
      "forces",
    ]);
  });

  test("of an empty request has begun nowhere, and shows what was only looked at", () => {
    expect(signs({ draft: emptyDraft, assessment: newAssessment(), seen: new Set<Topic>(["persons"]) })).toEqual({
      measure: "notStarted",
      hazardAssessment: "notStarted",
      persons: "seen",
      place: "notStarted",
      forces: "notStarted",
      meeting: "notStarted",
      courtOrders: "notStarted",
      coSignature: "notApplicable",
    });
  });

  test.each<[string, Topic, Partial<typeof base> & { draft: AssistanceDraft }, TaskStatus]>([
    [
      "a reason but no legal basis",
      "measure",
      { draft: draft({ legalBasis: { norms: [], freeText: "" } }) },
      "incomplete",
    ],
    [
      "a start in the past",
      "measure",
      { draft: draft({ plannedStart: { on: day("2026-11-22"), time: "06:00" } }) },
      "blocked",
    ],
    ["all of it", "measure", { draft: draft() }, "done"],
    [
      "an assessment that is not final",
      "hazardAssessment",
      { draft: draft(), assessment: answered(statement()) },
      "incomplete",
    ],
    [
      "an assessment that is too old",
      "hazardAssessment",
      { draft: draft(), config: { ...defaultConfig, assessmentMaxAgeDays: 1 } },
      "blocked",
    ],
    [
      "a number by day only",
      "forces",
      { draft: draft({ caseworker: { name: "A. Beispiel", phone: "0000 12-340", nightPhone: "" } }) },
      "incomplete",
    ],
    ["a time without a place", "meeting", { draft: draft({ meeting: { time: "05:45", place: "" } }) }, "incomplete"],
    [
      "an order still to come",
      "courtOrders",
      { draft: draft({ courtOrders: { need: "required", kinds: ["searchWarrant"], orders: [] } }) },
      "incomplete",
    ],
    [
      "no order needed",
      "courtOrders",
      { draft: draft({ courtOrders: { need: "none", reason: "öffentlicher Ort" } }) },
      "notApplicable",
    ],
    [
      "a signature that is missing",
      "coSignature",
      { draft: draft(), config: { ...defaultConfig, coSignatureRequired: true } },
      "notStarted",
    ],
    [
      "a signature that is there",
      "coSignature",
      { draft: draft({ coSignedBy: "L. Probe" }), config: { ...defaultConfig, coSignatureRequired: true } },
      "done",
    ],
  ])("with %s shows at %s its sign", (_, topic, input, status) => {
    expect(signs(input)[topic]).toBe(status);
  });

  test("and the rule for sending agree: mandatory tasks done means ready", () => {
    const inputs = [draft(), draft({ reason: "" }), draft({ caseworker: emptyDraft.caseworker }), emptyDraft];
    for (const each of inputs) {
      const done = taskList({ ...base, draft: each }).every(({ mandatory, status }) => !mandatory || status === "done");
      expect(readyToSend(each, base.assessment, today, defaultConfig).ok).toBe(done);
    }
  });

  test("uses the six agreed signs, each with its word", () => {
    expect(
      Object.values(taskStatusLabels)
        .map(({ sign }) => sign)
        .join(""),
    ).toBe("○◔◑✚–■");
  });
});

test("each field of a request reaches the police by exactly one slice, except the signature inside the authority", () => {
  const sent = assistanceSlices.flatMap(({ fields }) => fields);
  const own = Object.keys(emptyDraft).filter((field) => !(sent as string[]).includes(field));
  expect(own).toEqual(["coSignedBy"]);
  expect(new Set(sent).size).toBe(sent.length);
  expect(assistanceSlices.map(({ compartment }) => compartment)).not.toContain("medicalSealed");
});

test("docs/domain/vollzugshilfe.md shows the stages as they are", () => {
  expect(readFileSync(new URL("../../../../docs/domain/vollzugshilfe.md", import.meta.url), "utf8")).toContain(
    diagram(),
  );
});
