/**
 * The real application in this process over a private embedded PostgreSQL that flushes to disk like the real one.
 * Also keeps what the application asks the database, so that the same work can be repeated without the application.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../../src/app.ts";
import { prepareDatabase } from "../../src/commands/prepare-database.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { type Context, createContext } from "../../src/platform/context.ts";
import { openPool, type Pool } from "../../src/platform/database/pool.ts";
import { createDatabase } from "../../src/platform/database/roles.ts";
import { demoAccounts, demoIssuer } from "../../src/platform/demo/accounts.ts";
import { startEmbeddedPostgres } from "../../src/platform/embedded-postgres/index.ts";
import { openLiveHub } from "../../src/platform/live/hub.ts";
import { isRole } from "../../src/platform/access/matrix.ts";
import { createOidc } from "../../src/platform/sign-in/oidc.ts";
import { saveOfficer } from "../../src/platform/sign-in/officer.ts";
import { createSessions } from "../../src/platform/sign-in/session.ts";
import type { TestApp } from "../../test/harness/app.ts";
import { testClient } from "../../test/harness/client.ts";
import { databaseOf } from "../../test/harness/template.ts";

export const benchNow = new Date("2026-11-23T07:14:00Z");
const baseUrl = "http://localhost";

/** What fits a small server: without it the figures would be those of the defaults. */
const settings = {
  shared_buffers: "1GB",
  max_wal_size: "2GB",
  wal_compression: "on",
  jit: "off",
  checkpoint_timeout: "15min",
};

export type BenchApp = TestApp & {
  /** Ends what the preparation read: an old snapshot would keep every dead row. */
  endContexts: () => Promise<void>;
};

/** `keptIn`: a folder whose database stays for the next run; otherwise all goes at the end. */
export async function startBenchApp(keptIn: string | undefined): Promise<BenchApp> {
  if (keptIn && !existsSync(keptIn)) mkdirSync(keptIn, { mode: 0o711 });
  const folder = keptIn ?? mkdtempSync(join(tmpdir(), "amtsweg-bench-"));
  const server = await startEmbeddedPostgres(folder, { settings });
  const database = "bench";
  const superuser = server.connectionString("postgres");
  await createDatabase(superuser, database);
  await prepareDatabase(databaseOf(superuser, database, "amtsweg_owner"));
  const superuserUrl = databaseOf(superuser, database);
  const databaseUrl = databaseOf(superuser, database, "amtsweg_app");
  const pool = openPool(databaseUrl, 20);
  const admin = openPool(superuserUrl, 2);
  const hub = openLiveHub(databaseUrl);
  const sessions = createSessions(pool, "bench-secret-bench-secret-bench-secret");
  const oidc = createOidc(pool, {
    issuer: `${baseUrl}/none`,
    clientId: "x",
    clientSecret: undefined,
    redirectUri: `${baseUrl}/x`,
  });
  const app = createApp({
    pool,
    hub,
    sessions,
    oidc,
    baseUrl: () => baseUrl,
    demo: true,
    isFilling: () => false,
    version: "bench",
    log: () => undefined,
    now: () => benchNow,
  });
  const officer = (account: string, role?: string) => signIn(pool, sessions, account, role);
  const sql: TestApp["sql"] = async (text, values = []) => (await admin.query(text, values)).rows;
  const contexts: Context[] = [];
  // Jobs run after the answer; here nothing takes them, so that they do not run into the next measurement.
  return {
    as: async (account, role) => testClient(app, (await officer(account, role)).token),
    visitor: testClient(app, undefined),
    routes: app.routes,
    actor: async (account, role) => (await officer(account, role)).actor,
    context: async (account, role) => {
      const context = createContext(pool, (await officer(account, role)).actor, benchNow);
      contexts.push(context);
      return context;
    },
    all: (table) => sql(`select * from ${table}`),
    sql,
    jobsDone: async () => undefined,
    pool,
    databaseUrl,
    superuserUrl,
    setNow: () => undefined,
    endContexts: async () => {
      for (const context of contexts.splice(0)) await context.abandon();
    },
    close: async () => {
      await hub.close();
      await pool.end();
      await admin.end();
      await server.stop();
      if (!keptIn) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function signIn(
  pool: Pool,
  sessions: ReturnType<typeof createSessions>,
  account: string,
  wanted?: string,
): Promise<{ actor: Actor; token: string }> {
  const found = demoAccounts.find(({ sub }) => sub === account);
  if (!found) throw new Error(`no demo account ${account}`);
  const { sub, name, authority, roles } = found;
  const known = await saveOfficer(pool, {
    iss: demoIssuer,
    sub,
    name,
    amtsweg_authority: authority,
    amtsweg_roles: roles,
  });
  if (typeof known === "string") throw new Error(known);
  const role = wanted ?? known.roles[0];
  if (!isRole(role)) throw new Error(`no role ${role}`);
  const token = await sessions.open(known.officerId, known.authorityId, role);
  const signedIn = await sessions.find(token);
  if (!signedIn) throw new Error("session not found");
  return { actor: signedIn.actor, token };
}
