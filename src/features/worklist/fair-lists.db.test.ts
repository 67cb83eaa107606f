/** No list of the whole application lets anybody order or filter by what a person is (domain report 5.4 no. 1 and 2). */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { oneOfEach } from "../../../test/harness/one-of-each.ts";
import { startTestApp } from "../../../test/harness/app.ts";
import { accessRuleOf } from "../../platform/http/access.ts";

const app = await startTestApp();
afterAll(app.close);

const trait =
  /staatsang|nationalit|relig|konfession|ethni|volk|herkunft|rasse|familiengr|personenzahl|anzahl.?(kinder|personen)|kinder|geschlecht|\balter\b|geburt|hautfarbe|gender|ethnic|familysize|birth/i;

const { officerId } = await app.actor("witten-beispiel");
await oneOfEach(app.sql, {
  owner: "ABH-05954036",
  addressee: "KPB-PP-BOCHUM",
  mediator: "BR-059",
  officer: officerId,
});
// Its result is empty on purpose there; the page of reports shows real ones only.
await app.sql("delete from report_run");
const readers = await Promise.all(
  ["witten-beispiel", "witten-muster", "witten-schutz", "bochum-wache", "arnsberg-mittler"].map((name) => app.as(name)),
);

/** Every page without a parameter in its address. */
const paths = [
  ...new Set(
    app.routes
      .filter(
        ({ method, path, handler }) =>
          method === "GET" && !/[:*]|^\/api|anmelden|live/.test(path) && accessRuleOf(handler),
      )
      .map(({ path }) => path),
  ),
];

/** What a page offers to choose from: names and labels of filter fields, and keys of orders in links. */
function choicesOf(html: string): string[] {
  const filters = [...html.matchAll(/<form[^>]*data-filter[\s\S]*?<\/form>/g)].map(([form]) => form);
  const names = filters.flatMap((form) => [...form.matchAll(/\bname="([^"]+)"/g)].map(([, name = ""]) => name));
  const labels = filters.flatMap((form) =>
    [...form.matchAll(/<label[^>]*>([\s\S]*?)<\/label>/g)].map(([, label = ""]) => label),
  );
  const orders = [...html.matchAll(/<a class="aw-table__sort"[^>]*href="([^"]*)"[^>]*>([^<]*)/g)].map(
    ([found]) => found,
  );
  return [...names, ...labels, ...orders];
}

test("no page of any role offers such a choice", async () => {
  const offered = new Map<string, string[]>();
  for (const path of paths)
    for (const reader of readers) {
      const answer = await reader.get(path);
      if (answer.status !== 200 || !answer.headers.get("content-type")?.includes("text/html")) continue;
      offered.set(path, [...(offered.get(path) ?? []), ...choicesOf(await answer.text())]);
    }
  const lists = [...offered].filter(([, choices]) => choices.length > 0).map(([path]) => path);
  for (const list of ["/arbeitsvorrat", "/faelle", "/fristen", "/ersuchen"]) expect(lists).toContain(list);
  expect(
    [...offered].flatMap(([path, choices]) =>
      choices.filter((text) => trait.test(text)).map((text) => `${path}: ${text}`),
    ),
  ).toEqual([]);
});

test("no definition of a list and no sortable column in the source names one", () => {
  const files = readdirSync("src/features", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => [file, readFileSync(join("src/features", file), "utf8")] as const);
  const definitions = files.filter(([file]) => file.endsWith("list-definition.ts"));
  expect(definitions.length).toBeGreaterThanOrEqual(3);
  // Comments may say what is left out; keys and labels may not hold it.
  const code = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\//g, "");
  expect(definitions.filter(([, text]) => trait.test(code(text))).map(([file]) => file)).toEqual([]);
  const sortable = files.flatMap(([file, text]) =>
    [...text.matchAll(/\{[^{}]*sortable: true[^{}]*/g)].map(([column]) => ({ file, column })),
  );
  expect(sortable.length).toBeGreaterThan(2);
  expect(sortable.filter(({ column }) => trait.test(column))).toEqual([]);
});

test("the guard itself sees what it is looking for", () => {
  const page = '<form data-filter=""><label for="x">Staatsangehörigkeit</label><select name="nation"></select></form>';
  expect(choicesOf(page).some((text) => trait.test(text))).toBe(true);
  expect(trait.test("familySize")).toBe(true);
  expect(trait.test("Nächste Frist")).toBe(false);
});
