/** Routes of the stop: open to everyone who may hold the person, at any hour. */
import { Hono } from "hono";
import { z } from "zod";
import { dayInGermany } from "../../kernel/day.ts";
import { emptyForm, type FormState } from "../../kernel/form-state.ts";
import { isId, newId } from "../../kernel/id.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import {
  choice,
  optionalChoice,
  optionalText,
  optionalTime,
  requiredDay,
  requiredText,
} from "../../platform/http/fields.ts";
import { readForm, withError } from "../../platform/http/form.ts";
import { instantInGermany } from "../../platform/http/german-time.ts";
import { HttpProblem, notFound } from "../../platform/http/problem.ts";
import { formatDay, formatTime, StopBands } from "../../ui/index.ts";
import { openOwnCase } from "../case/index.ts";
import { type FailureCause, failureCauses, hasEnded, measuresWith } from "../measure/index.ts";
import { confirmByTelephone, confirmOnScreen, markSeen, stopBands } from "./acknowledge.ts";
import { issueStop } from "./issue-stop.ts";
import { measureNumber } from "./measure-number.ts";
import { IssueStopPage, StopListPage, StopPage } from "./pages/stop-pages.tsx";
import { findStop, listStops, type StoredStop } from "./queries.ts";
import { stoppers } from "./stoppers.ts";

const stopForm = z.object({
  id: z.string().refine(isId, "Bitte die Seite neu laden."),
  reason: choice(["court", "medical", "prosecutor", "authority"], "Wählen Sie, wer den Stopp veranlasst hat."),
  source: requiredText("Geben Sie an, wer den Stopp wie mitgeteilt hat.", 2000, 3),
  cause: optionalChoice(failureCauses as [FailureCause, ...FailureCause[]]),
  on: requiredDay(),
  at: optionalTime().refine((time) => time !== undefined, "Geben Sie die Uhrzeit an, zum Beispiel 06:40."),
});

const telephoneForm = z.object({
  authority: requiredText("Wählen Sie die Stelle.", 40),
  reached: requiredText("Geben Sie an, wen Sie erreicht haben.", 200, 2),
  note: optionalText(800),
});

const perPage = 50;

export const stopRoutes = () =>
  new Hono<AppEnv>()
    .get("/faelle/:id/stopp", allow("caseworker", "supervisor"), async (c) => {
      const file = await openOwnCase(c, "Stopp");
      // Also the measure in which the person is a companion of another case: the one under way goes first.
      const measures = await measuresWith(c.var.context, [file.id]);
      const target = measures.find(({ measure }) => !hasEnded(measure)) ?? measures[0];
      return c.redirect(target ? `/massnahmen/${target.id}/stopp` : `/faelle/${file.id}`, 303);
    })
    .get("/massnahmen/:id/stopp", allow(...stoppers), (c) => showIssue(c, nowForm(c)))
    .post("/massnahmen/:id/stopp", allow(...stoppers), async (c) => {
      const form = await readForm(c, stopForm);
      if (!form.ok) return showIssue(c, form.form);
      const { id, reason, source, cause, on, at } = form.value;
      const happenedAt = instantInGermany(on, at ?? "00:00");
      if (happenedAt > c.var.context.now)
        return showIssue(c, withError(form.form, "at", "Dieser Zeitpunkt liegt in der Zukunft."));
      const measureId = c.req.param("id");
      const issued = await issueStop(c.var.context, { id, measureId, reason, source, cause, happenedAt });
      return c.redirect(`/stopp/${issued.ok ? issued.value : id}`, 303);
    })
    .get("/stopp", allow(...stoppers), async (c) => {
      const page = Math.max(1, Number(c.req.query("seite")) || 1);
      const found = await listStops(c.var.context, c.var.context.actor.authorityId, perPage + 1, (page - 1) * perPage);
      const pages = found.length > perPage ? page + 1 : page;
      return c.html(
        <StopListPage stops={found.slice(0, perPage)} page={page} pages={pages} frame={await c.var.frame("/stopp")} />,
      );
    })
    // The bands alone: every open page of an authority asks for them in the same moment, and whole pages would take seconds.
    .get("/stopp/baender", allow("signedIn"), async (c) => c.html(<StopBands bands={await stopBands(c.var.context)} />))
    .get("/stopp/:id", allow(...stoppers), async (c) => {
      await openStop(c);
      await markSeen(c.var.context, c.req.param("id"));
      return showStop(c, emptyForm);
    })
    .post("/stopp/:id/bestaetigen", allow(...stoppers), async (c) => {
      const stop = await openStop(c);
      await confirmOnScreen(c.var.context, stop.id);
      return c.redirect(`/stopp/${stop.id}`, 303);
    })
    .post("/stopp/:id/telefon", allow("caseworker", "supervisor"), async (c) => {
      const stop = await openStop(c);
      const form = await readForm(c, telephoneForm);
      if (!form.ok) return showStop(c, form.form);
      const { authority, reached, note } = form.value;
      const recipient = stop.recipients.find(({ authorityId }) => authorityId === authority);
      if (!recipient) return showStop(c, withError(form.form, "authority", "Wählen Sie die Stelle."));
      const saved = await confirmByTelephone(c.var.context, stop.id, { authorityId: authority, reached, note });
      if (!saved && recipient.confirmedBy !== reached) throw alreadyConfirmed();
      return c.redirect(`/stopp/${stop.id}`, 303);
    });

const alreadyConfirmed = (): HttpProblem =>
  new HttpProblem(
    409,
    "schon bestätigt",
    "Diese Stelle hat den Stopp inzwischen bestätigt. Ihr Vermerk wurde nicht gespeichert.",
  );

const nowForm = (c: Http): FormState => {
  const { now } = c.var.context;
  return { values: { on: formatDay(dayInGermany(now)), at: formatTime(now) }, errors: {} };
};

async function showIssue(c: Http, form: FormState) {
  const measureId = c.req.param("id") ?? "";
  const number = isId(measureId) ? await measureNumber(c.var.context, measureId) : undefined;
  if (!number) throw notFound();
  const sent = form.values["id"];
  const id = typeof sent === "string" && !form.errors["id"] ? sent : newId();
  const page = (
    <IssueStopPage
      measureId={measureId}
      number={number}
      newId={id}
      back="/"
      form={form}
      frame={await c.var.frame("")}
    />
  );
  return c.html(page, Object.keys(form.errors).length > 0 ? 422 : 200);
}

async function openStop(c: Http): Promise<StoredStop> {
  const id = c.req.param("id") ?? "";
  const stop = isId(id) ? await findStop(c.var.context, id) : undefined;
  if (!stop) throw notFound();
  c.var.context.noteAccess({ what: "Stopp", purpose: "Stopp-Signal", caseId: stop.caseId, ownerId: stop.ownerId });
  return stop;
}

async function showStop(c: Http, form: FormState) {
  const stop = await openStop(c);
  const { authorityId } = c.var.context.actor;
  return c.html(
    <StopPage
      stop={stop}
      authorityId={authorityId}
      form={form}
      mayNoteTelephone={stop.ownerId === authorityId}
      frame={await c.var.frame("/stopp")}
    />,
    Object.keys(form.errors).length > 0 ? 422 : 200,
  );
}
