/** Check and send a request for police assistance, and amend it afterwards. Sending twice sends once. */
import { Hono } from "hono";
import { z } from "zod";
import { isBefore } from "../../kernel/day.ts";
import { filledWith, emptyForm, type FormState } from "../../kernel/form-state.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import {
  checkbox,
  optionalDay,
  optionalText,
  optionalTime,
  requiredDay,
  requiredText,
  version,
} from "../../platform/http/fields.ts";
import { readForm, withError } from "../../platform/http/form.ts";
import { keepsInput } from "../../platform/http/keeps-input.ts";
import { instantInGermany } from "../../platform/http/german-time.ts";
import { HttpProblem, notFound } from "../../platform/http/problem.ts";
import { formatDay } from "../../ui/index.ts";
import { findAuthority } from "../authority/index.ts";
import { applyRequestEvent, type EventRefusal, openOwnRequest, refusalText } from "../request/index.ts";
import { misaddressed } from "./addressee.ts";
import { competenceText, policeFor } from "./competence.ts";
import { type AssistanceContent, readContent, toStored } from "./content.ts";
import type { Missing } from "./domain/readiness.ts";
import { assessmentWords } from "./hazard-texts.ts";
import { openDraft, progressOf } from "./open-draft.ts";
import { AmendPage } from "./pages/amend-page.tsx";
import { CheckPage, type CheckView } from "./pages/check-page.tsx";
import { startText } from "./pages/content-rows.tsx";
import { assessmentOf } from "./prepare-sending.ts";
import { missingTexts } from "./texts.ts";
import { enforcementAssistance } from "./type.ts";

const types = [enforcementAssistance];

const sendForm = z.object({
  version: version(),
  dueOn: optionalDay(),
  dueAt: optionalTime(),
  confirmed: checkbox().refine((value) => value === true, "Bestätigen Sie, dass Sie die Angaben geprüft haben."),
});

const amendForm = z.object({
  version: version(),
  changes: requiredText("Schreiben Sie, was sich geändert hat.", 2000, 3),
  startsOn: requiredDay(),
  startsAt: optionalTime(),
  meetingTime: optionalTime(),
  meetingPlace: optionalText(300),
});

const officials = allow("caseworker", "supervisor");

export const sendRoutes = () =>
  new Hono<AppEnv>()
    .get("/ersuchen/:id/pruefen", officials, (c) => showCheck(c, emptyForm, undefined))
    .post("/ersuchen/:id/absenden", officials, keepsInput(showCheckAgain), async (c) => {
      const { stored } = await openOwnRequest(c, types, "Ersuchen absenden");
      if (stored.state.status !== "draft") throw alreadySent();
      const form = await readForm(c, sendForm);
      if (!form.ok) return showCheck(c, form.form, undefined);
      const { version: seenVersion, dueOn, dueAt } = form.value;
      const due = dueOn && instantInGermany(dueOn, dueAt ?? "23:59");
      const result = await applyRequestEvent(c.var.context, types, {
        id: stored.id,
        seenVersion,
        event: { type: "sent" },
        due,
        data: due ? { due: due.toISOString() } : {},
      });
      if (result.ok) return c.redirect(`/ersuchen/${stored.id}`, 303);
      const { refusal } = result;
      const gaps = refusal.code === "missing" ? missingOf(refusal) : [];
      if (gaps.length > 0) return showCheck(c, form.form, gaps);
      const field = refusal.code === "dueInThePast" ? "dueOn" : "";
      return showCheck(c, withError(form.form, field, refusalText(refusal, enforcementAssistance)), undefined);
    })
    .get("/ersuchen/:id/berichtigen", officials, (c) => showAmend(c, undefined))
    .post("/ersuchen/:id/berichtigen", officials, keepsInput(showAmend), (c) => amend(c));

const alreadySent = (): HttpProblem =>
  new HttpProblem(409, "schon gesendet", "Dieses Ersuchen ist schon gesendet. Es wurde nicht noch einmal gesendet.");

const missingOf = (refusal: Extract<EventRefusal, { code: "missing" }>): Missing[] =>
  refusal.missing.filter((code): code is Missing => Object.hasOwn(missingTexts, code));

const oneDay = 24 * 3_600_000;

function startsSoon({ plannedStart }: AssistanceContent, now: Date): boolean {
  if (!plannedStart) return false;
  const left = instantInGermany(plannedStart.on, plannedStart.time).getTime() - now.getTime();
  return left >= 0 && left < oneDay;
}

const showCheckAgain = (c: Http, form: FormState): Promise<Response> => showCheck(c, form, undefined);

async function showCheck(c: Http, form: FormState, missing: readonly Missing[] | undefined) {
  const opened = await openDraft(c, "Vollzugshilfeersuchen");
  const { context } = c.var;
  const { stored, measureId, content } = opened;
  const police = await policeFor(context, measureId);
  const { assessment } = await assessmentOf(context, stored);
  const view: CheckView = {
    id: stored.id,
    number: stored.number,
    version: stored.version,
    measureId,
    addressee: stored.addresseeName,
    misaddressed: misaddressed(police, stored),
    competence: competenceText(police),
    content,
    assessment: assessmentWords(assessment).text,
    missing,
    warnings: (await progressOf(c, opened)).warnings,
    policePhone: startsSoon(content, context.now)
      ? ((await findAuthority(context, stored.addresseeId))?.phoneDay ?? "")
      : undefined,
  };
  const isRefused = (missing?.length ?? 0) + Object.keys(form.errors).length > 0;
  return c.html(<CheckPage view={view} form={form} frame={await c.var.frame("/ersuchen")} />, isRefused ? 422 : 200);
}

async function openSent(c: Http) {
  const { stored } = await openOwnRequest(c, types, "Berichtigung");
  if (stored.state.status === "draft" || !stored.content) throw notFound();
  return { stored, content: readContent(stored.content) };
}

async function amend(c: Http) {
  const { stored, content } = await openSent(c);
  const form = await readForm(c, amendForm);
  if (!form.ok) return showAmend(c, form.form);
  const { version: seenVersion, changes, startsOn, startsAt, meetingTime, meetingPlace } = form.value;
  if (!startsAt) return showAmend(c, withError(form.form, "startsAt", "Geben Sie die Uhrzeit an, zum Beispiel 06:45."));
  if (isBefore(startsOn, c.var.context.today))
    return showAmend(c, withError(form.form, "startsOn", "Der Beginn liegt in der Vergangenheit."));
  const patch = {
    plannedStart: { on: startsOn, time: startsAt },
    meeting: { time: meetingTime ?? "", place: meetingPlace ?? "" },
  };
  const before = startText(content);
  const after = startText({ ...content, ...patch });
  const moved = before === after ? "" : `\nBeginn: ${before ?? "offen"} → ${after}`;
  const result = await applyRequestEvent(c.var.context, types, {
    id: stored.id,
    seenVersion,
    event: { type: "amended", changes: `${changes}${moved}` },
    patch: toStored(patch),
  });
  if (result.ok) return c.redirect(`/ersuchen/${stored.id}`, 303);
  return showAmend(c, withError(form.form, "", refusalText(result.refusal, enforcementAssistance)));
}

async function showAmend(c: Http, sent: FormState | undefined) {
  const { stored, content } = await openSent(c);
  const { plannedStart, meeting } = content;
  const values = {
    startsOn: plannedStart ? formatDay(plannedStart.on) : "",
    startsAt: plannedStart?.time ?? "",
    meetingTime: meeting.time,
    meetingPlace: meeting.place,
  };
  return c.html(
    <AmendPage
      id={stored.id}
      number={stored.number}
      version={stored.version}
      form={filledWith(sent, values)}
      frame={await c.var.frame("/ersuchen")}
    />,
    sent ? 422 : 200,
  );
}
