import { expect, test } from "vitest";
import { detailsOf } from "./entry-details.ts";

const id = "01a2223d-652b-77e4-876f-7a65ea1cc70c";

test.each([
  [
    { eventId: id, type: "requestAccepted", on: "2026-05-21", standing: "noDuty", deadlinesChanged: 2 },
    /^Art: .*[äöüa-z] · Tag: 21\.05\.2026 · Vollziehbarkeit: keine Ausreisepflicht · geänderte Fristen: 2$/,
  ],
  [{ number: "M-2026-0032/1", from: "gateCheck", to: "approved" }, /von: in Prüfung · nach: freigegeben$/],
  [{ number: "E-2026-0005", from: "contested", to: "mediation" }, /von: strittig · nach: in Vermittlung$/],
  [{ gate: "G29", answer: "yes" }, /^Prüfpunkt: G29 · Antwort: ja$/],
  [{ purpose: "deputy" }, /^Zweck: Vertretung$/],
  [{ from: "person, address" }, /^von: Person, Anschrift$/],
  [{ obstacleId: id, type: "travelDocumentMissing", on: "2026-10-29" }, /^Art: [A-ZÄÖÜ].* · Tag: 29\.10\.2026$/],
  [{ lateDays: null, told: ["ABH-05954036"] }, /^Tage verspätet: – · benachrichtigt: ABH-05954036$/],
])("%j is told in German", (data, expected) => {
  expect(detailsOf(data)).toMatch(expected);
  expect(detailsOf(data)).not.toMatch(/requestAccepted|travelDocumentMissing|[a-z][A-Z]/);
});

test("an entry that says nothing but its key has a dash, and an unknown word stays", () => {
  expect(detailsOf({ stop: id })).toBe("–");
  expect(detailsOf({ unheardOf: 3 })).toBe("unheardOf: 3");
});
