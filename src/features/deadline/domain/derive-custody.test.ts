/** Custody and its credits, the hour rule, asylum application from custody, and the entry ban with its suspension. */
import { describe, expect, test } from "vitest";
import { deriveDeadlines } from "./derive.ts";
import { derive, event, factsOf, line, lineOf, lines } from "./derive.testing.ts";

const detention = event("custodyStarted", "2026-09-15", { kind: "removalDetention", length: "P6M" });
const maximum = (events: Parameters<typeof lineOf>[1]) => lineOf("custodyMaximum", events).at(-1);

describe("§ 62 Abs. 4 AufenthG", () => {
  test("the order and the total of 18 months are two clocks (V39)", () => {
    expect(lines([detention])).toEqual([
      "custodyMaximum D20 running 2028-03-14",
      "custodyOrder D20 running 2027-03-14",
    ]);
  });

  test("28 and 14 earlier days are credited (V40)", () => {
    const events = [
      event("custodyStarted", "2026-06-01", { kind: "departureCustody" }),
      event("custodyEnded", "2026-06-28"),
      event("custodyStarted", "2026-07-13", { kind: "cooperationDetention" }),
      event("custodyEnded", "2026-07-26"),
      detention,
    ];
    expect(maximum(events)).toBe("custodyMaximum D20 running 2028-02-01");
  });

  test("a court names the last day, or lengthens to another; days from another file are credited", () => {
    const until = { kind: "removalDetention", until: "2026-12-14", days: 42 };
    const order = event("custodyStarted", "2026-09-15", until);
    expect(lines([order])).toEqual(["custodyMaximum D20 running 2028-02-01", "custodyOrder D20 running 2026-12-14"]);
    const longer = event("custodyExtended", "2026-12-10", { until: "2027-02-28" });
    expect(lineOf("custodyOrder", [order, longer])).toEqual(["custodyOrder D20 running 2027-02-28"]);
  });

  test("overlapping days are credited once", () => {
    const events = [
      event("custodyStarted", "2026-06-01", { kind: "departureCustody" }),
      event("custodyEnded", "2026-06-28", { of: "custodyStarted 2026-06-01" }),
      event("custodyStarted", "2026-06-20", { kind: "preparatoryDetention" }),
      event("custodyEnded", "2026-07-12", { of: "custodyStarted 2026-06-20" }),
      detention,
    ];
    // 1 June to 12 July are 42 days.
    expect(maximum(events)).toBe("custodyMaximum D20 running 2028-02-01");
  });

  test("one custody that passes into the next on one day: the end belongs to the first", () => {
    const first = event("custodyStarted", "2026-09-01", { kind: "departureCustody" });
    const end = event("custodyEnded", "2026-09-15");
    expect(lines([first, end, detention])).toEqual([
      "custodyData D62.detention running 2027-03-15",
      "custodyMaximum D20 running 2028-02-29",
      "custodyMaximum D23 ended 2026-09-28",
      "custodyOrder D20 running 2027-03-14",
    ]);
  });

  test("an earlier custody without recorded end counts up to the next start, and is a finding", () => {
    const open = event("custodyStarted", "2026-09-01", { kind: "departureCustody" });
    const { deadlines, findings } = deriveDeadlines(factsOf([open, detention]));
    expect(findings).toMatchObject([{ event: open.id, code: "custodyEndMissing" }]);
    expect(
      deadlines
        .filter(({ slot }) => slot === "custodyMaximum")
        .map(line)
        .at(-1),
    ).toBe("custodyMaximum D20 running 2028-02-29");
  });

  test("credits that use up 18 months leave no day: refused, not a past date", () => {
    const long = event("custodyStarted", "2024-03-01", { kind: "removalDetention", length: "P18M" });
    const events = [long, event("custodyEnded", "2025-08-31"), detention];
    const { deadlines, findings } = deriveDeadlines(factsOf(events));
    expect(deadlines.findLast(({ slot }) => slot === "custodyMaximum")).toMatchObject({ state: "refused" });
    expect(findings).toMatchObject([{ code: "creditUsesEverything" }]);
  });

  test("an extension sets the order's new end, never the maximum", () => {
    const extended = event("custodyExtended", "2027-03-01", { length: "P9M" });
    expect(lines([detention, extended])).toEqual([
      "custodyMaximum D20 running 2028-03-14",
      "custodyOrder D20 running 2027-06-14",
    ]);
  });

  test("an order longer than the law allows is refused with its field", () => {
    const { findings } = deriveDeadlines(
      factsOf([event("custodyStarted", "2026-09-15", { kind: "cooperationDetention", length: "P15D" })]),
    );
    expect(findings).toMatchObject([{ code: "lengthOutsideSpan" }]);
  });
});

describe("other clocks of custody", () => {
  test("without judge until the end of the following day (V41), ended by the order of the court", () => {
    const seized = event("administrativeCustodyStarted", "2026-12-04", { at: "2026-12-04T10:00" });
    expect(lines([seized])).toEqual(["administrativeCustody D24 running 2026-12-05"]);
    const ordered = event("custodyStarted", "2026-12-05", { kind: "departureCustody" });
    expect(lineOf("administrativeCustody", [seized, ordered])).toEqual(["administrativeCustody D24 ended 2026-12-05"]);
  });

  test("an asylum application from custody ends the detention after four weeks (V58)", () => {
    expect(lines([event("asylumApplicationFromCustody", "2026-11-23")])).toEqual([
      "asylumFromCustody D27 running 2026-12-21",
    ]);
  });
});

describe("the entry ban", () => {
  const ban = event("entryBanSet", "2027-03-01", { length: "P30M" });
  const left = event("departed", "2027-03-15", { manner: "removal" });
  const here = event("reentered", "2028-01-10");

  test("waits for the departure", () => {
    expect(lines([ban])).toEqual(["entryBan D60 waiting Ausreise"]);
  });

  test("starts with it, and the deletion follows its end (V44)", () => {
    expect(lines([ban, left])).toEqual(["entryBan D60 running 2029-09-15", "removalData D61 running 2039-09-15"]);
  });

  test("is suspended while the person is here unlawfully, with an open end (§ 11 Abs. 9)", () => {
    const [deadline] = derive([ban, left, here]);
    expect(deadline).toMatchObject({ state: "suspended", waitingFor: "erneute Ausreise" });
    expect(lineOf("removalData", [ban, left, here])).toEqual([]);
  });

  test("continues afterwards, longer by the days of the stay (V46)", () => {
    const again = event("leftAgain", "2028-04-09");
    expect(lines([ban, left, here, again])).toEqual([
      "entryBan D60 running 2029-12-15",
      "removalData D61 running 2039-12-15",
    ]);
  });

  test("seen twice without having left, the stay counts from the first time", () => {
    const events = [ban, left, here, event("reentered", "2028-03-01"), event("leftAgain", "2028-04-09")];
    expect(lineOf("entryBan", events)).toEqual(["entryBan D60 running 2029-12-15"]);
  });

  test("a re-entry after its end suspends nothing", () => {
    expect(lineOf("entryBan", [ban, left, event("reentered", "2029-09-16")])).toEqual([
      "entryBan D60 running 2029-09-15",
    ]);
  });

  test("the register keeps a removal until the quarter of the 90th birthday, and says that the shorter period governs", () => {
    const [record] = derive([event("born", "1990-05-17"), left]).filter(({ rule }) => rule === "D62.removal");
    expect(record?.deadline?.legalEnd.toString()).toBe("2080-06-30");
    expect(record?.notes[0]).toContain("§ 36 Abs. 1 AZRG");
  });
});
