import { expect, test } from "vitest";
import type { Instance } from "./model.ts";
import { aTrip, aUnit, anInstance, code, HOUR, load, plane } from "./sample.ts";
import { validate } from "./validate.ts";

const good = (): Instance =>
  anInstance({
    trips: [aTrip(1, 0, 1), aTrip(2, 1, 0)],
    units: [aUnit("U-1", 0)],
    travel: plane([
      [0, 0],
      [3, 4],
    ]),
  });
const stop = (more: object): Instance["trips"][number]["pickup"] => ({ ...aTrip(1, 0, 1).pickup, ...more });
const withTrip = (more: object): Instance => ({ ...good(), trips: [aTrip(1, 0, 1, more), aTrip(2, 1, 0)] });
const cut = plane([
  [0, 0],
  [3, 4],
]);
cut.time[1] = -1;

test("a sound instance has no problems", () => {
  expect(validate(good())).toEqual([]);
});

test.each<[string, Instance, string]>([
  ["a window that is not a number", withTrip({ pickup: stop({ earliest: NaN }) }), "trips[0].pickup.earliest"],
  [
    "a window that ends before it begins",
    withTrip({ pickup: stop({ earliest: 10, latest: 5 }) }),
    "trips[0].pickup.latest",
  ],
  ["a negative stop duration", withTrip({ pickup: stop({ service: -1 }) }), "trips[0].pickup.service"],
  ["a negative longest ride", withTrip({ maxRide: -5 }), "trips[0].maxRide"],
  ["more persons than lanes can count", withTrip({ load: load(500) }), "trips[0].load.seats"],
  ["a fraction of a seat", withTrip({ load: load(0.5) }), "trips[0].load.seats"],
  ["a point that does not exist", withTrip({ pickup: stop({ point: 9 }) }), "trips[0].pickup.point"],
  ["the same trip number twice", { ...good(), trips: [aTrip(1, 0, 1), aTrip(1, 1, 0)] }, "trips[1].trip"],
  ["the same unit twice", { ...good(), units: [aUnit("U-1", 0), aUnit("U-1", 1)] }, "units[1].unit"],
  [
    "a rule set that nobody configured",
    { ...good(), units: [aUnit("U-1", 0, { ruleSet: "erfunden" })] },
    "units[0].ruleSet",
  ],
  ["a separation from a trip that is not there", { ...good(), separate: [[1, 7]] }, "separate[0]"],
  [
    "a lock to a unit that is not there",
    { ...good(), locks: [{ kind: "unit", trip: 1, unit: code("X") }] },
    "locks[0].unit",
  ],
  ["points that are cut off from each other", { ...good(), travel: cut }, "points[1]"],
  [
    "a window around a night at a home",
    withTrip({ pickup: stop({ kind: "home", earliest: 18 * HOUR, latest: 32 * HOUR }) }),
    "trips[0].pickup",
  ],
])("%s is named with its field", (_, instance, path) => {
  const problems = validate(instance);
  expect(problems.map((p) => p.path)).toContain(path);
  expect(problems[0]!.text.length).toBeGreaterThan(10);
});

test("ten thousand trips are refused in words, not by running out of memory", () => {
  const trips = Array.from({ length: 10_000 }, (_, k) => aTrip(k + 1, 0, 1));
  expect(validate({ ...good(), trips })).toEqual([
    { path: "trips", text: "10000 Fahrten; höchstens 2000 können zusammen geplant werden" },
  ]);
});
