/** `amtsweg tours generate NAME`: an own data set as the file that the other commands read. */
import { dataSet, dataSetNames } from "../data-sets/catalogue.ts";
import { readPlaces } from "../data-sets/places.ts";
import { UsageError } from "./arguments.ts";
import type { CommandIo } from "./io.ts";

export function writeDataSet(name: string, io: CommandIo): Promise<number> {
  const set = dataSet(name, readPlaces());
  if (!set) throw new UsageError(`${name}: bekannt sind ${dataSetNames.join(", ")}`);
  const { tours, unserved } = set.kind === "day" ? { tours: [], unserved: [] } : set.plan;
  const file =
    set.kind === "day"
      ? set.day
      : set.kind === "exchange"
        ? { format: "amtsweg-exchange-1", day: set.day, plan: { tours, unserved }, rejected: set.rejected }
        : { day: set.day, plan: { tours, unserved }, change: set.change };
  io.out(`${JSON.stringify(file, null, 1)}\n`);
  return Promise.resolve(0);
}
