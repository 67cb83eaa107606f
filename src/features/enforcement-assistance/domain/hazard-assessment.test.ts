import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { day } from "../../../kernel/day.ts";
import { answered, finalAssessment, statement, today } from "./assistance-examples.ts";
import {
  answerSource,
  assessmentFault,
  finalise,
  newAssessment,
  protectiveMeasures,
  type HazardAssessment,
} from "./hazard-assessment.ts";
import { statementGaps, type HazardStatement, type StatementGap } from "./hazard-statement.ts";

const review = (assessment: HazardAssessment, reviewer = "b.muster") => finalise(assessment, { reviewer, on: today });

describe("a statement", () => {
  test.each<[StatementGap, Partial<HazardStatement>]>([
    ["text", { text: " " }],
    ["origin", { origin: "" }],
    ["datedInFuture", { dated: day("2026-11-24") }],
    ["concerns", { concerns: [] }],
    ["protectiveMeasure", { protectiveMeasure: { kind: "none", reason: "" } }],
    ["personsRemark", { personsRemark: { kind: "heard", text: "" } }],
    ["legalBasis", { legalBasis: "" }],
    ["expired", { expiresOn: day("2026-11-22") }],
  ])("shows the gap %s", (gap, change) => {
    expect(statementGaps(statement(change), today)).toEqual([gap]);
  });

  test("counts through its last day, and may need no protective measure for a reason", () => {
    const complete = statement({
      expiresOn: today,
      protectiveMeasure: { kind: "none", reason: "betrifft nur den Zugang" },
    });
    expect(statementGaps(complete, today)).toEqual([]);
  });
});

describe("a hazard assessment", () => {
  test("is final when all three sources have answered and another person has reviewed it", () => {
    expect(review(answered(statement()))).toMatchObject({ ok: true, value: { status: "final", reviewer: "b.muster" } });
  });

  test("asks all three sources, also when nothing else is there", () => {
    expect(review(newAssessment())).toEqual({
      ok: false,
      refusal: [
        { what: "sourceOpen", source: "ownFindings" },
        { what: "sourceOpen", source: "policeFindings" },
        { what: "sourceOpen", source: "prosecutorFindings" },
      ],
    });
  });

  test.each([
    ["findings without a statement", answered(), "b.muster", [{ what: "noStatement", source: "ownFindings" }]],
    [
      "no findings, but without saying who answered",
      answerSource(answered(statement()), "policeFindings", { result: "noFindings", answeredOn: today, reference: "" }),
      "b.muster",
      [{ what: "referenceMissing", source: "policeFindings" }],
    ],
    [
      "an incomplete statement",
      answered(statement({ id: "s7", text: "" })),
      "b.muster",
      [{ what: "text", source: "ownFindings", statement: "s7" }],
    ],
    ["its author as reviewer", answered(statement()), "a.beispiel", [{ what: "reviewerIsAuthor" }]],
    ["nobody as reviewer", answered(statement()), "", [{ what: "reviewerMissing" }]],
  ])("is not final with %s", (_, assessment, reviewer, gaps) => {
    expect(review(assessment, reviewer)).toEqual({ ok: false, refusal: gaps });
  });

  test("is open again after any change", () => {
    const changed = answerSource(finalAssessment(), "policeFindings", { result: "open" });
    expect([changed.status, assessmentFault(changed, today, undefined)]).toEqual(["draft", "notFinalised"]);
  });

  test.each([
    ["no limit is configured", undefined, "2027-11-20", "2027-12-31", undefined],
    ["it is as old as the limit", 5, "2026-11-25", "2026-12-31", undefined],
    ["it is a day older than the limit", 5, "2026-11-26", "2026-12-31", "tooOld"],
    ["a statement has expired meanwhile", undefined, "2026-11-24", "2026-11-23", "statementExpired"],
  ])("finalised on 2026-11-20, when %s", (_, maxAgeDays, on, expiresOn, fault) => {
    const assessment = finalAssessment(statement({ expiresOn: day(expiresOn) }));
    expect(assessmentFault(assessment, day(on), maxAgeDays)).toBe(fault);
  });

  test("results in a list of protective measures, each once, and in nothing else", () => {
    const assessment = finalAssessment(
      statement({ id: "1" }),
      statement({
        id: "2",
        nature: "assessment",
        text: "Solidarisierung möglich.",
        protectiveMeasure: { kind: "planned", text: "Sprachmittlung" },
      }),
      statement({ id: "3" }),
      statement({ id: "4", protectiveMeasure: { kind: "none", reason: "bereits abgedeckt" } }),
    );
    expect(protectiveMeasures(assessment)).toEqual(["zivile Kleidung", "Sprachmittlung"]);
  });
});

describe("nothing in this folder sums a person up", () => {
  const folder = new URL(".", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.includes(".test."));
  const types = files.flatMap((name) => {
    const code = readFileSync(new URL(name, folder), "utf8").replaceAll(/\/\*\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    return [...code.matchAll(/^(?:export )?type ([\s\S]*?);$(?=\n(?:\n|\/|export|type|const|$))/gm)].map(([text]) => ({
      name,
      text,
    }));
  });

  test("finds the types it has to look at", () => {
    expect(types.length).toBeGreaterThan(20);
    expect(types.map(({ text }) => text).join("\n")).toContain("reliability: Reliability");
  });

  test("no type or field is named like a score, a rank, a level or a traffic light", () => {
    const forbidden =
      /score|rank|rating|level|points|ampel|traffic|colou?r|severity|probab|predict|riskClass|dangerous/i;
    expect(types.filter(({ text }) => forbidden.test(text))).toEqual([]);
  });

  test("no field of a statement or an assessment is a number", () => {
    const hazard = types.filter(({ name }) => name.startsWith("hazard-"));
    expect(hazard.length).toBeGreaterThan(5);
    expect(hazard.filter(({ text }) => /\bnumber\b|\bbigint\b/.test(text))).toEqual([]);
  });

  test("no field could carry a diagnosis, an asylum reason or a register number", () => {
    expect(types.filter(({ text }) => /diagnos|icd|asylumReason|azr/i.test(text))).toEqual([]);
  });
});
