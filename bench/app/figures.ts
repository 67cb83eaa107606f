/** From single times to what is printed. Times are milliseconds of the server's side, without a network. */

export type Figure = { p50: number; p95: number; n: number };

const round = (value: number): number => Math.round(value * 100) / 100;

export function figureOf(times: readonly number[]): Figure {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), n: sorted.length };
}

export const ratio = (a: number, b: number): number => round(a / b);

/** Runs `work` for each number in turn; the first `warm` runs do not count. */
export async function timed(runs: number, warm: number, work: (run: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < warm + runs; run++) {
    const begin = performance.now();
    await work(run);
    if (run >= warm) times.push(performance.now() - begin);
  }
  return times;
}

/** Writes a second with `clients` at once, each taking the next number when it is done. */
export async function throughput(
  clients: number,
  runs: number,
  work: (run: number) => Promise<unknown>,
): Promise<number> {
  let next = 0;
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < runs) await work(next++);
    }),
  );
  return round((runs / (performance.now() - begin)) * 1000);
}
