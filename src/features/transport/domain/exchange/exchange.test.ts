import { expect, test } from "vitest";
import { loadMilpSolver } from "../../highs.ts";
import { check } from "../check.ts";
import { exchange, exchangeDefaults, type ExchangeOptions, type ExchangeResult } from "../exchange.ts";
import type { Instance, Plan } from "../model.ts";
import { plan } from "../plan.ts";
import { code, MINUTE, randomDay } from "../sample.ts";
import { enumerateBundles, type Bundle } from "./bundles.ts";
import { layGround } from "./ground.ts";
import { bookDay, deficits, type Ledger } from "./ledger.ts";

const solver = await loadMilpSolver();

type Market = { instance: Instance; plan: Plan; rejected: number[] };

/** A planned day with shared tours, and rejected trips on top. */
function market(seed: number, planned: number, rejected: number, units: number): Market {
  const instance = randomDay({ trips: planned + rejected, units, seed, strict: seed % 2 === 0, spread: 25 });
  const own = (id: number): boolean => id <= planned;
  const first = {
    ...instance,
    trips: instance.trips.slice(0, planned),
    separate: instance.separate.filter((p) => p.every(own)),
  };
  const standing = plan(first, { seed: 1, iterations: 60 }).plan;
  const left = new Set(standing.unserved);
  const day = {
    ...instance,
    trips: instance.trips.filter((t) => !left.has(t.trip)),
    separate: instance.separate.filter((p) => !p.some((id) => left.has(id))),
  };
  const open = day.trips.map((t) => t.trip).filter((id) => !own(id));
  return { instance: day, plan: { tours: standing.tours, unserved: open }, rejected: open };
}

const run = (m: Market, options: Partial<ExchangeOptions> = {}): ExchangeResult =>
  exchange(m.instance, m.plan, m.rejected, { ...exchangeDefaults, ...options }, solver);

/** Every choice of disjoint bundles, tour by tour. */
function bruteForce(m: Market): { weight: number; cost: number } {
  const ground = layGround(m.instance, m.plan, m.rejected, []);
  const { list } = enumerateBundles(ground, 3);
  const byHost = ground.hosts.flatMap((host, h) =>
    Array.from({ length: host.count }, () => list.filter((b) => b.host === h)),
  );
  const { weight } = ground.search.problem;
  let best = { weight: 0, cost: 0 };
  const visit = (k: number, used: ReadonlySet<number>, w: number, cost: number): void => {
    if (w > best.weight || (w === best.weight && cost < best.cost)) best = { weight: w, cost };
    if (k === byHost.length) return;
    visit(k + 1, used, w, cost);
    for (const b of byHost[k]!)
      if (!b.trips.some((r) => used.has(r)))
        visit(
          k + 1,
          new Set([...used, ...b.trips]),
          w + b.trips.reduce((s: number, r: number) => s + weight[r]!, 0),
          cost + (b as Bundle).cost,
        );
  };
  visit(0, new Set(), 0, 0);
  return best;
}

test.each(Array.from({ length: 12 }, (_, k) => [k + 1]))(
  "market %i: the joint proposal is the optimum of all combinations",
  (seed) => {
    const m = market(seed, 8, 4 + (seed % 5), 4 + (seed % 2));
    const result = run(m);
    const best = bruteForce(m);
    expect(result.proven).toBe(true);
    // A one-by-one bundle of more than three trips is a column too and may do better than the enumerated model.
    expect(
      result.placedWeight > best.weight || (result.placedWeight === best.weight && result.cost <= best.cost + 1),
    ).toBe(true);
    expect(check(m.instance, result.plan)).toEqual([]);
  },
);

test("on forty small markets the proposal is never below one-by-one insertion", () => {
  for (let seed = 100; seed < 140; seed++) {
    const m = market(seed, 10, 8, 4);
    const result = run(m);
    const { oneByOne } = result;
    expect(
      result.placedWeight > oneByOne.placedWeight ||
        (result.placedWeight === oneByOne.placedWeight && result.cost <= oneByOne.cost),
    ).toBe(true);
    expect(check(m.instance, result.plan)).toEqual([]);
    expect([...result.placed, ...result.open].toSorted((a, b) => a - b)).toEqual(m.rejected);
  }
});

test("stops that were planned keep their order and their tour", () => {
  const m = market(2, 10, 8, 4);
  const added = new Set(m.rejected);
  for (const tour of run(m).plan.tours) {
    const before = m.plan.tours.find((t) => t.unit === tour.unit)?.stops.map((s) => `${s.trip} ${s.what}`) ?? [];
    expect(tour.stops.filter((s) => !added.has(s.trip)).map((s) => `${s.trip} ${s.what}`)).toEqual(before);
  }
});

test("a part that is declined is not proposed again, an accepted part does not change", () => {
  const m = market(3, 8, 8, 4);
  const first = run(m);
  expect(first.proposals.length).toBeGreaterThan(1);
  const [keep, drop] = [first.proposals[0]!, first.proposals[1]!];
  const second = run(m, { accepted: [keep], declined: [drop] });
  const kept = second.proposals.find((p) => p.unit === keep.unit);
  expect(kept?.trips).toEqual(keep.trips);
  expect(kept?.accepted).toBe(true);
  const again = second.proposals.find((p) => p.unit === drop.unit)?.trips ?? [];
  expect(again.filter((id) => drop.trips.includes(id))).toEqual([]);
});

test("tours that are not shared take nothing, shared ones no more than their limit", () => {
  const m = market(4, 10, 8, 4);
  const units = m.instance.units.map((u, k) => ({ ...u, share: k % 2 === 0 ? null : { maxExtra: 30 * MINUTE } }));
  const result = run({ ...m, instance: { ...m.instance, units } });
  const touring = new Set(m.plan.tours.map((t) => t.unit as string));
  for (const p of result.proposals) {
    expect(units.find((u) => u.unit === p.unit)!.share).not.toBeNull();
    if (touring.has(p.unit)) expect(p.extra).toBeLessThanOrEqual(30 * MINUTE);
  }
});

test("an owner gives no more working time than its cap", () => {
  const m = market(5, 10, 8, 4);
  const free = run(m).proposals.reduce((sum, p) => sum + p.extra, 0);
  const cap = Math.floor(free / 2);
  const capped = run(m, { ownerCaps: new Map([["ZAB-1", cap]]) });
  expect(capped.proposals.reduce((sum, p) => sum + Math.max(0, p.extra), 0)).toBeLessThanOrEqual(cap);
  expect(capped.placedWeight).toBeGreaterThanOrEqual(capped.oneByOne.placedWeight);
});

const ledger: Ledger = ["A-0", "A-1", "A-2"].map((a, k) => ({
  authority: code(a),
  requested: 20,
  servedFirstPass: 4 + 8 * k,
  servedByExchange: 0,
  selfTransport: 0,
  lostForLackOfTransport: 16 - 8 * k,
}));

test("fairness chooses among equal weights only and shows its price, at most three percent", () => {
  for (let seed = 20; seed < 30; seed++) {
    const m = market(seed, 8, 10, 3);
    const [plain, fair] = [run(m), run(m, { ledger })];
    expect(fair.placedWeight).toBe(plain.placedWeight);
    expect(fair.fairness.price).toBe(fair.cost - plain.cost);
    expect(fair.cost).toBeLessThanOrEqual(plain.cost + 0.03 * Math.abs(plain.cost) + 1);
  }
});

test("the ledger gives small authorities a prior and never a negative deficit", () => {
  const found = deficits([
    ...ledger,
    {
      authority: code("NEU"),
      requested: 0,
      servedFirstPass: 0,
      servedByExchange: 0,
      selfTransport: 0,
      lostForLackOfTransport: 0,
    },
  ]);
  expect(found.get(code("A-0"))).toBeGreaterThan(0);
  expect(found.get(code("A-2"))).toBe(0);
  expect(found.get(code("NEU"))).toBe(0);
  const booked = bookDay(ledger, [{ authority: code("A-0"), outcome: "servedByExchange" }]);
  expect(booked[0]).toMatchObject({ requested: 21, servedByExchange: 1 });
});

test("too many columns fall back to smaller bundles, and the answer says so", () => {
  const m = market(6, 8, 8, 4);
  expect(run(m).bundleSize).toBe(3);
  const small = run(m, { mostColumns: 20 });
  expect(small.bundleSize).toBeLessThan(3);
  expect(small.placedWeight).toBeGreaterThanOrEqual(small.oneByOne.placedWeight);
});

test("no rejected trips, or no shared tour, is an empty proposal", () => {
  const m = market(7, 8, 4, 4);
  expect(
    run({
      ...m,
      instance: { ...m.instance, trips: m.instance.trips.filter((t) => !m.rejected.includes(t.trip)) },
      plan: { ...m.plan, unserved: [] },
      rejected: [],
    }).proposals,
  ).toEqual([]);
  const units = m.instance.units.map((u) => ({ ...u, share: null }));
  expect(run({ ...m, instance: { ...m.instance, units } }).open).toEqual(m.rejected);
});
