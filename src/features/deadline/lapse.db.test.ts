import { afterAll, expect, test } from "vitest";
import { startTestApp, testNow } from "../../../test/harness/app.ts";
import { enforceableCase } from "../../../test/harness/prepared-case.ts";
import { recordEvent } from "../case/index.ts";
import { lapseDeadlines } from "./lapse.ts";

const app = await startTestApp();
afterAll(app.close);

const caseId = await enforceableCase(app, { familyName: "Probe", givenNames: "Ķārlis" });
const official = await app.as("witten-beispiel");
const statusOf = async (rule: string) =>
  (await app.sql("select status from case_deadline where case_id = $1 and rule = $2 order by key", [caseId, rule])).map(
    ({ status }) => status,
  );
const nextDue = async () => (await app.sql("select next_due from case_list where case_id = $1", [caseId]))[0];

test("a period to leave that is over is stored as lapsed: the list of cases names no date and nothing is overdue", async () => {
  const [stored] = await app.sql("select rule, status, legal_end from case_deadline where case_id = $1", [caseId]);
  expect(stored).toEqual({ rule: "authority.date", status: "lapsed", legal_end: "2026-02-10" });
  expect(await nextDue()).toEqual({ next_due: null });
  for (const page of ["/faelle", "/arbeitsvorrat", `/faelle/${caseId}/ansicht/fristen`])
    expect(await official.page(page)).not.toContain("überfällig");
  expect(await official.page(`/faelle/${caseId}/ansicht/fristen`)).toContain("abgelaufen");
});

const insert = (rule: string, end: string) =>
  app.sql(
    `insert into case_deadline values ($1, 'ABH-05954036', $2, $2, 'Probefrist', null, $3, $3, 'running',
       '{"norm":{"norm":"§ 1 Probe","version":"2026-06-12"}}')`,
    [caseId, rule, end],
  );

test("in the night after its end a watched deadline lapses; what is ours stays, and is overdue", async () => {
  await insert("D01", "2026-11-22");
  await insert("D02", "2026-11-23");
  await insert("D35", "2026-11-20");
  expect(await lapseDeadlines(app.pool, new Date(testNow))).toBe(1);
  expect([await statusOf("D01"), await statusOf("D02"), await statusOf("D35")]).toEqual([
    ["lapsed"],
    ["running"],
    ["running"],
  ]);
  expect(await nextDue()).toEqual({ next_due: "2026-11-20" });
  expect(await lapseDeadlines(app.pool, new Date(testNow))).toBe(0);
});

test("the past thirty days show both, each in its words", async () => {
  const html = await official.page("/fristen?zeit=vergangen");
  expect(html).toContain("abgelaufen");
  expect(html).toContain("überfällig seit 3 Tagen");
});

test("a new event lets a lapsed period run again", async () => {
  const context = await app.context("witten-beispiel");
  const extended = await recordEvent(context, caseId, {
    type: "departurePeriodExtended",
    fields: { on: "2026-02-09", until: "2026-12-10", reason: "Probe" },
  });
  expect(extended.ok).toBe(true);
  expect(await statusOf("authority.date")).toEqual(["running"]);
});
