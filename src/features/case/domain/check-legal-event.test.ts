import fc from "fast-check";
import { expect, test } from "vitest";
import { day } from "../../../kernel/day.ts";
import { checkLegalEvent } from "./check-legal-event.ts";
import { definitionOf, fieldsOf, legalEventTypes } from "./legal-event.ts";

const rejection = {
  on: "17.7.2026",
  kind: "asylumStandard",
  instructionOnRemedies: "correct",
  removalActIncluded: "true",
  targetStates: " Testland ",
};
const messages = (type: string, raw: Record<string, unknown>, today?: string) => {
  const result = checkLegalEvent(type, raw, today ? day(today) : undefined);
  return result.ok ? [] : result.refusal;
};

test("a filled form becomes a legal event with days, booleans and trimmed text", () => {
  expect(checkLegalEvent("decisionServed", rejection)).toEqual({
    ok: true,
    value: {
      type: "decisionServed",
      on: day("2026-07-17"),
      kind: "asylumStandard",
      instructionOnRemedies: "correct",
      removalActIncluded: true,
      targetStates: "Testland",
    },
  });
});

test("what was recorded is read back from its JSON unchanged", () => {
  const first = checkLegalEvent("departurePeriodSet", { on: "2026-12-01", days: 30 });

  expect(first.ok && checkLegalEvent("departurePeriodSet", JSON.parse(JSON.stringify(first.value)))).toEqual(first);
});

test("an empty optional field is left out, a field nobody asked for is dropped", () => {
  const result = checkLegalEvent("suspensionIssued", {
    on: "2026-10-01",
    reason: "b-aa",
    until: "",
    state: "enforceable",
  });

  expect(result).toEqual({ ok: true, value: { type: "suspensionIssued", on: day("2026-10-01"), reason: "b-aa" } });
});

test.each([
  ["a type that does not exist", "expulsion", {}, "type", "Diese Art von Ereignis gibt es nicht."],
  ["a type named like a property of every object", "constructor", {}, "type", "Diese Art von Ereignis gibt es nicht."],
  ["no day", "died", {}, "on", "Geben Sie ein: Verstorben am."],
  [
    "a day that does not exist",
    "died",
    { on: "31.02.2026" },
    "on",
    "Das Datum „31.02.2026“ gibt es nicht. Schreiben Sie es wie 31.07.2026.",
  ],
  [
    "a day in words",
    "died",
    { on: "gestern" },
    "on",
    "Das Datum „gestern“ gibt es nicht. Schreiben Sie es wie 31.07.2026.",
  ],
  ["no choice", "claimFiled", { on: "2026-07-20" }, "procedure", "Wählen Sie aus: Verfahren."],
  [
    "a choice that is not offered",
    "claimFiled",
    { on: "2026-07-20", procedure: "criminal" },
    "procedure",
    "„criminal“ steht nicht zur Auswahl: Verfahren.",
  ],
  [
    "a choice named like a property of every object",
    "claimFiled",
    { on: "2026-07-20", procedure: "toString" },
    "procedure",
    "„toString“ steht nicht zur Auswahl: Verfahren.",
  ],
  [
    "no answer to yes or no",
    "decisionServed",
    { ...rejection, removalActIncluded: "" },
    "removalActIncluded",
    "Wählen Sie aus: Der Bescheid enthält die Abschiebungsandrohung oder -anordnung.",
  ],
  [
    "a strange answer to yes or no",
    "decisionServed",
    { ...rejection, removalActIncluded: "vielleicht" },
    "removalActIncluded",
    "Wählen Sie ja oder nein: Der Bescheid enthält die Abschiebungsandrohung oder -anordnung.",
  ],
  [
    "zero days",
    "departurePeriodSet",
    { on: "2026-12-01", days: "0" },
    "days",
    "Geben Sie eine ganze Zahl ab 1 ein: Tage.",
  ],
  [
    "half a day",
    "departurePeriodSet",
    { on: "2026-12-01", days: "7,5" },
    "days",
    "Geben Sie eine ganze Zahl ab 1 ein: Tage.",
  ],
  [
    "days and an end at once",
    "departurePeriodSet",
    { on: "2026-12-01", days: "30", until: "2026-12-31" },
    "days",
    "Geben Sie entweder die Zahl der Tage oder das Ende der Frist ein.",
  ],
  [
    "neither days nor end",
    "departurePeriodSet",
    { on: "2026-12-01" },
    "days",
    "Geben Sie entweder die Zahl der Tage oder das Ende der Frist ein.",
  ],
  [
    "an end that is no later",
    "departurePeriodSet",
    { on: "2026-12-01", until: "2026-12-01" },
    "until",
    "Das Ende der Frist muss nach dem Tag liegen, an dem sie gesetzt ist.",
  ],
  [
    "an extension that ends before it begins",
    "departurePeriodExtended",
    { on: "2026-12-01", until: "2026-11-30", reason: "Probe" },
    "until",
    "Das Ende der Frist muss nach dem Tag der Verlängerung liegen.",
  ],
  [
    "a Duldung that ends before it begins",
    "suspensionIssued",
    { on: "2026-12-01", reason: "b-aa", until: "2026-11-30" },
    "until",
    "Die Duldung kann nicht vor dem Tag enden, an dem sie erteilt ist.",
  ],
  [
    "a Duldung for a reason the AZR does not know",
    "suspensionIssued",
    { on: "2026-12-01", reason: "b-zz" },
    "reason",
    "„b-zz“ steht nicht zur Auswahl: Duldungsgrund.",
  ],
  [
    "a stop that ends before its order",
    "groupSuspensionOrdered",
    { on: "2026-12-01", until: "2026-11-30" },
    "until",
    "Der Abschiebungsstopp kann nicht vor seiner Anordnung enden.",
  ],
  [
    "a title that runs out before it is granted",
    "residenceTitleGranted",
    { on: "2026-12-01", validUntil: "2026-11-30" },
    "validUntil",
    "Der Aufenthaltstitel kann nicht vor dem Tag ablaufen, an dem er erteilt ist.",
  ],
  [
    "a threat without target state",
    "decisionServed",
    { ...rejection, targetStates: " " },
    "targetStates",
    "Nennen Sie den Zielstaat, den die Androhung oder Anordnung bezeichnet.",
  ],
  [
    "a threat that says it contains none",
    "decisionServed",
    { ...rejection, kind: "residenceThreat", removalActIncluded: "false" },
    "removalActIncluded",
    "Eine Abschiebungsandrohung ist hier der Bescheid selbst: wählen Sie „ja“.",
  ],
  [
    "a waiver without threat",
    "decisionServed",
    { ...rejection, removalActIncluded: "nein", noDeparturePeriodReason: "publicOrder" },
    "noDeparturePeriodReason",
    "Ohne Abschiebungsandrohung gibt es keine Ausreisefrist, von der abgesehen wird.",
  ],
  [
    "a ground of the AufenthG in an asylum decision",
    "decisionServed",
    { ...rejection, noDeparturePeriodReason: "inCustody" },
    "noDeparturePeriodReason",
    "Dieser Grund gehört nicht zu diesem Verfahren. Wählen Sie einen Grund des Verfahrens oder keinen.",
  ],
  [
    "a ground of the AsylG in a threat under § 59",
    "removalThreatServed",
    {
      on: "2026-12-01",
      basis: "aufenthG59",
      instructionOnRemedies: "correct",
      targetStates: "Testland",
      noDeparturePeriodReason: "riskOfAbsconding",
    },
    "noDeparturePeriodReason",
    "Dieser Grund gehört nicht zu diesem Verfahren. Wählen Sie einen Grund des Verfahrens oder keinen.",
  ],
  [
    "an EU destination without the right of stay",
    "departed",
    { on: "2026-12-01", manner: "voluntary", proof: "other", destination: "euState" },
    "entryAllowed",
    "Geben Sie an, ob Einreise und Aufenthalt dort erlaubt sind (§ 50 Abs. 3 AufenthG).",
  ],
  [
    "a correction without reason",
    "eventCorrected",
    { on: "2026-12-01", corrects: "event-1" },
    "reason",
    "Geben Sie ein: Begründung.",
  ],
  [
    "a text without end",
    "eventCorrected",
    { on: "2026-12-01", corrects: "event-1", reason: "x".repeat(2001) },
    "reason",
    "Höchstens 2000 Zeichen: Begründung.",
  ],
  [
    "control characters",
    "eventCorrected",
    { on: "2026-12-01", corrects: "event-1", reason: "Probe\u0000" },
    "reason",
    "Der Text enthält unlesbare Steuerzeichen: Begründung.",
  ],
])("%s is refused at its field", (_, type, raw, field, message) => {
  expect(messages(type, raw)).toEqual([{ field, message }]);
});

test.each([[["a", "b"]], [{ toString: null }], [new Date(0)]])("a list, an object or a time is no day: %j", (on) => {
  expect(messages("died", { on }).map(({ field }) => field)).toEqual(["on"]);
});

test("a day may be given as a day", () => {
  expect(checkLegalEvent("died", { on: day("2026-11-20") })).toEqual({
    ok: true,
    value: { type: "died", on: day("2026-11-20") },
  });
});

test("every wrong field is named at once", () => {
  expect(messages("departurePeriodExtended", {}).map(({ field }) => field)).toEqual(["on", "until", "reason"]);
});

test("a fact of tomorrow is refused where the day is known, and accepted on the day itself", () => {
  const message = "Dieser Tag liegt in der Zukunft. Erfassen Sie ein Ereignis erst, wenn es eingetreten ist.";

  expect(messages("died", { on: "2026-11-22" }, "2026-11-21")).toEqual([{ field: "on", message }]);
  expect(messages("died", { on: "2026-11-21" }, "2026-11-21")).toEqual([]);
});

test("anything at all is either read or refused at a named field, never thrown", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...legalEventTypes),
      fc.dictionary(fc.string(), fc.anything()),
      fc.anything(),
      (type, raw, on) => {
        const result = checkLegalEvent(type, { ...raw, on });
        const names = fieldsOf(type).map(({ name }) => name);
        if (!result.ok) for (const { field } of result.refusal) expect(names).toContain(field);
        else expect(result.value.type).toBe(type);
      },
    ),
    { numRuns: 2000 },
  );
});

test.each(legalEventTypes)("%s has German labels, a norm with its version, and choices to pick from", (type) => {
  const { label, norm } = definitionOf(type);

  expect(label).toMatch(/^[A-ZÄÖÜ]/);
  expect(norm.norm).toMatch(/§|Art\.|^Hausregel/);
  expect(norm.version).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  for (const field of fieldsOf(type)) {
    expect(field.label).toMatch(/^[A-ZÄÖÜ]/);
    if (field.kind === "choice") expect(Object.keys(field.choices).length).toBeGreaterThan(1);
  }
});
