/** `amtsweg tours check`: a plan against its instance by the independent check, for day files and benchmark files. */
import { check, type Violation } from "../domain/check.ts";
import type { Instance, Plan } from "../domain/model.ts";
import { recount } from "../domain/recount.ts";
import { compile } from "../domain/search/compile.ts";
import { publish } from "../domain/search/publish.ts";
import { violationText } from "../texts.ts";
import type { Arguments } from "./arguments.ts";
import type { CommandIo } from "./io.ts";
import { readDarpFile, readDay, readPlan, readRoutes, InputError } from "./read-files.ts";

export async function checkFiles(
  instanceFile: string,
  planFile: string,
  args: Arguments,
  io: CommandIo,
): Promise<number> {
  const benchmark = !instanceFile.endsWith(".json");
  const darp = benchmark ? await readDarpFile(instanceFile) : null;
  const instance = darp ? darp.instance : await readDay(instanceFile, args);
  const found = darp
    ? checkRoutes(instance, numbered(await readRoutes(planFile), darp.nodeIds))
    : { plan: await readPlan(planFile), violations: [] };
  const violations = [...found.violations, ...(found.plan ? check(instance, found.plan) : [])];
  const cost = found.plan && violations.length === 0 ? recount(instance, found.plan).cost : null;
  if (args.flags.has("json")) io.out(`${JSON.stringify({ valid: violations.length === 0, cost, violations })}\n`);
  else io.out(violations.length === 0 ? "Der Plan ist gültig.\n" : `${violations.map(violationText).join("\n")}\n`);
  return violations.length === 0 ? 0 : 1;
}

/** From the ids of the file to pick-ups 1…n and deliveries n+1…2n. */
function numbered(routes: readonly (readonly number[])[], nodeIds: readonly number[]): number[][] {
  const index = new Map(nodeIds.map((id, k) => [id, k + 1]));
  return routes.map((route) =>
    route.map((id) => {
      const node = index.get(id);
      if (node === undefined) throw new InputError(`routes: Knoten ${id} gibt es nicht`);
      return node;
    }),
  );
}

/** Benchmark answers hold sequences only: times are found for them, then checked like any plan. */
function checkRoutes(
  instance: Instance,
  routes: readonly (readonly number[])[],
): { plan?: Plan; violations: Violation[] } {
  const n = instance.trips.length;
  try {
    const nodes = routes.map((route) => ({ cls: 0, nodes: route.map((node) => node - 1) }));
    if (nodes.length > instance.units.length) return { violations: [{ code: "unitTwice" }] };
    if (routes.some(outOfOrder(n))) return { violations: [{ code: "order" }] };
    return { plan: publish(instance, compile(instance), nodes), violations: [] };
  } catch {
    return { violations: [{ code: "window" }] };
  }
}

const outOfOrder =
  (n: number) =>
  (route: readonly number[]): boolean =>
    route.some((node, k) => (node <= n ? route.indexOf(node + n) <= k : !route.includes(node - n)));
