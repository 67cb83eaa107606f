import { describe, expect, test } from "vitest";
import { check } from "../check.ts";
import { readDarp } from "../darp.ts";
import { plan } from "../plan.ts";
import { recount } from "../recount.ts";
import { randomDay } from "../sample.ts";
import { rebuild, ruin } from "./anneal.ts";
import { compile } from "./compile.ts";
import { earliestTimes, newBench } from "./fixpoint.ts";
import { insertions } from "./insert.ts";
import type { Problem } from "./problem.ts";
import { polish } from "./polish.ts";
import { publish } from "./publish.ts";
import { removals } from "./remove.ts";
import { copySolution, sequencesOf } from "./solution.ts";
import { buildFirst } from "./start.ts";
import { newSearch } from "./state.ts";
import { readFileSync } from "node:fs";

describe("the independent check after every operator", () => {
  const pairs = removals.flatMap((out, o) => insertions.map((back, b) => [out.name, back.name, o, b] as const));
  test.each(pairs)("%s, then %s", (_, __, out, back) => {
    for (const strict of [false, true]) {
      const instance = randomDay({ trips: 14, units: 4, seed: 31 + out * 8 + back, strict });
      const problem = compile(instance);
      const search = newSearch(problem, out + back, 5000);
      buildFirst(search);
      for (let k = 0; k < 12; k++) {
        ruin(search, out, 1 + (k % 9));
        rebuild(search, back, k % 2 === 0 ? 0 : 0.06);
        const repaired = search.work.cost;
        if (k > 5) polish(search);
        expect(search.work.cost).toBeLessThanOrEqual(repaired);
        const result = publish(instance, problem, sequencesOf(search.inserter.slab, search.work));
        expect(check(instance, result)).toEqual([]);
        const counted = recount(instance, result);
        expect([counted.cost, counted.unservedWeight]).toEqual([search.work.cost, search.work.unservedWeight]);
        if (k % 3 !== 0) copySolution(search.current, search.work);
      }
    }
  });
});

/** Longest-path relaxation over all constraints, pass after pass: slow, obvious, and independent of the search. */
function bellmanFord(problem: Problem, seq: readonly number[], cls: number): number[] | null {
  const { n, nodes, go, ride } = problem;
  const { shiftFrom, shiftTo, maxDuration } = problem.classes[cls]!;
  const last = seq.length - 1;
  const depot = (k: number): boolean => k === 0 || k === last;
  const at = seq.map((node, k) => (depot(k) ? shiftFrom : problem.earliest[node]!));
  for (let pass = 0; pass <= 3 * last + 3; pass++) {
    let moved = false;
    const raise = (k: number, to: number): void => {
      if (to <= at[k]!) return;
      at[k] = to;
      moved = true;
    };
    for (let k = 1; k <= last; k++) raise(k, at[k - 1]! + go[seq[k - 1]! * nodes + seq[k]!]!);
    seq.forEach((node, k) => {
      if (!depot(k) && node >= n) raise(seq.indexOf(node - n), at[k]! - ride[node - n]!);
    });
    raise(0, at[last]! - maxDuration);
    if (at.some((x, k) => x > (depot(k) ? shiftTo : problem.latest[seq[k]!]!))) return null;
    if (!moved) return at;
  }
  return null;
}

test("the fixpoint agrees with Bellman-Ford on two thousand random sequences, to the second", () => {
  let feasible = 0;
  for (let seed = 1; seed <= 2000; seed++) {
    const instance = randomDay({ trips: 4, units: 1, seed, spread: 12 });
    const problem = compile(instance);
    const { start, end, maxDuration, shiftFrom, shiftTo } = problem.classes[0]!;
    const order = [0, 1, 2, 3].slice(0, 2 + (seed % 3));
    const stops = seed % 2 === 0 ? [...order, ...order.map((r) => r + 4)] : order.flatMap((r) => [r, r + 4]);
    if (seed % 5 === 0) stops.splice(1, 0, stops.pop()!);
    const valid = stops.every((node, k) => node < 4 || stops.indexOf(node - 4) < k);
    if (!valid) continue;
    const seq = [start, ...stops, end];
    const last = seq.length - 1;
    const bench = newBench(problem);
    seq.forEach((node, k) => {
      bench.seq[k] = node;
      bench.position[node] = k;
      bench.low[k] = k === 0 || k === last ? shiftFrom : problem.earliest[node]!;
      bench.high[k] = k === 0 || k === last ? shiftTo : problem.latest[node]!;
    });
    const found = earliestTimes(problem, bench, last, maxDuration)
      ? Array.from(bench.begin.subarray(0, last + 1))
      : null;
    expect(found).toEqual(bellmanFord(problem, seq, 0));
    if (found) feasible++;
  }
  expect(feasible).toBeGreaterThan(200);
});

/** All ways to serve every subset of trips with two units, by trying every insertion of every trip. */
function bruteForce(seed: number, trips: number): { weight: number; cost: number } {
  const instance = randomDay({ trips, units: 2, seed, spread: 15 });
  const problem = compile(instance);
  const nodes = problem.nodes;
  const total = problem.weight.reduce((a, b) => a + b, 0);
  let best = { weight: total, cost: 0 };
  const cost = (route: readonly number[], cls: number): number => {
    if (route.length === 0) return 0;
    const { start, end, cost: way, fixedCost } = problem.classes[cls]!;
    const seq = [start, ...route, end];
    return seq.slice(1).reduce((sum, node, k) => sum + way[seq[k]! * nodes + node]!, fixedCost);
  };
  const lawful = (route: readonly number[], cls: number): boolean => {
    let seats = 0;
    for (const node of route) {
      seats += instance.trips[node % trips]!.load.seats * (node < trips ? 1 : -1);
      if (seats > 4) return false;
    }
    const { start, end } = problem.classes[cls]!;
    return route.length === 0 || bellmanFord(problem, [start, ...route, end], cls) !== null;
  };
  const classes = problem.classes.length === 1 ? [0, 0] : [0, 1];
  const extend = (r: number, routes: readonly (readonly number[])[], open: number): void => {
    if (r === trips) {
      const c = routes.reduce((sum, route, k) => sum + cost(route, classes[k]!), 0);
      if (open < best.weight || (open === best.weight && c < best.cost)) best = { weight: open, cost: c };
      return;
    }
    extend(r + 1, routes, open + problem.weight[r]!);
    routes.forEach((route, k) => {
      for (let i = 0; i <= route.length; i++)
        for (let j = i; j <= route.length; j++) {
          const next = [...route.slice(0, i), r, ...route.slice(i, j), r + trips, ...route.slice(j)];
          // Ways keep the triangle inequality: what is infeasible stays so with more stops.
          if (lawful(next, classes[k]!))
            extend(
              r + 1,
              routes.map((x, m) => (m === k ? next : x)),
              open,
            );
        }
    });
  };
  extend(0, [[], []], 0);
  return best;
}

test.each(Array.from({ length: 24 }, (_, k) => [k + 1, 3 + (k % 3)] as const))(
  "seed %i: the search finds the optimum of %i trips and two units",
  (seed, trips) => {
    const instance = randomDay({ trips, units: 2, seed, spread: 15 });
    const result = plan(instance, { seed: 1, iterations: 400 });
    expect(check(instance, result.plan)).toEqual([]);
    expect({ weight: result.objective.unservedWeight, cost: result.objective.cost }).toEqual(bruteForce(seed, trips));
  },
);

test("the public benchmark is solved without undercutting its proven optimum", () => {
  const instance = readDarp(readFileSync(new URL("../../../../../test/darp/a/a2-16.txt", import.meta.url), "utf8"));
  const result = plan(instance, { seed: 1, iterations: 1000 });
  expect(check(instance, result.plan)).toEqual([]);
  expect(Math.round(result.objective.cost / 1e7) / 100).toBe(294.25);
});
