/**
 * Insertion operators: put the trips of the bank back into tours, greedily, by regret, or one by one in an order with
 * "blinks" (now and then a good place is overlooked). A trip without a feasible place stays unserved; nothing is forced.
 */
import { blinkedPlace, blinkingInsertionCost, insertionCost, writeInserted } from "./insertion.ts";
import { intern } from "./slab.ts";
import { openRoute, replaceRoute } from "./solution.ts";
import type { Search } from "./state.ts";

export type Insertion = (search: Search, bank: number, noise: number) => void;

/** Handle that stands behind a slot: tours first, then one empty unit a class; -1 = nothing there. */
function handleAt(search: Search, slot: number): number {
  const { work, problem, inserter, slots } = search;
  const classes = problem.classes.length;
  if (slot < slots - classes) return slot < work.count ? work.routes[slot]! : -1;
  const cls = slot - (slots - classes);
  return work.used[cls]! < problem.classes[cls]!.units.length ? inserter.slab.empty[cls]! : -1;
}

/** Puts trip r into the slot at the remembered best place; returns the slot where its tour stands now. */
export function place(search: Search, r: number, slot: number, at = -1): number {
  const { problem, work, inserter, slots } = search;
  const { slab } = inserter;
  const old = handleAt(search, slot);
  if (at < 0) at = slab.memoAt[old * problem.n + r]!;
  const last = writeInserted(inserter, old, r, at >>> 16, at & 0xffff);
  const handle = intern(problem, slab, inserter.bench, last, slab.cls[old]!);
  if (slot < slots - problem.classes.length) {
    replaceRoute(problem, slab, work, slot, handle);
    work.routeOf[r] = slot;
    work.unservedWeight -= problem.weight[r]!;
    return slot;
  }
  openRoute(problem, slab, work, handle);
  return work.count - 1;
}

const withNoise = (search: Search, cost: number, noise: number): number =>
  noise > 0 && cost < Infinity ? cost + noise * (2 * search.random.next() - 1) * search.meanCost : cost;

function ask(search: Search, r: number, slot: number, noise: number): number {
  const handle = handleAt(search, slot);
  return handle < 0 ? Infinity : withNoise(search, insertionCost(search.inserter, handle, r), noise);
}

/** Regret of degree k (1 = greedy): next is the trip that would lose most by waiting. */
export const regret =
  (degree: number): Insertion =>
  (search, bank, noise) => {
    const { table, slots, work, problem } = search;
    const firstClass = slots - problem.classes.length;
    for (let b = 0; b < bank; b++) {
      const r = search.bank[b]!;
      for (let s = 0; s < slots; s++) {
        if (s === work.count && s < firstClass) s = firstClass;
        table[r * slots + s] = ask(search, r, s, noise);
      }
    }
    let left = bank;
    while (left > 0) {
      const chosen = choose(search, left, degree);
      if (chosen.index < 0) return;
      const r = search.bank[chosen.index]!;
      search.bank[chosen.index] = search.bank[--left]!;
      const now = place(search, r, chosen.slot);
      const cls = search.inserter.slab.cls[work.routes[now]!]!;
      for (let b = 0; b < left; b++) {
        const o = search.bank[b]!;
        table[o * slots + now] = ask(search, o, now, noise);
        if (chosen.slot >= firstClass && handleAt(search, firstClass + cls) < 0)
          table[o * slots + firstClass + cls] = Infinity;
      }
    }
  };

const choice = { index: -1, slot: -1 };

function choose(search: Search, left: number, degree: number): typeof choice {
  const { table, slots, work, problem, bank } = search;
  const firstClass = slots - problem.classes.length;
  let bestScore = -Infinity;
  let bestCost = Infinity;
  choice.index = -1;
  for (let b = 0; b < left; b++) {
    const row = bank[b]! * slots;
    let c1 = Infinity;
    let c2 = Infinity;
    let c3 = Infinity;
    let c4 = Infinity;
    let slot = -1;
    for (let s = 0; s < slots; s++) {
      if (s === work.count && s < firstClass) s = firstClass;
      const c = table[row + s]!;
      if (c >= c4) continue;
      if (c < c1) {
        c4 = c3;
        c3 = c2;
        c2 = c1;
        c1 = c;
        slot = s;
      } else if (c < c2) {
        c4 = c3;
        c3 = c2;
        c2 = c;
      } else if (c < c3) {
        c4 = c3;
        c3 = c;
      } else c4 = c;
    }
    if (slot < 0) continue;
    let score = -c1;
    if (degree > 1) {
      // A missing alternative counts as a large but finite loss, so that the cost still decides between two such trips.
      const missing = c1 + 4 * search.longestCost;
      score = (c2 < Infinity ? c2 : missing) - c1;
      if (degree > 2) score += (c3 < Infinity ? c3 : missing) - c1;
      if (degree > 3) score += (c4 < Infinity ? c4 : missing) - c1;
    }
    if (score > bestScore || (score === bestScore && c1 < bestCost)) {
      bestScore = score;
      bestCost = c1;
      choice.index = b;
      choice.slot = slot;
    }
  }
  return choice;
}

type Order = "random" | "earliest" | "tightest" | "farthest" | "nearest";

function sortBank(search: Search, bank: number, order: Order): void {
  const { problem, scratch, random } = search;
  const { n, nodes } = problem;
  const cost = problem.classes[0]!.cost;
  const depot = problem.classes[0]!.start;
  for (let b = 0; b < bank; b++) {
    const r = search.bank[b]!;
    if (order === "random") scratch[r] = random.next();
    else if (order === "earliest") scratch[r] = problem.earliest[r]!;
    else if (order === "tightest")
      scratch[r] = problem.latest[r]! - problem.earliest[r]! + problem.latest[r + n]! - problem.earliest[r + n]!;
    else {
      const far = cost[depot * nodes + r]! + cost[r * nodes + r + n]!;
      scratch[r] = order === "farthest" ? -far : far;
    }
  }
  search.bank.subarray(0, bank).sort((a, b) => scratch[a]! - scratch[b]! || a - b);
}

/** As `ordered`, but single places are overlooked, not whole tours: slower, and it reaches other sequences. */
const blinking =
  (order: Order, ...chances: readonly [number, number]): Insertion =>
  (search, bank) => {
    const { slots, work, problem, random, inserter } = search;
    const chance = chances[random.below(2)]!;
    const firstClass = slots - problem.classes.length;
    const blink = (): boolean => random.next() < chance;
    sortBank(search, bank, order);
    for (let b = 0; b < bank; b++) {
      const r = search.bank[b]!;
      let best = Infinity;
      let slot = -1;
      let at = -1;
      for (let s = 0; s < slots; s++) {
        if (s === work.count && s < firstClass) s = firstClass;
        const handle = handleAt(search, s);
        if (handle < 0 || insertionCost(inserter, handle, r) >= best) continue;
        const c = blinkingInsertionCost(inserter, handle, r, blink);
        if (c >= best) continue;
        best = c;
        slot = s;
        at = blinkedPlace.at;
      }
      if (slot >= 0) place(search, r, slot, at);
    }
  };

const ordered =
  (order: Order, blink: number): Insertion =>
  (search, bank, noise) => {
    const { slots, work, problem, random } = search;
    const firstClass = slots - problem.classes.length;
    sortBank(search, bank, order);
    for (let b = 0; b < bank; b++) {
      const r = search.bank[b]!;
      let best = Infinity;
      let slot = -1;
      for (let s = 0; s < slots; s++) {
        if (s === work.count && s < firstClass) s = firstClass;
        if (random.next() < blink) continue;
        const c = ask(search, r, s, noise);
        if (c < best) {
          best = c;
          slot = s;
        }
      }
      if (slot >= 0) place(search, r, slot);
    }
  };

export const insertions: readonly { name: string; run: Insertion }[] = [
  { name: "greedy", run: regret(1) },
  { name: "regret2", run: regret(2) },
  { name: "regret3", run: regret(3) },
  { name: "regret4", run: regret(4) },
  { name: "randomOrder", run: ordered("random", 0.01) },
  { name: "earliestFirst", run: ordered("earliest", 0.01) },
  { name: "tightestFirst", run: ordered("tightest", 0.01) },
  { name: "farthestFirst", run: ordered("farthest", 0.01) },
  { name: "blinkingRandom", run: blinking("random", 0.05, 0.35) },
];
