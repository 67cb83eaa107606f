/** Pages of requests: the list of a side, one request, its steps. What a kind asks for has pages of its own. */
import { Hono } from "hono";
import { emptyForm, type FormState } from "../../kernel/form-state.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { readForm, withError } from "../../platform/http/form.ts";
import { keepsInput } from "../../platform/http/keeps-input.ts";
import { notFound } from "../../platform/http/problem.ts";
import { findAuthority } from "../authority/index.ts";
import { applyRequestEvent, type EventRefusal } from "./apply-event.ts";
import type { RequestEventType } from "./domain/request.ts";
import { versionedStep } from "./event-forms.ts";
import { openRequest } from "./open-request.ts";
import { RequestStepPage } from "./pages/step-page.tsx";
import { oneClickSteps } from "./possible-steps.ts";
import type { RequestTypes } from "./registered-type.ts";
import { downloadList, showList } from "./show-list.tsx";
import { showRequest } from "./show-request.tsx";
import { refusalText, stepLabels } from "./texts.ts";

export type RequestDeps = { requestTypes: RequestTypes; demo: boolean };

export const requestReaders = allow("caseworker", "supervisor", "districtPolice", "liaison");

export const requestRoutes = ({ requestTypes: types }: RequestDeps) =>
  new Hono<AppEnv>()
    .get("/ersuchen", requestReaders, (c) => showList(c, types))
    .get("/ersuchen/liste.csv", requestReaders, (c) => downloadList(c, types))
    .get("/ersuchen/:id", requestReaders, (c) => showRequest(c, types))
    .get("/ersuchen/:id/schritte/:type", requestReaders, (c) => showStep(c, types, emptyForm))
    .post("/ersuchen/:id/schritte/:type", requestReaders, keepsInput(again(types)), async (c) => {
      const { stored, party, type, step } = await openStep(c, types);
      const mediator = step === "mediationStarted" ? await type.mediatorOf(c.var.context, stored) : undefined;
      const form = await readForm(c, versionedStep(step, { actor: c.var.context.actor, party, type, mediator }));
      if (!form.ok) return showStep(c, types, form.form);
      const { version: seenVersion, ...input } = form.value;
      const result = await applyRequestEvent(c.var.context, types, { id: stored.id, seenVersion, ...input });
      if (result.ok) return c.redirect(`/ersuchen/${stored.id}`, 303);
      const text = refusalText(result.refusal, type);
      if (oneClickSteps.includes(step)) return showRequest(c, types, { error: text });
      return showStep(c, types, withError(form.form, fieldOf(result.refusal), text));
    });

/** Where the page shows a refusal: faults of an answer are named like their field. */
const fieldOf = (refusal: EventRefusal): string =>
  refusal.code === "missing" ? (refusal.missing[0] ?? "") : refusal.code === "dueInThePast" ? "dueOn" : "";

/** A step of the address; sending and amending have pages of their kind. */
async function openStep(c: Http, types: RequestTypes) {
  const opened = await openRequest(c, types, "Schritt eines Ersuchens");
  const step = c.req.param("type") ?? "";
  if (!Object.hasOwn(stepLabels, step) || Object.hasOwn(opened.type.ownSteps, step)) throw notFound();
  return { ...opened, step: step as RequestEventType };
}

/** The form of a step; one click has none. */
const again =
  (types: RequestTypes) =>
  async (c: Http, form: FormState): Promise<Response> => {
    const step = c.req.param("type") ?? "";
    if (!oneClickSteps.some((each) => each === step)) return showStep(c, types, form);
    return showRequest(c, types, { error: form.errors[""] ?? "" });
  };

async function showStep(c: Http, types: RequestTypes, form: FormState) {
  const { stored, party, type, step } = await openStep(c, types);
  const { context } = c.var;
  const mediator = step === "mediationStarted" ? await type.mediatorOf(context, stored) : undefined;
  const mediatorName = mediator && (await findAuthority(context, mediator))?.name;
  const asksForDecision = ["accepted", "acceptedWithConditions", "declined"].includes(step);
  return c.html(
    <RequestStepPage
      stored={stored}
      type={type}
      step={step}
      party={party}
      mediatorName={mediatorName}
      content={asksForDecision ? await type.showContent(context, stored) : undefined}
      form={form}
      frame={await c.var.frame("/ersuchen")}
    />,
    Object.keys(form.errors).length > 0 ? 422 : 200,
  );
}
