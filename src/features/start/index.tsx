/** Door of the start page: visitors sign in here; officers are sent to where their work begins. */
import { Hono } from "hono";
import { demoAccountGroups } from "../../platform/demo/accounts.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv } from "../../platform/http/env.ts";
import { startPageOf } from "./start-page-of.ts";
import { StartPage } from "./pages.tsx";

type StartDeps = { demo: boolean; isFilling: () => boolean };

export const startRoutes = ({ demo, isFilling }: StartDeps) =>
  new Hono<AppEnv>().get("/", allow("everyone"), (c) => {
    if (c.var.signedIn) return c.redirect(startPageOf(c.var.signedIn.actor.role), 303);
    const groups = demo ? demoAccountGroups : undefined;
    return c.html(<StartPage groups={groups} isFilling={isFilling()} returnTo={c.req.query("weiter")} />);
  });
