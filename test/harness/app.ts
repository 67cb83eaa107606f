/**
 * The whole application on a database of its own: HTTP in, HTML or JSON out, then look at tables and journal.
 * Nothing of ours is replaced; only the clock is given. Sign-in goes through real sessions of the demo accounts.
 */
import { inject } from "vitest";
import { createApp } from "../../src/app.ts";
import { jobHandlers, periodicJobs } from "../../src/features.ts";
import { newId } from "../../src/kernel/id.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { type Context, createContext } from "../../src/platform/context.ts";
import { openPool, type Pool } from "../../src/platform/database/pool.ts";
import { createDatabase } from "../../src/platform/database/roles.ts";
import { demoAccounts } from "../../src/platform/demo/accounts.ts";
import { startWorker } from "../../src/platform/worker.ts";
import { openLiveHub } from "../../src/platform/live/hub.ts";
import type { Schema } from "../../src/platform/schema.generated.ts";
import { createOidc } from "../../src/platform/sign-in/oidc.ts";
import { saveOfficer } from "../../src/platform/sign-in/officer.ts";
import { createSessions } from "../../src/platform/sign-in/session.ts";
import { isRole } from "../../src/platform/access/matrix.ts";
import { databaseOf, templateName } from "./template.ts";
import { type TestClient, testClient } from "./client.ts";

export type TestApp = {
  /** A signed-in caller: `as("witten-beispiel")`, with another role than the first: `as("witten-probe", "caseworker")`. */
  as: (account: string, role?: string) => Promise<TestClient>;
  visitor: TestClient;
  /** Everything that is mounted. */
  routes: ReturnType<typeof createApp>["routes"];
  actor: (account: string, role?: string) => Promise<Actor>;
  context: (account: string, role?: string) => Promise<Context>;
  /** Rows as the superuser sees them, past row-level security. */
  all: (table: keyof Schema & string) => Promise<Record<string, unknown>[]>;
  sql: (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  /** Runs all waiting jobs in the running worker. */
  jobsDone: () => Promise<void>;
  pool: Pool;
  databaseUrl: string;
  superuserUrl: string;
  setNow: (iso: string) => void;
  close: () => Promise<void>;
};

export const testNow = "2026-11-23T07:14:00Z";

/** A new clone of the template; `name` only helps to tell databases apart. */
export async function startTestApp(): Promise<TestApp> {
  const server = inject("databaseUrl");
  const database = `t_${newId().replaceAll("-", "")}`;
  await createDatabase(server, database, templateName);
  const superuserUrl = databaseOf(server, database);
  const databaseUrl = databaseOf(server, database, "amtsweg_app");
  const pool = openPool(databaseUrl, 10);
  const admin = openPool(superuserUrl, 2);
  const hub = openLiveHub(databaseUrl);
  const sessions = createSessions(pool, "test-secret-test-secret-test-secret-0");
  let now = new Date(testNow);
  const baseUrl = "http://localhost";
  const app = createApp({
    pool,
    hub,
    sessions,
    oidc: createOidc(pool, {
      issuer: `${baseUrl}/none`,
      clientId: "x",
      clientSecret: undefined,
      redirectUri: `${baseUrl}/x`,
    }),
    baseUrl: () => baseUrl,
    demo: true,
    isFilling: () => false,
    version: "test",
    log: () => undefined,
    now: () => now,
  });
  const worker = await startWorker(pool, {
    handlers: jobHandlers,
    periodic: periodicJobs,
    byTheClock: false,
    now: () => now,
    log: (line) => console.error(line),
  });

  const officer = async (account: string, wanted?: string): Promise<{ actor: Actor; token: string }> => {
    const found = demoAccounts.find(({ sub }) => sub === account);
    if (!found) throw new Error(`no demo account ${account}`);
    const claims = {
      iss: "test",
      sub: found.sub,
      name: found.name,
      amtsweg_authority: found.authority,
      amtsweg_roles: found.roles,
    };
    const known = await saveOfficer(pool, claims);
    if (typeof known === "string") throw new Error(known);
    const role = wanted ?? known.roles[0];
    if (!isRole(role)) throw new Error(`no role ${role}`);
    const token = await sessions.open(known.officerId, known.authorityId, role);
    const signedIn = await sessions.find(token);
    if (!signedIn) throw new Error("session not found");
    return { actor: signedIn.actor, token };
  };

  const contexts: Context[] = [];
  const sql = async (text: string, values: unknown[] = []) => (await admin.query(text, values)).rows;
  return {
    as: async (account, role) => testClient(app, (await officer(account, role)).token),
    visitor: testClient(app, undefined),
    routes: app.routes,
    actor: async (account, role) => (await officer(account, role)).actor,
    context: async (account, role) => {
      const context = createContext(pool, (await officer(account, role)).actor, now);
      contexts.push(context);
      return context;
    },
    all: (table) => sql(`select * from ${table}`),
    sql,
    jobsDone: () => waitForJobs(sql),
    pool,
    databaseUrl,
    superuserUrl,
    setNow: (iso) => (now = new Date(iso)),
    close: async () => {
      // A context that a test left open holds a connection, and the pool would wait for it.
      for (const context of contexts) await context.abandon();
      await worker.stop();
      await hub.close();
      await pool.end();
      await admin.end();
    },
  };
}

async function waitForJobs(sql: TestApp["sql"]): Promise<void> {
  for (;;) {
    const [row] = await sql("select count(*)::int as open from graphile_worker.jobs where attempts < max_attempts");
    if (row?.["open"] === 0) return;
    await new Promise((done) => setTimeout(done, 20));
  }
}
