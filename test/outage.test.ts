/** What a person sees while the database is away, and whoever writes from a foreign page: words, never an empty answer. */
import { afterAll, expect, test } from "vitest";
import { createApp } from "../src/app.ts";
import { openPool } from "../src/platform/database/pool.ts";
import { openLiveHub } from "../src/platform/live/hub.ts";
import { createOidc } from "../src/platform/sign-in/oidc.ts";
import { createSessions } from "../src/platform/sign-in/session.ts";

const nowhere = "postgresql://amtsweg_app@127.0.0.1:1/amtsweg";
const pool = openPool(nowhere, 2);
const hub = openLiveHub(nowhere);
afterAll(async () => {
  await hub.close();
  await pool.end();
});
const baseUrl = "http://localhost";
const app = createApp({
  pool,
  hub,
  oidc: createOidc(pool, { issuer: baseUrl, clientId: "x", clientSecret: undefined, redirectUri: `${baseUrl}/x` }),
  sessions: createSessions(pool, "x".repeat(32)),
  baseUrl: () => baseUrl,
  demo: false,
  isFilling: () => false,
  version: "test",
  log: () => undefined,
  now: () => new Date(),
});
const call = (path: string, init: RequestInit): Promise<Response> =>
  Promise.resolve(app.request(`${baseUrl}${path}`, init));

test("a page of somebody signed in says that the database is away", async () => {
  const response = await call("/faelle", { headers: { cookie: "amtsweg=x", accept: "text/html" } });
  expect(response.status).toBe(503);
  expect(await response.text()).toContain("Die Datenbank antwortet gerade nicht. Es wurde nichts gespeichert.");
});

test("the API says the same as problem+json", async () => {
  const response = await call("/api/v1/cases", { headers: { authorization: "Bearer x" } });
  expect([response.status, response.headers.get("content-type")]).toEqual([503, "application/problem+json"]);
  expect(await response.json()).toMatchObject({ status: 503, title: "Datenbank nicht erreichbar" });
});

test("the process itself is live but not ready, whatever cookie comes along", async () => {
  const headers = { cookie: "amtsweg=x" };
  expect((await call("/health/live", { headers })).status).toBe(200);
  const ready = await call("/health/ready", { headers });
  expect([ready.status, ready.headers.get("content-type")]).toEqual([503, "application/problem+json"]);
  expect(await ready.json()).toMatchObject({ detail: "Die Datenbank antwortet nicht." });
});

test.each([
  [{ "sec-fetch-site": "cross-site" }],
  [{ "sec-fetch-site": "same-site" }],
  [{ origin: "https://fremd.example" }],
  [{}],
])("a form with %j is refused in words, before anything is read", async (headers) => {
  const response = await call("/faelle/neu", { method: "POST", headers: { cookie: "amtsweg=x", ...headers } });
  expect(response.status).toBe(403);
  expect(await response.text()).toContain("Die Anfrage kam nicht von einer Seite dieser Anwendung.");
});

test("a form that meets the outage comes back with its input, to be sent again; a foreign one does not", async () => {
  const body = new URLSearchParams({ name: "Eben getippt" }).toString();
  const form = (site: string) => ({
    method: "POST",
    body,
    headers: {
      cookie: "amtsweg=x",
      "sec-fetch-site": site,
      "content-type": "application/x-www-form-urlencoded",
      "content-length": String(body.length),
    },
  });
  const own = await call("/faelle/liste/ausgeben?stand=enforceable", form("same-origin"));
  const html = await own.text();
  expect([own.status, html]).toEqual([503, expect.stringContaining('name="name" value="Eben getippt"')]);
  expect(html).toContain('action="/faelle/liste/ausgeben?stand=enforceable"');
  expect(html).toContain("Noch einmal senden");
  const foreign = await call("/faelle/neu", form("cross-site"));
  expect([foreign.status, await foreign.text()]).toEqual([403, expect.not.stringContaining("Eben getippt")]);
});
