/** The running process: HTTP server, live hub and job worker over one database. Also what the tests start. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createApp } from "./app.ts";
import { jobHandlers, periodicJobs, type RequestLog } from "./features.ts";
import { openPool } from "./platform/database/pool.ts";
import { demoIssuerPath } from "./platform/demo/accounts.ts";
import type { DemoProvider } from "./platform/demo/oidc-provider.ts";
import { drainable } from "./platform/http/drain.ts";
import { startWorker, type Worker } from "./platform/worker.ts";
import { within } from "./platform/within.ts";
import { openLiveHub } from "./platform/live/hub.ts";
import { createOidc } from "./platform/sign-in/oidc.ts";
import { createSessions } from "./platform/sign-in/session.ts";

export type ServerSettings = {
  port: number;
  databaseUrl: string;
  sessionSecret: string;
  /** Operation: public address and provider. Demo: both are made here, on localhost. */
  operation?: { baseUrl: string; issuer: string; clientId: string; clientSecret: string | undefined };
  version: string;
  log: (line: RequestLog) => void;
  /** So long the end of the process waits for what it has begun. */
  stopWithinMs?: number;
  /** Demo: until then the database is being made, and only the page before sign-in is answered. */
  database?: Promise<unknown>;
  /** Demo: true while its cases are still being made. */
  isFilling?: () => boolean;
  /** Demo: nobody signs in before this. */
  directory?: Promise<unknown>;
};

export type RunningServer = {
  url: string;
  /**
   * Lets nobody new in, answers who is inside, sends open pages to another process, hands jobs back. False when the time
   * was over before: then something still runs, and only the end of the process ends it.
   */
  stop: () => Promise<boolean>;
};

export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const server = createServer();
  const drain = drainable(server);
  const port = await listen(server, settings.port, settings.operation !== undefined);
  const pool = openPool(settings.databaseUrl);
  const hub = openLiveHub(settings.databaseUrl, { from: settings.database });
  const url = settings.operation?.baseUrl ?? `http://localhost:${port}`;
  const oidc = createOidc(pool, {
    issuer: settings.operation?.issuer ?? `${url}${demoIssuerPath}`,
    clientId: settings.operation?.clientId ?? "amtsweg-demo",
    clientSecret: settings.operation?.clientSecret,
    redirectUri: `${url}/anmelden/zurueck`,
  });
  const app = createApp({
    pool,
    hub,
    oidc,
    sessions: createSessions(pool, settings.sessionSecret),
    baseUrl: () => url,
    demo: settings.operation === undefined,
    isFilling: settings.isFilling ?? (() => false),
    version: settings.version,
    log: settings.log,
    now: () => new Date(),
  });
  const provider = settings.operation ? undefined : demoProvider(url, settings.directory);
  answerRequests(server, getRequestListener(app.fetch), provider, settings.database);
  const end = async (worker?: Worker): Promise<void> => {
    hub.sendAway();
    await Promise.all([drain(), worker?.stop()]);
    await hub.close();
    await pool.end();
  };
  const begin = async (): Promise<Worker> => {
    await settings.database;
    return startWorker(pool, {
      handlers: jobHandlers,
      periodic: periodicJobs,
      byTheClock: true,
      now: () => new Date(),
      log: (line) => console.error(`Auftrag: ${line}`),
    });
  };
  const worker = await begin().catch(async (error: unknown) => {
    // What is open keeps a process alive that has nothing to do.
    await end();
    throw error;
  });

  return {
    url,
    stop: () => within(settings.stopWithinMs ?? 20_000, end(worker)),
  };
}

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Loaded with the first sign-in: it is large, and operation never needs it. */
function demoProvider(url: string, directory: Promise<unknown> | undefined): DemoProvider {
  let made: Promise<DemoProvider> | undefined;
  const make = async (): Promise<DemoProvider> => {
    const { createDemoProvider } = await import("./platform/demo/oidc-provider.ts");
    await directory;
    return createDemoProvider(url);
  };
  return { handle: async (request, response) => (await (made ??= make())).handle(request, response) };
}

function answerRequests(
  server: Server,
  listener: Listener,
  provider: DemoProvider | undefined,
  database: Promise<unknown> | undefined,
): void {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    if (!needsNoDatabase(request)) await database;
    if (provider && request.url?.startsWith(demoIssuerPath)) return provider.handle(request, response);
    return listener(request, response);
  };
  server.on("request", (request, response) => void answer(request, response).catch(() => response.destroy()));
}

/** The page of somebody not signed in, and what it is drawn with. */
const needsNoDatabase = ({ url = "", headers }: IncomingMessage): boolean =>
  url.startsWith("/assets/") || (url === "/" && headers.cookie === undefined && headers.authorization === undefined);

/** The demo listens on this machine only: it has a sign-in without password. */
const listen = (server: Server, port: number, toTheWorld: boolean): Promise<number> =>
  new Promise((done, failed) => {
    server.once("error", (error) => failed("code" in error && error.code === "EADDRINUSE" ? portTaken(port) : error));
    server.listen(port, toTheWorld ? undefined : "localhost", () => done((server.address() as AddressInfo).port));
  });

const portTaken = (port: number): Error =>
  new Error(
    `Der Anschluss ${port} ist schon belegt. Bitte einen anderen wählen (PORT) oder das andere Programm beenden.`,
  );
