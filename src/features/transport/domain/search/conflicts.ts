/**
 * Who may not share a vehicle with whom, as bits. Separation, minors and "alone" are protection: there is no price for
 * them anywhere in the search.
 */
import type { Instance } from "../model.ts";

export function conflictBits(instance: Instance): { words: number; bits: Int32Array; onBoardOnly: boolean } | null {
  const { trips, separate, rules } = instance;
  if (separate.length === 0 && trips.every((t) => t.company === "anyone")) return null;
  const n = trips.length;
  const words = (n + 31) >>> 5;
  const bits = new Int32Array(n * words);
  const forbid = (a: number, b: number): void => {
    if (a === b) return;
    bits[a * words + (b >>> 5)]! |= 1 << (b & 31);
    bits[b * words + (a >>> 5)]! |= 1 << (a & 31);
  };
  const index = new Map(trips.map((t, r) => [t.trip, r]));
  for (const [a, b] of separate) forbid(index.get(a)!, index.get(b)!);
  trips.forEach((trip, r) => {
    if (trip.company !== "anyone") for (let o = 0; o < n; o++) forbid(r, o);
  });
  return { words, bits, onBoardOnly: rules.separationScope === "onBoard" };
}
