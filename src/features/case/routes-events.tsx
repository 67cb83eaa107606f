/** Recording and correcting legal events of a case: first choose the kind, then fill in its fields. */
import { Hono } from "hono";
import { z } from "zod";
import { emptyForm, type FormState } from "../../kernel/form-state.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { version } from "../../platform/http/fields.ts";
import { readForm } from "../../platform/http/form.ts";
import { notFound } from "../../platform/http/problem.ts";
import { isLegalEventType, type LegalEventType } from "./domain/legal-event.ts";
import { openOwnCase } from "./open-case-page.ts";
import { EventKindPage, EventPage } from "./pages/event-page.tsx";
import { listEvents } from "./queries.ts";
import { recordEvent } from "./record-event.ts";

const eventForm = z.looseObject({ version: version() });

export const eventRoutes = () =>
  new Hono<AppEnv>()
    .get("/faelle/:id/ereignisse/neu", allow("caseworker"), async (c) => {
      const type = c.req.query("art");
      const file = await openOwnCase(c, "Rechtsereignis erfassen");
      if (type && isLegalEventType(type)) return showForm(c, type, emptyForm);
      const isNew = c.req.query("neu") === "1";
      return c.html(<EventKindPage file={file} isNew={isNew} frame={await c.var.frame("/faelle")} />);
    })
    .post("/faelle/:id/ereignisse/:type", allow("caseworker"), async (c) => {
      const { id, type } = c.req.param();
      if (!isLegalEventType(type)) throw notFound();
      await openOwnCase(c, "Rechtsereignis erfassen");
      const form = await readForm(c, eventForm);
      if (!form.ok) return showForm(c, type, form.form);
      const { version, ...fields } = form.value;
      const result = await recordEvent(c.var.context, id, { type, fields, seenVersion: version });
      if (result.ok) return c.redirect(`/faelle/${id}`, 303);
      const errors = Object.fromEntries(result.refusal.map(({ field, message }) => [field, message]));
      return showForm(c, type, { values: form.form.values, errors });
    });

async function showForm(c: Http, type: LegalEventType, form: FormState) {
  const file = await openOwnCase(c, "Rechtsereignis erfassen");
  const events = type === "eventCorrected" ? await listEvents(c.var.context, file.id) : [];
  const page = <EventPage file={file} type={type} events={events} form={form} frame={await c.var.frame("/faelle")} />;
  return c.html(page, Object.keys(form.errors).length > 0 ? 422 : 200);
}
