/** Signing in through the real code path (code flow, PKCE) against the provider of the demo, and what a session is worth. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { newId } from "../../kernel/id.ts";
import { type RunningServer, startServer } from "../../server.ts";

const app = await startTestApp();
let server: RunningServer;
beforeAll(async () => {
  const settings = { port: 0, databaseUrl: app.databaseUrl, sessionSecret: "x".repeat(32), version: "test" };
  server = await startServer({ ...settings, log: () => undefined });
});
afterAll(async () => {
  await server.stop();
  await app.close();
});

/** A browser: follows by hand, keeps cookies, remembers every cookie line it was given. */
function browser() {
  const jar = new Map<string, string>();
  const lines: string[] = [];
  const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { cookie, "sec-fetch-site": "same-origin" };
    const response = await fetch(new URL(path, server.url), { ...init, redirect: "manual", headers });
    for (const line of response.headers.getSetCookie()) {
      lines.push(line);
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=", 2);
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  const follow = async (path: string): Promise<{ path: string; visited: string[] }> => {
    const visited = [path];
    for (let at = path; ;) {
      const location = (await call(at)).headers.get("location");
      if (!location) return { path: at, visited };
      at = new URL(location, new URL(at, server.url)).href;
      visited.push(at);
    }
  };
  return { jar, lines, call, follow, token: () => jar.get("amtsweg") };
}

const post = (fields: Record<string, string>): RequestInit => ({ method: "POST", body: new URLSearchParams(fields) });
const withToken = (token: string | undefined): Promise<Response> =>
  fetch(`${server.url}/faelle`, { headers: { cookie: `amtsweg=${token}` }, redirect: "manual" });

test("the first sign-in of a demo prints nothing", async () => {
  const printed = [vi.spyOn(console, "warn"), vi.spyOn(console, "info")];
  const one = browser();
  await one.follow("/anmelden?konto=witten-beispiel");
  expect((await withToken(one.token())).status).toBe(200);
  expect(printed.flatMap(({ mock }) => mock.calls)).toEqual([]);
  vi.restoreAllMocks();
});

test("sign-in sets a cookie that no script reads, and the table does not hold its token", async () => {
  const one = browser();
  await one.follow("/anmelden?konto=witten-beispiel&weiter=%2Ffaelle");
  expect(one.lines.find((line) => line.startsWith("amtsweg="))).toMatch(/Path=\/.*HttpOnly.*SameSite=Lax/);
  expect((await withToken(one.token())).status).toBe(200);
  const rows = await app.sql("select encode(token_hash, 'escape') as hash from session");
  expect(rows.map(({ hash }) => String(hash)).join()).not.toContain(one.token());
});

test("each sign-in gives another token and ends the session before it", async () => {
  const one = browser();
  await one.follow("/anmelden?konto=witten-beispiel");
  const before = one.token();
  await one.follow("/anmelden?konto=witten-beispiel");
  expect(one.token()).not.toBe(before);
  expect([(await withToken(before)).status, (await withToken(one.token())).status]).toEqual([401, 200]);
});

test("a change of role gives another token; a role that was not given is refused", async () => {
  const one = browser();
  await one.follow("/anmelden?konto=witten-probe");
  const before = one.token();
  expect((await one.call("/rolle", post({ rolle: "auditor" }))).status).toBe(403);
  expect(one.token()).toBe(before);
  expect((await one.call("/rolle", post({ rolle: "caseworker" }))).status).toBe(303);
  expect(one.token()).not.toBe(before);
  expect([(await withToken(before)).status, (await withToken(one.token())).status]).toEqual([401, 200]);
});

test("signing out ends the session here and at the provider, and comes back to the start page", async () => {
  const one = browser();
  await one.follow("/anmelden?konto=witten-beispiel");
  const before = one.token();
  const left = await one.call("/abmelden", { method: "POST" });
  const provider = left.headers.get("location") ?? "";
  expect(provider).toMatch(/\/demo-anmeldung\/session\/end\?.*id_token_hint=/);
  expect(left.headers.get("content-security-policy")).toContain(`form-action 'self' ${server.url}`);
  expect((await withToken(before)).status).toBe(401);
  expect((await one.follow(provider)).path).toBe(`${server.url}/`);
  expect([...one.jar.keys()].filter((name) => name === "amtsweg" || name.startsWith("_session"))).toEqual([]);
});

test("an answer of the provider counts once, and leads to no foreign address", async () => {
  const one = browser();
  const { visited, path } = await one.follow("/anmelden?konto=witten-beispiel&weiter=%2F%2Ffremd.example");
  expect(new URL(path).origin).toBe(server.url);
  const callback = visited.find((each) => each.includes("/anmelden/zurueck?")) ?? "";
  const again = await browser().call(callback);
  expect(again.status).toBe(403);
  expect(await again.text()).toContain("wurde schon benutzt");
});

test("a session ends after 60 minutes without use and after ten hours", async () => {
  const one = browser();
  await one.follow("/anmelden?konto=witten-beispiel");
  const mine = "where token_hash = (select token_hash from session order by created_at desc limit 1)";
  await app.sql(`update session set last_seen_at = now() - interval '59 minutes' ${mine}`);
  expect((await withToken(one.token())).status).toBe(200);
  await app.sql(`update session set last_seen_at = now() - interval '61 minutes' ${mine}`);
  expect((await withToken(one.token())).status).toBe(401);
  await app.sql(`update session set last_seen_at = now(), expires_at = now() ${mine}`);
  expect((await withToken(one.token())).status).toBe(401);
});

test("a form sent after the end of the session comes back with its input, writes nothing, and goes through once after signing in", async () => {
  const form = {
    id: newId(),
    fileNumber: "31.30-ABGELAUFEN",
    familyName: 'Muster "<b>',
    givenNames: "Țvetana",
    birthDate: "00.00.1990",
    nationality: "998",
    postcode: "58452",
    "ags-text": "Witten",
  };
  const one = browser();
  const refused = await one.call("/faelle/neu", post(form));
  const html = await refused.text();
  expect(refused.status).toBe(401);
  for (const text of [
    "Ihre Sitzung ist abgelaufen. Es wurde nichts gespeichert.",
    'action="/faelle/neu"',
    "Noch einmal senden",
  ])
    expect(html).toContain(text);
  expect(html).toContain('name="fileNumber" value="31.30-ABGELAUFEN"');
  expect(html).toContain('value="Muster &quot;&lt;b&gt;"');
  expect(refused.headers.get("cache-control")).toBe("no-store");
  const files = new FormData();
  files.append("datei", new File(["x"], "faelle.csv"));
  expect(await (await one.call("/import", { method: "POST", body: files })).text()).toContain(
    "Dateien müssen Sie danach noch einmal auswählen: faelle.csv",
  );
  expect(
    (await fetch(`${server.url}/api/v1/cases`, { method: "POST", headers: { "sec-fetch-site": "same-origin" } }))
      .status,
  ).toBe(401);
  const count = async () => (await app.sql("select count(*)::int as n from case_file"))[0]?.["n"];
  expect(await count()).toBe(0);
  // The filter of a list stands in the address: without it another list would be exported.
  const filtered = await one.call("/faelle/liste/ausgeben?stand=enforceable", post({ purpose: "Bericht" }));
  expect(await filtered.text()).toContain('action="/faelle/liste/ausgeben?stand=enforceable"');
  await one.follow("/anmelden?konto=witten-beispiel");
  const again = post({ ...form, familyName: "Muster" });
  for (let times = 0; times < 2; times++) expect((await one.call("/faelle/neu", again)).status).toBe(303);
  expect(await count()).toBe(1);
});
