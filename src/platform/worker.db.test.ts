/** A worker that is told to stop in the middle of a long job: the rest goes to another one, and nothing is done twice. */
import { afterAll, expect, onTestFinished, test } from "vitest";
import { startTestApp } from "../../test/harness/app.ts";
import { newId } from "../kernel/id.ts";
import { jobFor, type JobHandler, type WorkerSettings } from "./jobs.ts";
import { startWorker } from "./worker.ts";

const app = await startTestApp();
afterAll(app.close);

const steps = 40;
const journal = () => app.sql("select data::jsonb->>'step' as step from journal where event = 'stepDone' order by seq");
const jobs = () =>
  app.sql("select key, attempts, locked_by from graphile_worker.jobs where task_identifier = 'test.long'");

/** Counts on from what is recorded, as the import does, one change a step. */
const long: JobHandler = async (context) => {
  for (let step = (await journal()).length; step < steps; step++)
    await context.change(async (change) => change.record({ subject: "test:1", event: "stepDone", data: { step } }));
};

const settings = (handler: JobHandler, said: string[]): WorkerSettings => ({
  handlers: { "test.long": handler },
  periodic: {},
  byTheClock: false,
  now: () => new Date(),
  log: (line) => said.push(line),
});

test("a job that was begun is handed back under its key and finished elsewhere, each step once", async () => {
  const context = await app.context("witten-beispiel");
  const said: string[] = [];
  const first = await startWorker(app.pool, settings(long, said));
  onTestFinished(first.stop);
  await context.change(async (change) => {
    change.record({ subject: "test:1", event: "asked" }, [jobFor(change.actor, "test.long", {}, `test:${newId()}`)]);
  });
  await expect.poll(async () => (await journal()).length, { interval: 1 }).toBeGreaterThan(0);
  await first.stop();
  const done = (await journal()).length;
  expect(done).toBeLessThan(steps);
  expect(await jobs()).toEqual([{ key: expect.stringContaining("test:"), attempts: 0, locked_by: null }]);

  const second = await startWorker(app.pool, settings(long, said));
  onTestFinished(second.stop);
  await expect.poll(jobs).toEqual([]);
  expect((await journal()).map(({ step }) => Number(step))).toEqual(Array.from({ length: steps }, (_, step) => step));
  expect(said).toEqual([]);
});

test("a job that fails keeps no connection of what it has read", async () => {
  const failing: JobHandler = async ({ db }) => {
    await db.selectFrom("officer").select("id").limit(1).execute();
    throw new Error("on purpose");
  };
  const said: string[] = [];
  const worker = await startWorker(app.pool, settings(failing, said));
  const context = await app.context("witten-beispiel");
  await context.change(async (change) => {
    change.record({ subject: "test:2", event: "asked" }, [jobFor(change.actor, "test.long", {})]);
  });
  await expect.poll(() => said.join()).toContain("on purpose");
  await worker.stop();
  const open = await app.sql(
    "select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
  );
  expect(open).toEqual([]);
});
