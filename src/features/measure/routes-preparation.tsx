/** Answering a legal gate and planning time and place of a measure. */
import { Hono } from "hono";
import { z } from "zod";
import { dayInGermany } from "../../kernel/day.ts";
import { filledWith, emptyForm, type FormState } from "../../kernel/form-state.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import {
  checkbox,
  choice,
  optionalDay,
  optionalText,
  optionalTime,
  requiredText,
  version,
} from "../../platform/http/fields.ts";
import { readForm, withError } from "../../platform/http/form.ts";
import { keepsInput } from "../../platform/http/keeps-input.ts";
import { instantInGermany } from "../../platform/http/german-time.ts";
import { notFound } from "../../platform/http/problem.ts";
import { formatDay, formatTime } from "../../ui/index.ts";
import { chosenMunicipality, findMunicipality } from "../authority/index.ts";
import { answerGate } from "./answer-gate.ts";
import { gateById, isGateId } from "./domain/gates.ts";
import { openOwnMeasure } from "./open-measure-page.ts";
import { GatePage, PlanPage } from "./pages/forms.tsx";
import { planMeasure } from "./plan-measure.ts";
import { findPlan } from "./queries.ts";
import { answerRefusalFields, answerRefusalTexts, planRefusalTexts } from "./texts.ts";

const answerForm = z.object({
  answer: choice(["yes", "no", "open", "notApplicable"], "Wählen Sie eine Antwort."),
  reason: requiredText("Geben Sie eine Begründung an.", 2000, 3),
  evidence: optionalText(500),
  expiresOn: optionalDay(),
});

const planForm = z
  .object({
    startsOn: optionalDay(),
    startsAt: optionalTime(),
    arrivesOn: optionalDay(),
    arrivesAt: optionalTime(),
    place: optionalText(300),
    ags: optionalText(8),
    "ags-text": optionalText(100),
    dwelling: checkbox(),
    note: optionalText(2000),
    version: version(),
  })
  .superRefine((form, ctx) => {
    for (const [dayField, timeField] of [
      ["startsOn", "startsAt"],
      ["arrivesOn", "arrivesAt"],
    ] as const)
      if ((form[dayField] === undefined) !== (form[timeField] === undefined))
        ctx.addIssue({
          code: "custom",
          path: [form[dayField] ? timeField : dayField],
          message: "Tag und Uhrzeit gehören zusammen.",
        });
  });

export const preparationRoutes = () =>
  new Hono<AppEnv>()
    .get("/massnahmen/:id/pruefpunkte/:gate", allow("caseworker", "supervisor"), (c) => showGate(c, emptyForm))
    .post("/massnahmen/:id/pruefpunkte/:gate", allow("caseworker", "supervisor"), async (c) => {
      const { id, gate } = c.req.param();
      if (!isGateId(gate)) throw notFound();
      const form = await readForm(c, answerForm);
      if (!form.ok) return showGate(c, form.form);
      await openOwnMeasure(c, "Prüfpunkt");
      const result = await answerGate(c.var.context, id, { gate, ...form.value });
      if (result.ok) return c.redirect(`/massnahmen/${id}#${gate}`, 303);
      const field = answerRefusalFields[result.refusal] ?? "";
      return showGate(c, withError(form.form, field, answerRefusalTexts[result.refusal]));
    })
    .get("/massnahmen/:id/planung", allow("caseworker", "supervisor"), (c) => showPlan(c, undefined))
    .post("/massnahmen/:id/planung", allow("caseworker", "supervisor"), keepsInput(showPlan), async (c) => {
      const form = await readForm(c, planForm);
      if (!form.ok) return showPlan(c, form.form);
      const {
        startsOn,
        startsAt,
        arrivesOn,
        arrivesAt,
        ags,
        "ags-text": text,
        version: seenVersion,
        ...rest
      } = form.value;
      const municipality = await chosenMunicipality(c.var.context, { ags, text });
      if (!municipality.ok) return showPlan(c, withError(form.form, "ags", municipality.refusal));
      const stored = await openOwnMeasure(c, "Planung");
      const result = await planMeasure(c.var.context, stored.id, {
        ...rest,
        ags: municipality.value?.ags,
        seenVersion,
        startsAt: startsOn && startsAt ? instantInGermany(startsOn, startsAt) : undefined,
        arrivesAt: arrivesOn && arrivesAt ? instantInGermany(arrivesOn, arrivesAt) : undefined,
      });
      if (result.ok) return c.redirect(`/massnahmen/${stored.id}`, 303);
      const { field, message } = planRefusalTexts[result.refusal];
      return showPlan(c, withError(form.form, field, message));
    });

async function showGate(c: Http, form: FormState) {
  const gate = c.req.param("gate") ?? "";
  if (!isGateId(gate)) throw notFound();
  const stored = await openOwnMeasure(c, "Prüfpunkt");
  const definition = gateById(gate);
  if (definition.kind === "derived") throw notFound();
  const page = <GatePage measureId={stored.id} gate={definition} form={form} frame={await c.var.frame("/faelle")} />;
  return c.html(page, Object.keys(form.errors).length > 0 ? 422 : 200);
}

async function showPlan(c: Http, form: FormState | undefined) {
  const stored = await openOwnMeasure(c, "Planung");
  const plan = await findPlan(c.var.context, stored.id);
  const municipality = plan?.ags ? await findMunicipality(c.var.context, plan.ags) : undefined;
  const values = { ...storedValues(plan), "ags-text": municipality?.name ?? "" };
  return c.html(
    <PlanPage
      measureId={stored.id}
      planVersion={plan?.version ?? 1}
      municipality={municipality && { value: municipality.ags, label: municipality.name }}
      form={filledWith(form, values)}
      frame={await c.var.frame("/faelle")}
    />,
    form ? 422 : 200,
  );
}

type StoredPlan = Awaited<ReturnType<typeof findPlan>>;

const storedValues = (plan: StoredPlan): FormState["values"] => ({
  startsOn: plan?.startsAt ? formatDay(dayInGermany(plan.startsAt)) : "",
  startsAt: plan?.startsAt ? formatTime(plan.startsAt) : "",
  arrivesOn: plan?.arrivesAt ? formatDay(dayInGermany(plan.arrivesAt)) : "",
  arrivesAt: plan?.arrivesAt ? formatTime(plan.arrivesAt) : "",
  place: plan?.place ?? "",
  ags: plan?.ags ?? "",
  dwelling: plan?.dwelling ? "on" : "",
  note: plan?.note ?? "",
});
