/** Two features derive from the same events: enforceability and deadlines must name the same end of the departure period. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { compareDays, day, type Day } from "../../kernel/day.ts";
import { deriveEnforceability } from "../case/domain/enforceability.ts";
import * as example from "../case/domain/legal-event-examples.ts";
import type { LegalEvent } from "../case/domain/legal-event.ts";
import { periodsOf } from "../case/periods.ts";
import { deriveDeadlines } from "./domain/derive.ts";

const calendar = "DE-NW";

const periods = periodsOf(calendar);

const first = day("2026-07-01");
const aDay = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => first.add({ days }).toString());
type Make = (on: string, procedure: string) => LegalEvent;
const oneOf = (procedure: string, makers: Make[]) =>
  fc.tuple(fc.constantFrom(...makers), aDay(0, 300)).map(([make, on]) => make(on, procedure));

const {
  claim,
  claimDismissed,
  claimWithdrawn,
  motion,
  rejected,
  granted,
  orderEnded,
  suspensiveEffect,
  final,
  annulled,
} = example;
const inAsylum: Make[] = [
  claim,
  claimDismissed,
  claimWithdrawn,
  motion,
  rejected,
  granted,
  orderEnded,
  suspensiveEffect,
  annulled,
];
const inResidence: Make[] = [claim, claimDismissed, claimWithdrawn, suspensiveEffect, orderEnded, final, annulled];
const extensions = fc.array(
  fc.tuple(aDay(0, 120), aDay(121, 300)).map(([on, until]) => example.extended(on, until)),
  { maxLength: 1 },
);
const grants = fc.array(
  fc.tuple(aDay(0, 60), fc.integer({ min: 3, max: 60 })).map(([on, days]) => example.period(on, days)),
  { maxLength: 2 },
);

const asylumCase = fc
  .tuple(
    fc.constantFrom(example.rejection, example.shortRejection),
    aDay(0, 20),
    fc.array(oneOf("asylum", inAsylum), { maxLength: 4 }),
    extensions,
  )
  .map(([served, on, remedies, extended]) => [served(on), ...remedies, ...extended]);
const residenceCase = fc
  .tuple(
    fc.constantFrom(example.threat59, example.residenceDecision),
    aDay(0, 20),
    fc.array(oneOf("residence", inResidence), { maxLength: 4 }),
    extensions,
    grants,
  )
  .map(([served, on, remedies, extended, set]) => [
    example.dutyByLaw("2026-06-20"),
    served(on),
    ...remedies,
    ...extended,
    ...set,
  ]);

test("while the case feature says that the period runs, the deadline ends on the same day; after it, nowhere does it run", () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.oneof(asylumCase, residenceCase), (events) => {
      const { deadlines } = deriveDeadlines({ events, calendars: { authority: calendar } }, { explain: false });
      const mine = deadlines.findLast(({ slot }) => slot === "departurePeriod");
      const on = (today: Day) => deriveEnforceability(events, today, periods);
      const end = mine?.state === "running" ? mine.deadline?.legalEnd : undefined;
      if (!end) {
        expect(on(day("2028-01-03")).state).not.toMatch(/^(enforceable|voluntaryPeriodRunning)$/);
        return;
      }
      expect(on(end.add({ days: 1 })).state).not.toBe("voluntaryPeriodRunning");
      const lastFact =
        events
          .map((event) => event.on)
          .toSorted(compareDays)
          .at(-1) ?? end;
      if (compareDays(lastFact, end) > 0) return;
      compared += 1;
      const { state, until } = on(end);
      expect(["voluntaryPeriodRunning", "suspended"]).toContain(state);
      if (state === "voluntaryPeriodRunning") expect(until?.toString()).toBe(end.toString());
    }),
    { numRuns: 400 },
  );
  expect(compared).toBeGreaterThan(50);
});
