/** The page before sign-in in the demo. It is there before the directory of authorities is read; nobody signs in until then. */
import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { demoAccountGroups, demoIssuerPath } from "../../platform/demo/accounts.ts";
import { startServer } from "../../server.ts";

const app = await startTestApp();
afterAll(() => app.close());

test("the demo calls its authorities as the directory does", async () => {
  const { rows } = await app.pool.query<{ id: string; name: string }>("select id, name from authority");
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  for (const { authority, accounts } of demoAccountGroups)
    for (const account of accounts) expect(names.get(account.authority)).toBe(authority);
});

test("the page is there while the directory is read, and sign-in waits for it", async () => {
  const directory = Promise.withResolvers<void>();
  const server = await startServer({
    port: 0,
    databaseUrl: app.databaseUrl,
    sessionSecret: "x".repeat(32),
    version: "test",
    log: () => undefined,
    directory: directory.promise,
  });
  const order: string[] = [];
  const signIn = fetch(`${server.url}${demoIssuerPath}/.well-known/openid-configuration`).then((response) => {
    order.push(`sign-in ${response.status}`);
  });
  const page = await (await fetch(server.url)).text();
  expect(page).toContain("Ausländerbehörde Stadt Witten");
  order.push("directory");
  directory.resolve();
  await signIn;
  expect(order).toEqual(["directory", "sign-in 200"]);
  await server.stop();
});
