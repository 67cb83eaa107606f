/** Requests in the JSON API: list a side, read one, take a step, note a telephone contact. The same services as the pages. */
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import {
  createApiRouter,
  decodeCursor,
  encodeCursor,
  idParams,
  invalid,
  jsonAnswer,
  jsonBody,
  pageOf,
  pageQuery,
  problemResponses,
  seenVersion,
  withVersion,
} from "../../platform/http/api.ts";
import { HttpProblem } from "../../platform/http/problem.ts";
import { applyRequestEvent } from "./apply-event.ts";
import { contentFor } from "./content-for.ts";
import { requestStatusLabels, type RequestEventType, type RequestStatus } from "./domain/request.ts";
import { bareStep } from "./event-forms.ts";
import { noteFirstReading, noteTelephone } from "./notes.ts";
import { type OpenedRequest, openRequest } from "./open-request.ts";
import { listEntries, type StoredRequest } from "./queries.ts";
import { pageOfRequests } from "./queries-list.ts";
import type { RequestTypes } from "./registered-type.ts";
import { requestReaders } from "./routes.tsx";
import { refusalText, stepLabels } from "./texts.ts";

const statuses = Object.keys(requestStatusLabels) as [RequestStatus, ...RequestStatus[]];
const steps = Object.keys(stepLabels) as [RequestEventType, ...RequestEventType[]];

const headSchema = z
  .object({
    id: z.uuid(),
    number: z.string(),
    type: z.string(),
    status: z.enum(statuses),
    ownerId: z.string(),
    addresseeId: z.string(),
    waitingFor: z.string().nullable(),
    waitingSince: z.string().nullable(),
    answerDueAt: z.string().nullable(),
    sentAt: z.string().nullable(),
    version: z.int(),
  })
  .openapi("RequestHead");

const requestSchema = headSchema
  .extend({
    /** Only the slice of the reader. */
    content: z.record(z.string(), z.unknown()),
    entries: z.array(
      z.object({
        kind: z.string(),
        happenedAt: z.string(),
        recordedAt: z.string(),
        by: z.string(),
        authorityId: z.string(),
        text: z.string(),
      }),
    ),
  })
  .openapi("Request");

const stepSchema = z
  .object({ type: z.enum(steps), fields: z.record(z.string(), z.unknown()).default({}) })
  .openapi("RequestStep", { example: { type: "questionAsked", fields: { question: "Wo ist der Meldeort?" } } });

const telephoneSchema = z
  .object({ happenedAt: z.iso.datetime(), with: z.string().min(1).max(200), text: z.string().min(3).max(2000) })
  .openapi("TelephoneNote", {
    example: { happenedAt: "2026-11-20T08:40:00Z", with: "POK’in Probe", text: "Meldeort besprochen." },
  });

const headOf = (stored: StoredRequest): z.input<typeof headSchema> => ({
  id: stored.id,
  number: stored.number,
  type: stored.type,
  status: stored.state.status,
  ownerId: stored.ownerId,
  addresseeId: stored.addresseeId,
  waitingFor: stored.waitingFor ?? null,
  waitingSince: stored.waitingSince?.toISOString() ?? null,
  answerDueAt: stored.answerDueAt?.toISOString() ?? null,
  sentAt: stored.sentAt?.toISOString() ?? null,
  version: stored.version,
});

async function viewOf(c: Http, { stored, type }: OpenedRequest): Promise<z.input<typeof requestSchema>> {
  const { context } = c.var;
  const entries = await listEntries(context, stored.id);
  return {
    ...headOf(stored),
    content: contentFor(type.domain, context.actor, stored),
    entries: entries.map(({ kind, happenedAt, recordedAt, officerName, authorityId, text }) => ({
      kind,
      happenedAt: happenedAt.toISOString(),
      recordedAt: recordedAt.toISOString(),
      by: officerName,
      authorityId,
      text,
    })),
  };
}

const listRoute = createRoute({
  method: "get",
  path: "/requests",
  summary: "Ersuchen einer Seite auflisten",
  middleware: [requestReaders],
  request: { query: pageQuery.extend({ side: z.enum(["inbox", "outbox", "mediation"]).default("inbox") }) },
  responses: { 200: jsonAnswer(pageOf(headSchema), "Eine Seite der Liste, neueste zuerst"), ...problemResponses },
});

const readRoute = createRoute({
  method: "get",
  path: "/requests/{id}",
  summary: "Ein Ersuchen lesen; der Inhalt ist der Ausschnitt der eigenen Rolle",
  middleware: [requestReaders],
  request: { params: idParams },
  responses: { 200: jsonAnswer(requestSchema, "Das Ersuchen, seine Version als ETag"), ...problemResponses },
});

const stepRoute = createRoute({
  method: "post",
  path: "/requests/{id}/events",
  summary: "Einen Schritt tun: senden, antworten, zurückziehen … (If-Match nötig)",
  middleware: [requestReaders],
  request: { params: idParams, ...jsonBody(stepSchema) },
  responses: {
    200: jsonAnswer(z.object({ status: z.enum(statuses) }), "Der Stand nach dem Schritt"),
    ...problemResponses,
  },
});

const telephoneRoute = createRoute({
  method: "post",
  path: "/requests/{id}/telephone-notes",
  summary: "Ein Telefonat vermerken",
  middleware: [requestReaders],
  request: { params: idParams, ...jsonBody(telephoneSchema) },
  responses: { 201: jsonAnswer(z.object({ noted: z.literal(true) }), "Vermerkt"), ...problemResponses },
});

export const requestApi = ({ requestTypes: types }: { requestTypes: RequestTypes }): OpenAPIHono<AppEnv> =>
  createApiRouter()
    .openapi(listRoute, async (c) => {
      const { side, limit, cursor } = c.req.valid("query");
      const { context } = c.var;
      const after = decodeCursor(cursor, z.tuple([z.uuid()]))?.[0];
      const rows = await pageOfRequests(context, context.actor.authorityId, { side, after, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      context.noteAccess({ what: "Liste der Ersuchen (API)", purpose: "Bearbeitung", hits: shown.length });
      const last = shown.at(-1);
      return c.json(
        { items: shown.map(headOf), next: rows.length > limit && last ? encodeCursor([last.id]) : null },
        200,
      );
    })
    .openapi(readRoute, async (c) => {
      const opened = await openRequest(c, types, "Ersuchen (API)");
      await noteFirstReading(c.var.context, opened.stored);
      withVersion(c, opened.stored.version);
      return c.json(await viewOf(c, opened), 200);
    })
    .openapi(stepRoute, async (c) => {
      const { stored, party, type } = await openRequest(c, types, "Schritt eines Ersuchens (API)");
      const { type: step, fields } = c.req.valid("json");
      const { context } = c.var;
      const mediator = step === "mediationStarted" ? await type.mediatorOf(context, stored) : undefined;
      const parsed = bareStep(step, { actor: context.actor, party, type, mediator }).safeParse(fields);
      if (!parsed.success)
        throw invalid(parsed.error.issues.map(({ path, message }) => ({ field: path.join("."), message })));
      const input = { id: stored.id, seenVersion: seenVersion(c), ...parsed.data };
      const result = await applyRequestEvent(context, types, input);
      if (result.ok) return c.json({ status: result.value.status }, 200);
      throw new HttpProblem(409, "Schritt nicht möglich", refusalText(result.refusal, type));
    })
    .openapi(telephoneRoute, async (c) => {
      const { stored } = await openRequest(c, types, "Telefonvermerk (API)");
      const { happenedAt, with: other, text } = c.req.valid("json");
      if (new Date(happenedAt) > c.var.context.now)
        throw invalid([{ field: "happenedAt", message: "Das Telefonat liegt in der Zukunft." }]);
      await noteTelephone(c.var.context, { id: stored.id, happenedAt: new Date(happenedAt), with: other, text });
      return c.json({ noted: true as const }, 201);
    });
