/** The watch: each notice once, also after days of standstill and in several processes, and never a legal act. */
import { afterAll, beforeEach, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { enforceableCase, openedMeasure } from "../../../test/harness/prepared-case.ts";
import { programAt } from "../../platform/actor.ts";
import { createContext } from "../../platform/context.ts";
import { watchAll } from "./watch.ts";

const app = await startTestApp();
afterAll(app.close);

const owner = "ABH-05954036";
const caseId = await enforceableCase(app);
const measureId = await openedMeasure(app, caseId);

/** The watch on a day, as the job runs it. */
const watchOn = (day: string) =>
  watchAll((authorityId) => createContext(app.pool, programAt(authorityId), new Date(`${day}T08:00:00Z`)));

const deadline = (rule: string, planOn: string, { key = "k#1", legalEnd = planOn, status = "running" } = {}) =>
  app.sql(`insert into case_deadline values ($1, $2, $3, $4, 'Probefrist', null, $5, $6, $7, $8)`, [
    caseId,
    owner,
    key,
    rule,
    legalEnd,
    planOn,
    status,
    JSON.stringify({
      norm: { norm: "Art. 46 VO (EU) 2024/1351" },
      steps: [],
      missed: "–",
      notes: [],
      state: "running",
    }),
  ]);

const notices = () =>
  app.sql("select days_before, level, late_days, noticed_on from deadline_notice order by noticed_on, days_before");
const steps = async () => (await notices()).map(({ days_before }) => days_before);

beforeEach(async () => {
  await app.sql("delete from deadline_notice");
  await app.sql("delete from deadline_watch");
  await app.sql("delete from case_deadline");
});

test("each step is noticed once, on its day, however often the watch runs", async () => {
  await deadline("D07", "2026-12-20");
  for (const day of ["2026-12-05", "2026-12-06", "2026-12-06", "2026-12-13", "2026-12-14", "2026-12-19", "2026-12-20"])
    await watchOn(day);
  expect(await notices()).toMatchObject([
    { days_before: 14, noticed_on: "2026-12-06", level: "notice", late_days: 0 },
    { days_before: 7, noticed_on: "2026-12-13", late_days: 0 },
    { days_before: 1, noticed_on: "2026-12-19", late_days: 0 },
  ]);
  // The hourly housekeeping may be faster than the watch.
  await app.sql("update case_deadline set status = 'lapsed'");
  await watchOn("2026-12-21");
  await watchOn("2026-12-22");
  expect(await steps()).toEqual([14, 7, 1, -1]);
});

test("after days of standstill it catches up with the nearest step and says how late it is", async () => {
  await deadline("D07", "2026-12-20");
  await watchOn("2026-12-01");
  await watchOn("2026-12-16");
  expect(await notices()).toMatchObject([{ days_before: 7, late_days: 3, noticed_on: "2026-12-16" }]);
});

test("an expiry during the standstill raises its alert late, once, and says so", async () => {
  await deadline("D35", "2026-12-18", { legalEnd: "2026-12-20" });
  await watchOn("2026-12-17");
  await watchOn("2026-12-28");
  await watchOn("2026-12-28");
  expect((await notices()).filter(({ level }) => level === "alert")).toMatchObject([
    { days_before: -1, late_days: 7, noticed_on: "2026-12-28" },
  ]);
  const raised = await app.sql("select data from journal where event = 'deadlineAlertRaised'");
  expect(raised.map(({ data }) => JSON.parse(String(data)))).toEqual([{ rule: "D35", lateDays: 7 }]);
});

test("what came into the file after its day is noticed too, and is nobody's delay", async () => {
  await watchOn("2026-12-10");
  await deadline("D23", "2026-11-01");
  await watchOn("2026-12-10");
  expect(await notices()).toMatchObject([{ level: "alert", late_days: null, noticed_on: "2026-12-10" }]);
});

test("a period without alert that was over before the watch began is not dug up", async () => {
  await deadline("D07", "2026-05-01");
  await watchOn("2026-12-10");
  expect(await notices()).toEqual([]);
});

test("a deadline that moves is watched anew; one that ended is not", async () => {
  await deadline("D35", "2026-12-10");
  await watchOn("2026-12-11");
  await app.sql("update case_deadline set operational_end = '2027-01-20', legal_end = '2027-01-20'");
  await watchOn("2027-01-06");
  await watchOn("2027-01-21");
  expect(await steps()).toEqual([-1, 14, -1]);
  await app.sql("update case_deadline set status = 'ended', operational_end = '2027-03-01', legal_end = '2027-03-01'");
  await watchOn("2027-03-02");
  expect(await steps()).toEqual([-1, 14, -1]);
});

test("several processes at once notice each deadline once and record each alert once", async () => {
  for (let index = 0; index < 30; index++) await deadline("D20", "2026-12-10", { key: `k#${index}` });
  const before = await app.sql("select count(*)::int as n from journal where event = 'deadlineAlertRaised'");
  await Promise.all([watchOn("2026-12-11"), watchOn("2026-12-11"), watchOn("2026-12-11")]);
  expect(await app.sql("select count(*)::int as n, count(distinct key)::int as keys from deadline_notice")).toEqual([
    { n: 30, keys: 30 },
  ]);
  const after = await app.sql("select count(*)::int as n from journal where event = 'deadlineAlertRaised'");
  expect(Number(after[0]?.["n"]) - Number(before[0]?.["n"])).toBe(30);
});

test("more than fit into one transaction are all noticed", async () => {
  await app.sql(
    `insert into case_deadline select $1, $2, 'm#' || n, 'D07', 'Probefrist', null, '2026-12-20', '2026-12-20', 'running', '{}'
     from generate_series(1, 2300) n`,
    [caseId, owner],
  );
  await watchOn("2026-12-20");
  expect(await app.sql("select count(*)::int as n from deadline_notice")).toEqual([{ n: 2300 }]);
});

test("an expiry is never a legal act: case, measure, obstacles, gates and standing stay as they were", async () => {
  const legal = ["case_file", "case_standing", "obstacle", "legal_event", "measure", "gate_answer", "measure_approval"];
  const look = async () => {
    const tables: unknown[] = [];
    for (const table of [...legal, "request", "voluntary_return", "case_deadline"])
      tables.push(await app.sql(`select * from ${table} order by 1, 2`));
    return tables;
  };
  await deadline("D35", "2026-12-10");
  await deadline("D20", "2026-12-10", { key: "k#2" });
  const before = await look();
  await watchOn("2026-12-30");
  expect(await steps()).toEqual([-1, -1]);
  const alertIds = await app.sql("select id from deadline_notice");
  const official = await app.as("witten-beispiel");
  for (const { id } of alertIds)
    expect((await official.post(`/fristalarme/${String(id)}/bestaetigen`, { vermerk: "geprüft" })).status).toBe(303);
  expect(await look()).toEqual(before);
  expect((await app.sql("select status from measure where id = $1", [measureId]))[0]).toEqual({ status: "draft" });
});

test("the first watch of a day leaves one line in the journal, further ones leave none", async () => {
  await deadline("D61", "2036-12-10");
  const lines = () => app.sql("select officer_id, actor_role, data from journal where event = 'deadlinesWatched'");
  const before = (await lines()).length;
  await watchOn("2026-12-11");
  await watchOn("2026-12-11");
  const after = await lines();
  expect(after.length - before).toBe(1);
  expect(after.at(-1)).toMatchObject({ officer_id: null, actor_role: null });
});

test("the job runs in the worker, and by nobody else: an officer may not call the watch", async () => {
  app.setNow("2026-12-11T08:00:00Z");
  await deadline("D35", "2026-12-10");
  await app.sql("select graphile_worker.add_job('deadline.watch', '{}')");
  await app.jobsDone();
  app.setNow("2026-11-23T07:14:00Z");
  expect(await steps()).toEqual([-1]);
  const context = await app.context("witten-beispiel");
  await expect(
    context.change(async ({ trx }) => {
      const { sql } = await import("kysely");
      await sql`select app.notice_deadlines('2026-12-11', '{1}', '{D35}', '{}', 10)`.execute(trx);
    }),
  ).rejects.toThrow("only the program watches");
});

test("the program itself sees no case: it has no role that row-level security knows", async () => {
  const context = createContext(app.pool, programAt(owner), new Date());
  const cases = await context.db.selectFrom("case_file").select("id").execute();
  await context.finish();
  expect(cases).toEqual([]);
});

test("the steps of the authority count; none at all leaves only the alerts", async () => {
  await app.sql("insert into deadline_watch (owner_id, notice_days) values ($1, '{30}')", [owner]);
  await deadline("D07", "2026-12-20");
  await watchOn("2026-11-20");
  expect(await steps()).toEqual([30]);
  await app.sql("update deadline_watch set notice_days = '{}'");
  await deadline("D35", "2026-12-20", { key: "k#2" });
  await watchOn("2026-12-19");
  await watchOn("2026-12-22");
  expect((await notices()).filter(({ level }) => level === "alert")).toHaveLength(1);
});
