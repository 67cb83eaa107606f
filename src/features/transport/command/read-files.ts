/** Files of the command: read, check by schema and by rule, name the field that is wrong. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import { DarpFormatError, readDarpFile as parseDarp, type DarpFile } from "../domain/darp.ts";
import type { Instance, Plan } from "../domain/model.ts";
import { validate } from "../domain/validate.ts";
import { dayFile, exchangeFile, firstIssue, instanceOf, planFile, type DayFile } from "../input.ts";
import { greatCircle } from "../travel-times/great-circle.ts";
import { travelMatrix } from "../travel-times/matrix.ts";
import { osrm } from "../travel-times/osrm.ts";
import type { TravelTimes } from "../travel-times/port.ts";
import { loadValhalla, valhalla, valhallaInProcess } from "../travel-times/valhalla.ts";
import { UsageError, type Arguments } from "./arguments.ts";

/** Bad input: path of the field and what is wrong, in German. */
export class InputError extends Error {}

async function text(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch {
    throw new InputError(`${file}: die Datei kann nicht gelesen werden`);
  }
}

async function json<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  let value: unknown;
  try {
    value = JSON.parse(await text(file));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${file}: kein gültiges JSON`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = firstIssue(parsed.error);
  throw new InputError(`${file}: ${issue.path}: ${issue.text}`);
}

function accepted(file: string, instance: Instance): Instance {
  const problem = validate(instance)[0];
  if (problem) throw new InputError(`${file}: ${problem.path}: ${problem.text}`);
  return instance;
}

export async function readDarpFile(file: string): Promise<DarpFile & { name: string }> {
  try {
    const { instance, nodeIds } = parseDarp(await text(file));
    return { name: basename(file).replace(/\.[^.]*$/, ""), instance: accepted(file, instance), nodeIds };
  } catch (error) {
    if (error instanceof DarpFormatError) throw new InputError(`${file}: ${error.message}`);
    throw error;
  }
}

async function engineOf(args: Arguments): Promise<TravelTimes> {
  const name = args.values.get("engine") ?? "great-circle";
  if (name === "great-circle") return greatCircle();
  if (name === "valhalla-in-process") return inProcess(args);
  const url = args.values.get("url");
  if (url === undefined) throw new UsageError("--url: Adresse des eigenen Routendienstes fehlt");
  if (name === "osrm") return osrm({ url, version: url });
  if (name === "valhalla") return valhalla({ url, version: url });
  throw new UsageError("--engine: great-circle, osrm, valhalla oder valhalla-in-process erwartet");
}

async function inProcess(args: Arguments): Promise<TravelTimes> {
  const config = args.values.get("tiles");
  if (config === undefined) throw new UsageError("--tiles: Konfigurationsdatei der Valhalla-Kacheln fehlt");
  try {
    return valhallaInProcess(await loadValhalla(config), { version: config });
  } catch {
    throw new InputError(
      `${config}: Valhalla kann damit nicht gestartet werden (Paket @valhallajs/valhallajs installiert?)`,
    );
  }
}

async function toInstance(file: string, day: DayFile, args: Arguments): Promise<Instance> {
  const travel = await travelMatrix(
    await engineOf(args),
    day.points.map(({ lat, lon }) => ({ lat, lon })),
    { profile: "car" },
  );
  return accepted(file, instanceOf(day, travel));
}

export const readDay = async (file: string, args: Arguments): Promise<Instance> =>
  toInstance(file, await json(file, dayFile), args);

export const readPlan = async (file: string): Promise<Plan> => {
  const { tours, unserved } = await json(file, planFile);
  return { tours, unserved };
};

export async function readExchange(
  file: string,
  args: Arguments,
): Promise<{ instance: Instance; plan: Plan; input: z.infer<typeof exchangeFile> }> {
  const input = await json(file, exchangeFile);
  const { tours, unserved } = input.plan;
  return { instance: await toInstance(file, input.day, args), plan: { tours, unserved }, input };
}

const routesFile = z.looseObject({ routes: z.array(z.array(z.int().min(1))) });

export const readRoutes = async (file: string): Promise<number[][]> => (await json(file, routesFile)).routes;
