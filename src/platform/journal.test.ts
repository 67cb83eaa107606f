import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../test/harness/app.ts";

const app = await startTestApp();
afterAll(app.close);

test("a change without a journal entry keeps nothing", async () => {
  const context = await app.context("witten-beispiel");
  await context.change(async ({ trx }) => {
    await trx
      .insertInto("family_unit")
      .values({ id: crypto.randomUUID(), owner_id: "ABH-05954036", label: "Probe" })
      .execute();
  });
  expect(await app.all("family_unit")).toEqual([]);
});
