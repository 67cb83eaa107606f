/**
 * `amtsweg tours …`: solve, plan, exchange, explain, check, generate. Returns the exit code (0 fine, 1 not valid, 2 bad
 * input); it plans and proposes, and writes nothing but what it was asked to write.
 */
import { writeFile } from "node:fs/promises";
import { readArguments, UsageError, type Arguments } from "./command/arguments.ts";
import { checkFiles } from "./command/check-files.ts";
import { exchangeFromFile } from "./command/exchange-file.ts";
import type { CommandIo } from "./command/io.ts";
import { InputError, readDarpFile, readDay, readPlan } from "./command/read-files.ts";
import { runPlan } from "./command/run-plan.ts";
import { TICKS } from "./domain/darp.ts";
import { explain } from "./domain/explain.ts";
import { writeDataSet } from "./command/generate.ts";
import { openReasons } from "./command/open-reasons.ts";
import { drawLanes } from "./picture/lanes.ts";
import { describe } from "./picture/lanes.ts";
import { euros, reasonText } from "./texts.ts";

export const toursHelp = `Aufruf:
  amtsweg tours solve --darp DATEI [--iterations N] [--seconds S] [--seed N] [--threads N] [--json]
  amtsweg tours plan DATEI.json [--iterations N] [--seconds S] [--seed N] [--threads N] [--svg BILD.svg] [--json]
                                [--engine osrm|valhalla --url ADRESSE | --engine valhalla-in-process --tiles DATEI]
  amtsweg tours exchange DATEI.json [--svg BILD.svg] [--json]
  amtsweg tours explain DATEI.json FAHRT [--plan PLAN.json] [--json]
  amtsweg tours check AUFGABE PLAN [--json]
  amtsweg tours generate NAME
Beschreibung der Dateien: docs/tours.md
`;

export async function runToursCommand(argv: string[], io: CommandIo): Promise<number> {
  try {
    const args = readArguments(argv);
    const command = args.words.shift();
    if (args.flags.has("help") || command === undefined) {
      io.out(toursHelp);
      return args.flags.has("help") ? 0 : 2;
    }
    const run = commands[command];
    if (!run) throw new UsageError(`${command}: diesen Befehl gibt es nicht`);
    return await run(args, io);
  } catch (error) {
    if (error instanceof InputError) io.err(`${error.message}\n`);
    else if (error instanceof UsageError) io.err(`${error.message}\n${toursHelp}`);
    else throw error;
    return 2;
  }
}

type Run = (args: Arguments, io: CommandIo) => Promise<number>;

const word = (args: Arguments, what: string): string => {
  const found = args.words.shift();
  if (found === undefined) throw new UsageError(`${what} fehlt`);
  return found;
};

const solve: Run = async (args, io) => {
  const file = args.values.get("darp");
  if (file === undefined) throw new UsageError("--darp: Datei fehlt");
  const { name, instance, nodeIds } = await readDarpFile(file);
  const { result, seconds } = await runPlan(instance, args, io);
  const n = instance.trips.length;
  const routes = result.plan.tours.map((tour) =>
    tour.stops.map((s) => nodeIds[s.trip - 1 + (s.what === "delivery" ? n : 0)]!),
  );
  const cost = Math.round((result.objective.cost / TICKS) * 1e6) / 1e6;
  const answer = {
    instance: name,
    cost,
    served: n - result.plan.unserved.length,
    requests: n,
    iterations: result.iterations,
    seconds,
    routes,
    unserved: result.plan.unserved.map((r) => nodeIds[r - 1]!),
    planId: result.planId,
    seed: result.seed,
    rungs: result.rungs,
    ended: result.ended,
  };
  io.out(
    args.flags.has("json")
      ? `${JSON.stringify(answer)}\n`
      : `${name}: Kosten ${cost.toFixed(2)}, ${answer.served} von ${n} Fahrten, ${result.iterations} Schritte, ${seconds.toFixed(1)} s\n${answer.unserved.length > 0 ? `Nicht unterzubringen (Abholknoten): ${answer.unserved.join(", ")}\n` : ""}`,
  );
  return 0;
};

const plan: Run = async (args, io) => {
  const instance = await readDay(word(args, "DATEI.json"), args);
  const { result, seconds } = await runPlan(instance, args, io);
  const open = openReasons(instance, result.plan);
  const svg = args.values.get("svg");
  if (svg !== undefined) await writeFile(svg, drawLanes(instance, result.plan));
  if (args.flags.has("json")) {
    const {
      plan: { tours, unserved },
      ...run
    } = result;
    io.out(
      `${JSON.stringify({ ...run, seconds, estimatedTimes: instance.travel.estimated, tours, unserved, open })}\n`,
    );
    return 0;
  }
  io.out(
    `${describe(instance, result.plan).replaceAll(". ", ".\n")}\nKosten ${euros(result.objective.cost)}${instance.travel.estimated ? " (Fahrzeiten geschätzt)" : ""}\n`,
  );
  for (const { trip, reasons } of open) io.out(`Fahrt ${trip} ist offen: ${reasons.map((r) => r.text).join(" ")}\n`);
  return 0;
};

const explainOne: Run = async (args, io) => {
  const file = word(args, "DATEI.json");
  const instance = await readDay(file, args);
  const trip = Number(word(args, "FAHRT"));
  if (!instance.trips.some((t) => t.trip === trip)) throw new InputError(`${file}: Fahrt ${trip} gibt es nicht`);
  const planned = args.values.get("plan");
  const standing = planned === undefined ? (await runPlan(instance, args, io)).result.plan : await readPlan(planned);
  const reasons = explain(instance, standing, trip).map((reason) => ({ ...reason, text: reasonText(reason) }));
  if (args.flags.has("json"))
    io.out(`${JSON.stringify({ trip, served: !standing.unserved.includes(trip), reasons })}\n`);
  else if (!standing.unserved.includes(trip)) io.out(`Fahrt ${trip} ist eingeplant.\n`);
  else for (const reason of reasons) io.out(`${reason.unit}: ${reason.text}\n`);
  return 0;
};

const commands: Readonly<Record<string, Run>> = {
  solve,
  plan,
  exchange: (args, io) => exchangeFromFile(word(args, "DATEI.json"), args, io),
  explain: explainOne,
  check: async (args, io) => checkFiles(word(args, "AUFGABE"), word(args, "PLAN"), args, io),
  generate: (args, io) => writeDataSet(word(args, "NAME"), io),
};
