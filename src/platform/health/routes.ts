/**
 * Health for load balancers and operators (docs/operations/health.md). Without sign-in, hence nothing that tells of a
 * person, an authority or an address.
 */
import { Hono } from "hono";
import { allow } from "../http/access.ts";
import type { AppEnv } from "../http/env.ts";
import { HttpProblem, problemJson } from "../http/problem.ts";
import type { LiveHub } from "../live/hub.ts";
import { createReadiness, type NotReady } from "./readiness.ts";

const reasons: Record<NotReady, string> = {
  database: "Die Datenbank antwortet nicht.",
  schema: "Die Datenbank hat ein anderes Schema als dieses Programm. Bitte »amtsweg migrate« ausführen.",
  standby: "Die Datenbank nimmt keine Änderungen an (Standby).",
};

/** `/health/live`: the process answers. `/health/ready`: it can do its work. */
export function healthRoutes(hub: LiveHub): Hono<AppEnv> {
  const readiness = createReadiness(hub.ask);
  return new Hono<AppEnv>()
    .get("/health/live", allow("everyone"), (c) => c.json({ status: "live" }))
    .get("/health/ready", allow("everyone"), async (c) => {
      const missing = await readiness();
      if (!missing) return c.json({ status: "ready" });
      const problem = new HttpProblem(503, "nicht bereit", reasons[missing]);
      return c.json(problemJson(problem, c.var.requestId), 503, { "content-type": "application/problem+json" });
    });
}
