/** The page before sign-in in the demo. It is there before the directory of authorities is read; nobody signs in until then. */
import { afterAll, expect, test, vi } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { freePort } from "../../../test/harness/free-port.ts";
import { demoAccountGroups, demoIssuerPath } from "../../platform/demo/accounts.ts";
import { startServer } from "../../server.ts";

const app = await startTestApp();
afterAll(() => app.close());

const settings = {
  databaseUrl: app.databaseUrl,
  sessionSecret: "x".repeat(32),
  version: "test",
  log: () => undefined,
};

test("the demo calls its authorities as the directory does", async () => {
  const { rows } = await app.pool.query<{ id: string; name: string }>("select id, name from authority");
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  for (const { authority, accounts } of demoAccountGroups)
    for (const account of accounts) expect(names.get(account.authority)).toBe(authority);
});

test("the page is there while the database is made and the directory is read; all else waits", async () => {
  const [database, directory] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const port = await freePort();
  const started = startServer({ ...settings, port, database: database.promise, directory: directory.promise });
  const order: string[] = [];
  const ask = async (path: string, name: string, headers = {}): Promise<string> => {
    const response = await fetch(`http://localhost:${port}${path}`, { headers, redirect: "manual" });
    order.push(`${name} ${response.status}`);
    return response.text();
  };
  const page = await vi.waitFor(() => ask("/", "page"));
  expect(page).toContain("Ausländerbehörde Stadt Witten");
  const signedIn = ask("/", "with cookie", { cookie: "amtsweg=x" });
  const queue = ask("/arbeitsvorrat", "queue");
  const signIn = ask(`${demoIssuerPath}/.well-known/openid-configuration`, "sign-in");
  await ask(page.match(/\/assets\/[^"]+\.css/)?.[0] ?? "", "style");
  order.push("database");
  database.resolve();
  await Promise.all([signedIn, queue]);
  order.push("directory");
  directory.resolve();
  await signIn;
  expect(order.slice(0, 3)).toEqual(["page 200", "style 200", "database"]);
  expect(order.slice(3, 5).toSorted()).toEqual(["queue 401", "with cookie 200"]);
  expect(order.slice(5)).toEqual(["directory", "sign-in 200"]);
  await (await started).stop();
});

test("a server whose database could not be made lets go of whoever waits, and ends", async () => {
  const port = await freePort();
  const database = Promise.withResolvers<void>();
  const started = startServer({ ...settings, port, database: database.promise });
  await vi.waitFor(() => fetch(`http://localhost:${port}/`));
  const waiting = fetch(`http://localhost:${port}/arbeitsvorrat`);
  await fetch(`http://localhost:${port}/`);
  database.reject(new Error("kein Platz"));
  await expect(started).rejects.toThrow("kein Platz");
  await expect(waiting).rejects.toThrow("fetch failed");
  await expect(fetch(`http://localhost:${port}/`)).rejects.toThrow("fetch failed");
});
