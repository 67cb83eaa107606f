/**
 * How near two trips are: pick-ups, deliveries and times. Only guides which trips are taken out together; it never
 * decides what is allowed.
 */
import type { Problem } from "./problem.ts";

const KEPT = 80;

export function neighboursOf(problem: Problem): {
  neighbours: Int32Array;
  neighbourCount: number;
  meanCost: number;
  longestCost: number;
} {
  const { n, nodes, go, service } = problem;
  const cost = problem.classes[0]?.cost ?? new Float64Array(nodes * nodes);
  let sum = 0;
  let longestCost = 0;
  for (let i = 0; i < 2 * n; i++)
    for (let j = 0; j < 2 * n; j++) {
      const c = cost[i * nodes + j]!;
      sum += c;
      if (c > longestCost) longestCost = c;
    }
  const neighbourCount = Math.min(KEPT, Math.max(0, n - 1));
  const neighbours = new Int32Array(n * neighbourCount);
  const way = (i: number, j: number): number =>
    (go[i * nodes + j]! - service[i]! + go[j * nodes + i]! - service[j]!) / 2;
  const middle = (i: number): number => (problem.earliest[i]! + problem.latest[i]!) / 2;
  for (let r = 0; r < n; r++) {
    const near = (o: number): number =>
      way(r, o) +
      way(r + n, o + n) +
      0.25 * (Math.abs(middle(r) - middle(o)) + Math.abs(middle(r + n) - middle(o + n)));
    const others: { o: number; d: number }[] = [];
    for (let o = 0; o < n; o++) if (o !== r) others.push({ o, d: near(o) });
    others.sort((a, b) => a.d - b.d || a.o - b.o);
    for (let k = 0; k < neighbourCount; k++) neighbours[r * neighbourCount + k] = others[k]!.o;
  }
  return { neighbours, neighbourCount, meanCost: n > 0 ? sum / (4 * n * n) : 0, longestCost };
}
