/** What is noted beside the steps of a request: telephone contacts, stages of the kind, the result of a mediation. */
import { Hono } from "hono";
import { z } from "zod";
import { emptyForm, type FormState } from "../../kernel/form-state.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { optionalTime, requiredDay, requiredText, version } from "../../platform/http/fields.ts";
import { readForm, withError } from "../../platform/http/form.ts";
import { keepsInput } from "../../platform/http/keeps-input.ts";
import { allow } from "../../platform/http/access.ts";
import { instantInGermany } from "../../platform/http/german-time.ts";
import { notFound } from "../../platform/http/problem.ts";
import { noteMediationResult, noteTelephone } from "./notes.ts";
import { openRequest } from "./open-request.ts";
import { MediationPage } from "./pages/mediation-page.tsx";
import { reachRequestStage } from "./reach-stage.ts";
import type { RequestTypes } from "./registered-type.ts";
import { requestReaders } from "./routes.tsx";
import { showRequest } from "./show-request.tsx";
import { refusalText } from "./texts.ts";

const telephoneForm = z
  .object({
    on: requiredDay(),
    at: optionalTime(),
    with: requiredText("Geben Sie an, mit wem Sie gesprochen haben.", 200),
    text: requiredText("Geben Sie das Ergebnis an.", 2000, 3),
  })
  .superRefine(({ at }, ctx) => {
    if (!at) ctx.addIssue({ code: "custom", path: ["at"], message: "Geben Sie die Uhrzeit an, zum Beispiel 08:40." });
  });

const versionForm = z.object({ version: version() });
const mediationForm = z.object({
  version: version(),
  text: requiredText("Geben Sie das Ergebnis an.", 2000, 3),
});

export const requestNoteRoutes = ({ requestTypes: types }: { requestTypes: RequestTypes }) =>
  new Hono<AppEnv>()
    .post("/ersuchen/:id/telefonat", requestReaders, async (c) => {
      const { stored } = await openRequest(c, types, "Telefonvermerk");
      const form = await readForm(c, telephoneForm);
      if (!form.ok) return showRequest(c, types, { telephone: form.form });
      const { on, at = "00:00", with: other, text } = form.value;
      const happenedAt = instantInGermany(on, at);
      if (happenedAt > c.var.context.now)
        return showRequest(c, types, {
          telephone: withError(form.form, "on", "Das Telefonat liegt in der Zukunft. Bitte Tag und Uhrzeit prüfen."),
        });
      await noteTelephone(c.var.context, { id: stored.id, happenedAt, with: other, text });
      return c.redirect(`/ersuchen/${stored.id}#verlauf`, 303);
    })
    .post("/ersuchen/:id/zwischenstand/:stage", requestReaders, async (c) => {
      const { stored, type } = await openRequest(c, types, "Zwischenstand");
      const form = await readForm(c, versionForm);
      if (!form.ok) throw notFound();
      const input = { id: stored.id, seenVersion: form.value.version, stage: c.req.param("stage") };
      const result = await reachRequestStage(c.var.context, types, input);
      if (result.ok) return c.redirect(`/ersuchen/${stored.id}`, 303);
      return showRequest(c, types, { error: refusalText(result.refusal, type) });
    })
    .get("/ersuchen/:id/vermittlung", allow("liaison"), (c) => showMediation(c, types, emptyForm))
    .post(
      "/ersuchen/:id/vermittlung",
      allow("liaison"),
      keepsInput((c, form) => showMediation(c, types, form)),
      async (c) => {
        const { stored } = await openRequest(c, types, "Ergebnis der Vermittlung");
        const form = await readForm(c, mediationForm);
        if (!form.ok) return showMediation(c, types, form.form);
        const { version: seenVersion, text } = form.value;
        await noteMediationResult(c.var.context, { id: stored.id, seenVersion, text });
        return c.redirect(`/ersuchen/${stored.id}`, 303);
      },
    );

async function showMediation(c: Http, types: RequestTypes, form: FormState) {
  const { stored, party } = await openRequest(c, types, "Ergebnis der Vermittlung");
  if (party !== "mediator") throw notFound();
  return c.html(
    <MediationPage stored={stored} form={form} frame={await c.var.frame("/ersuchen")} />,
    Object.keys(form.errors).length > 0 ? 422 : 200,
  );
}
