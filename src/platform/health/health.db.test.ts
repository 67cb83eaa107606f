/** What a load balancer hears, with and without the database, and that it needs no session. */
import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";

const app = await startTestApp();
afterAll(app.close);

test("a process with its database is live and ready, without sign-in", async () => {
  expect(await (await app.visitor.get("/health/live")).json()).toEqual({ status: "live" });
  const ready = await app.visitor.get("/health/ready");
  expect([ready.status, await ready.json()]).toEqual([200, { status: "ready" }]);
  expect(ready.headers.get("cache-control")).toBe("no-store");
});

test("on a database with another schema it is live and not ready, and says why as problem+json", async () => {
  await app.sql("insert into migration (number, name, checksum) values (9999, 'future', 'x')");
  const answer = await app.visitor.get("/health/ready");
  expect([answer.status, answer.headers.get("content-type")]).toEqual([503, "application/problem+json"]);
  expect(await answer.json()).toMatchObject({
    status: 503,
    title: "nicht bereit",
    detail: "Die Datenbank hat ein anderes Schema als dieses Programm. Bitte »amtsweg migrate« ausführen.",
  });
  expect((await app.visitor.get("/health/live")).status).toBe(200);
});
