/** "war …, ist jetzt …, weil …": each kind of change with the reason that the derivation shows. */
import { describe, expect, test } from "vitest";
import type { CaseEvent, CaseFacts } from "./case-events.ts";
import { deriveDeadlines } from "./derive.ts";
import { event, factsOf } from "./derive.testing.ts";
import { difference } from "./difference.ts";

function changes(before: readonly CaseEvent[], after: readonly CaseEvent[]): string[] {
  const [was, is] = [before, after].map((list) => deriveDeadlines(factsOf(list, "AMMR")).deadlines);
  return difference(was ?? [], is ?? []).map(({ title, text }) => `${title}: ${text}`);
}

const served = event("decisionServed", "2026-10-19", { kind: "asylumStandard" });

describe("a change is named with its reason", () => {
  test("a corrected day of service moves everything that hangs on it", () => {
    const correction: CaseEvent = {
      ...event("eventCorrected", "2026-10-26", { corrects: served.id }),
      reason: "Zahlendreher",
    };
    const right = event("decisionServed", "2026-10-21", { kind: "asylumStandard" });
    expect(changes([served], [served, correction, right])).toEqual([
      "Klagefrist: war 02.11., ist jetzt 04.11., weil der Beginn jetzt am 21.10.2026 liegt (vorher 19.10.2026)",
      "Begründung der Klage: war 19.11., ist jetzt 23.11., weil der Beginn jetzt am 21.10.2026 liegt (vorher 19.10.2026)",
      "Ausreisefrist 30 Tage: war 02.12., ist jetzt 04.12., weil der Beginn jetzt am 04.11.2026 liegt (vorher 02.11.2026)",
    ]);
  });

  test("another rule, with both years where they differ", () => {
    const accepted = event("requestAccepted", "2026-10-19");
    const extended = event("transferExtended", "2027-01-14", { fact: "x", evidence: "y", informedOn: "2027-01-15" });
    expect(changes([accepted], [accepted, extended])).toEqual([
      "Überstellungsfrist nach Untertauchen, Widerstand oder selbst herbeigeführter Reiseunfähigkeit: war 19.04.2027, ist jetzt 15.01.2030, " +
        "weil jetzt »Überstellungsfrist nach Untertauchen, Widerstand oder selbst herbeigeführter Reiseunfähigkeit« gilt (Art. 46 Abs. 2 UAbs. 1 VO (EU) 2024/1351)",
    ]);
  });

  test("another length, credited days, suspended days", () => {
    const custody = event("custodyStarted", "2026-09-15", { kind: "removalDetention", length: "P3M" });
    const longer = event("custodyExtended", "2026-12-01", { length: "P5M" });
    expect(changes([custody], [custody, longer])[0]).toContain(
      "weil die Dauer jetzt 5 Monate beträgt (vorher 3 Monate)",
    );
    const earlier = [
      event("custodyStarted", "2026-06-01", { kind: "departureCustody" }),
      event("custodyEnded", "2026-06-10"),
    ];
    const credited = changes([custody], [...earlier, custody]).find((text) => text.startsWith("Gesamtdauer"));
    expect(credited).toContain("weil jetzt 10 Tage angerechnet werden (vorher 0)");
    const ban = [event("entryBanSet", "2027-03-01", { length: "P30M" }), event("departed", "2027-03-15")];
    const stay = [event("reentered", "2028-01-10"), event("leftAgain", "2028-04-09")];
    expect(changes(ban, [...ban, ...stay])[0]).toContain("weil der Lauf jetzt 91 Tage gehemmt war (vorher 0)");
  });

  test("another calendar", () => {
    const facts = (authority: string): CaseFacts => ({
      events: [event("decisionServed", "2027-05-13", { kind: "asylumStandard" })],
      calendars: { authority },
    });
    const [mv, nw] = ["DE-MV", "DE-NW"].map((calendar) => deriveDeadlines(facts(calendar)).deadlines);
    expect(difference(mv ?? [], nw ?? [])[0]?.text).toBe(
      "war 27.05., ist jetzt 28.05., weil jetzt der Kalender DE-NW gilt (vorher DE-MV)",
    );
  });

  test("a state that changes, a deadline that comes and one that goes", () => {
    const claim = event("claimFiled", "2026-10-30", { procedure: "asylum" });
    expect(changes([served], [served, claim])).toEqual([
      "Klagefrist: war laufend bis 02.11.2026, ist jetzt beendet",
      "Ausreisefrist 30 Tage: war laufend bis 02.12.2026, ist jetzt ohne Beginn",
    ]);
    expect(changes([], [served])[0]).toBe("Klagefrist: neu: 02.11.2026");
    expect(changes([served], [])[0]).toBe("Klagefrist: entfällt (war 02.11.2026)");
  });

  test("what did not change is not named", () => {
    expect(changes([served], [served, event("removalAnnounced", "2026-12-01")])).toHaveLength(1);
  });
});
