/**
 * One anneal: remove, insert, accept by temperature, with adaptive choice of operators. Its course depends on seed and
 * iterations only; the clock may end it early but never steers it.
 */
import { exp, ln } from "../deterministic-math.ts";
import { insertions } from "./insert.ts";
import { detach, idleRemovals, removals } from "./remove.ts";
import { polish } from "./polish.ts";
import { isFull } from "./slab.ts";
import { copySolution, isBetter, loadSequences, seedSlab, sequencesOf, type Solution } from "./solution.ts";
import type { Search } from "./state.ts";

export type Tuning = {
  startTemperature: number;
  endShare: number;
  smallest: number;
  largest: number;
  noise: number;
  noiseShare: number;
  penalty: number;
  /** Solutions dearer than the current one by no more than this share are polished before they are judged. */
  polishWithin: number;
  /** How many of them; the others keep places that a descent would always leave. */
  polishShare: number;
  /** Operators left out, for ablation. */
  without: readonly string[];
};

export const tuning: Tuning = {
  startTemperature: 0.006,
  endShare: 0.1,
  smallest: 2,
  largest: 34,
  noise: 0.1,
  noiseShare: 0.35,
  penalty: 2,
  polishWithin: 0.02,
  polishShare: 0.75,
  without: [],
};

type Roulette = { weight: Float64Array; score: Float64Array; used: Float64Array };

const newRoulette = (operators: readonly { name: string }[], without: readonly string[]): Roulette => ({
  weight: Float64Array.from(operators, (o) => (without.includes(o.name) ? 0 : 1)),
  score: new Float64Array(operators.length),
  used: new Float64Array(operators.length),
});

function spin(wheel: Roulette, u: number): number {
  let sum = 0;
  for (const w of wheel.weight) sum += w;
  let rest = u * sum;
  for (let k = 0; k < wheel.weight.length; k++) {
    rest -= wheel.weight[k]!;
    if (rest < 0) return k;
  }
  return wheel.weight.length - 1;
}

function settle(wheel: Roulette): void {
  for (let k = 0; k < wheel.weight.length; k++) {
    if (wheel.used[k]! > 0)
      wheel.weight[k] = Math.max(0.2, 0.7 * wheel.weight[k]! + 0.3 * (wheel.score[k]! / wheel.used[k]!));
    wheel.score[k] = 0;
    wheel.used[k] = 0;
  }
}

export type AnnealReport = { iterations: number; improvedAt: number };

/** `stop` is asked every 16 iterations. */
export function anneal(
  search: Search,
  iterations: number,
  stop: (done: number) => boolean,
  t: Tuning = tuning,
): AnnealReport {
  const { random, current, work, best, problem } = search;
  const removal = newRoulette(removals, [...t.without, ...idleRemovals(problem)]);
  const insertion = newRoulette(insertions, t.without);
  const penalty = t.penalty * search.longestCost;
  const energy = (s: Solution): number => s.cost + penalty * s.unservedWeight;
  let temperature = t.startTemperature * energy(current);
  const cooling = exp(ln(t.endShare) / Math.max(1, iterations));
  // Small days may be taken apart completely, larger ones by at most three fifths.
  const largest = Math.min(problem.n, t.largest, Math.max(6, Math.floor(problem.n * 0.6)));
  const smallest = Math.min(t.smallest, largest);
  let improvedAt = 0;
  for (let k = 0; k < iterations; k++) {
    if ((k & 15) === 0 && stop(k)) return { iterations: k, improvedAt };
    if (isFull(search.inserter.slab)) refresh(search);
    const out = spin(removal, random.next());
    const back = spin(insertion, random.next());
    ruin(search, out, smallest + random.below(largest - smallest + 1));
    rebuild(search, back, random.next() < t.noiseShare ? t.noise : 0);
    removal.used[out]!++;
    insertion.used[back]!++;
    if (random.next() < t.polishShare && energy(work) < (1 + t.polishWithin) * energy(current)) polish(search);
    const change = energy(work) - energy(current);
    let reward = 0;
    if (isBetter(work, best)) {
      copySolution(best, work);
      improvedAt = k + 1;
      reward = 8;
    } else if (change < 0) reward = 4;
    const accepted = change < 0 || (change === 0 ? true : change < -temperature * ln(1 - random.next()));
    if (accepted) {
      if (change > 0) reward = 1;
      copySolution(current, work);
    }
    removal.score[out]! += reward;
    insertion.score[back]! += reward;
    if (k % 250 === 249) {
      settle(removal);
      settle(insertion);
    }
    temperature *= cooling;
  }
  return { iterations, improvedAt };
}

/** Takes trips out: from `current` into `work`. */
export function ruin(search: Search, out: number, target: number): void {
  const { work, gone } = search;
  copySolution(work, search.current);
  search.removedCount = 0;
  removals[out]!.run(search, target);
  detach(search);
  for (let k = 0; k < search.removedCount; k++) gone[search.removed[k]!] = 0;
}

/** Puts the open trips of `work` back. */
export function rebuild(search: Search, back: number, noise: number): void {
  let bank = 0;
  for (let r = 0; r < search.problem.n; r++) if (search.work.routeOf[r]! < 0) search.bank[bank++] = r;
  insertions[back]!.run(search, bank, noise);
}

/** Empties the slab and keeps the current and the best solution. */
export function refresh(search: Search): void {
  const { problem, inserter, current, best } = search;
  const { slab, bench } = inserter;
  const kept = [current, best].map((solution) => ({ solution, tours: sequencesOf(slab, solution) }));
  seedSlab(problem, slab, bench);
  for (const { solution, tours } of kept) loadSequences(problem, slab, bench, solution, tours);
}
