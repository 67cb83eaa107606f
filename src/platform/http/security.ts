/** Headers and origin check of every answer: no foreign code, no framing, no cross-site writing. */
import { createMiddleware } from "hono/factory";
import { secureHeaders } from "hono/secure-headers";
import type { AppEnv } from "./env.ts";
import { HttpProblem } from "./problem.ts";

const self = ["'self'"];

/**
 * Content-Security-Policy without `unsafe-inline`; scripts, styles and fonts come from our own origin only. The provider is
 * the one foreign place that a form leads to: signing out goes on there.
 */
export const securityHeaders = (secure: boolean, provider: string) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: self,
      styleSrc: self,
      fontSrc: self,
      imgSrc: ["'self'", "data:"],
      connectSrc: self,
      formAction: ["'self'", provider],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      manifestSrc: self,
    },
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
    strictTransportSecurity: secure ? "max-age=31536000; includeSubDomains" : false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  });

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Writing only from our own pages: browsers send Sec-Fetch-Site, older ones Origin. A caller without either is a
 * program and needs the bearer session of the API, which no browser sends by itself.
 */
export const sameOriginWrites = (baseUrl: () => string) =>
  createMiddleware<AppEnv>(async (c, next) => {
    if (!safeMethods.has(c.req.method)) {
      const site = c.req.header("sec-fetch-site");
      const origin = c.req.header("origin");
      const fromBrowser = site !== undefined || origin !== undefined;
      const own = site ? site === "same-origin" || site === "none" : origin === baseUrl();
      const byProgram = !fromBrowser && c.req.header("authorization")?.startsWith("Bearer ");
      if (!own && !byProgram)
        throw new HttpProblem(403, "fremde Herkunft", "Die Anfrage kam nicht von einer Seite dieser Anwendung.");
      c.set("isOwnOrigin", true);
    }
    await next();
  });

/** Pages with person data are never kept by a cache. */
export const neverCached = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
});
