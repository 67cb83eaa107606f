/**
 * The instance as typed arrays of whole numbers, made once for a search and never changed by it. Trips become indices
 * 0…n-1 with pick-up node r and delivery node n+r; interchangeable units become one class.
 */
import type { RuleSet, WorkPeriod } from "../model.ts";

export type UnitClass = {
  /** Units of the class in the order in which they are used. */
  units: readonly number[];
  start: number;
  end: number;
  shiftFrom: number;
  shiftTo: number;
  lanes: number;
  maxDuration: number;
  drivingLeft: number;
  /** Up to this duration the rule set asks for nothing more than the shift itself. */
  freeDuration: number;
  rules: RuleSet;
  history: readonly WorkPeriod[];
  fixedCost: number;
  /** `distance × perDistance + time × perTime`, rounded, node by node. */
  cost: Float64Array;
  /** The same read from the column: `costFrom[j * nodes + i] = cost[i * nodes + j]`, so that a scan stays in one row. */
  costFrom: Float64Array;
  /** Nodes that no longer move: stops driven or told, then the deliveries of those who are on board after them. */
  base: readonly number[];
  /** Length of the beginning of `base` into which nothing may be inserted. */
  frozen: number;
  /** Anything beyond windows, loads and time on board: needs the strict check. */
  strict: boolean;
};

export type Problem = {
  n: number;
  nodes: number;
  /** Service at the row's node plus way to the column's node. */
  go: Float64Array;
  /** The same read from the column: `goFrom[j * nodes + i] = go[i * nodes + j]`. */
  goFrom: Float64Array;
  earliest: Float64Array;
  latest: Float64Array;
  service: Float64Array;
  /** Longest time from begin of pick-up to begin of delivery. */
  ride: Float64Array;
  lanes: Int32Array;
  classes: readonly UnitClass[];
  /** allowed[c * n + r] = 1 when class c may carry trip r at all. */
  allowed: Uint8Array;
  /** Extra cost when class c carries trip r (stability). */
  assignCost: Float64Array;
  /** Words of conflict bits a trip, or null when nobody is separated. */
  conflicts: { words: number; bits: Int32Array; onBoardOnly: boolean } | null;
  /** Longest wait at a node with persons on board, Infinity = any. */
  maxWait: Float64Array;
  weight: Float64Array;
  /** 1 when the trip is part of a frozen beginning and may not be removed. */
  pinned: Uint8Array;
  /** Groups for the removal operators: same destination, same authority. */
  destination: Int32Array;
  authority: Int32Array;
};

/** Guard bits of the four 8-bit lanes in which loads are added and compared at once. */
export const GUARD = 0x80808080 | 0;

/** True when every lane of `free` holds at least the same lane of `load`. */
export const fits = (free: number, load: number): boolean => (((free | GUARD) - load) & GUARD) === GUARD;
