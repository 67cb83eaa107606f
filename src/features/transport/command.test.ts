import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { beforeAll, expect, test } from "vitest";
import { runToursCommand } from "./command.ts";
import type { CommandIo } from "./command/io.ts";
import { generateDay } from "./data-sets/day.ts";
import { readPlaces } from "./data-sets/places.ts";
import { aTrip, aUnit, anInstance, plane, randomDay } from "./domain/sample.ts";
import type { PlanProgress } from "./domain/plan.ts";
import { planInThreads } from "./threads.ts";
import { tmpdir } from "node:os";

// An own folder inside the project, so that other builds do not remove it and packages are found from it.
const folder = resolve("node_modules/.cache/amtsweg-tours-test");
const workerFile = pathToFileURL(join(folder, "tours.worker.js"));
const files = mkdtempSync(join(tmpdir(), "tours-"));

beforeAll(async () => {
  await build({
    entryPoints: ["src/features/transport/tours.worker.ts"],
    outdir: folder,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node24",
    packages: "external",
    logLevel: "error",
  });
});

type Run = { code: number; out: string; err: string };

async function run(words: string, io: Partial<CommandIo> = {}): Promise<Run> {
  const result: Run = { code: -1, out: "", err: "" };
  result.code = await runToursCommand(
    words.split(" ").filter((w) => w !== ""),
    {
      out: (text) => void (result.out += text),
      err: (text) => void (result.err += text),
      terminal: false,
      onInterrupt: () => () => undefined,
      workerFile,
      ...io,
    },
  );
  return result;
}

function file(name: string, value: unknown): string {
  const path = join(files, name);
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
  return path;
}

const day = generateDay(readPlaces(), { trips: 12, units: 5, seed: 5 });

test("solve prints routes of node ids without depot, which the check accepts", async () => {
  const { code, out } = await run("solve --darp test/darp/a/a2-16.txt --iterations 1500 --seed 1 --json");
  const answer = JSON.parse(out) as {
    instance: string;
    cost: number;
    served: number;
    requests: number;
    iterations: number;
    routes: number[][];
  };
  expect(code).toBe(0);
  expect(answer).toMatchObject({ instance: "a2-16", served: 16, requests: 16, iterations: 1500 });
  expect(Math.round(answer.cost * 100) / 100).toBe(294.25);
  expect(answer.routes.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 32 }, (_, k) => k + 1));
  expect((await run(`check test/darp/a/a2-16.txt ${file("routes.json", out)}`)).code).toBe(0);
  const broken = { routes: answer.routes.map((r) => r.toReversed()) };
  expect((await run(`check test/darp/a/a2-16.txt ${file("broken.json", broken)}`)).code).toBe(1);
});

test("plan, picture, check and explain work on one day file", async () => {
  const path = file("day.json", day);
  const svg = join(files, "plan.svg");
  const { code, out } = await run(`plan ${path} --iterations 200 --svg ${svg} --json`);
  expect(code).toBe(0);
  const answer = JSON.parse(out) as {
    unserved: number[];
    estimatedTimes: boolean;
    open: { trip: number; reasons: { text: string }[] }[];
  };
  expect(answer.estimatedTimes).toBe(true);
  expect(answer.open.map((o) => o.trip)).toEqual(answer.unserved);
  expect(readFileSync(svg, "utf8")).toContain("</svg>");
  const planPath = file("plan.json", out);
  expect((await run(`check ${path} ${planPath}`)).out).toBe("Der Plan ist gültig.\n");
  expect((await run(`explain ${path} 1 --plan ${planPath}`)).out.length).toBeGreaterThan(10);
  const spoiled = JSON.parse(out) as { tours: { stops: { begin: number }[] }[] };
  spoiled.tours[0]!.stops[0]!.begin -= 7200;
  const refused = await run(`check ${path} ${file("spoiled.json", spoiled)}`);
  expect([refused.code, refused.out.includes("Zeiten nicht erreichbar")]).toEqual([1, true]);
});

test("exchange places trips from a file and draws the matrix", async () => {
  const planned = JSON.parse(
    (
      await run(
        `plan ${file("first.json", { ...day, trips: day.trips.slice(0, 8), separate: [] })} --iterations 100 --json`,
      )
    ).out,
  ) as { tours: unknown[]; unserved: number[] };
  const trips = day.trips.filter((t) => !planned.unserved.includes(t.trip));
  const rejected = trips.map((t) => t.trip).filter((id) => id > 8);
  const input = {
    format: "amtsweg-exchange-1",
    day: { ...day, trips, separate: [] },
    plan: { tours: planned.tours, unserved: rejected },
    rejected,
  };
  const svg = join(files, "matrix.svg");
  const { code, out } = await run(`exchange ${file("exchange.json", input)} --svg ${svg} --json`);
  const answer = JSON.parse(out) as { proven: boolean; placed: number[]; open: number[] };
  expect([code, answer.proven]).toEqual([0, true]);
  expect([...answer.placed, ...answer.open].toSorted((a, b) => a - b)).toEqual(rejected);
  expect(readFileSync(svg, "utf8")).toContain("Restplatzbörse");
});

test.each<[string, (d: typeof day) => unknown, string]>([
  ["a name", (d) => ({ ...d, trips: [{ ...d.trips[0], name: "Muster" }, ...d.trips.slice(1)] }), "trips[0].name"],
  [
    "a wrong clock",
    (d) => ({ ...d, trips: [{ ...d.trips[0], pickup: { ...d.trips[0]!.pickup, from: "25:00" } }] }),
    "trips[0].pickup.from",
  ],
  ["a negative duration", (d) => ({ ...d, trips: [{ ...d.trips[0], maxRideMinutes: -5 }] }), "trips[0].maxRideMinutes"],
  ["a trip twice", (d) => ({ ...d, trips: [d.trips[0], d.trips[0]] }), "trips[1].trip"],
  ["an unknown rule set", (d) => ({ ...d, units: [{ ...d.units[0], ruleSet: "keins" }] }), "units[0].ruleSet"],
  ["no number at all", () => "{", "kein gültiges JSON"],
])("bad input with %s ends with 2 and names the field", async (name, change, path) => {
  const { code, err } = await run(`plan ${file(`${name.replaceAll(" ", "-")}.json`, change(day))}`);
  expect([code, err.includes(path)]).toEqual([2, true]);
});

test.each([
  "",
  "solve",
  "solve --darp",
  "solve --darp nirgends.txt",
  "solve --darp package.json",
  "fliege",
  "plan x.json --sofort",
  "solve --darp test/darp/a/a2-16.txt --threads 0",
  "generate mars",
])("»tours %s« ends with 2", async (words) => {
  const { code, out, err } = await run(words);
  expect([code, (out + err).length > 10]).toEqual([2, true]);
});

test("Ctrl-C gives the best plan so far", async () => {
  let interrupt = (): void => undefined;
  const running = run("solve --darp test/darp/a/a4-48.txt --seconds 600 --json", {
    onInterrupt: (handler) => ((interrupt = handler), () => undefined),
  });
  setTimeout(() => interrupt(), 400);
  const answer = JSON.parse((await running).out) as { ended: string; served: number };
  expect(answer).toMatchObject({ ended: "cancelled", served: 48 });
});

test("on a terminal progress is drawn, at most five times a second", async () => {
  const told: PlanProgress[] = [];
  const started = performance.now();
  const instance = randomDay({ trips: 40, units: 8, seed: 1 });
  const run40 = planInThreads(
    instance,
    { seed: 1, iterations: 1_000_000_000 },
    { threads: 2, workerFile, onProgress: (p) => void told.push(p) },
  );
  const streamed: PlanProgress[] = [];
  for await (const p of run40.progress) if (streamed.push(p) === 3) run40.cancel();
  const result = await run40.result;
  expect(result.ended).toBe("cancelled");
  // However long the machine takes: never more than one message in a fifth of a second.
  expect(told.length).toBeLessThanOrEqual(1 + (performance.now() - started) / 200);
  const { err } = await run("solve --darp test/darp/a/a2-16.txt --iterations 3000", { terminal: true });
  expect(err).toMatch(/\[[#-]{24}\] \d+ % · \d+ von 16 Fahrten/);
});

test("two threads: the better seed wins, whichever finishes first", async () => {
  const instance = randomDay({ trips: 25, units: 6, seed: 8 });
  const options = { seed: 3, iterations: 300 };
  const both = await planInThreads(instance, options, { threads: 2, workerFile }).result;
  const alone = await Promise.all(
    [3, 4].map((seed) => planInThreads(instance, { ...options, seed }, { workerFile }).result),
  );
  const best = alone.toSorted(
    (a, b) =>
      a.objective.unservedWeight - b.objective.unservedWeight ||
      a.objective.cost - b.objective.cost ||
      a.objective.rideExcess - b.objective.rideExcess ||
      a.seed - b.seed,
  )[0]!;
  expect([both.planId, both.seed, JSON.stringify(both.plan)]).toEqual([
    best.planId,
    best.seed,
    JSON.stringify(best.plan),
  ]);
});

test("a task that breaks an assumption in the worker is told as an error", async () => {
  const instance = anInstance({
    trips: [aTrip(1, 0, 1)],
    units: [aUnit("U-1", 0, { ruleSet: "unbekannt" })],
    travel: plane([
      [0, 0],
      [1, 0],
    ]),
  });
  await expect(planInThreads(instance, { seed: 1, iterations: 10 }, { workerFile }).result).rejects.toThrow(
    "unbekannt",
  );
});
