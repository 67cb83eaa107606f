import { expect, test } from "vitest";
import { check } from "./check.ts";
import type { Instance, Plan, PlannedStop, Tour } from "./model.ts";
import { aTrip, aUnit, anInstance, code, HOUR, load, MINUTE, plane } from "./sample.ts";

// Points: 0 depot, 1 and 2 pick-ups, 3 airport; ten minutes from each to the next.
const travel = plane([
  [0, 0],
  [10, 0],
  [20, 0],
  [30, 0],
]);
const stop = (trip: number, what: PlannedStop["what"], arrive: number): PlannedStop => ({
  trip,
  what,
  arrive,
  begin: arrive,
  leave: arrive + 5 * MINUTE,
});
const T = 10 * HOUR;
const goodTour: Tour = {
  unit: code("U-1"),
  start: T,
  end: T + 80 * MINUTE,
  breaks: [],
  stops: [
    stop(1, "pickup", T + 10 * MINUTE),
    stop(2, "pickup", T + 25 * MINUTE),
    stop(1, "delivery", T + 40 * MINUTE),
    stop(2, "delivery", T + 45 * MINUTE),
  ],
};
const day = (more: Partial<Instance> = {}, first: object = {}, unit: object = {}): Instance =>
  anInstance({
    trips: [aTrip(1, 1, 3, first), aTrip(2, 2, 3)],
    units: [aUnit("U-1", 0, unit), aUnit("U-2", 0)],
    travel,
    ...more,
  });
const plan = (tour: Partial<Tour> = {}, more: Partial<Plan> = {}): Plan => ({
  tours: [{ ...goodTour, ...tour }],
  unserved: [],
  ...more,
});
const codes = (instance: Instance, p: Plan): string[] => [...new Set(check(instance, p).map((v) => v.code))];
const pickup = (more: object): object => ({ pickup: { ...aTrip(1, 1, 3).pickup, ...more } });
const retimed = (k: number, change: Partial<PlannedStop>): Partial<Tour> => ({
  stops: goodTour.stops.map((s, i) => (i === k ? { ...s, ...change } : s)),
});

test("a lawful plan has no violations", () => {
  expect(check(day(), plan())).toEqual([]);
});

test.each<[string, Instance, Plan]>([
  ["unknownUnit", day(), plan({ unit: code("U-9") })],
  ["unitTwice", day(), { tours: [goodTour, { ...goodTour, stops: [] }], unserved: [] }],
  ["unknownTrip", day(), plan(retimed(0, { trip: 9 }))],
  ["tripTwice", day(), { tours: [goodTour, { ...goodTour, unit: code("U-2") }], unserved: [] }],
  ["unservedList", day(), plan({}, { unserved: [1] })],
  ["lock", day({ locks: [{ kind: "unit", trip: 1, unit: code("U-2") }] }), plan()],
  ["lock", day({ locks: [{ kind: "notUnit", trip: 1, unit: code("U-1") }] }), plan()],
  ["lock", day({ locks: [{ kind: "pickupTime", trip: 1, earliest: T, latest: T }] }), plan()],
  ["order", day(), plan({ stops: goodTour.stops.toReversed() })],
  ["order", day(), plan({ stops: goodTour.stops.slice(0, 3) })],
  ["seats", day({}, { load: load(4) }), plan()],
  ["seats", day({}, { load: load(1, { wheelchairs: 1 }) }), plan()],
  ["qualification", day({}, { needs: ["medical"] }), plan()],
  ["gateNotGreen", day({}, { gates: "notGreen" }), plan()],
  ["separation", day({ separate: [[2, 1]] }), plan()],
  ["separation", day({}, { company: "ownFamilyOnly" }), plan()],
  ["window", day({}, pickup({ latest: T })), plan()],
  ["window", day({}, pickup({ earliest: T + HOUR })), plan()],
  [
    "nightHome",
    day({}, pickup({ kind: "home" })),
    plan(retimed(0, { begin: 5 * HOUR, leave: 5 * HOUR + 5 * MINUTE, arrive: 5 * HOUR })),
  ],
  ["tooEarly", day(), plan(retimed(1, { arrive: T + 20 * MINUTE, begin: T + 20 * MINUTE, leave: T + 25 * MINUTE }))],
  ["service", day(), plan(retimed(0, { leave: T + 11 * MINUTE }))],
  ["rideTime", day({}, { maxRide: 20 * MINUTE }), plan()],
  [
    "waitOnBoard",
    day({ rules: { ...day().rules, maxWaitOnBoard: 5 * MINUTE } }),
    plan(retimed(3, { begin: T + 60 * MINUTE, leave: T + 65 * MINUTE })),
  ],
  ["shift", day({}, {}, { shiftFrom: T + HOUR }), plan()],
  ["break", day(), plan({ breaks: [{ afterStop: 1, from: T + 15 * MINUTE, to: T + 15 * MINUTE }] })],
  ["crewHours", day({}, {}, { maxDuration: HOUR }), plan()],
  ["rest", day({}, {}, { ruleSet: "ArbZG", history: [{ from: 0, to: 5 * HOUR, driving: 0 }] }), plan()],
])("%s is found", (expected, instance, p) => {
  expect(codes(instance, p)).toContain(expected);
});

test("at night a home may be entered only with two recorded decisions", () => {
  const early = plan(retimed(0, { begin: 5 * HOUR, leave: 5 * HOUR + 5 * MINUTE, arrive: 5 * HOUR }));
  const decided = day({}, { ...pickup({ kind: "home" }), nightDecisions: [code("AZ-1"), code("AZ-2")] });
  expect(codes(decided, early)).not.toContain("nightHome");
});

test("separated trips may follow each other where the rule only looks at who is on board", () => {
  const rules = { ...day().rules, separationScope: "onBoard" as const };
  const one = [
    stop(1, "pickup", T + 10 * MINUTE),
    stop(1, "delivery", T + 35 * MINUTE),
    stop(2, "pickup", T + 50 * MINUTE),
    stop(2, "delivery", T + 65 * MINUTE),
  ];
  expect(check(day({ rules, separate: [[1, 2]] }), plan({ stops: one, end: T + 100 * MINUTE }))).toEqual([]);
});
