/** The shape of the tree as tests: who may import whom, who writes which table, which route has which access rule. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { afterAll, expect, test } from "vitest";
import { accessRuleOf } from "../src/platform/http/access.ts";
import { tableRules } from "../src/platform/access/matrix.ts";
import { startTestApp } from "./harness/app.ts";

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => join("src", file));
const sources = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));

const isTest = (file: string): boolean => /(\.(property\.)?test|-examples|\.test-support|\.testing)\.tsx?$/.test(file);
const importsOf = (file: string): string[] =>
  [...(sources.get(file) ?? "").matchAll(/(?:from|import) "(\.[^"]+)"/g)].map(([, path = ""]) =>
    normalize(join(dirname(file), path)),
  );

/** kernel, platform, ui, feature name, or the top of src. */
function placeOf(file: string): { layer: string; feature?: string; isDomain: boolean; isDoor: boolean } {
  const [, layer = "", feature, ...rest] = file.split("/");
  if (layer !== "features")
    return { layer: rest.length > 0 || feature ? layer : "top", isDomain: false, isDoor: false };
  return { layer, feature: feature ?? "", isDomain: rest[0] === "domain", isDoor: /^index\.tsx?$/.test(rest[0] ?? "") };
}

const mayImport: Record<string, readonly string[]> = {
  kernel: ["kernel"],
  platform: ["platform", "kernel"],
  ui: ["ui", "kernel"],
  features: ["features", "platform", "ui", "kernel"],
};

function fault(file: string, target: string): string | undefined {
  const from = placeOf(file);
  const to = placeOf(target);
  const line = `${file} → ${target}`;
  if (target.startsWith("data/")) return undefined;
  if (mayImport[from.layer] && !mayImport[from.layer]?.includes(to.layer)) return line;
  if (from.layer !== "features") return undefined;
  if (from.isDomain && !(to.layer === "kernel" || (to.feature === from.feature && to.isDomain))) return line;
  if (to.layer !== "features") return undefined;
  if (to.feature !== from.feature) return to.isDoor ? undefined : line;
  return to.isDoor ? line : undefined;
}

test("imports follow the rule of ARCHITECTURE.md", () => {
  const all = files
    .filter((file) => !isTest(file))
    .flatMap((file) => importsOf(file).map((target) => [file, target] as const));
  expect(all.length).toBeGreaterThan(100);
  expect(all.map(([file, target]) => fault(file, target)).filter(Boolean)).toEqual([]);
});

test("each table is written by one feature or by the platform", () => {
  const writers = new Map<string, Set<string>>();
  for (const [file, source] of sources) {
    if (isTest(file) || file.startsWith("src/demo")) continue;
    const { layer, feature } = placeOf(file);
    for (const [, a, b] of source.matchAll(
      /(?:insertInto|updateTable|deleteFrom)\("(\w+)|(?:insert into|update|delete from) (\w+) /g,
    )) {
      const table = a ?? b ?? "";
      if (!Object.hasOwn(tableRules, table)) continue;
      writers.set(table, (writers.get(table) ?? new Set()).add(feature ?? layer));
    }
  }
  expect(writers.size).toBeGreaterThan(5);
  expect(
    [...writers].filter(([, who]) => who.size > 1).map(([table, who]) => `${table}: ${[...who].join(", ")}`),
  ).toEqual([]);
});

test("domain code knows no clock, no environment and no chance", () => {
  const impure = /\bnew Date\(\)|Date\.now\(|Math\.random\(|process\.|console\.|Temporal\.Now/;
  const found = files.filter((file) => placeOf(file).isDomain && !isTest(file) && impure.test(sources.get(file) ?? ""));
  expect(found).toEqual([]);
});

test("every exported domain type names its German term and norm in a docstring", () => {
  const bare: string[] = [];
  // The words of the tour search are those of operations research, not of the field.
  const fieldWords = files.filter((file) => placeOf(file).isDomain && !isTest(file) && !file.includes("/search/"));
  for (const file of fieldWords) {
    const lines = (sources.get(file) ?? "").split("\n");
    lines.forEach((line, index) => {
      if (/^export type [A-Z]/.test(line) && !/\*\/\s*$/.test(lines[index - 1] ?? ""))
        bare.push(`${file}:${index + 1} ${line}`);
    });
  }
  expect(bare).toEqual([]);
});

test("no folder is a bag, no file passes 300 lines", () => {
  const bags = files.filter((file) => /\/(utils|helpers|common|lib|core|base|misc)\//.test(file));
  const long = files.filter(
    (file) => !/generated/.test(file) && !isTest(file) && (sources.get(file) ?? "").split("\n").length > 301,
  );
  expect([...bags, ...long]).toEqual([]);
});

const app = await startTestApp();
afterAll(app.close);

test("every route declares who may call it", () => {
  const routes = app.routes.filter(({ path, method }) => !(method === "ALL" && path.endsWith("/*")));
  expect(routes.length).toBeGreaterThan(5);
  const keys = [...new Set(routes.map(({ method, path }) => `${method} ${path}`))];
  const withRule = new Set(
    routes.filter(({ handler }) => accessRuleOf(handler) !== undefined).map(({ method, path }) => `${method} ${path}`),
  );
  expect(keys.filter((key) => !withRule.has(key))).toEqual([]);
});
