/** Pages of a measure: open, show, step. Answers to gates and the plan have routes of their own. */
import { Hono } from "hono";
import type { Child } from "hono/jsx";
import { z } from "zod";
import { emptyForm, type FormState } from "../../kernel/form-state.ts";
import { isId, newId } from "../../kernel/id.ts";
import type { Context } from "../../platform/context.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { choice, requiredText, version } from "../../platform/http/fields.ts";
import { readForm, withError } from "../../platform/http/form.ts";
import { keepsInput } from "../../platform/http/keeps-input.ts";
import { notFound } from "../../platform/http/problem.ts";
import { findState, listStates } from "../authority/index.ts";
import { familyOf, findCase, openOwnCase } from "../case/index.ts";
import { requestsOfMeasure } from "../request/index.ts";
import { applyMeasureEvent } from "./apply-event.ts";
import { eventForms, type EventType, isStatedType } from "./event-forms.ts";
import { evaluateMeasure } from "./gate-evaluation.ts";
import { measureKinds, openMeasure } from "./open-measure.ts";
import { openOwnMeasure } from "./open-measure-page.ts";
import { OpenMeasurePage, StepPage } from "./pages/forms.tsx";
import { MeasurePage, type MeasureView } from "./pages/measure-page.tsx";
import { casesOf, findPlan, listAnswers, listApprovals, type StoredMeasure } from "./queries.ts";
import { openRefusalText, refusalText, refusedFields } from "./texts.ts";

/** How other features take part in the page of a measure (requests, stop). */
export type MeasurePanel = (context: Context, stored: StoredMeasure) => Promise<Child>;

const openForm = z.object({
  id: z.string().refine(isId, "Bitte die Seite neu laden."),
  kind: choice(
    Object.keys(measureKinds) as [keyof typeof measureKinds, ...(keyof typeof measureKinds)[]],
    "Wählen Sie die Art.",
  ),
  targetState: requiredText("Wählen Sie den Zielstaat.", 2),
  companions: z.preprocess((raw) => (raw === undefined ? [] : [raw].flat()), z.array(z.string().refine(isId))),
});

export const measureRoutes = ({ measurePanels }: { measurePanels: readonly MeasurePanel[] }) =>
  new Hono<AppEnv>()
    .get("/faelle/:id/massnahmen/neu", allow("caseworker"), (c) => showOpenForm(c, emptyForm))
    .post("/faelle/:id/massnahmen", allow("caseworker"), async (c) => {
      const form = await readForm(c, openForm);
      if (!form.ok) return showOpenForm(c, form.form);
      const { id, kind, targetState, companions } = form.value;
      if (!(await findState(c.var.context, targetState)))
        return showOpenForm(c, withError(form.form, "targetState", "Diesen Staat gibt es nicht in der Liste."));
      const file = await openOwnCase(c, "Maßnahme anlegen");
      const family = await familyOf(c.var.context, file);
      const known = companions.filter((companion) => family.some((member) => member.caseId === companion));
      const result = await openMeasure(c.var.context, { id, caseId: file.id, kind, targetState, companions: known });
      if (result.ok) return c.redirect(`/massnahmen/${result.value}`, 303);
      return showOpenForm(c, withError(form.form, "", openRefusalText(result.refusal)));
    })
    .get("/massnahmen/:id", allow("caseworker", "supervisor"), (c) => showMeasure(c, measurePanels))
    .get("/massnahmen/:id/schritte/:type", allow("caseworker", "supervisor"), (c) => showStep(c, emptyForm))
    .post("/massnahmen/:id/schritte/:type", allow("caseworker", "supervisor"), keepsInput(showStep), async (c) => {
      const { id, type } = c.req.param();
      if (!isStatedType(type)) throw notFound();
      await openOwnMeasure(c, "Schritt einer Maßnahme");
      const form = await readForm(c, z.intersection(z.object({ version: version() }), eventForms[type]));
      if (!form.ok) return showStep(c, form.form);
      const { version: seen, ...stated } = form.value;
      const result = await applyMeasureEvent(c.var.context, id, seen, stated);
      if (result.ok) return c.redirect(`/massnahmen/${id}`, 303);
      const text = refusalText(result.refusal);
      // A step without fields is refused where its gates stand; what was typed stays in its form.
      const isTyped = Object.keys(form.form.values).some((name) => name !== "version");
      if (!isTyped) return showMeasure(c, measurePanels, text);
      return showStep(c, withError(form.form, refusedFields[result.refusal.code] ?? "", text));
    });

async function showOpenForm(c: Http, form: FormState) {
  const file = await openOwnCase(c, "Maßnahme anlegen");
  const sent = form.values["id"];
  const states = await listStates(c.var.context);
  const family = await familyOf(c.var.context, file);
  return c.html(
    <OpenMeasurePage
      caseId={file.id}
      newId={typeof sent === "string" && !form.errors["id"] ? sent : newId()}
      states={states}
      family={family}
      form={form}
      frame={await c.var.frame("/faelle")}
    />,
    Object.keys(form.errors).length > 0 ? 422 : 200,
  );
}

async function viewOf(c: Http, stored: StoredMeasure): Promise<MeasureView> {
  const { context } = c.var;
  return {
    stored,
    fileNumber: (await findCase(context, stored.caseId))?.fileNumber ?? "",
    plan: await findPlan(context, stored.id),
    evaluated: await evaluateMeasure(context, stored, context.today),
    answers: await listAnswers(context, stored.id),
    approvals: await listApprovals(context, stored),
    persons: (await casesOf(context, stored.id)).length,
    targetStateName: (await findState(context, stored.targetState))?.name ?? stored.targetState,
    mayAct: ["caseworker", "supervisor"].includes(context.actor.role),
    mayApprove: context.actor.role === "supervisor",
  };
}

async function showMeasure(c: Http, measurePanels: readonly MeasurePanel[], error?: string) {
  const stored = await openOwnMeasure(c, "Maßnahme");
  const panels: Child[] = [];
  for (const panel of measurePanels) panels.push(await panel(c.var.context, stored));
  const frame = await c.var.frame("/faelle");
  return c.html(
    <MeasurePage view={await viewOf(c, stored)} frame={frame} error={error} panels={panels} />,
    error ? 422 : 200,
  );
}

/** Numbers of the requests of this measure that the other side has accepted. */
const acceptedRequests = async (context: Context, id: string): Promise<string[]> =>
  (await requestsOfMeasure(context, id))
    .filter(({ state }) => state.status === "accepted" || (state.status === "acceptedWithConditions" && state.agreed))
    .map(({ number }) => number)
    .toSorted();

async function showStep(c: Http, form: FormState) {
  const stored = await openOwnMeasure(c, "Schritt einer Maßnahme");
  const type = c.req.param("type") ?? "";
  if (!isStatedType(type)) throw notFound();
  const step: EventType = type;
  return c.html(
    <StepPage
      view={await viewOf(c, stored)}
      type={step}
      accepted={step === "supportArranged" ? await acceptedRequests(c.var.context, stored.id) : []}
      form={form}
      frame={await c.var.frame("/faelle")}
    />,
    Object.keys(form.errors).length > 0 ? 422 : 200,
  );
}
