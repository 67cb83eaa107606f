import type { Problem } from "./problem.ts";
export type StrictBench = { dummy: 0 };
export const newStrictBench = (_p: Problem): StrictBench => ({ dummy: 0 });
export const strictlyFeasible = (_p: Problem, _s: StrictBench, _seq: Int32Array, _last: number, _cls: number): boolean => true;
