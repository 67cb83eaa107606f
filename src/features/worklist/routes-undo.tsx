/** „Rückgängig“ (u): a page that says what is taken back, and a button. A key leads here, and changes nothing by itself. */
import { Hono } from "hono";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv } from "../../platform/http/env.ts";
import { undoable, undoLastAct } from "./last-act.ts";
import { UndoPage } from "./pages/undo-page.tsx";
import { doneHref } from "./selection.ts";

const officials = allow("caseworker", "supervisor");
const path = "/arbeitsvorrat/rueckgaengig";

export const undoRoutes = () =>
  new Hono<AppEnv>()
    .get(path, officials, async (c) => {
      const { context } = c.var;
      const found = await undoable(context, context.actor.officerId, context.now);
      return c.html(<UndoPage found={found} action={path} frame={await c.var.frame("/arbeitsvorrat")} />);
    })
    .post(path, officials, async (c) => {
      const undone = await undoLastAct(c.var.context);
      return c.redirect(undone.ok ? doneHref("/arbeitsvorrat", "rueckgaengig", undone.value) : path, 303);
    });
