/** Pages of the watch: the list of alerts and notices, one alert with its acknowledgement, the steps of an authority. */
import { Hono } from "hono";
import { z } from "zod";
import { emptyForm, type FormState } from "../../kernel/form-state.ts";
import { isId } from "../../kernel/id.ts";
import { allow } from "../../platform/http/access.ts";
import { decodeCursor, encodeCursor } from "../../platform/http/api.ts";
import { csvAnswer } from "../../platform/http/csv.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { optionalText, requiredText, version } from "../../platform/http/fields.ts";
import { readForm, withError } from "../../platform/http/form.ts";
import { keepsInput } from "../../platform/http/keeps-input.ts";
import { changedMeanwhile, HttpProblem, notFound } from "../../platform/http/problem.ts";
import { storedDeadlines } from "../deadline/index.ts";
import { acknowledgeAlert } from "./acknowledge.ts";
import { changeNoticeDays } from "./change-settings.ts";
import { noticesCsv } from "./csv.ts";
import { readNoticeDays } from "./domain/watch-rules.ts";
import { type AlertQuery, alertQuery, cursorSchema } from "./list-definition.ts";
import { AlertPage } from "./pages/alert-page.tsx";
import { AlertListPage } from "./pages/list-page.tsx";
import { SettingsPage } from "./pages/settings-page.tsx";
import { findNotice, listNotices, type Notice, type NoticeAsk, watchSettings } from "./queries.ts";
import { noticeDaysRefusals } from "./texts.ts";

const perPage = 50;
const exportedUpTo = 5000;
const officials = allow("caseworker", "supervisor");

export const noteForm = z.object({
  vermerk: requiredText("Geben Sie an, was Sie geprüft oder veranlasst haben.", 1000, 3),
});

const settingsForm = z.object({
  version: version(),
  tage: optionalText(100),
  grund: requiredText("Geben Sie den Grund der Änderung an.", 1000, 3),
});

export const watchRoutes = () =>
  new Hono<AppEnv>()
    .get("/fristalarme", officials, (c) => showList(c, alertQuery.parse(c.req.query())))
    .get("/fristalarme.csv", officials, async (c) => {
      const query = alertQuery.parse({ ...c.req.query(), weiter: undefined });
      const found = await read(c, query, exportedUpTo);
      noteList(c, "Fristalarme als CSV", found.length);
      return csvAnswer("fristalarme.csv", noticesCsv(found));
    })
    .get("/fristalarme/einstellungen", officials, (c) => showSettings(c, emptyForm))
    .post("/fristalarme/einstellungen", allow("supervisor"), keepsInput(showSettings), async (c) => {
      const form = await readForm(c, settingsForm);
      if (!form.ok) return showSettings(c, form.form);
      const noticeDays = readNoticeDays(form.value.tage ?? "");
      if (typeof noticeDays === "string")
        return showSettings(c, withError(form.form, "tage", noticeDaysRefusals[noticeDays]));
      const { grund: reason, version: seenVersion } = form.value;
      const changed = await changeNoticeDays(c.var.context, { noticeDays, reason, seenVersion });
      if (!changed.ok) throw changedMeanwhile();
      return c.redirect("/fristalarme/einstellungen", 303);
    })
    .get("/fristalarme/:id", officials, async (c) => showAlert(c, await openAlert(c), emptyForm))
    .post("/fristalarme/:id/bestaetigen", officials, async (c) => {
      const alert = await openAlert(c);
      const form = await readForm(c, noteForm);
      if (!form.ok) return showAlert(c, alert, form.form);
      const note = form.value.vermerk;
      const result = await acknowledgeAlert(c.var.context, alert.id, note);
      if (result === "gone") throw notFound();
      if (result === "already" && (await openAlert(c)).acknowledged?.note !== note) throw alreadyAcknowledged();
      return c.redirect(`/fristalarme/${alert.id}`, 303);
    });

/** A double click is no second note. */
const alreadyAcknowledged = (): HttpProblem =>
  new HttpProblem(
    409,
    "schon bestätigt",
    "Jemand hat diesen Alarm inzwischen bestätigt. Ihr Vermerk wurde nicht gespeichert.",
  );

const noteList = ({ var: { context } }: Http, what: string, hits: number): void =>
  context.noteAccess({ what, purpose: "Fristüberwachung", ownerId: context.actor.authorityId, hits });

const causeOf = { ueberstellung: "transferPeriod", gewahrsam: "custody" } as const;

const askOf = (query: AlertQuery, limit: number): NoticeAsk => ({
  level: query.ansicht === "alarme" ? "alert" : "notice",
  stand: query.stand,
  cause: query.ansicht === "alarme" && query.anlass ? causeOf[query.anlass] : undefined,
  onlyMine: query.zustaendig === "ich",
  sort: query.sort,
  descending: query.richtung === "ab",
  after: decodeCursor(query.weiter, cursorSchema),
  limit,
});

const read = ({ var: { context } }: Http, query: AlertQuery, limit: number): Promise<Notice[]> =>
  listNotices(context, context.actor, askOf(query, limit));

const cursorOf = (query: AlertQuery, { legalEnd, noticedAt, id }: Notice): string =>
  encodeCursor([query.sort === "bemerkt" ? noticedAt.toISOString() : legalEnd.toString(), id]);

async function showList(c: Http, query: AlertQuery) {
  const { context } = c.var;
  const found = await read(c, query, perPage + 1);
  const notices = found.slice(0, perPage);
  const last = found.length > perPage ? notices.at(-1) : undefined;
  const { watchedOn } = await watchSettings(context, context.actor.authorityId);
  noteList(c, "Fristalarme", notices.length);
  return c.html(
    <AlertListPage
      query={query}
      notices={notices}
      next={last && cursorOf(query, last)}
      watchedOn={watchedOn}
      today={context.today}
      now={context.now}
      frame={await c.var.frame("/fristalarme")}
    />,
  );
}

async function openAlert(c: Http): Promise<Notice> {
  const id = c.req.param("id") ?? "";
  const { context } = c.var;
  const alert = isId(id) ? await findNotice(context, id) : undefined;
  if (!alert?.isAlert || alert.ownerId !== context.actor.authorityId) throw notFound();
  const { caseId, ownerId } = alert;
  context.noteAccess({ what: "Fristalarm", purpose: "Fristüberwachung", caseId, ownerId });
  return alert;
}

async function showAlert(c: Http, alert: Notice, form: FormState) {
  const { context } = c.var;
  const today = (await storedDeadlines(context, alert.caseId)).find(({ key }) => key === alert.key);
  const frame = await c.var.frame("/fristalarme");
  return c.html(
    <AlertPage alert={alert} today={today} form={form} now={context.now} frame={frame} />,
    Object.keys(form.errors).length > 0 ? 422 : 200,
  );
}

async function showSettings(c: Http, form: FormState) {
  const { context } = c.var;
  return c.html(
    <SettingsPage
      settings={await watchSettings(context, context.actor.authorityId)}
      mayChange={context.actor.role === "supervisor"}
      form={form}
      frame={await c.var.frame("/fristalarme")}
    />,
    Object.keys(form.errors).length > 0 ? 422 : 200,
  );
}
