/**
 * Plans the tours of a day (Tourenplanung): a chain of anneals, each started from the best so far. The plan follows from
 * instance, options, seed and iterations alone; the clock is lent by the caller and can only end a run. It proposes,
 * people decide.
 */
import { fingerprint, SOLVER_VERSION } from "./fingerprint.ts";
import type { Instance, Objective, Plan } from "./model.ts";
import { recount } from "./recount.ts";
import { anneal } from "./search/anneal.ts";
import { compile, type Frozen } from "./search/compile.ts";
import { publish } from "./search/publish.ts";
import { buildFirst, loadWarm } from "./search/start.ts";
import { sequencesOf } from "./search/solution.ts";
import { newSearch, type Search } from "./search/state.ts";

/** How long and from where to plan (Planungslauf). */
export type PlanOptions = {
  seed: number;
  iterations: number;
  /** Safety stop, 0 = none. */
  maxMs?: number;
  warmStart?: Plan;
  frozen?: readonly Frozen[];
  mayWait?: ReadonlySet<number>;
  keep?: { unitOf: ReadonlyMap<number, string>; cost: number };
};

/** Where a run stands (Fortschritt des Planungslaufs). */
export type PlanProgress = {
  iteration: number;
  of: number;
  objective: { unservedWeight: number; cost: number };
  unserved: number;
  improvedAt: number;
};

/** What the run may ask of the outside: time since its start, and whether somebody wants it to end. */
export type RunHooks = { elapsedMs(): number; cancelled(): boolean; progress(p: PlanProgress): void };

/** The plan and what is needed to replay its run (Tourenplan). */
export type PlanResult = {
  planId: string;
  solver: string;
  seed: number;
  /** Lengths of the anneals that were run to their end, the last one perhaps cut short: enough to replay the run. */
  rungs: readonly number[];
  iterations: number;
  improvedAt: number;
  ended: "iterations" | "time" | "cancelled";
  firstPlanMs: number;
  objective: Objective;
  plan: Plan;
};

export const quietHooks: RunHooks = { elapsedMs: () => 0, cancelled: () => false, progress: () => undefined };

export function plan(instance: Instance, options: PlanOptions, hooks: RunHooks = quietHooks): PlanResult {
  const problem = compile(instance, options);
  const search = newSearch(problem, options.seed, 2000 + 64 * options.iterations);
  if (options.warmStart) loadWarm(search, instance, options.warmStart);
  buildFirst(search);
  const firstPlanMs = hooks.elapsedMs();
  const run = climb(search, options, hooks);
  const routes = sequencesOf(search.inserter.slab, search.best);
  const result = publish(instance, problem, routes);
  const warm = options.warmStart
    ? [
        options.warmStart,
        [...(options.keep?.unitOf ?? [])],
        options.keep?.cost,
        options.frozen,
        [...(options.mayWait ?? [])],
      ]
    : [];
  return {
    planId: fingerprint(instance, { seed: options.seed, rungs: run.rungs, iterations: run.iterations, warm }),
    solver: SOLVER_VERSION,
    seed: options.seed,
    ...run,
    firstPlanMs,
    objective: recount(instance, result),
    plan: result,
  };
}

type Climb = Pick<PlanResult, "rungs" | "iterations" | "improvedAt" | "ended">;

/** Iterations asked for are one anneal; a run bounded by time only starts short and takes what is left as the next one. */
function climb(search: Search, options: PlanOptions, hooks: RunHooks): Climb {
  const rungs: number[] = [];
  let iterations = 0;
  let improvedAt = 0;
  let ended: Climb["ended"] = "iterations";
  const maxMs = options.maxMs ?? 0;
  const stop = (done: number): boolean => {
    if (hooks.cancelled()) ended = "cancelled";
    else if (maxMs > 0 && hooks.elapsedMs() >= maxMs) ended = "time";
    else {
      report(search, hooks, iterations + done, options.iterations, improvedAt);
      return false;
    }
    return true;
  };
  for (;;) {
    if (iterations >= options.iterations || ended !== "iterations") break;
    const length = nextRung(rungs, iterations, options, hooks);
    rungs.push(length);
    const done = anneal(search, length, stop);
    if (done.improvedAt > 0) improvedAt = iterations + done.improvedAt;
    iterations += done.iterations;
  }
  return { rungs, iterations, improvedAt, ended };
}

const FIRST_RUNG = 500;

function nextRung(rungs: readonly number[], done: number, options: PlanOptions, hooks: RunHooks): number {
  const left = options.iterations - done;
  const maxMs = options.maxMs ?? 0;
  if (maxMs === 0) return left;
  const elapsed = hooks.elapsedMs();
  if (rungs.length === 0 || elapsed <= 0) return Math.min(left, FIRST_RUNG);
  // The length is a number of iterations decided now and stored, so that the run can be replayed without a clock.
  const affordable = Math.floor(((maxMs - elapsed) / elapsed) * done);
  const share = rungs.length === 1 ? 0.06 : 1;
  return Math.max(1, Math.min(left, Math.max(50, Math.floor(affordable * share))));
}

function report(search: Search, hooks: RunHooks, iteration: number, of: number, improvedAt: number): void {
  const { cost, unservedWeight, routeOf } = search.best;
  let unserved = 0;
  for (const tour of routeOf) if (tour < 0) unserved++;
  hooks.progress({ iteration, of, objective: { unservedWeight, cost }, unserved, improvedAt });
}
