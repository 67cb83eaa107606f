import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../test/harness/app.ts";
import { sql } from "kysely";
import { openCase } from "../features/case/index.ts";
import { type Context, createContext } from "./context.ts";
import { openPool } from "./database/pool.ts";

const app = await startTestApp();
afterAll(app.close);

const notes = async (): Promise<string[]> =>
  (await app.sql("select what from access_log order by id")).map(({ what }) => String(what));
const read = (context: Context, what: string): Promise<unknown> => {
  context.noteAccess({ what, purpose: "Bearbeitung", ownerId: context.actor.authorityId });
  return context.db.selectFrom("case_file").select("id").execute();
};
const open = (context: Context, fileNumber: string) =>
  context.change((change) =>
    openCase(
      change,
      { fileNumber, person: { familyName: "Muster", givenNames: "Nr", nationalities: [] }, address: {} },
      [],
      context.today,
    ),
  );

test("what was read before a change is noted with it, once", async () => {
  const context = await app.context("witten-beispiel");
  await read(context, "vorher");
  await open(context, "31.30-0001");
  expect(await notes()).toEqual(["vorher"]);
  await read(context, "nachher");
  await context.finish();
  expect(await notes()).toEqual(["vorher", "nachher"]);
});

test("a change that keeps nothing does not lose what was read before it", async () => {
  const context = await app.context("witten-beispiel");
  await read(context, "ohne Änderung");
  await context.change(async ({ db }) => db.selectFrom("case_file").select("id").execute());
  await context.finish();
  expect((await notes()).at(-1)).toBe("ohne Änderung");
});

test("a change that fails keeps nothing, and its connection goes back clean", async () => {
  const busy = (): number => app.pool.totalCount - app.pool.idleCount;
  const before = busy();
  const context = await app.context("witten-beispiel");
  await read(context, "gescheitert");
  await expect(open(context, "31.30-0001")).rejects.toThrow();
  await context.abandon();
  expect((await notes()).at(-1)).toBe("ohne Änderung");
  expect(await app.all("case_file")).toHaveLength(1);
  expect(busy()).toBe(before);
});

test("queries that are sent together come back in their order, and after the one that fails none takes effect", async () => {
  const context = await app.context("witten-beispiel");
  const failed = context.change(async ({ trx, record }) => {
    const subject = (title: string) =>
      trx.insertInto("saved_view").values({ id: title, officer_id: title, name: title, query: "" }).execute();
    const view = { id: crypto.randomUUID(), officer_id: context.actor.officerId, name: "gut", query: "" };
    record({ subject: "test:1", event: "tested" });
    await Promise.all([trx.insertInto("saved_view").values(view).execute(), subject("no uuid")]);
  });
  await expect(failed).rejects.toThrow("uuid");
  expect(await app.all("saved_view")).toEqual([]);
});

test.each([
  ["and nothing follows", false],
  ["and the next statement fails with it", true],
])("what is sent without waiting and fails keeps nothing, and says why itself: %s", async (_name, goesOn) => {
  const context = await app.context("witten-beispiel");
  const failed = context.change(async ({ db, record, send, trx }) => {
    const view = { id: crypto.randomUUID(), officer_id: context.actor.officerId, name: "gut", query: "" };
    record({ subject: "test:1", event: "tested" });
    send(trx.insertInto("saved_view").values(view));
    send(trx.insertInto("saved_view").values({ ...view, id: "no uuid" }));
    if (goesOn) await db.selectFrom("saved_view").selectAll().execute();
  });
  await expect(failed).rejects.toThrow("uuid");
  expect(await app.all("saved_view")).toEqual([]);
});

test("what is sent without waiting is seen by the next statement, and kept", async () => {
  const context = await app.context("witten-beispiel");
  const seen = await context.change(async ({ db, record, send, trx }) => {
    const view = { id: crypto.randomUUID(), officer_id: context.actor.officerId, name: "gut", query: "" };
    record({ subject: "test:1", event: "tested" });
    send(trx.insertInto("saved_view").values(view));
    send(trx.updateTable("saved_view").set({ name: "besser" }).where("id", "=", view.id));
    return db.selectFrom("saved_view").select("name").execute();
  });
  expect(seen).toEqual([{ name: "besser" }]);
  expect(await app.all("saved_view")).toMatchObject([{ name: "besser" }]);
  await app.sql("delete from saved_view");
});

test("what a change has acknowledged is on disk, although it gave its locks away before", async () => {
  // The server of the tests does not wait for the disk by itself; a real one does.
  const pool = openPool(`${app.databaseUrl}${app.databaseUrl.includes("?") ? "&" : "?"}${waiting}`, 1);
  const context = createContext(pool, await app.actor("witten-beispiel"), new Date());
  const at = await context.change(async (change) => {
    change.record({ subject: "test:1", event: "tested" });
    const { rows } = await sql<{ lsn: string }>`select pg_current_wal_insert_lsn() as lsn`.execute(change.trx);
    return rows[0]?.lsn;
  });
  expect(await app.sql("select pg_current_wal_flush_lsn() > $1::pg_lsn as flushed", [at])).toEqual([{ flushed: true }]);
  await pool.end();
});

const waiting = `options=${encodeURIComponent("-c synchronous_commit=on")}`;
