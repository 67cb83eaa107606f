import { expect, test } from "vitest";
import { check } from "./check.ts";
import { plan } from "./plan.ts";
import { quote, openQuoteDesk } from "./quote.ts";
import { repair, withoutTrips, type Repair } from "./repair.ts";
import { HOUR, randomDay } from "./sample.ts";

const quiet: Repair = {
  now: 9 * HOUR,
  freezeUntil: 10 * HOUR,
  cancelled: [],
  told: [],
  tolerance: 600,
  acceptedUnits: [],
  brokenUnits: [],
  movePrice: 1000,
};
const days = [1, 2, 3, 4, 5, 6].map((seed) => {
  const instance = randomDay({ trips: 18, units: 5, seed, strict: true });
  return { instance, standing: plan(instance, { seed: 1, iterations: 300 }).plan };
});

test("a stop signal takes the trip out at once and leaves every other time as it was", () => {
  for (const { standing } of days) {
    const stopped = standing.tours[0]!.stops[0]!.trip;
    const after = withoutTrips(standing, [stopped]);
    expect(JSON.stringify(after)).not.toContain(`"trip":${stopped},`);
    expect(after.tours.flatMap((t) => t.stops)).toEqual(
      standing.tours.flatMap((t) => t.stops).filter((s) => s.trip !== stopped),
    );
  }
});

test("what has happened or was accepted does not move, and the repaired plan is lawful", () => {
  for (const { instance, standing } of days) {
    const waiting = standing.tours.flatMap((t) =>
      t.stops.filter((s) => s.what === "pickup" && s.begin > quiet.freezeUntil).map((s) => s.trip),
    );
    const cancelled = waiting.slice(0, 1);
    const accepted = standing.tours.at(-1)!;
    const change = {
      ...quiet,
      cancelled,
      told: waiting,
      acceptedUnits: cancelled.length > 0 && accepted.stops.some((s) => s.trip === cancelled[0]) ? [] : [accepted.unit],
    };
    const result = repair(instance, standing, change, { seed: 1, iterations: 200 });
    const left = {
      ...instance,
      trips: instance.trips.filter((t) => !cancelled.includes(t.trip)),
      separate: instance.separate.filter((p) => !p.some((id) => cancelled.includes(id))),
    };
    const late = check(left, result.plan).filter(
      (v) => !(v.code === "waitOnBoard" && result.longWaits.includes(v.unit!)),
    );
    expect(late).toEqual([]);
    for (const tour of standing.tours) {
      const now = result.plan.tours.find((t) => t.unit === tour.unit);
      for (const stop of tour.stops.filter((s) => s.begin <= quiet.now))
        expect(now!.stops.find((s) => s.trip === stop.trip && s.what === stop.what)).toBeDefined();
      if (change.acceptedUnits.includes(tour.unit))
        expect(now!.stops.map((s) => s.trip)).toEqual(tour.stops.map((s) => s.trip));
    }
    // Only pick-ups that lie beyond the freeze may have got another time.
    const later = standing.tours.flatMap((t) =>
      t.stops.filter((s) => s.what === "pickup" && s.begin > quiet.freezeUntil).map((s) => s.trip),
    );
    expect(result.retimed.filter((id) => !later.includes(id))).toEqual([]);
  }
});

test("told pick-ups move by no more than the tolerance", () => {
  for (const { instance, standing } of days) {
    const told = standing.tours.flatMap((t) =>
      t.stops.filter((s) => s.what === "pickup" && s.begin > quiet.now).map((s) => s.trip),
    );
    const result = repair(instance, standing, { ...quiet, told, brokenUnits: [] }, { seed: 2, iterations: 200 });
    const at = (p: typeof standing): Map<number, number> =>
      new Map(p.tours.flatMap((t) => t.stops.filter((s) => s.what === "pickup").map((s) => [s.trip, s.begin])));
    const [before, after] = [at(standing), at(result.plan)];
    for (const id of told)
      if (after.has(id)) expect(Math.abs(after.get(id)! - before.get(id)!)).toBeLessThanOrEqual(quiet.tolerance);
  }
});

test("a broken unit drives nothing any more", () => {
  const { instance, standing } = days[0]!;
  const early = { ...quiet, now: 0, freezeUntil: 0 };
  const unit = standing.tours[0]!.unit;
  const result = repair(instance, standing, { ...early, brokenUnits: [unit] }, { seed: 1, iterations: 200 });
  expect(result.plan.tours.map((t) => t.unit)).not.toContain(unit);
});

test("a quote is the price at which the trip can really be put in", () => {
  const { instance, standing } = days[1]!;
  const trip = standing.tours[0]!.stops[0]!.trip;
  const without = withoutTrips(standing, [trip]);
  const desk = openQuoteDesk(instance, { ...without, unserved: [...without.unserved, trip] });
  const offers = quote(desk, trip);
  expect(offers.length).toBeGreaterThan(0);
  expect(offers.map((o) => o.cost)).toEqual(offers.map((o) => o.cost).toSorted((a, b) => a - b));
  expect(offers[0]!.affected).not.toContain(trip);
  expect(quote(desk, 999)).toEqual([]);
});
