/** The page on which an official refrains from a new attempt, with reasons. */
import { Hono } from "hono";
import { z } from "zod";
import { emptyForm, type FormState } from "../../kernel/form-state.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { requiredText, version } from "../../platform/http/fields.ts";
import { readForm } from "../../platform/http/form.ts";
import { keepsInput } from "../../platform/http/keeps-input.ts";
import { notFound } from "../../platform/http/problem.ts";
import { openOwnCase } from "../case/index.ts";
import { RefrainPage } from "./pages/refrain-page.tsx";
import { openDuties } from "./queries.ts";
import { refrainFromAttempt } from "./refrain.ts";

const refrainForm = z.object({ reason: requiredText("Geben Sie die Gründe an.", 2000, 3), version: version() });

export const dutyRoutes = () =>
  new Hono<AppEnv>()
    .get("/faelle/:id/absehen/:duty", allow("caseworker", "supervisor"), (c) => show(c, emptyForm))
    .post("/faelle/:id/absehen/:duty", allow("caseworker", "supervisor"), keepsInput(show), async (c) => {
      const form = await readForm(c, refrainForm);
      if (!form.ok) return show(c, form.form);
      const file = await openOwnCase(c, "Von erneutem Versuch absehen");
      const { reason, version: seenVersion } = form.value;
      const input = { dutyId: c.req.param("duty"), caseId: file.id, seenVersion, reason };
      const result = await refrainFromAttempt(c.var.context, input);
      if (!result.ok) return show(c, { values: form.form.values, errors: { reason: "Geben Sie die Gründe an." } });
      return c.redirect(`/faelle/${file.id}`, 303);
    });

async function show(c: Http, form: FormState) {
  const file = await openOwnCase(c, "Von erneutem Versuch absehen");
  const duty = (await openDuties(c.var.context, file.id)).find(({ id }) => id === c.req.param("duty"));
  if (!duty) throw notFound();
  const page = <RefrainPage caseId={file.id} duty={duty} form={form} frame={await c.var.frame("/faelle")} />;
  return c.html(page, Object.keys(form.errors).length > 0 ? 422 : 200);
}
