/** createApp: the middleware in its order and all features mounted, one visible list. Default is to refuse. */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { features, type FeatureDeps } from "./features.ts";
import { newId } from "./kernel/id.ts";
import { frameFor } from "./navigation.ts";
import { createContext } from "./platform/context.ts";
import { requireAccessRule } from "./platform/http/access.ts";
import { apiRoot } from "./platform/http/api.ts";
import type { AppEnv } from "./platform/http/env.ts";
import { idempotentWrites } from "./platform/http/idempotency.ts";
import { neverCached, sameOriginWrites, securityHeaders } from "./platform/http/security.ts";
import { answerError, answerNotFound, refuseLargeBody } from "./error-answers.tsx";
import { healthRoutes } from "./platform/health/routes.ts";
import { liveRoutes } from "./platform/live/routes.ts";
import { cookieName } from "./platform/sign-in/session.ts";

export type AppDeps = FeatureDeps & {
  version: string;
  /** The clock; tests pass their own. */
  now: () => Date;
};

const maxBodyBytes = 25 * 1024 * 1024;

export function createApp(deps: AppDeps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.use(securityHeaders(deps.baseUrl().startsWith("https:"), deps.oidc.origin));
  app.use(neverCached);
  app.use(requestIdentity(deps));
  app.use(requireAccessRule);
  // Before everything that asks the database: the process must be able to say that it is away.
  app.route("/", healthRoutes(deps.hub));
  app.use(sameOriginWrites(deps.baseUrl));
  app.use(signedInContext(deps));
  app.use(bodyLimit({ maxSize: maxBodyBytes, onError: refuseLargeBody }));
  app.use(`${apiRoot}/*`, idempotentWrites(deps.pool));
  app.route("/", liveRoutes(deps.hub));
  for (const feature of features) app.route("/", feature(deps));
  app.onError((error, c) => answerError(error, c));
  app.notFound((c) => answerNotFound(c));
  return app;
}

const requestIdentity = ({ log }: AppDeps) =>
  createMiddleware<AppEnv>(async (c, next) => {
    c.set("requestId", newId().slice(-8).toUpperCase());
    // First of all: the page that tells of an error asks for it, whoever fails.
    c.set("frame", async () => undefined);
    c.set("isOwnOrigin", false);
    const started = performance.now();
    await next();
    // The route pattern, never the address: an address may name a case.
    log({
      id: c.var.requestId,
      method: c.req.method,
      route: c.req.routePath,
      status: c.res.status,
      ms: performance.now() - started,
    });
  });

/** Cookie (browser) or bearer token (program) → session → context; the context ends before the answer leaves. */
const signedInContext = (deps: AppDeps) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const bearer = c.req.header("authorization")?.match(/^Bearer (\S+)$/)?.[1];
    const token = bearer ?? getCookie(c, cookieName(deps.baseUrl().startsWith("https:")));
    const signedIn = token ? await deps.sessions.find(token) : undefined;
    c.set("signedIn", signedIn);
    if (!signedIn) return next();
    const context = createContext(deps.pool, signedIn.actor, deps.now());
    c.set("context", context);
    const { demo, version } = deps;
    c.set("frame", (current) => frameFor({ context, signedIn, current, demo, isFilling: deps.isFilling(), version }));
    await next();
    await (c.error ? context.abandon() : context.finish());
  });
