import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "../../../kernel/day.ts";
import { voluntaryReturnDiagram, voluntaryReturnLabels } from "./voluntary-return-diagram.ts";
import {
  changeVoluntaryReturn,
  holdsForcedPlanning,
  offer,
  possibleEvents,
  type VoluntaryReturn,
  type VoluntaryReturnEvent,
  voluntaryReturnRefusals,
  type VoluntaryReturnStatus,
  voluntaryReturnStatuses,
} from "./voluntary-return.ts";

const on = day("2026-11-02");
const programme = "REAG/GARP 2.0";
const states: Record<VoluntaryReturnStatus, VoluntaryReturn> = {
  offered: offer(on),
  counselled: { status: "counselled", on, by: "Beratungsstelle Musterstadt" },
  applied: { status: "applied", on, programme },
  approved: { status: "approved", on, programme, validUntil: day("2027-02-01") },
  booked: { status: "booked", on, programme, departureOn: day("2026-12-01") },
  departed: { status: "departed", on, proof: "exitCertificate" },
  declined: { status: "declined", on, statement: "" },
  withdrawn: { status: "withdrawn", on, reason: "Erkrankung" },
  expired: { status: "expired", on, reason: "Bewilligung abgelaufen" },
};
const events: Record<VoluntaryReturnEvent["type"], VoluntaryReturnEvent> = {
  offered: { type: "offered", on },
  counselled: { type: "counselled", on, by: " Beratungsstelle Musterstadt ", isIndependent: true },
  applied: { type: "applied", on, programme, consequencesExplained: true },
  approved: { type: "approved", on, validUntil: day("2027-02-01") },
  booked: { type: "booked", on, departureOn: day("2026-12-01") },
  departed: { type: "departed", on, proof: "exitCertificate" },
  declined: { type: "declined", on, statement: "möchte bleiben" },
  withdrawn: { type: "withdrawn", on, reason: "Erkrankung" },
  expired: { type: "expired", on: day("2027-02-02"), reason: "Bewilligung abgelaufen" },
};

test("the way from the offer to the proven departure", () => {
  const way = ["counselled", "applied", "approved", "booked", "departed"] as const;
  let state: VoluntaryReturn = offer(on);
  for (const type of way) {
    const next = changeVoluntaryReturn(state, events[type]);
    if (!next.ok) throw new Error(`${state.status} → ${type}: ${next.refusal}`);
    state = next.value;
    expect(state).toEqual(states[type]);
  }
});

test.each([
  ["offered", ["counselled", "departed", "declined", "expired"]],
  ["counselled", ["counselled", "applied", "departed", "declined", "expired"]],
  ["applied", ["approved", "departed", "withdrawn", "expired"]],
  ["approved", ["booked", "departed", "withdrawn", "expired"]],
  ["booked", ["booked", "departed", "withdrawn", "expired"]],
  ["departed", []],
  ["declined", ["offered", "counselled", "departed"]],
  ["withdrawn", ["offered", "departed"]],
  ["expired", ["offered", "departed"]],
] as const)("from %s these steps are possible: %j", (status, expected) => {
  expect(possibleEvents(status)).toEqual(expected);
});

describe("what the table does not name is refused", () => {
  const impossible = voluntaryReturnStatuses.flatMap((status) =>
    (Object.keys(events) as VoluntaryReturnEvent["type"][])
      .filter((type) => !possibleEvents(status).includes(type))
      .map((type) => [status, type] as const),
  );
  test.each(impossible)("%s → %s", (status, type) => {
    expect(changeVoluntaryReturn(states[status], events[type])).toEqual({ ok: false, refusal: "notPossible" });
  });
});

test.each([
  ["counselling by nobody", "offered", { ...events.counselled, by: " " }, "counsellorMissing"],
  ["counselling that is not independent", "offered", { ...events.counselled, isIndependent: false }, "notIndependent"],
  [
    "an application without explained consequences",
    "counselled",
    { ...events.applied, consequencesExplained: false },
    "consequencesNotExplained",
  ],
  ["an application without programme", "counselled", { ...events.applied, programme: "" }, "programmeMissing"],
  ["a booking into the past", "approved", { ...events.booked, departureOn: day("2026-11-01") }, "departureInPast"],
  ["a departure without proof", "booked", { ...events.departed, proof: "none" }, "proofMissing"],
  ["a withdrawal without reason", "applied", { ...events.withdrawn, reason: "" }, "reasonMissing"],
  ["an expiry without reason", "offered", { ...events.expired, reason: "" }, "reasonMissing"],
  ["an expiry of a valid approval", "approved", { ...events.expired, on: day("2027-02-01") }, "notYetExpired"],
  ["an expiry before the booked day", "booked", { ...events.expired, on: day("2026-12-01") }, "notYetExpired"],
] as const)("%s is refused", (_, status, event, refusal) => {
  expect(changeVoluntaryReturn(states[status], event as VoluntaryReturnEvent)).toEqual({ ok: false, refusal });
});

test("every refusal has a German sentence", () => {
  for (const text of Object.values(voluntaryReturnRefusals)) expect(text).toMatch(/^[A-ZÄÖÜ].*\.$/);
});

test("only an approved or booked return holds forced planning (G28)", () => {
  expect(voluntaryReturnStatuses.filter((status) => holdsForcedPlanning(states[status]))).toEqual([
    "approved",
    "booked",
  ]);
});

test("whatever happened before, a person who has not left can always leave, with proof", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...Object.values(events)), { maxLength: 20 }), (sequence) => {
      let state: VoluntaryReturn = offer(on);
      for (const event of sequence) {
        const next = changeVoluntaryReturn(state, event);
        if (next.ok) state = next.value;
      }
      fc.pre(state.status !== "departed");
      expect(changeVoluntaryReturn(state, events.departed)).toEqual({ ok: true, value: states.departed });
    }),
  );
});

test("no sequence reaches a booking without independent counselling and an explained application", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...Object.values(events)), { maxLength: 20 }), (sequence) => {
      let state: VoluntaryReturn = offer(on);
      const passed = new Set<string>();
      for (const event of sequence) {
        const next = changeVoluntaryReturn(state, event);
        if (!next.ok) continue;
        state = next.value;
        passed.add(state.status);
      }
      if (passed.has("booked"))
        expect([...passed]).toEqual(expect.arrayContaining(["counselled", "applied", "approved"]));
    }),
  );
});

test("the diagram draws every state with its German name and every possible step", () => {
  const diagram = voluntaryReturnDiagram();

  expect(diagram.startsWith("stateDiagram-v2\n")).toBe(true);
  for (const status of voluntaryReturnStatuses) {
    expect(diagram).toContain(`  ${status}: ${voluntaryReturnLabels[status]}\n`);
    for (const event of possibleEvents(status)) expect(diagram).toContain(`  ${status} --> ${event}\n`);
  }
  const possible = voluntaryReturnStatuses.reduce((sum, status) => sum + possibleEvents(status).length, 0);
  expect(diagram.match(/-->/g)).toHaveLength(possible + 2);
});
