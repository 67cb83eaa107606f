/** `amtsweg tours exchange`: the second pass from a file. */
import { writeFile } from "node:fs/promises";
import { explain } from "../domain/explain.ts";
import { drawMatrix, describeExchange } from "../picture/matrix.ts";
import { reasonText } from "../texts.ts";
import { exchangeInThread } from "../threads.ts";
import type { Arguments } from "./arguments.ts";
import type { CommandIo } from "./io.ts";
import { InputError, readExchange } from "./read-files.ts";

export async function exchangeFromFile(file: string, args: Arguments, io: CommandIo): Promise<number> {
  const { instance, plan, input } = await readExchange(file, args);
  const known = new Set(instance.trips.map((t) => t.trip));
  const planned = new Set(plan.tours.flatMap((t) => t.stops.map((s) => s.trip)));
  input.rejected.forEach((id, k) => {
    if (!known.has(id)) throw new InputError(`${file}: rejected[${k}]: Fahrt ${id} gibt es nicht`);
    if (planned.has(id)) throw new InputError(`${file}: rejected[${k}]: Fahrt ${id} ist schon eingeplant`);
  });
  const { ownerCapsMinutes, ...options } = input.options;
  const ownerCaps = new Map(Object.entries(ownerCapsMinutes).map(([owner, minutes]) => [owner, minutes * 60]));
  const started = performance.now();
  const result = await exchangeInThread(
    { instance, plan, rejected: input.rejected, options: { ...options, ownerCaps } },
    io.workerFile ? { workerFile: io.workerFile } : {},
  );
  const seconds = Math.round(performance.now() - started) / 1000;
  const svg = args.values.get("svg");
  if (svg !== undefined) await writeFile(svg, drawMatrix(result));
  const reasons = result.open.map((trip) => ({
    trip,
    reasons: explain(instance, result.plan, trip, { exchange: true }).map((r) => ({ ...r, text: reasonText(r) })),
  }));
  io.out(
    args.flags.has("json")
      ? `${JSON.stringify({ ...result, seconds, reasons })}\n`
      : `${describeExchange(result).replaceAll(". ", ".\n")}\n`,
  );
  return 0;
}
