/** Door of the start page: visitors sign in here; officers are sent to where their work begins. */
import { Hono } from "hono";
import { demoAccounts } from "../../platform/demo/accounts.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv } from "../../platform/http/env.ts";
import { startPageOf } from "./start-page-of.ts";
import { type AccountGroup, StartPage } from "./pages.tsx";
import type { Pool } from "../../platform/database/pool.ts";

type StartDeps = { demo: boolean; isFilling: () => boolean; pool: Pool };

export const startRoutes = ({ demo, isFilling, pool }: StartDeps) =>
  new Hono<AppEnv>().get("/", allow("everyone"), async (c) => {
    if (c.var.signedIn) return c.redirect(startPageOf(c.var.signedIn.actor.role), 303);
    const groups = demo ? await accountGroups(pool) : undefined;
    return c.html(<StartPage groups={groups} isFilling={isFilling()} returnTo={c.req.query("weiter")} />);
  });

async function accountGroups(pool: Pool): Promise<AccountGroup[]> {
  const ids = [...new Set(demoAccounts.map(({ authority }) => authority))];
  const { rows } = await pool.query<{ id: string; name: string }>("select id, name from authority where id = any($1)", [
    ids,
  ]);
  return ids.map((id) => ({
    authority: rows.find((row) => row.id === id)?.name ?? id,
    accounts: demoAccounts.filter(({ authority }) => authority === id),
  }));
}
