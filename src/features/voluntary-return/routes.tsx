/** Voluntary return of a case over HTTP: overview, and one form a step. */
import { Hono } from "hono";
import { z } from "zod";
import { emptyForm, type FormState } from "../../kernel/form-state.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { version } from "../../platform/http/fields.ts";
import { readForm, withError } from "../../platform/http/form.ts";
import { keepsInput } from "../../platform/http/keeps-input.ts";
import { notFound } from "../../platform/http/problem.ts";
import { findOffer, openOwnCase, type VoluntaryReturnEventType } from "../case/index.ts";
import { ReturnPage, StepPage } from "./pages.tsx";
import { isStep, type StatedStep, stepForms } from "./step-forms.ts";
import { takeStep } from "./take-step.ts";

const stepOfAddress = (c: Http): VoluntaryReturnEventType => {
  const step = c.req.param("step") ?? "";
  if (!isStep(step)) throw notFound();
  return step;
};

export const voluntaryReturnRoutes = () =>
  new Hono<AppEnv>()
    .get("/faelle/:id/ausreise", allow("caseworker", "supervisor"), async (c) => {
      const file = await openOwnCase(c, "Freiwillige Ausreise");
      const stored = await findOffer(c.var.context, file.id);
      const mayAct = c.var.context.actor.role === "caseworker";
      const frame = await c.var.frame("/faelle");
      return c.html(<ReturnPage file={file} offer={stored?.offer} mayAct={mayAct} frame={frame} />);
    })
    .get("/faelle/:id/ausreise/:step", allow("caseworker"), (c) => showStep(c, stepOfAddress(c), emptyForm))
    .post(
      "/faelle/:id/ausreise/:step",
      allow("caseworker"),
      keepsInput((c, form) => showStep(c, stepOfAddress(c), form)),
      async (c) => {
        const type = stepOfAddress(c);
        const file = await openOwnCase(c, "Freiwillige Ausreise");
        const form = await readForm(c, z.intersection(z.object({ version: version() }), stepForms[type]));
        if (!form.ok) return showStep(c, type, form.form);
        const { version: seenVersion, ...fields } = form.value;
        // The schema was taken by the same type, so its output belongs to it.
        const step = { type, ...fields } as StatedStep;
        const result = await takeStep(c.var.context, file.id, { seenVersion, step });
        if (result.ok) return c.redirect(`/faelle/${file.id}/ausreise`, 303);
        return showStep(c, type, withError(form.form, result.refusal.field, result.refusal.message));
      },
    );

async function showStep(c: Http, step: VoluntaryReturnEventType, form: FormState) {
  const file = await openOwnCase(c, "Freiwillige Ausreise");
  const frame = await c.var.frame("/faelle");
  return c.html(
    <StepPage file={file} step={step} form={form} frame={frame} />,
    Object.keys(form.errors).length > 0 ? 422 : 200,
  );
}
