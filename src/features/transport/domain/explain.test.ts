import { expect, test } from "vitest";
import { reasonText } from "../texts.ts";
import { explain } from "./explain.ts";
import type { Instance, Trip, Unit } from "./model.ts";
import { plan } from "./plan.ts";
import { aTrip, aUnit, anInstance, code, HOUR, load, MINUTE, plane } from "./sample.ts";

const travel = plane([
  [0, 0],
  [30, 0],
  [60, 0],
]);
const pickup = (earliest: number, latest: number): Trip["pickup"] => ({
  point: 1,
  kind: "facility",
  earliest,
  latest,
  service: 5 * MINUTE,
});
const delivery = (earliest: number, latest: number): Trip["delivery"] => ({
  point: 2,
  kind: "airport",
  earliest,
  latest,
  service: 5 * MINUTE,
});

function reasonsFor(
  change: Partial<Trip>,
  unit: Partial<Unit> = {},
  more: Partial<Instance> = {},
): ReturnType<typeof explain> {
  const instance = anInstance({ trips: [aTrip(1, 1, 2, change)], units: [aUnit("U-1", 0, unit)], travel, ...more });
  return explain(instance, { tours: [], unserved: [1] }, 1);
}

test.each<[string, Partial<Trip>, Partial<Unit>, string | undefined, number | undefined]>([
  ["gateNotGreen", { gates: "notGreen" }, {}, undefined, undefined],
  ["nightHome", { pickup: { ...pickup(2 * HOUR, 4 * HOUR), kind: "home" } }, {}, undefined, undefined],
  ["qualification", { needs: ["medical"] }, {}, undefined, undefined],
  ["seats", { load: load(5) }, {}, undefined, undefined],
  ["rideTime", { maxRide: 20 * MINUTE }, {}, "ride", 10 * MINUTE],
  ["pickupWindow", { pickup: pickup(5 * HOUR, 5 * HOUR + 10 * MINUTE) }, {}, "pickupLater", 20 * MINUTE],
  [
    "arrivalWindow",
    { pickup: pickup(8 * HOUR, 9 * HOUR), delivery: delivery(8 * HOUR, 8 * HOUR + 30 * MINUTE) },
    { shiftFrom: 6 * HOUR },
    "pickupEarlier",
    5 * MINUTE,
  ],
  ["crewHours", {}, { maxDuration: 2 * HOUR }, "crew", 10 * MINUTE],
])("%s is named, with the smallest change", (expected, trip, unit, change, by) => {
  const [reason] = reasonsFor(trip, unit);
  if (expected === "arrivalWindow") expect(["arrivalWindow", "pickupWindow"]).toContain(reason!.code);
  else expect(reason!.code).toBe(expected);
  if (change) expect([reason!.relaxation?.change, reason!.relaxation?.by]).toEqual([change, by]);
});

test("rest and driving time are told apart", () => {
  const history = [{ from: -3 * HOUR, to: 12 * HOUR, driving: 0 }];
  expect(reasonsFor({}, { ruleSet: "ArbZG", history })[0]!.code).toBe("rest");
  const week = Array.from({ length: 7 }, (_, k) => ({
    from: -(k + 1) * 20 * HOUR,
    to: -(k + 1) * 20 * HOUR + 9 * HOUR,
    driving: 9 * HOUR,
  }));
  expect(reasonsFor({}, { ruleSet: "EU-561", history: week })[0]!.code).toBe("drivingTime");
});

test("separation is not negotiable and offers no change", () => {
  const trips = [aTrip(1, 1, 2), aTrip(2, 1, 2)];
  const instance = anInstance({ trips, units: [aUnit("U-1", 0)], travel, separate: [[1, 2]] });
  const { plan: found } = plan(instance, { seed: 1, iterations: 30 });
  const open = found.unserved[0]!;
  const [reason] = explain(instance, found, open);
  expect(reason).toEqual({ unit: "U-1", code: "separation", negotiable: false, who: "nobody" });
});

test("a trip that was displaced is told what it would cost and whom it would push out", () => {
  const tight = { pickup: pickup(8 * HOUR, 8 * HOUR + 10 * MINUTE), load: load(3) };
  const instance = anInstance({
    trips: [aTrip(1, 1, 2, { ...tight, date: "fixed" }), aTrip(2, 1, 2, tight)],
    units: [aUnit("U-1", 0)],
    travel,
  });
  const { plan: found } = plan(instance, { seed: 1, iterations: 30 });
  expect(found.unserved).toEqual([2]);
  const [reason] = explain(instance, found, 2);
  expect(["displaced", "seats"]).toContain(reason!.code);
});

test("what its owner does not share is named in the exchange only", () => {
  const instance = anInstance({
    trips: [aTrip(1, 1, 2, { maxRide: MINUTE })],
    units: [aUnit("U-1", 0, { share: null })],
    travel,
  });
  expect(explain(instance, { tours: [], unserved: [1] }, 1, { exchange: true })[0]!.code).toBe("ownerNotSharing");
});

test("a lock of the dispatcher is named", () => {
  expect(reasonsFor({}, {}, { locks: [{ kind: "notUnit", trip: 1, unit: code("U-1") }] })[0]!.code).toBe("lock");
});

test("no reason ever suggests to lower a protection", () => {
  for (const change of [
    { gates: "notGreen" as const },
    { pickup: { ...pickup(2 * HOUR, 4 * HOUR), kind: "home" as const } },
  ]) {
    const [reason] = reasonsFor(change);
    expect(reason).toMatchObject({ negotiable: false, who: "nobody" });
    expect(reason!.relaxation).toBeUndefined();
    expect(reasonText(reason!)).toMatch(/Nicht verhandelbar\.$/);
  }
});

test("a reason reads as plain German", () => {
  expect(reasonText(reasonsFor({ maxRide: 20 * MINUTE })[0]!)).toBe(
    "Die Zeit im Fahrzeug würde zu lang. Es passt, wenn die Fahrt 10 Minuten länger dauern darf. Ändern kann das die Disposition.",
  );
});
