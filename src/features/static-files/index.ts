/** Door of the static files: style, fonts and scripts, all from our own origin, kept for ever under a hashed name. */
import { Hono } from "hono";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv } from "../../platform/http/env.ts";
import { notFound } from "../../platform/http/problem.ts";
import { programFile } from "../../platform/root.ts";
import { assetResponse, loadAssets } from "../../ui/index.ts";

export function staticFileRoutes() {
  loadAssets(programFile());
  return new Hono<AppEnv>().get("/assets/*", allow("everyone"), (c) => {
    const found = assetResponse(c.req.path, c.req.header("if-none-match"), c.req.header("accept-encoding"));
    if (!found) throw notFound();
    return new Response(found.body ? new Uint8Array(found.body) : null, {
      status: found.status,
      headers: found.headers,
    });
  });
}
