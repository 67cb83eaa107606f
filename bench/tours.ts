/**
 * `npm run bench -- tours`: the part for CI. Counts iterations, never seconds: 20,000 a file, seed 1, one thread. Fails when
 * the bar is missed, or when any cost changes without a new solver version. `bench/tours-full.ts` measures times.
 */
import { TICKS } from "../src/features/transport/domain/darp.ts";
import { check } from "../src/features/transport/domain/check.ts";
import { SOLVER_VERSION } from "../src/features/transport/domain/fingerprint.ts";
import { plan } from "../src/features/transport/domain/plan.ts";
import { golden } from "./tours-golden.ts";
import { benchmark, setA } from "./tours-sets.ts";

const ITERATIONS = 20_000;
const BAR = { mean: 0.35, worst: 2 };

const rows = setA.map((name) => {
  const { instance, reference } = benchmark(name);
  const { plan: found, objective } = plan(instance, { seed: 1, iterations: ITERATIONS });
  const cost = Math.round(objective.cost / (TICKS / 1e6)) / 1e6;
  const gap = (cost / reference - 1) * 100;
  console.log(
    `${name.padEnd(6)} cost ${cost.toFixed(2).padStart(8)} optimum ${reference.toFixed(2).padStart(8)} gap ${gap.toFixed(2)} %`,
  );
  return { name, cost, gap, unserved: found.unserved.length, violations: check(instance, found).length };
});

const mean = rows.reduce((sum, r) => sum + r.gap, 0) / rows.length;
const worst = Math.max(...rows.map((r) => r.gap));
const changed =
  golden.version === SOLVER_VERSION ? rows.filter((r) => golden.costs[r.name] !== r.cost).map((r) => r.name) : [];
const faults = [
  ...(mean > BAR.mean ? [`mean gap ${mean.toFixed(3)} % above ${BAR.mean} %`] : []),
  ...(worst > BAR.worst ? [`worst gap ${worst.toFixed(2)} % above ${BAR.worst} %`] : []),
  ...rows.filter((r) => r.unserved > 0).map((r) => `${r.name}: ${r.unserved} unserved`),
  ...rows.filter((r) => r.violations > 0).map((r) => `${r.name}: ${r.violations} violations`),
  ...rows.filter((r) => r.gap < -0.005).map((r) => `${r.name}: below the proven optimum, so a bug`),
  ...changed.map((name) => `${name}: cost changed without a new solver version (golden ${golden.costs[name]})`),
  ...(golden.version === SOLVER_VERSION
    ? []
    : [`bench/tours-golden.ts holds costs of ${golden.version}, the solver is ${SOLVER_VERSION}`]),
];

console.log(
  JSON.stringify({
    bench: "tours",
    solver: SOLVER_VERSION,
    iterations: ITERATIONS,
    instances: rows.length,
    meanGap: mean,
    worstGap: worst,
    optima: rows.filter((r) => r.gap < 0.005).length,
    costs: Object.fromEntries(rows.map((r) => [r.name, r.cost])),
    faults,
  }),
);
if (faults.length > 0) process.exitCode = 1;
