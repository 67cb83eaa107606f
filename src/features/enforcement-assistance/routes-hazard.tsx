/** Pages of the hazard assessment of a measure (Gefährdungsbewertung, Erlass 26.19.01-000009 Nr. 1). */
import { Hono } from "hono";
import { z } from "zod";
import { filledWith, emptyForm, type FormState } from "../../kernel/form-state.ts";
import { isId, newId } from "../../kernel/id.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { requiredDay, requiredText, version } from "../../platform/http/fields.ts";
import { readForm, withError } from "../../platform/http/form.ts";
import { keepsInput } from "../../platform/http/keeps-input.ts";
import { changedMeanwhile, notFound } from "../../platform/http/problem.ts";
import { isAfter } from "../../kernel/day.ts";
import { openOwnMeasure } from "../measure/index.ts";
import { answerNoFindings, finaliseAssessment, putStatement, takeStatementAway } from "./assess-hazard.ts";
import { type AssessmentGap, finalise, type HazardSource, statementsOf } from "./domain/hazard-assessment.ts";
import { statementGaps } from "./domain/hazard-statement.ts";
import { formatDay } from "../../ui/index.ts";
import { findAssessment } from "./hazard-queries.ts";
import { gapText, sourceOfSlug } from "./hazard-texts.ts";
import { NoFindingsPage, StatementPage } from "./pages/hazard-forms.tsx";
import { HazardPage } from "./pages/hazard-page.tsx";
import { formOf, gapFields, statementForm } from "./statement-form.ts";

const noFindingsForm = z.object({
  version: version(),
  answeredOn: requiredDay(),
  reference: requiredText("Geben Sie den Beleg an.", 500),
});
const removeForm = z.object({ version: version(), id: z.string().refine(isId) });
const versionForm = z.object({ version: version() });

const readers = allow("caseworker", "supervisor");
const writers = allow("caseworker");
const path = "/massnahmen/:id/gefaehrdung";

export const hazardRoutes = () =>
  new Hono<AppEnv>()
    .get(path, readers, (c) => showHazard(c, emptyForm))
    .post(`${path}/abschliessen`, writers, async (c) => {
      const measure = await openOwnMeasure(c, "Gefährdungsbewertung");
      const form = await readForm(c, versionForm);
      if (!form.ok) throw changedMeanwhile();
      const result = await finaliseAssessment(c.var.context, { measure, seenVersion: form.value.version });
      if (result.ok) return c.redirect(`/massnahmen/${measure.id}/gefaehrdung`, 303);
      return showHazard(c, { values: {}, errors: gapErrors(result.refusal) });
    })
    .get(`${path}/:source`, writers, (c) => showNoFindings(c, undefined))
    .post(`${path}/:source`, writers, keepsInput(showNoFindings), async (c) => {
      const measure = await openOwnMeasure(c, "Gefährdungsbewertung");
      const form = await readForm(c, noFindingsForm);
      if (!form.ok) return showNoFindings(c, form.form);
      const { version: seenVersion, answeredOn, reference } = form.value;
      if (isAfter(answeredOn, c.var.context.today))
        return showNoFindings(c, withError(form.form, "answeredOn", "Der Tag liegt in der Zukunft."));
      const answer = { answeredOn: answeredOn.toString(), reference };
      const result = await answerNoFindings(c.var.context, { measure, seenVersion }, sourceOf(c), answer);
      if (result.ok) return c.redirect(`/massnahmen/${measure.id}/gefaehrdung`, 303);
      const text = "Zu dieser Quelle gibt es Aussagen. Entfernen Sie diese zuerst.";
      return showNoFindings(c, withError(form.form, "", text));
    })
    .get(`${path}/:source/aussage`, writers, (c) => showStatement(c, undefined))
    .post(`${path}/:source/aussage`, writers, keepsInput(showStatement), async (c) => {
      const measure = await openOwnMeasure(c, "Gefährdungsbewertung");
      const form = await readForm(c, statementForm);
      if (!form.ok) return showStatement(c, form.form);
      const { context } = c.var;
      const { seenVersion, replaces, statement: stated } = form.value;
      const statement = { ...stated, author: context.actor.officerId };
      const gaps = statementGaps(statement, context.today).map((gap) => gapFields[gap]);
      if (gaps.length > 0)
        return showStatement(c, {
          values: form.form.values,
          errors: Object.fromEntries(gaps.map(({ field, message }) => [field, message])),
        });
      await putStatement(context, { measure, seenVersion }, sourceOf(c), { statement, replaces });
      return c.redirect(`/massnahmen/${measure.id}/gefaehrdung#${sourceOf(c)}`, 303);
    })
    .post(`${path}/:source/aussage/entfernen`, writers, async (c) => {
      const measure = await openOwnMeasure(c, "Gefährdungsbewertung");
      const form = await readForm(c, removeForm);
      if (!form.ok) throw changedMeanwhile();
      const seen = { measure, seenVersion: form.value.version };
      await takeStatementAway(c.var.context, seen, sourceOf(c), form.value.id);
      return c.redirect(`/massnahmen/${measure.id}/gefaehrdung#${sourceOf(c)}`, 303);
    });

function sourceOf(c: Http): HazardSource {
  const source = sourceOfSlug(c.req.param("source"));
  if (!source) throw notFound();
  return source;
}

const gapErrors = (gaps: readonly AssessmentGap[]): Record<string, string> =>
  Object.fromEntries(gaps.map((gap) => ["source" in gap ? gap.source : "", gapText(gap)]));

async function showHazard(c: Http, form: FormState) {
  const measure = await openOwnMeasure(c, "Gefährdungsbewertung");
  const { context } = c.var;
  const stored = await findAssessment(context, measure.id);
  const checked = finalise(stored.assessment, { reviewer: "-", on: context.today });
  const view = {
    measureId: measure.id,
    measureNumber: measure.number,
    stored,
    mayWrite: context.actor.role === "caseworker",
    gaps: checked.ok ? [] : checked.refusal,
  };
  const isRefused = Object.keys(form.errors).length > 0;
  return c.html(<HazardPage view={view} form={form} frame={await c.var.frame("/faelle")} />, isRefused ? 422 : 200);
}

/** Without a form: what the source answered before. */
async function showNoFindings(c: Http, sent: FormState | undefined) {
  const measure = await openOwnMeasure(c, "Gefährdungsbewertung");
  const { assessment, version: current } = await findAssessment(c.var.context, measure.id);
  const known = assessment.sources[sourceOf(c)];
  const values =
    known.result === "noFindings" ? { answeredOn: formatDay(known.answeredOn), reference: known.reference } : {};
  return c.html(
    <NoFindingsPage
      measureId={measure.id}
      source={sourceOf(c)}
      version={current}
      form={filledWith(sent, values)}
      frame={await c.var.frame("/faelle")}
    />,
    sent ? 422 : 200,
  );
}

/** Without a form: an empty one, or a stored statement of the address. */
async function showStatement(c: Http, sent: FormState | undefined) {
  const measure = await openOwnMeasure(c, "Gefährdungsbewertung");
  const { assessment, version: current } = await findAssessment(c.var.context, measure.id);
  const asked = c.req.query("aussage") ?? sent?.values["replaces"];
  const known = statementsOf(assessment).find(({ id }) => id === asked);
  return c.html(
    <StatementPage
      measureId={measure.id}
      source={sourceOf(c)}
      version={current}
      newId={newId()}
      replaces={known?.id}
      form={filledWith(sent, known ? formOf(known).values : {})}
      frame={await c.var.frame("/faelle")}
    />,
    sent ? 422 : 200,
  );
}
