import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  causeLabels,
  checkFailure,
  failureCauses,
  failurePhases,
  plausibleCauses,
  type FailureCause,
} from "./outcome.ts";
import { outcomeSchemes, schemeCategories, type SchemeId } from "./outcome-schemes.ts";

describe("a failure", () => {
  test.each([
    ["a cause that is expected in its phase", "pickup", "notEncountered", "", true],
    ["an unknown cause without text", "pickup", "unknown", "  ", false],
    ["an unknown cause with text", "pickup", "unknown", "Vermerk fehlt, wird nachgereicht", true],
    ["an unexpected cause without text", "inFlight", "churchAsylum", "", false],
    ["an unexpected cause with text", "inFlight", "churchAsylum", "Nachricht erst im Flug", true],
  ] as const)("with %s", (_, phase, cause, text, accepted) => {
    expect(checkFailure({ phase, cause, text }).ok).toBe(accepted);
  });

  test("always finds plausible causes, in every phase, and knows our own fault in each", () => {
    expect(failurePhases).toHaveLength(8);
    expect(failureCauses).toHaveLength(19);
    for (const phase of failurePhases) expect(plausibleCauses(phase)).toContain("dataOrOrganisationalError");
  });

  test("has no cause that only says that something was cancelled", () => {
    expect(Object.values(causeLabels).filter((label) => /storn|abgesagt|sonstig/i.test(label))).toEqual([]);
  });
});

type Published = { year: string; place: string; item: string; value: number };
const published: Published[] = readFileSync(
  new URL("../../../../data/reference/statistik_rueckfuehrung.csv", import.meta.url),
  "utf8",
)
  .split("\n")
  .map((line) => line.split(","))
  .filter(([, , , topic]) => topic === "gescheiterte Abschiebungen")
  .map(([year = "", , place = "", , item = "", value = ""]) => ({ year, place, item, value: Number(value) }));
const figure = (year: string, place: string, item: string) =>
  published.find((row) => row.year === year && row.place === place && row.item === item)?.value ?? 0;

/** Counts measures, given as causes with their number, by the category of a scheme. */
const countBy = (scheme: SchemeId, measures: Partial<Record<FailureCause, number>>) => {
  const counts: Record<string, number> = {};
  for (const [cause, count] of Object.entries(measures) as [FailureCause, number][]) {
    const category = outcomeSchemes[scheme].categoryOf("pickup", cause);
    counts[category] = (counts[category] ?? 0) + count;
  }
  return counts;
};
const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0);

describe("the published schemes", () => {
  test.each(["2014", "2015", "2016", "2017", "2018"])("give the table of LT-Drs. MV 7/3066 for %s", (year) => {
    const item = (reason: string) => figure(year, "MV", `Grund: ${reason}`);
    const counts = countBy("mv", {
      notEncountered: item("untergetaucht") - 7,
      absconded: 7,
      legalRemedy: item("Rechtsmittel"),
      churchAsylum: item("Kirchenasyl"),
      resistance: item("Renitenz"),
      medical: item("sonstige") - 1,
      familyIncomplete: 1,
    });
    expect(counts).toEqual({
      untergetaucht: item("untergetaucht"),
      Rechtsmittel: item("Rechtsmittel"),
      Kirchenasyl: item("Kirchenasyl"),
      Renitenz: item("Renitenz"),
      sonstige: item("sonstige"),
    });
    expect(sum(counts)).toBe(figure(year, "MV", "gesamt"));
  });

  test("give the evaluation of NRW for 2023: 2,757 cases, 1,877 of them not encountered", () => {
    const counts = countBy("nrw2023", {
      notEncountered: 1877 - 511,
      absconded: 511,
      medical: figure("2023", "NW", "ausgewertet: gesundheitlich nicht reisefähig"),
      churchAsylum: figure("2023", "NW", "ausgewertet: Kirchenasyl"),
      receivingStateRefusal: figure("2023", "NW", "ausgewertet: Aufnahme durch Zielstaat verweigert"),
      resistance: figure("2023", "NW", "ausgewertet: Widerstand"),
    });
    expect((counts["nicht angetroffen: übrige"] ?? 0) + (counts["nicht angetroffen: untergetaucht"] ?? 0)).toBe(
      figure("2023", "NW", "ausgewertet: nicht angetroffen"),
    );
    expect(sum(counts)).toBe(figure("2023", "NW", "ausgewertete Fälle"));
  });

  test.each([
    ["pickup", "notEncountered", "vor Übergabe: nicht erfolgte Zuführung"],
    ["booked", "documentProblem", "vor Übergabe: Stornierung des Ersuchens"],
    ["transport", "legalRemedy", "vor Übergabe: sonstige"],
    ["airport", "resistance", "während/nach Übergabe: Widerstand"],
    ["boarding", "carrierRefusal", "während/nach Übergabe: Beförderungsverweigerung"],
    ["arrival", "receivingStateRefusal", "während/nach Übergabe: sonstige"],
  ] as const)("split the federal figures at the hand-over: %s, %s", (phase, cause, category) => {
    expect(outcomeSchemes.federal.categoryOf(phase, cause)).toBe(category);
  });

  test.each([
    ["federal", 8],
    ["nrw2023", 8],
    ["mv", 5],
    ["bw", 11],
  ] as const)("%s has %s lines, and every cause in every phase is in one of them", (scheme, lines) => {
    const listed = schemeCategories(outcomeSchemes[scheme]);
    expect(listed).toHaveLength(lines);
    for (const phase of failurePhases)
      for (const cause of failureCauses) expect(listed).toContain(outcomeSchemes[scheme].categoryOf(phase, cause));
  });
});
