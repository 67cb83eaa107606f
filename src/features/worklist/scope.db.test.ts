/** A filter finds the same tasks whether it leaves few cases, which are looked up, or many, of which each row is asked. */
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { oneOfEach } from "../../../test/harness/one-of-each.ts";
import { enforceableCase } from "../../../test/harness/prepared-case.ts";
import { workSources } from "../../features.ts";
import { kindOrder } from "./domain/work-item.ts";
import { countTabs } from "./count-work.ts";
import { tabNames, workQuery } from "./list-definition.ts";
import { readWork } from "./read-work.ts";
import { type CaseScope, fewOf, scopeOfFound } from "./case-scope.ts";

const app = await startTestApp();
afterAll(app.close);

const owner = "ABH-05954036";
const { officerId: officer } = await app.actor("witten-beispiel");
const parties = { owner, addressee: "KPB-PP-BOCHUM", mediator: "BR-059", officer };
const ids: string[] = [];
for (let index = 0; index < 3; index++)
  ids.push((await oneOfEach(app.sql, parties)).caseId, await enforceableCase(app));
await app.sql("update resubmission set due_on = '2026-11-20', closed_at = null, closed_by = null");
await app.sql("update case_deadline set status = 'running', rule = 'D35' where status <> 'running'");
await app.sql("update obstacle set review_on = '2026-11-25', closed_on = null");
await app.sql("update request set status = 'question', waiting_for = 'owner', waiting_since = now(), closed_at = null");
await app.sql("update deadline_change set notify = true, acknowledged_at = null, acknowledged_by = null");
await app.sql(
  `insert into gate_answer (id, measure_id, case_id, owner_id, gate, answer, reason, answered_by, expires_on)
   select gen_random_uuid(), id, case_id, owner_id, 'G01', 'yes', 'Probe', $1, '2026-11-26' from measure`,
  [officer],
);
await app.sql("update case_standing set until = '2026-11-01' where case_id = $1", [ids[0]]);

const chosen = ids.slice(0, 4);
const few = fewOf(chosen.map((id) => ({ id })));
const many: CaseScope = { many: (caseId) => sql`${caseId} = any(${chosen}::uuid[])` };
const context = await app.context("witten-beispiel");

test.each(tabNames.filter((name) => name !== "team"))("lines of the view %s", async (ansicht) => {
  const query = workQuery.parse({ ansicht });
  const lines = await readWork(context, workSources, { query, cases: few }, { limit: 100 });
  expect(lines).toEqual(await readWork(context, workSources, { query, cases: many }, { limit: 100 }));
  for (const { caseId } of lines) expect(chosen).toContain(caseId);
  const after = lines[0];
  const behind = await readWork(context, workSources, { query, cases: few }, { after, limit: 100 });
  expect(behind).toEqual(after ? lines.slice(1) : lines);
});

test("counts are those of the lines", async () => {
  const query = workQuery.parse({ zustaendig: "ich" });
  const counts = await countTabs(context, workSources, { query, cases: few });
  expect(counts).toEqual(await countTabs(context, workSources, { query, cases: many }));
  for (const ansicht of ["alle", "heute", "neu", "wartet", "wiedervorlage"] as const) {
    const asked = { query: { ...query, ansicht }, cases: few };
    expect([ansicht, counts[ansicht]]).toEqual([
      ansicht,
      (await readWork(context, workSources, asked, { limit: 100 })).length,
    ]);
    expect(counts[ansicht]).toBeGreaterThan(0);
  }
});

test("the lines are of all kinds, so that the comparison says something", async () => {
  const query = workQuery.parse({});
  const lines = await readWork(context, workSources, { query, cases: few }, { limit: 100 });
  expect([...new Set(lines.map(({ kind }) => kind))].toSorted()).toEqual(kindOrder.toSorted());
});

test("found cases are few as long as there are, in this authority, ten times as many others", async () => {
  const found = (length: number): { id: string }[] =>
    Array.from({ length }, (_, index) => ({ id: ids[index % 6] ?? "" }));
  const isFew = async (length: number): Promise<boolean> =>
    "few" in (await scopeOfFound(context, context.actor, found(length), () => sql`true`));
  expect([await isFew(1000), await isFew(1001), await isFew(5001)]).toEqual([true, false, false]);
  await app.sql(
    `insert into case_file (id, owner_id, file_number) select gen_random_uuid(), $1, 'S-' || n from generate_series(1, 10010) n`,
    [owner],
  );
  expect([await isFew(1001), await isFew(5001)]).toEqual([true, false]);
});
