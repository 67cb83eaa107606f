/**
 * The packing problems of the exchange solved by HiGHS (WebAssembly, one thread): relaxation first, then only the columns
 * that could still matter. It returns the known solution rather than a worse one, and says whether the optimum is proven.
 */
import loadHighs, { type Highs, type ModelData } from "highs";
import type { MilpSolver, PackingAnswer, PackingModel } from "./domain/exchange/milp.ts";

let loading: Promise<Highs> | undefined;

export async function loadMilpSolver(maxSeconds = 60): Promise<MilpSolver> {
  // The package types its ES module as CommonJS; what Node imports is the loader function itself.
  loading ??= (loadHighs as unknown as () => Promise<Highs>)();
  const highs = await loading;
  return (model) => solvePacking(highs, model, maxSeconds);
}

const TOLERANCE = 1e-6;

function solvePacking(highs: Highs, model: PackingModel, maxSeconds: number): PackingAnswer {
  const columns = model.gain.length;
  const everything = Array.from({ length: columns }, (_, j) => j);
  const worth = (chosen: readonly number[]): number => chosen.reduce((sum, j) => sum + model.gain[j]!, 0);
  if (columns === 0) return { chosen: [], proven: true, bound: 0 };
  const relaxed = run(highs, model, everything, false, maxSeconds);
  const scale = Math.max(1, Math.abs(relaxed.objective));
  if (relaxed.values.every((x) => x < TOLERANCE || x > 1 - TOLERANCE || Math.abs(x - Math.round(x)) < TOLERANCE))
    return { chosen: everything.filter((j) => relaxed.values[j]! > 0.5), proven: true, bound: relaxed.objective };
  // A first integer solution among the columns of the relaxation gives the bound for leaving columns out.
  const basic = everything.filter(
    (j) => relaxed.values[j]! > TOLERANCE || model.known.includes(j) || relaxed.reduced[j]! > -TOLERANCE * scale,
  );
  const first = run(highs, model, basic, true, maxSeconds);
  const firstChosen = first.feasible ? basic.filter((_, k) => first.values[k]! > 0.5) : [];
  const incumbent = first.feasible && worth(firstChosen) >= worth(model.known) ? firstChosen : model.known;
  const gap = relaxed.objective - worth(incumbent) + TOLERANCE * scale;
  const kept = everything.filter((j) => relaxed.reduced[j]! >= -gap || relaxed.values[j]! > TOLERANCE);
  const last = run(highs, model, kept, true, maxSeconds);
  const chosen = last.feasible ? kept.filter((_, k) => last.values[k]! > 0.5) : incumbent;
  const best = worth(chosen) >= worth(incumbent) ? chosen : incumbent;
  return { chosen: best, proven: last.optimal, bound: last.optimal ? worth(best) : relaxed.objective };
}

type Run = { values: Float64Array; reduced: Float64Array; objective: number; feasible: boolean; optimal: boolean };

function run(highs: Highs, model: PackingModel, columns: readonly number[], whole: boolean, maxSeconds: number): Run {
  return highs.withModel(modelData(highs, model, columns, whole), (solver) => {
    solver.options.set({ output_flag: false, time_limit: maxSeconds, mip_rel_gap: 0, mip_abs_gap: 1e-6 });
    solver.run();
    const status = solver.getModelStatus();
    const optimal = status === highs.constants.modelStatus.optimal;
    const solution = solver.getSolution();
    const values = Float64Array.from(solution.colValue);
    const feasible = optimal || (values.length === columns.length && keepsRows(model, columns, values));
    return {
      values,
      reduced: Float64Array.from(solution.colDual),
      objective: solver.getObjectiveValue(),
      feasible,
      optimal,
    };
  });
}

function keepsRows(model: PackingModel, columns: readonly number[], values: Float64Array): boolean {
  const sums = new Float64Array(model.upper.length);
  columns.forEach((j, k) => {
    for (let at = model.start[j]!; at < model.start[j + 1]!; at++)
      sums[model.rows[at]!]! += model.amounts[at]! * values[k]!;
  });
  return (
    values.some((x) => x > 0.5) &&
    sums.every((s, i) => s <= model.upper[i]! + TOLERANCE && s >= model.lower[i]! - TOLERANCE)
  );
}

function modelData(highs: Highs, model: PackingModel, columns: readonly number[], whole: boolean): ModelData {
  const starts = new Int32Array(columns.length + 1);
  const indices: number[] = [];
  const values: number[] = [];
  columns.forEach((j, k) => {
    for (let at = model.start[j]!; at < model.start[j + 1]!; at++) {
      indices.push(model.rows[at]!);
      values.push(model.amounts[at]!);
    }
    starts[k + 1] = indices.length;
  });
  const endless = (bounds: Float64Array): Float64Array =>
    bounds.map((b) => (b === Infinity ? highs.infinity : b === -Infinity ? -highs.infinity : b));
  const most = (j: number): number => {
    let bound = Infinity;
    for (let at = model.start[j]!; at < model.start[j + 1]!; at++)
      if (model.amounts[at] === 1) bound = Math.min(bound, model.upper[model.rows[at]!]!);
    return Math.min(bound, 1);
  };
  return {
    numCols: columns.length,
    numRows: model.upper.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: Float64Array.from(columns, (j) => model.gain[j]!),
    colLower: new Float64Array(columns.length),
    colUpper: Float64Array.from(columns, most),
    rowLower: endless(model.lower),
    rowUpper: endless(model.upper),
    matrix: {
      format: "csc",
      numRows: model.upper.length,
      numCols: columns.length,
      starts,
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    ...(whole ? { integrality: new Int32Array(columns.length).fill(1) } : {}),
  };
}
