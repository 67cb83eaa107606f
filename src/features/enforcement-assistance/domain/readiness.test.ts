import { describe, expect, test } from "vitest";
import { day } from "../../../kernel/day.ts";
import { copyForNextAttempt, defaultConfig, emptyDraft, type AssistanceDraft } from "./assistance.ts";
import { draft, finalAssessment, statement, today } from "./assistance-examples.ts";
import { newAssessment } from "./hazard-assessment.ts";
import { readyToSend, warnings, type Missing } from "./readiness.ts";
import { vagueWords } from "./wording.ts";

const config = defaultConfig;

describe("a request for police assistance", () => {
  test("is ready to be sent when it is complete", () => {
    expect(readyToSend(draft(), finalAssessment(), today, config)).toEqual({ ok: true, value: undefined });
  });

  test.each<[string, Partial<AssistanceDraft>, Missing]>([
    ["a reason", { reason: "  " }, "reason"],
    ["a legal basis", { legalBasis: { norms: [], freeText: " " } }, "legalBasis"],
    ["a planned start", { plannedStart: undefined }, "plannedStart"],
    [
      "a planned start that is not past",
      { plannedStart: { on: day("2026-11-22"), time: "06:15" } },
      "plannedStartInPast",
    ],
    [
      "the caseworker's number at night",
      { caseworker: { name: "A. Beispiel", phone: "0000 12-340", nightPhone: "" } },
      "caseworkerReachability",
    ],
    [
      "the caseworker's name",
      { caseworker: { name: "", phone: "0000 12-340", nightPhone: "0000 12-345" } },
      "caseworkerReachability",
    ],
  ])("is not sent without %s", (_, change, missing) => {
    expect(readyToSend(draft(change), finalAssessment(), today, config)).toEqual({ ok: false, refusal: [missing] });
  });

  test.each<[string, Parameters<typeof readyToSend>[1], number | undefined, Missing]>([
    ["a draft of the assessment", newAssessment(), undefined, "assessmentNotFinalised"],
    ["an assessment older than configured", finalAssessment(), 2, "assessmentTooOld"],
    [
      "an assessment with an expired statement",
      finalAssessment(statement({ expiresOn: day("2026-11-21") })),
      undefined,
      "assessmentStatementExpired",
    ],
  ])("is not sent with %s", (_, assessment, assessmentMaxAgeDays, missing) => {
    expect(readyToSend(draft(), assessment, today, { ...config, assessmentMaxAgeDays })).toEqual({
      ok: false,
      refusal: [missing],
    });
  });

  test("names everything that is missing at once", () => {
    const result = readyToSend(emptyDraft, newAssessment(), today, { ...config, coSignatureRequired: true });
    expect(result).toEqual({
      ok: false,
      refusal: [
        "reason",
        "legalBasis",
        "plannedStart",
        "assessmentNotFinalised",
        "caseworkerReachability",
        "coSignature",
      ],
    });
  });

  test.each([
    ["no earlier attempt, no persons, no forces of its own", { persons: [], forcesOnSite: [] }],
    ["no proposal for the meeting", { meeting: { time: "", place: "" } }],
    ["a court order still to come", { courtOrders: { need: "undecided" } as const }],
    ["a legal basis in free text", { legalBasis: { norms: [], freeText: "§ 58a AufenthG" } }],
    ["a start today", { plannedStart: { on: today, time: "14:00" } }],
  ])("is sent with %s", (_, change) => {
    expect(readyToSend(draft(change), finalAssessment(), today, config).ok).toBe(true);
  });

  test("asks for dates, orders and signature again for the next attempt", () => {
    const place = { address: "Musterweg 3", municipality: "Herne", accommodationFindings: "Hund" };
    const copy = copyForNextAttempt(draft({ coSignedBy: "L. Probe", nightFacts: "Abflug 05:00", place }));
    expect(copy).toMatchObject({
      plannedStart: undefined,
      courtOrders: { need: "undecided" },
      coSignedBy: "",
      nightFacts: "",
      place: { ...place, municipality: "" },
    });
    expect(copy.reason).toBe(draft().reason);
  });
});

describe("a warning", () => {
  const codes = (change: Partial<AssistanceDraft>, assessment = finalAssessment()) =>
    warnings(draft(change), assessment, config).map(({ code }) => code);

  test("does not appear for a complete request by day", () => {
    expect(codes({})).toEqual([]);
  });

  test.each([
    ["nobody has decided on a court order", { need: "undecided" } as const],
    [
      "the warrant is only applied for",
      {
        need: "required",
        kinds: ["searchWarrant"],
        orders: [{ kind: "searchWarrant", state: "appliedFor", court: "AG Musterstadt", on: today }],
      } as const,
    ],
  ])("appears while %s", (_, courtOrders) => {
    expect(codes({ courtOrders })).toEqual(["courtOrderMissing"]);
  });

  test.each([
    ["20:59", []],
    ["21:00", ["nightWithoutFacts"]],
    ["00:00", ["nightWithoutFacts"]],
    ["05:59", ["nightWithoutFacts"]],
    ["06:00", []],
  ])("at %s without facts for the night: %j", (time, expected) => {
    expect(codes({ plannedStart: { on: day("2026-11-24"), time } })).toEqual(expected);
    expect(
      codes({ plannedStart: { on: day("2026-11-24"), time }, nightFacts: "Abflug 07:10, Anfahrt 2 Std." }),
    ).toEqual([]);
  });

  test("asks for the fact behind a vague word, in the request and in the assessment", () => {
    const assessment = finalAssessment(statement({ text: "Gilt als aggressiv." }));
    const found = warnings(draft({ reason: "Die Person ist renitent." }), assessment, config);
    expect(found.map((warning) => ("word" in warning ? warning.word : ""))).toEqual(["renitent", "aggressiv"]);
  });

  test.each([
    ["renitentes Verhalten", ["renitentes"]],
    ["RENITENZ ist kein Wort der Liste, Renitente schon", ["Renitente"]],
    ["gilt als polizeibekannt und renitent, sehr renitent", ["polizeibekannt", "renitent"]],
    ["ungefährlicher Hund", []],
    ["Am 26.10. schlug die Person mit der Faust gegen die Tür.", []],
    ["", []],
  ])("finds the vague words in „%s“", (text, words) => {
    expect(vagueWords(text).map(({ word }) => word)).toEqual(words);
  });
});
