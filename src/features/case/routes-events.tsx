/** Recording and correcting legal events of a case: first choose the kind, then fill in its fields. */
import { Hono } from "hono";
import { z } from "zod";
import { emptyForm, type FormState } from "../../kernel/form-state.ts";
import { isId } from "../../kernel/id.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { version } from "../../platform/http/fields.ts";
import { readForm } from "../../platform/http/form.ts";
import { keepsInput } from "../../platform/http/keeps-input.ts";
import { notFound } from "../../platform/http/problem.ts";
import { acknowledgeChange, listChanges } from "../deadline/index.ts";
import { fieldsOf, isLegalEventType, type LegalEventType } from "./domain/legal-event.ts";
import { openOwnCase } from "./open-case-page.ts";
import { EventKindPage, EventPage } from "./pages/event-page.tsx";
import { RecordedEventPage } from "./pages/recorded-event-page.tsx";
import { findStanding, listEvents } from "./queries.ts";
import { recordEvent } from "./record-event.ts";

const eventForm = z.looseObject({ version: version() });

export const eventRoutes = () =>
  new Hono<AppEnv>()
    .get("/faelle/:id/ereignisse/neu", allow("caseworker"), async (c) => {
      const type = c.req.query("art");
      const file = await openOwnCase(c, "Rechtsereignis erfassen");
      if (type && isLegalEventType(type)) return showForm(c, type, startOf(c));
      const isNew = c.req.query("neu") === "1";
      return c.html(<EventKindPage file={file} isNew={isNew} frame={await c.var.frame("/faelle")} />);
    })
    .get("/faelle/:id/ereignisse/:eventId", allow("caseworker", "supervisor"), async (c) => {
      const { context } = c.var;
      const file = await openOwnCase(c, "Rechtsereignis");
      const events = await listEvents(context, file.id);
      const event = events.find(({ id }) => id === c.req.param("eventId"));
      if (!event) throw notFound();
      const changes = await listChanges(context, { caseId: file.id, eventId: event.id });
      const standing = await findStanding(context, file.id);
      const isNew = c.req.query("neu") === "1";
      const shown = { file, event, events, changes, state: standing?.state, isNew };
      const mayCorrect = context.actor.role === "caseworker";
      return c.html(<RecordedEventPage {...shown} mayCorrect={mayCorrect} frame={await c.var.frame("/faelle")} />);
    })
    .post("/faelle/:id/fristaenderungen/:changeId/gesehen", allow("caseworker", "supervisor"), async (c) => {
      const { id: caseId, ownerId } = await openOwnCase(c, "Geänderte Frist");
      const changeId = c.req.param("changeId");
      if (!isId(changeId)) throw notFound();
      await c.var.context.change((change) => acknowledgeChange(change, { caseId, ownerId }, changeId));
      return c.redirect(`/faelle/${caseId}/ansicht/fristen`, 303);
    })
    .post("/faelle/:id/ereignisse/:type", allow("caseworker"), keepsInput(showAgain), async (c) => {
      const { id, type } = c.req.param();
      if (!isLegalEventType(type)) throw notFound();
      await openOwnCase(c, "Rechtsereignis erfassen");
      const form = await readForm(c, eventForm);
      if (!form.ok) return showForm(c, type, form.form);
      const { version, ...fields } = form.value;
      const result = await recordEvent(c.var.context, id, { type, fields, seenVersion: version });
      if (result.ok) {
        const { eventId, changes } = result.value;
        return c.redirect(changes.length > 0 ? `/faelle/${id}/ereignisse/${eventId}?neu=1` : `/faelle/${id}`, 303);
      }
      const errors = Object.fromEntries(result.refusal.map(({ field, message }) => [field, message]));
      return showForm(c, type, { values: form.form.values, errors });
    });

/** A link may name the entry that is meant, for example the one to be corrected. */
function startOf(c: Http): FormState {
  const { eintrag } = c.req.query();
  return eintrag && isId(eintrag) ? { values: { corrects: eintrag, of: eintrag }, errors: {} } : emptyForm;
}

/** The form of the address. */
function showAgain(c: Http, form: FormState): Promise<Response> {
  const type = c.req.param("type") ?? "";
  if (!isLegalEventType(type)) throw notFound();
  return showForm(c, type, form);
}

async function showForm(c: Http, type: LegalEventType, form: FormState) {
  const file = await openOwnCase(c, "Rechtsereignis erfassen");
  const pointsToOthers = fieldsOf(type).some(({ kind }) => kind === "event");
  const events = pointsToOthers ? await listEvents(c.var.context, file.id) : [];
  const page = <EventPage file={file} type={type} events={events} form={form} frame={await c.var.frame("/faelle")} />;
  return c.html(page, Object.keys(form.errors).length > 0 ? 422 : 200);
}
