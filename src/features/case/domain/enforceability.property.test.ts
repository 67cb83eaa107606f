/** What must hold for any mix of facts, also nonsensical ones: the generator knows the field descriptions, not the rules. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day, type Day, daysBetween, isAfter, isBefore } from "../../../kernel/day.ts";
import { checkLegalEvent } from "./check-legal-event.ts";
import { isEnforceable } from "./enforceability-state.ts";
import { banEvents } from "./legal-event-ban.ts";
import { custodyEvents } from "./legal-event-custody.ts";
import * as x from "./legal-event-examples.ts";
import { deemedServiceTypes } from "./legal-event-service.ts";
import { transferEvents } from "./legal-event-transfer.ts";
import { transitEvents } from "./legal-event-transit.ts";
import type { NamedEventField } from "./legal-event.ts";
import { fieldsOf, type LegalEvent, type LegalEventOf, type LegalEventType, legalEventTypes } from "./legal-event.ts";

const first = day("2026-01-05");
const aDay = fc.integer({ min: 0, max: 400 }).map((days) => first.add({ days }));

function aValue(field: NamedEventField): fc.Arbitrary<string> {
  switch (field.kind) {
    case "day":
      return aDay.map(String);
    case "number":
      return fc.integer({ min: 1, max: 60 }).map(String);
    case "boolean":
      return fc.constantFrom("true", "false");
    case "choice":
      return fc.constantFrom(...Object.keys(field.choices));
    case "text":
      return fc.constant("Testland");
    case "time":
      return fc.constantFrom("00:00", "10:30", "23:59");
    case "duration":
      return fc.constantFrom("P2W", "P30D", "P6M");
    case "event":
      return fc.constant("event-0");
  }
}

const raw = (type: LegalEventType): fc.Arbitrary<Record<string, string>> =>
  fc.record(
    Object.fromEntries(
      fieldsOf(type).map((field) => [
        field.name,
        field.required ? aValue(field) : fc.oneof(fc.constant(""), aValue(field)),
      ]),
    ),
  );

const corrections: LegalEventType[] = ["eventCorrected"];
/** Kinds from which only deadlines follow; whether a duty is enforceable does not hang on them. */
const onlyDeadlines = [
  ...Object.keys(transferEvents),
  ...Object.keys(custodyEvents),
  ...Object.keys(transitEvents),
  ...Object.keys(banEvents),
  "removalAnnounced",
  "removalFailedWithReadmission",
  "absenceNoticed",
] as LegalEventType[];
const usual = legalEventTypes.filter((type) => !corrections.includes(type) && !onlyDeadlines.includes(type));

/** Any valid event of the kinds; events whose fields do not fit together are left out, as the form would refuse them. */
const anEvent = (types: LegalEventType[]): fc.Arbitrary<LegalEvent> =>
  fc
    .constantFrom(...types)
    .chain((type) => raw(type).map((fields) => checkLegalEvent(type, fields)))
    .filter((draft) => draft.ok)
    .chain((draft) => fc.uuid().map((id) => ({ ...draft.value, id, recordedAt: new Date(0) })));

const started = "2026-02-02";
/** Beginnings that lead to an enforceable duty if nothing else happens; pure chance hardly ever puts one together. */
const beginnings: LegalEvent[][] = [
  [],
  [x.rejection(started)],
  [x.shortRejection(started)],
  [x.transferOrder(started)],
  [x.securityOrder(started)],
  [x.dutyByLaw(started), x.threat59(started), x.period(started, 14)],
  [x.residenceDecision(started), x.period(started, 30), x.final("2026-03-16", "residence")],
];

const someEvents = (types = usual, maxLength = 10) =>
  fc
    .tuple(fc.constantFrom(...beginnings), fc.array(anEvent(types), { maxLength }))
    .map(([beginning, more]) => [...beginning.filter(({ type }) => types.includes(type)), ...more]);
const aToday = fc.integer({ min: 0, max: 600 }).map((days) => first.add({ days }));

const ends: LegalEventType[] = [
  "died",
  "naturalised",
  "residenceTitleGranted",
  "responsibilityPassedToGermany",
  "departed",
  "decisionAnnulled",
];
/** A decision reaches the person in any of these ways, and each of them begins its departure period. */
const decisions = ["decisionServed", ...deemedServiceTypes] as const;
const isDecision = (event: LegalEvent): event is LegalEventOf<(typeof decisions)[number]> =>
  (decisions as readonly LegalEventType[]).includes(event.type);
const without = (...types: LegalEventType[]) => usual.filter((type) => !types.includes(type));
const stateOf = (events: readonly LegalEvent[], today: Day) => x.derive(events, today).state;
const runs = { numRuns: 500 };

describe("for any mix of facts", () => {
  test("the order and the time of recording make no difference", () => {
    fc.assert(
      fc.property(someEvents(), aToday, fc.infiniteStream(fc.nat()), (events, today, noise) => {
        const shuffled = events
          .map((event) => ({ ...event, recordedAt: new Date(noise.next().value) }))
          .map((event) => ({ event, at: noise.next().value }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ event }) => event);
        expect(x.derive(shuffled, today)).toEqual(x.derive(events, today));
      }),
      runs,
    );
  });

  test("a counter-event leaves what would stand without the entry, once or many times", () => {
    fc.assert(
      fc.property(
        someEvents(),
        anEvent(usual),
        aDay,
        aToday,
        fc.integer({ min: 1, max: 3 }),
        (events, wrong, on, today, times) => {
          const correction = (index: number): LegalEvent => ({
            type: "eventCorrected",
            id: `c${index}`,
            on,
            recordedAt: new Date(0),
            corrects: wrong.id,
            reason: "Falsche Akte",
          });
          const counter = Array.from({ length: times }, (_, index) => correction(index));
          expect(x.derive([...events, wrong, ...counter], today)).toEqual(x.derive(events, today));
        },
      ),
      runs,
    );
  });

  test("events from which only deadlines follow change nothing", () => {
    fc.assert(
      fc.property(
        someEvents(usual, 3),
        fc.array(anEvent(onlyDeadlines), { minLength: 1, maxLength: 3 }),
        aToday,
        (events, more, today) => {
          expect(x.derive([...events, ...more], today)).toEqual(x.derive(events, today));
        },
      ),
      { numRuns: 100 },
    );
  });

  test("never enforceable while a Duldung is in force", () => {
    fc.assert(
      fc.property(someEvents(), anEvent(["suspensionIssued"]), aToday, (events, issued, today) => {
        const isOpen = issued.type === "suspensionIssued" && !(issued.until && isBefore(issued.until, today));
        const isRevoked = events.some(
          (event) =>
            event.type === "suspensionRevoked" &&
            issued.type === "suspensionIssued" &&
            event.reason === issued.reason &&
            isAfter(event.on, issued.on),
        );
        fc.pre(isOpen && !isRevoked && !isAfter(issued.on, today));
        expect(isEnforceable(stateOf([...events, issued], today))).toBe(false);
      }),
      runs,
    );
  });

  test("never enforceable while the Land has stopped removals", () => {
    fc.assert(
      fc.property(
        someEvents(without("groupSuspensionEnded")),
        anEvent(["groupSuspensionOrdered"]),
        aToday,
        (events, stop, today) => {
          fc.pre(stop.type === "groupSuspensionOrdered" && !isAfter(stop.on, today) && !isBefore(stop.until, today));
          expect(isEnforceable(stateOf([...events, stop], today))).toBe(false);
        },
      ),
      runs,
    );
  });

  test("never enforceable without a threat or an order served by that day", () => {
    fc.assert(
      fc.property(someEvents(), aToday, (events, today) => {
        const isServed = events.some(
          (event) =>
            !isAfter(event.on, today) &&
            (event.type === "removalThreatServed" ||
              event.type === "removalOrderServed" ||
              ("removalActIncluded" in event && event.removalActIncluded)),
        );
        fc.pre(!isServed);
        expect(isEnforceable(stateOf(events, today))).toBe(false);
      }),
      runs,
    );
  });

  test("never enforceable before the end of the departure period of a rejection", () => {
    const other = without(
      ...ends,
      "departurePeriodDispensed",
      "removalOrderServed",
      ...decisions,
      "removalThreatServed",
    );
    const rejection = anEvent([...decisions]).filter(
      (event) =>
        isDecision(event) &&
        event.kind.startsWith("asylum") &&
        event.removalActIncluded &&
        !event.noDeparturePeriodReason,
    );
    fc.assert(
      fc.property(someEvents(other), rejection, fc.nat(70), (events, served, days) => {
        const isStandard = isDecision(served) && served.kind === "asylumStandard";
        const claimEnd = x.simplePeriods(isStandard ? "D01" : "D02", served.on);
        const end = x.simplePeriods(isStandard ? "D05" : "D04", claimEnd);
        const today = served.on.add({ days });
        fc.pre(!isAfter(today, end));
        expect(isEnforceable(stateOf([...events, served], today))).toBe(false);
      }),
      runs,
    );
  });

  test("never enforceable while a motion in time against a transfer order is undecided", () => {
    const deciding: LegalEventType[] = [
      "urgentMotionRejected",
      "urgentMotionWithdrawn",
      "urgentMotionGranted",
      "suspensiveEffectOrdered",
    ];
    const other = without(...ends, ...deciding, "removalOrderServed", ...decisions);
    const order = anEvent(["removalOrderServed"]).filter(
      (event) => event.type === "removalOrderServed" && event.basis === "asylG34a",
    );
    fc.assert(
      fc.property(someEvents(other), order, fc.nat(7), aToday, (events, served, days, today) => {
        const on = served.on.add({ days });
        const motion: LegalEvent = {
          type: "urgentMotionFiled",
          id: "m",
          on,
          recordedAt: new Date(0),
          procedure: "euTransfer",
          forum: "administrativeCourt",
        };
        fc.pre(!isAfter(on, today));
        expect(isEnforceable(stateOf([...events, served, motion], today))).toBe(false);
      }),
      runs,
    );
  });

  test("a fact that protects never makes a duty enforceable", () => {
    const protecting: LegalEventType[] = [
      "asylumApplicationFiled",
      "claimFiled",
      "urgentMotionFiled",
      "suspensionIssued",
      "groupSuspensionOrdered",
      "hardshipRequestAccepted",
    ];
    fc.assert(
      fc.property(someEvents(), anEvent(protecting), aToday, (events, more, today) => {
        fc.pre(!isEnforceable(stateOf(events, today)));
        expect(isEnforceable(stateOf([...events, more], today))).toBe(false);
      }),
      runs,
    );
  });

  test("the state was the same on each day since it began, and another one the day before", () => {
    fc.assert(
      fc.property(someEvents(), aToday, fc.nat(), (events, today, pick) => {
        const { state, since } = x.derive(events, today);
        fc.pre(since !== undefined);
        const between = since.add({ days: pick % (daysBetween(since, today) + 1) });
        expect(stateOf(events, between)).toBe(state);
        expect(stateOf(events, since.subtract({ days: 1 }))).not.toBe(state);
      }),
      runs,
    );
  });

  test("if nothing else happens, the state lasts to the last day it names", () => {
    fc.assert(
      fc.property(someEvents(), aToday, (events, today) => {
        const happened = events.filter(({ on }) => !isAfter(on, today));
        const { state, until } = x.derive(happened, today);
        fc.pre(until !== undefined);
        expect(isBefore(until, today)).toBe(false);
        expect(stateOf(happened, until)).toBe(state);
      }),
      runs,
    );
  });
});
