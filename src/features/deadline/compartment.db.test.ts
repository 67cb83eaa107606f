/** The database places each deadline in the compartment of the events it follows from; held against the whole catalogue. */
import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { catalogue } from "./domain/catalogue.ts";

const app = await startTestApp();
afterAll(app.close);

const fromCustody = new Set(["custodyStarted", "administrativeCustodyStarted", "detentionExecutionSuspended"]);
const alsoCustody = ["D27", "D62.detention", "D29.request", "D29.request.detained", "D29.answer", "D29.transfer"];
const detained = ["D40.detained.request", "D40.detained.answer", "D40.detained.transfer"];

const expected = (id: string, start: string): string => {
  if (fromCustody.has(start) || alsoCustody.includes(id) || detained.includes(id)) return "custody";
  return start.startsWith("transit") ? "schedule" : "legal";
};

test("every rule of the catalogue lies where its start event lies", async () => {
  const rules = catalogue.map(({ id, starts }) => [id, expected(id, starts.event)]);
  const placed = await app.sql(
    "select r.rule, app.deadline_compartment(r.rule, 'slot#1') as place from unnest($1::text[]) with ordinality r(rule, n) order by n",
    [rules.map(([id]) => id)],
  );
  expect(placed.map(({ rule, place }) => [rule, place])).toEqual(rules);
});

test("the maximum of custody in the border procedure lies with custody, the procedure itself does not", async () => {
  const [row] = await app.sql(
    "select app.deadline_compartment('D28', 'custodyMaximum#1') as custody, app.deadline_compartment('D28', 'borderProcedure#1') as procedure",
  );
  expect(row).toEqual({ custody: "custody", procedure: "legal" });
});
