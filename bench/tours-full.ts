/**
 * `node scripts/run.mjs bench/tours-full.ts [part …]`: the parts that need a clock, by hand on a calm machine. Prints a
 * calibration figure (a fixed loop of integers), so that machines can be compared as ratios.
 */
import { check } from "../src/features/transport/domain/check.ts";
import { TICKS } from "../src/features/transport/domain/darp.ts";
import { exchange, exchangeDefaults } from "../src/features/transport/domain/exchange.ts";
import { explain } from "../src/features/transport/domain/explain.ts";
import { plan } from "../src/features/transport/domain/plan.ts";
import { openQuoteDesk, quote } from "../src/features/transport/domain/quote.ts";
import { repair } from "../src/features/transport/domain/repair.ts";
import { dataSet, exchangeSet } from "../src/features/transport/data-sets/catalogue.ts";
import { readPlaces } from "../src/features/transport/data-sets/places.ts";
import { loadMilpSolver } from "../src/features/transport/highs.ts";
import { planInThreads } from "../src/features/transport/threads.ts";
import { bestEver } from "./tours-best.ts";
import { benchmark, setA, setPr } from "./tours-sets.ts";

const hooksFrom = (started: number): Parameters<typeof plan>[2] => ({
  elapsedMs: () => performance.now() - started,
  cancelled: () => false,
  progress: () => undefined,
});

async function timed(
  names: readonly string[],
  seconds: number,
  threads: number,
  seeds: readonly number[] = [1],
): Promise<object> {
  const gaps: number[] = [];
  for (const name of names)
    for (const seed of seeds) {
      const { instance, reference, proven } = benchmark(name);
      const result = await planInThreads(instance, { seed, iterations: 1e9, maxMs: seconds * 1000 }, { threads })
        .result;
      const gap = (result.objective.cost / TICKS / reference - 1) * 100;
      gaps.push(gap);
      console.log(
        `${name} seed ${seed} ${seconds} s ${threads} thr. cost ${(result.objective.cost / TICKS).toFixed(2)} ${proven ? "optimum" : "orientation"} ${reference} gap ${gap.toFixed(2)} % iterations ${result.iterations} open ${result.plan.unserved.length}`,
      );
    }
  return {
    mean: gaps.reduce((a, b) => a + b, 0) / gaps.length,
    worst: Math.max(...gaps),
    optima: gaps.filter((g) => g < 0.005).length,
  };
}

function ownDays(): object {
  return Object.fromEntries(
    ["nrw-100", "nrw-200", "nrw-300"].map((name) => {
      const set = dataSet(name, readPlaces())!;
      const started = performance.now();
      const result = plan(set.instance, { seed: 1, iterations: 20_000 }, hooksFrom(started));
      return [
        name,
        {
          firstPlanMs: Math.round(result.firstPlanMs),
          ms: Math.round(performance.now() - started),
          ...result.objective,
          bestEver: bestEver[name],
          violations: check(set.instance, result.plan).length,
        },
      ];
    }),
  );
}

/** First complete plan of a day of 300 requests and 130 units: five runs, the code is warm after the first. */
function firstPlan(): object {
  const { instance } = dataSet("nrw-300", readPlaces())!;
  const runs = Array.from({ length: 5 }, () => {
    const started = performance.now();
    const result = plan(instance, { seed: 1, iterations: 1 }, hooksFrom(started));
    return { ms: Math.round(result.firstPlanMs), unserved: result.objective.unserved };
  });
  return { runs };
}

async function exchanges(): Promise<object> {
  const solve = await loadMilpSolver();
  return Object.fromEntries(
    ["exchange-40x60", "exchange-80x200", "scarce-40x19"].map((name) => {
      const set = dataSet(name, readPlaces())!;
      if (set.kind !== "exchange") throw new Error(name);
      const started = performance.now();
      const r = exchange(
        set.instance,
        set.plan,
        set.rejected,
        { ...exchangeDefaults, maxBundle: name === "exchange-80x200" ? 2 : 3 },
        solve,
      );
      return [
        name,
        {
          ms: Math.round(performance.now() - started),
          columns: r.columns,
          placed: r.placed.length,
          weight: r.placedWeight,
          cost: r.cost,
          proven: r.proven,
          oneByOne: r.oneByOne,
          bestEver: bestEver[name],
        },
      ];
    }),
  );
}

/** 200 generated days: never below one-by-one, and what is gained on average. */
async function manyMarkets(): Promise<object> {
  const solve = await loadMilpSolver();
  const places = readPlaces();
  let [worse, morePlaced, weight, oneByOneWeight, cost, oneByOneCost, sameWeight] = [0, 0, 0, 0, 0, 0, 0];
  for (let seed = 1; seed <= 200; seed++) {
    const set = exchangeSet(places, 16, 12, seed, seed % 2 === 0);
    const r = exchange(set.instance, set.plan, set.rejected, exchangeDefaults, solve);
    const o = r.oneByOne;
    if (
      r.placedWeight < o.placedWeight ||
      (r.placedWeight === o.placedWeight && r.cost > o.cost) ||
      check(set.instance, r.plan).length > 0
    )
      worse++;
    if (r.placedWeight > o.placedWeight) morePlaced++;
    else {
      sameWeight++;
      cost += r.cost;
      oneByOneCost += o.cost;
    }
    weight += r.placedWeight;
    oneByOneWeight += o.placedWeight;
  }
  return {
    days: 200,
    worse,
    morePlaced,
    weightGain: weight / oneByOneWeight - 1,
    sameWeight,
    costGainAtSameWeight: 1 - cost / oneByOneCost,
  };
}

function quotes(): object {
  const set = dataSet("nrw-300", readPlaces())!;
  const standing = plan(set.instance, { seed: 1, iterations: 500 }).plan;
  const ids = standing.tours.flatMap((t) => t.stops.map((s) => s.trip));
  // Opening a desk is dear and not a quote: every third trip will do.
  const all = [...new Set(ids)]
    .filter((_, k) => k % 3 === 0)
    .map((id) => {
      const without = {
        tours: standing.tours.map((t) => ({ ...t, stops: t.stops.filter((s) => s.trip !== id) })),
        unserved: [...standing.unserved, id],
      };
      const desk = openQuoteDesk(set.instance, without);
      const started = performance.now();
      quote(desk, id);
      return performance.now() - started;
    });
  // The first calls meet code that is not compiled yet: they are asked, not counted.
  const times = all.slice(10);
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { quotes: times.length, medianMs: at(0.5), p99Ms: at(0.99), maxMs: sorted.at(-1) };
}

function repairs(): object {
  return Object.fromEntries(
    ["cancel-10", "flight-shift-90"].map((name) => {
      const set = dataSet(name, readPlaces())!;
      if (set.kind !== "repair") throw new Error(name);
      const started = performance.now();
      const r = repair(set.instance, set.plan, set.change, { seed: 1, iterations: 5000 }, hooksFrom(started));
      return [
        name,
        {
          ms: Math.round(performance.now() - started),
          ...r.objective,
          moved: r.moved.length,
          longWaits: r.longWaits.length,
          retimed: r.retimed.length,
          bestEver: bestEver[name],
        },
      ];
    }),
  );
}

function explanations(): object {
  const set = dataSet("scarce-40x19", readPlaces())!;
  if (set.kind !== "exchange") throw new Error("scarce");
  const started = performance.now();
  const pairs = set.rejected.reduce((sum, id) => sum + explain(set.instance, set.plan, id).length, 0);
  return { pairs, ms: Math.round(performance.now() - started) };
}

async function cancelTime(): Promise<object> {
  const times: number[] = [];
  for (let k = 0; k < 10; k++) {
    const run = planInThreads(
      dataSet("nrw-300", readPlaces())!.instance,
      { seed: 1, iterations: 1e9, maxMs: 60_000 },
      { threads: 2 },
    );
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const started = performance.now();
    run.cancel();
    await run.result;
    times.push(Math.round(performance.now() - started));
  }
  return { cancelToPlanMs: times };
}

function calibration(): number {
  const started = performance.now();
  let x = 1;
  for (let k = 0; k < 200_000_000; k++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
  return Math.round(performance.now() - started) + (x === 0 ? 1 : 0);
}

/** Every part of the bar that needs a clock, below a quarter of an hour: `bar` stands for all of them. */
const bar = ["a-10s", "a8-96-60s", "pr-60s", "first", "exchange", "markets", "quotes", "cancel"];

const parts: Readonly<Record<string, () => object | Promise<object>>> = {
  "a-10s": () => timed(setA, 10, 1),
  "a8-96-60s": () => timed(["a8-96"], 60, 2),
  "pr-60s": () => timed(["pr05", "pr10"], 60, 2),
  "pr-10s": () => timed(setPr, 10, 1),
  first: firstPlan,
  days: ownDays,
  exchange: exchanges,
  markets: manyMarkets,
  quotes,
  repairs,
  explanations,
  cancel: cancelTime,
};

const wanted = process.argv.slice(2).flatMap((name) => (name === "bar" ? bar : [name]));
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(JSON.stringify({ part: name, calibrationMs: calibration(), ...(await run()) }));
}
