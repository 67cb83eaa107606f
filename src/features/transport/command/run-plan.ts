/** One planning run for the command: threads, progress line, Ctrl-C gives the best plan so far. */
import type { Instance } from "../domain/model.ts";
import type { PlanProgress, PlanResult } from "../domain/plan.ts";
import { planInThreads } from "../threads.ts";
import { seconds, wholeNumber, type Arguments } from "./arguments.ts";
import type { CommandIo } from "./io.ts";

const DEFAULT_ITERATIONS = 20_000;
const NO_LIMIT = 1_000_000_000;

export type TimedResult = { result: PlanResult; seconds: number };

export async function runPlan(instance: Instance, args: Arguments, io: CommandIo): Promise<TimedResult> {
  const maxSeconds = seconds(args);
  const iterations =
    wholeNumber(args, "iterations", 1, NO_LIMIT) ?? (maxSeconds === undefined ? DEFAULT_ITERATIONS : NO_LIMIT);
  const seed = wholeNumber(args, "seed", 0, 2 ** 31 - 1) ?? 1;
  const threads = wholeNumber(args, "threads", 1, 64) ?? 1;
  const started = performance.now();
  const run = planInThreads(
    instance,
    { seed, iterations, maxMs: (maxSeconds ?? 0) * 1000 },
    {
      threads,
      ...(io.workerFile ? { workerFile: io.workerFile } : {}),
      ...(io.terminal ? { onProgress: progressLine(io, instance.trips.length, started, maxSeconds) } : {}),
    },
  );
  const forget = io.onInterrupt(() => run.cancel());
  try {
    const result = await run.result;
    if (io.terminal) io.err("\n");
    return { result, seconds: Math.round(performance.now() - started) / 1000 };
  } finally {
    forget();
  }
}

const BAR = 24;

function progressLine(
  io: CommandIo,
  trips: number,
  started: number,
  maxSeconds: number | undefined,
): (p: PlanProgress) => void {
  return (p) => {
    const elapsed = (performance.now() - started) / 1000;
    const share = Math.min(1, maxSeconds === undefined ? p.iteration / p.of : elapsed / maxSeconds);
    const bar = "#".repeat(Math.round(share * BAR)).padEnd(BAR, "-");
    io.err(
      `\r[${bar}] ${Math.round(share * 100)} % · ${trips - p.unserved} von ${trips} Fahrten · Schritt ${p.iteration}, letzte Verbesserung bei ${p.improvedAt}   `,
    );
  };
}
