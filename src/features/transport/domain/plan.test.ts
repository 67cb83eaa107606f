import { expect, test } from "vitest";
import { check } from "./check.ts";
import { exp, ln, randomFrom } from "./deterministic-math.ts";
import { plan } from "./plan.ts";
import { aTrip, aUnit, anInstance, code, HOUR, load, MINUTE, plane, randomDay } from "./sample.ts";

test("the same instance, seed and iterations give the same plan, byte for byte", () => {
  const run = (): string =>
    JSON.stringify(plan(randomDay({ trips: 20, units: 5, seed: 9, strict: true }), { seed: 4, iterations: 500 }));
  expect(run()).toBe(run());
});

test("another seed, another number of iterations or another instance is another planId", () => {
  const id = (seed: number, iterations: number, day = 9): string =>
    plan(randomDay({ trips: 8, units: 3, seed: day }), { seed, iterations }).planId;
  expect(new Set([id(1, 50), id(2, 50), id(1, 51), id(1, 50, 10)]).size).toBe(4);
});

test("a run that is cancelled still gives the best lawful plan so far and says where it ended", () => {
  const instance = randomDay({ trips: 20, units: 5, seed: 3 });
  let asked = 0;
  const result = plan(
    instance,
    { seed: 1, iterations: 1_000_000 },
    { elapsedMs: () => 0, cancelled: () => ++asked > 10, progress: () => undefined },
  );
  expect([result.ended, result.iterations]).toEqual(["cancelled", 160]);
  expect(check(instance, result.plan)).toEqual([]);
});

test("a run bounded by time stores the lengths of its anneals", () => {
  const instance = randomDay({ trips: 10, units: 3, seed: 3 });
  let clock = 0;
  const result = plan(
    instance,
    { seed: 1, iterations: 1_000_000, maxMs: 1000 },
    { elapsedMs: () => (clock += 1), cancelled: () => false, progress: () => undefined },
  );
  expect(result.ended).toBe("time");
  expect(result.rungs.length).toBeGreaterThan(1);
  expect(result.iterations).toBeLessThanOrEqual(result.rungs.reduce((a, b) => a + b, 0));
});

test("a family rides as one trip or not at all", () => {
  const family = aTrip(1, 1, 2, { load: load(2, { childSeats: 3 }), persons: 5 });
  const small = aUnit("U-1", 0, { capacity: load(2, { childSeats: 2 }) });
  const instance = anInstance({
    trips: [family],
    units: [small, { ...small, unit: code("U-2") }],
    travel: plane([
      [0, 0],
      [5, 0],
      [9, 0],
    ]),
  });
  expect(plan(instance, { seed: 1, iterations: 50 }).plan).toEqual({ tours: [], unserved: [1] });
});

test("separated pairs and trips with nobody else never share a tour, whatever it costs", () => {
  for (let seed = 1; seed <= 15; seed++) {
    const instance = randomDay({ trips: 12, units: 3, seed, strict: true });
    const { plan: found } = plan(instance, { seed, iterations: 150 });
    for (const tour of found.tours) {
      const trips = [...new Set(tour.stops.map((s) => s.trip))];
      for (const [a, b] of instance.separate) expect(trips.includes(a) && trips.includes(b)).toBe(false);
      const alone = trips.filter((id) => instance.trips.find((t) => t.trip === id)!.company !== "anyone");
      expect(alone.length === 0 || trips.length === 1).toBe(true);
    }
  }
});

test.each<[string, Partial<Parameters<typeof aTrip>[3] & object>]>([
  ["a gate is not green", { gates: "notGreen" }],
  [
    "a home could only be reached at night",
    { pickup: { point: 1, kind: "home", earliest: 2 * HOUR, latest: 5 * HOUR, service: MINUTE } },
  ],
  ["no unit has the skill", { needs: ["medical"] }],
  ["the ride alone is longer than it may be", { maxRide: MINUTE }],
])("a trip stays open when %s", (_, change) => {
  const instance = anInstance({
    trips: [aTrip(1, 1, 2, change), aTrip(2, 1, 2)],
    units: [aUnit("U-1", 0, { shiftFrom: 0 })],
    travel: plane([
      [0, 0],
      [5, 0],
      [9, 0],
    ]),
  });
  expect(plan(instance, { seed: 1, iterations: 50 }).plan.unserved).toEqual([1]);
});

test("told pick-up times lie on the five-minute grid where the tour allows it, and stay lawful", () => {
  const round = (pickupGrid: number): number => {
    const day = randomDay({ trips: 16, units: 5, seed: 12, strict: true });
    const instance = { ...day, rules: { ...day.rules, pickupGrid, maxWaitOnBoard: -1 } };
    const result = plan(instance, { seed: 1, iterations: 200 });
    expect(check(instance, result.plan)).toEqual([]);
    const pickups = result.plan.tours.flatMap((t) => t.stops.filter((s) => s.what === "pickup"));
    return pickups.filter((s) => s.begin % 300 === 0).length / pickups.length;
  };
  expect(round(0)).toBeLessThan(0.6);
  expect(round(300)).toBeGreaterThan(0.85);
});

test("logarithm and exponential are close to those of the platform, but are our own", () => {
  for (const x of [1e-9, 0.1, 0.5, 1, 2, 10, 12345]) expect(ln(x)).toBeCloseTo(Math.log(x), 10);
  for (const x of [-3, -0.5, 0, 1, 2.5]) expect(exp(x)).toBeCloseTo(Math.exp(x), 9);
});

test("the generator is fixed for ever: its first numbers from seed 1", () => {
  const random = randomFrom(1);
  expect([random.below(1000), random.below(1000), random.below(1000)]).toMatchInlineSnapshot(`
    [
      689,
      832,
      92,
    ]
  `);
});
