/** The procedure with another state under both regimes: silence, suspension, extension with its preconditions, reappearing. */
import { describe, expect, test } from "vitest";
import { deriveDeadlines } from "./derive.ts";
import { derive, event, factsOf, lineOf, lines } from "./derive.testing.ts";

const accepted = event("requestAccepted", "2026-10-19");
const proof = { fact: "Abwesend bei drei Vorsprachen", evidence: "Vermerk Bl. 12" };

describe("under Reg. (EU) 2024/1351", () => {
  test("registration starts two months, a hit one month; the request ends both (V22)", () => {
    const events = [event("applicationRegistered", "2026-07-06"), event("hitReceived", "2026-07-10")];
    expect(lines(events, "AMMR")).toEqual([
      "request AMMR D30 running 2026-09-07",
      "request AMMR D30.hit running 2026-08-10",
    ]);
    const asked = event("takeChargeRequested", "2026-08-03", { onHit: true });
    expect(lineOf("request", [...events, asked], "AMMR")).toEqual([
      "request AMMR D30 ended 2026-09-07",
      "request AMMR D30.hit ended 2026-08-10",
    ]);
  });

  test("silence confirms on the last day, and the transfer period is projected from it in both readings (V26, V28)", () => {
    const deadlines = derive([event("takeBackNotified", "2026-10-05")], "AMMR");
    const transfer = deadlines.find(({ slot }) => slot === "transferPeriod");
    expect(transfer?.deadline?.readings.map(({ day }) => day.toString())).toEqual(["2027-04-19", "2027-04-20"]);
    expect(transfer?.deadline?.planOn.toString()).toBe("2027-04-19");
    expect(transfer?.notes[0]).toContain("sofern");
  });

  test("a refusal leaves no acceptance to count from", () => {
    const events = [event("takeBackNotified", "2026-10-05"), event("requestRefused", "2026-10-12")];
    expect(lines(events, "AMMR")).toEqual(["answer AMMR D32.confirm ended 2026-10-19"]);
  });

  test("the answer of another state is counted with its calendar", () => {
    const asked = event("takeChargeRequested", "2026-09-26");
    const { deadlines } = deriveDeadlines(factsOf([asked], "AMMR", "AT"));
    const answer = deadlines.find(({ slot }) => slot === "answer");
    expect(answer?.deadline).toMatchObject({ calendar: "AT" });
    expect(answer?.deadline?.legalEnd.toString()).toBe("2026-10-27");
    expect(deadlines.find(({ slot }) => slot === "transferPeriod")?.deadline?.calendar).toBe("DE-NW");
  });

  test("the acceptance starts decision and transfer; the transfer ends it", () => {
    expect(lines([accepted], "AMMR")).toEqual([
      "transferDecision AMMR D33 running 2026-11-02",
      "transferPeriod AMMR D35 running 2027-04-19",
    ]);
    const gone = event("departed", "2027-03-01", { manner: "transfer" });
    expect(lineOf("transferPeriod", [accepted, gone], "AMMR")).toEqual(["transferPeriod AMMR D35 ended 2027-04-19"]);
  });

  test("a remedy with suspensive effect interrupts; the final decision starts six new months", () => {
    const stopped = event("suspensiveEffectOrdered", "2026-11-10", { procedure: "euTransfer" });
    expect(lineOf("transferPeriod", [accepted, stopped], "AMMR")).toEqual([
      "transferPeriod AMMR D35 interrupted Endgültige Entscheidung über den Rechtsbehelf mit aufschiebender Wirkung",
    ]);
    const final = event("claimDismissedFinal", "2027-02-01", { procedure: "euTransfer" });
    expect(lineOf("transferPeriod", [accepted, stopped, final], "AMMR")).toEqual([
      "transferPeriod AMMR D35 running 2027-08-02",
    ]);
  });

  test("a rejected motion gives a second reading; the earlier one is planned on", () => {
    const rejected = event("urgentMotionRejected", "2026-11-20", { procedure: "euTransfer" });
    const transfer = derive([accepted, rejected], "AMMR").find(({ slot }) => slot === "transferPeriod");
    expect(transfer?.deadline?.readings.map(({ day }) => day.toString())).toEqual(["2027-04-19", "2027-05-20"]);
    expect(transfer?.deadline?.planOn.toString()).toBe("2027-04-19");
  });

  test("absconding extends to three years from informing the other state (V31)", () => {
    const extended = event("transferExtended", "2027-01-14", {
      ...proof,
      ground: "absconding",
      informedOn: "2027-01-15",
    });
    expect(lineOf("transferPeriod", [accepted, extended], "AMMR")).toEqual([
      "transferPeriod AMMR D36.absconded running 2030-01-15",
    ]);
  });

  test.each([
    ["without a fact", { ...proof, fact: "", informedOn: "2027-01-15" }, "die Tatsache"],
    ["without evidence", { ...proof, evidence: "", informedOn: "2027-01-15" }, "der Beleg"],
    ["without information", proof, "die Unterrichtung"],
    ["with information after the end", { ...proof, informedOn: "2027-04-20" }, "erst nach Ablauf"],
  ])("an extension %s changes nothing and is a finding", (_, fields, text) => {
    const { deadlines, findings } = deriveDeadlines(
      factsOf([accepted, event("transferExtended", "2027-01-14", fields)], "AMMR"),
    );
    expect(deadlines.find(({ slot }) => slot === "transferPeriod")?.deadline?.legalEnd.toString()).toBe("2027-04-19");
    expect(findings).toMatchObject([{ code: "extensionNotEffective" }]);
    expect(findings[0]?.text).toContain(text);
  });

  test("information on the very last day is in time; three years later is Good Friday", () => {
    const extended = event("transferExtended", "2027-04-19", { ...proof, informedOn: "2027-04-19" });
    expect(lineOf("transferPeriod", [accepted, extended], "AMMR")).toEqual([
      "transferPeriod AMMR D36.absconded running 2030-04-23",
    ]);
  });

  test("imprisonment extends to one year from the acceptance", () => {
    const extended = event("transferExtended", "2027-01-14", {
      ...proof,
      ground: "imprisonment",
      informedOn: "2027-01-15",
    });
    expect(lineOf("transferPeriod", [accepted, extended], "AMMR")).toEqual([
      "transferPeriod AMMR D36.imprisoned running 2027-10-19",
    ]);
  });

  test("reappearing with less than three of the six months left gives three fresh months (V32)", () => {
    const extended = event("transferExtended", "2027-01-14", { ...proof, informedOn: "2027-01-15" });
    const back = event("availableAgain", "2027-03-01");
    expect(lineOf("transferPeriod", [accepted, extended, back], "AMMR")).toEqual([
      "transferPeriod AMMR D37 running 2027-06-01",
    ]);
  });

  test("reappearing with more than three months left gives what is left of the six, not the three years", () => {
    const extended = event("transferExtended", "2026-11-10", { ...proof, informedOn: "2026-11-11" });
    const back = event("availableAgain", "2026-12-01");
    expect(lineOf("transferPeriod", [accepted, extended, back], "AMMR")).toEqual([
      "transferPeriod AMMR D35 running 2027-04-19",
    ]);
  });

  test("in detention five weeks run beside the six months; release ends only the five weeks (V34)", () => {
    const events = [
      event("custodyStarted", "2026-11-10", { kind: "transferDetention" }),
      event("requestAccepted", "2026-11-16"),
    ];
    expect(lineOf("transferFromCustody", events, "AMMR")).toEqual([
      "transferFromCustody AMMR D29.transfer running 2026-12-21",
    ]);
    const released = event("custodyEnded", "2026-12-21");
    expect(lineOf("transferFromCustody", [...events, released], "AMMR")).toEqual([
      "transferFromCustody AMMR D29.transfer ended 2026-12-21",
    ]);
    expect(lineOf("transferPeriod", [...events, released], "AMMR")).toEqual([
      "transferPeriod AMMR D35 running 2027-05-18",
    ]);
  });

  test("detained before the request: one week to ask, one week to answer", () => {
    const events = [
      event("custodyStarted", "2026-11-10", { kind: "transferDetention" }),
      event("takeChargeRequested", "2026-11-12"),
    ];
    expect(lineOf("requestFromCustody", events, "AMMR")).toEqual([
      "requestFromCustody AMMR D29.request.detained ended 2026-11-17",
    ]);
    expect(lineOf("answer", events, "AMMR")).toEqual(["answer AMMR D29.answer running 2026-11-19"]);
  });
});

describe("under Dublin III, for old cases", () => {
  test("the transfer period does not roll (V18)", () => {
    expect(lines([event("requestAccepted", "2025-08-31")], "DublinIII")).toEqual([
      "transferPeriod DublinIII D40.transfer running 2026-02-28",
    ]);
  });

  test("silence after a hit: both readings, the earlier planned on (V19)", () => {
    const deadlines = derive([event("takeBackNotified", "2026-03-13", { onHit: true })], "DublinIII");
    const transfer = deadlines.find(({ slot }) => slot === "transferPeriod")?.deadline;
    expect(transfer?.readings.map(({ day }) => day.toString())).toEqual(["2026-09-27", "2026-09-28"]);
    expect(transfer?.planOn.toString()).toBe("2026-09-25");
  });

  test("absconding extends to 18 months from the acceptance (V21)", () => {
    const events = [
      event("requestAccepted", "2026-02-27"),
      event("transferExtended", "2026-07-01", { ...proof, informedOn: "2026-07-02" }),
    ];
    expect(lineOf("transferPeriod", events, "DublinIII")).toEqual([
      "transferPeriod DublinIII D40.absconded running 2027-08-27",
    ]);
  });
});

describe("while the regime is unsettled", () => {
  const events = [event("requestAccepted", "2026-08-31")];

  test("both results are shown and the earlier is planned on", () => {
    expect(lineOf("transferPeriod", events, "unsettled")).toEqual([
      "transferPeriod DublinIII D40.transfer running 2027-02-28",
      "transferPeriod AMMR D35 running 2027-03-01 (nicht geplant)",
    ]);
  });

  test("nobody determined it: the same", () => {
    expect(lineOf("transferPeriod", events)).toEqual(lineOf("transferPeriod", events, "unsettled"));
  });

  test("after absconding 18 months are earlier than three years", () => {
    const extended = event("transferExtended", "2026-09-10", { ...proof, informedOn: "2026-09-14" });
    expect(lineOf("transferPeriod", [...events, extended], "unsettled")).toEqual([
      "transferPeriod DublinIII D40.absconded running 2028-02-29",
      "transferPeriod AMMR D36.absconded running 2029-09-14 (nicht geplant)",
    ]);
  });

  test("an answer by silence is earlier under the new regulation", () => {
    expect(lineOf("answer", [event("takeChargeRequested", "2026-07-06")], "unsettled")).toEqual([
      "answer DublinIII D40.answer running 2026-09-06 (nicht geplant)",
      "answer AMMR D31 running 2026-08-06",
    ]);
  });
});
