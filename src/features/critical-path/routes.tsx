/** The critical path of a measure, for officials of its owner, and the lead times that it counts with. */
import { Hono } from "hono";
import { z } from "zod";
import { emptyForm, type FormState } from "../../kernel/form-state.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { choice, requiredText, version } from "../../platform/http/fields.ts";
import { readForm } from "../../platform/http/form.ts";
import { keepsInput } from "../../platform/http/keeps-input.ts";
import { notFound } from "../../platform/http/problem.ts";
import { findCase } from "../case/index.ts";
import { openOwnMeasure } from "../measure/index.ts";
import type { RequestTypes } from "../request/index.ts";
import { measurePath } from "./collect.ts";
import { LeadTimePage, LeadTimesPage } from "./pages/lead-time-pages.tsx";
import { PathPage } from "./pages/path-page.tsx";
import { listLeadTimes } from "./queries.ts";
import { setLeadTime } from "./set-lead-time.ts";
import { stepKinds } from "./steps.ts";

const officials = allow("caseworker", "supervisor");

const leadTimeForm = z.object({
  version: version(),
  tage: z
    .string()
    .trim()
    .optional()
    .transform((text, ctx) => {
      if (!text) return undefined;
      if (/^\d{1,3}$/.test(text) && Number(text) <= 400) return Number(text);
      ctx.addIssue("Geben Sie ganze Tage zwischen 0 und 400 an.");
      return z.NEVER;
    }),
  einheit: choice(["workingDays", "calendarDays"], "Wählen Sie Arbeitstage oder Kalendertage."),
  quelle: requiredText("Geben Sie an, woher die Zahl kommt.", 500, 3),
});

type PathDeps = { requestTypes: RequestTypes };

export const pathRoutes = ({ requestTypes }: PathDeps) =>
  new Hono<AppEnv>()
    .get("/massnahmen/:id/kritischer-pfad", officials, async (c) => {
      const stored = await openOwnMeasure(c, "Kritischer Pfad");
      const { context } = c.var;
      return c.html(
        <PathPage
          stored={stored}
          fileNumber={(await findCase(context, stored.caseId))?.fileNumber ?? ""}
          measurePath={await measurePath(context, stored, requestTypes)}
          today={context.today}
          now={context.now}
          frame={await c.var.frame("/faelle")}
        />,
      );
    })
    .get("/vorlaufzeiten", officials, async (c) => {
      const { context } = c.var;
      const set = await listLeadTimes(context, context.actor);
      const lines = stepKinds(requestTypes).map((kind) => ({ ...kind, set: set.find(({ step }) => step === kind.id) }));
      const mayChange = context.actor.role === "supervisor";
      return c.html(<LeadTimesPage lines={lines} mayChange={mayChange} frame={await c.var.frame("/fristen")} />);
    })
    .get("/vorlaufzeiten/:step", allow("supervisor"), (c) => showForm(c, requestTypes, emptyForm))
    .post(
      "/vorlaufzeiten/:step",
      allow("supervisor"),
      keepsInput((c, form) => showForm(c, requestTypes, form)),
      async (c) => {
        const { id: step } = kindOf(c, requestTypes);
        const form = await readForm(c, leadTimeForm);
        if (!form.ok) return showForm(c, requestTypes, form.form);
        const { tage: days, einheit: unit, quelle: source, version: seen } = form.value;
        await setLeadTime(c.var.context, { step, days, unit, source, version: seen });
        return c.redirect("/vorlaufzeiten", 303);
      },
    );

function kindOf(c: Http, types: RequestTypes) {
  const found = stepKinds(types).find(({ id }) => id === c.req.param("step"));
  if (!found) throw notFound();
  return found;
}

async function showForm(c: Http, types: RequestTypes, form: FormState) {
  const kind = kindOf(c, types);
  const set = (await listLeadTimes(c.var.context, c.var.context.actor)).find(({ step }) => step === kind.id);
  return c.html(
    <LeadTimePage kind={kind} set={set} form={form} frame={await c.var.frame("/fristen")} />,
    Object.keys(form.errors).length > 0 ? 422 : 200,
  );
}
