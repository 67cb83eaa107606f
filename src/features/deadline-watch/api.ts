/** Alerts in the JSON API: list, read, acknowledge. The same services and the same rights as the pages. */
import { createRoute, z } from "@hono/zod-openapi";
import { allow } from "../../platform/http/access.ts";
import {
  createApiRouter,
  decodeCursor,
  encodeCursor,
  idParams,
  jsonAnswer,
  jsonBody,
  pageOf,
  pageQuery,
  problemResponses,
} from "../../platform/http/api.ts";
import type { Http } from "../../platform/http/env.ts";
import { HttpProblem, notFound } from "../../platform/http/problem.ts";
import { acknowledgeAlert } from "./acknowledge.ts";
import { cursorSchema } from "./list-definition.ts";
import { findNotice, listNotices, type Notice } from "./queries.ts";

const officials = allow("caseworker", "supervisor");

const alertSchema = z
  .object({
    id: z.uuid(),
    caseId: z.uuid(),
    fileNumber: z.string(),
    deadline: z.string(),
    rule: z.string(),
    title: z.string(),
    cause: z.enum(["transferPeriod", "custody"]),
    legalEnd: z.iso.date(),
    noticedOn: z.iso.date(),
    lateDays: z.int().nullable().openapi({ description: "null: die Frist kam erst danach in die Akte" }),
    acknowledged: z.object({ at: z.string(), by: z.string(), note: z.string() }).nullable(),
  })
  .openapi("DeadlineAlert");

const listRoute = createRoute({
  method: "get",
  path: "/deadline-alerts",
  summary: "Fristalarme der eigenen Behörde, nach dem Ende der Frist",
  middleware: [officials],
  request: {
    query: pageQuery.extend({
      state: z.enum(["open", "acknowledged", "all"]).default("open"),
      cause: z.enum(["transferPeriod", "custody"]).optional(),
    }),
  },
  responses: { 200: jsonAnswer(pageOf(alertSchema), "Alarme"), ...problemResponses },
});

const readRoute = createRoute({
  method: "get",
  path: "/deadline-alerts/{id}",
  summary: "Einen Fristalarm lesen",
  middleware: [officials],
  request: { params: idParams },
  responses: { 200: jsonAnswer(alertSchema, "Der Alarm"), ...problemResponses },
});

const acknowledgeRoute = createRoute({
  method: "post",
  path: "/deadline-alerts/{id}/acknowledgement",
  summary: "Einen Fristalarm bestätigen; ändert weder Fall noch Maßnahme",
  middleware: [officials],
  request: { params: idParams, ...jsonBody(z.object({ note: z.string().trim().min(3).max(1000) })) },
  responses: { 201: jsonAnswer(z.object({ id: z.uuid() }), "Bestätigt"), ...problemResponses },
});

const view = (alert: Notice): z.input<typeof alertSchema> => ({
  id: alert.id,
  caseId: alert.caseId,
  fileNumber: alert.fileNumber,
  deadline: alert.key,
  rule: alert.rule,
  title: alert.title,
  cause: alert.cause ?? "custody",
  legalEnd: alert.legalEnd.toString(),
  noticedOn: alert.noticedOn.toString(),
  lateDays: alert.lateDays ?? null,
  acknowledged: alert.acknowledged ? { ...alert.acknowledged, at: alert.acknowledged.at.toISOString() } : null,
});

const stands = { open: "offen", acknowledged: "bestaetigt", all: "alle" } as const;

async function ownAlert({ var: { context } }: Http, id: string): Promise<Notice> {
  const alert = await findNotice(context, id);
  if (!alert?.isAlert || alert.ownerId !== context.actor.authorityId) throw notFound();
  const { caseId, ownerId } = alert;
  context.noteAccess({ what: "Fristalarm (API)", purpose: "Fristüberwachung", caseId, ownerId });
  return alert;
}

export const watchApi = () =>
  createApiRouter()
    .openapi(listRoute, async (c) => {
      const { context } = c.var;
      const { limit, cursor, state, cause } = c.req.valid("query");
      const found = await listNotices(context, context.actor, {
        level: "alert",
        stand: stands[state],
        cause,
        onlyMine: false,
        sort: "ende",
        descending: false,
        after: decodeCursor(cursor, cursorSchema),
        limit: limit + 1,
      });
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      context.noteAccess({
        what: "Fristalarme (API)",
        purpose: "Fristüberwachung",
        ownerId: context.actor.authorityId,
        hits: items.length,
      });
      return c.json(
        { items: items.map(view), next: last ? encodeCursor([last.legalEnd.toString(), last.id]) : null },
        200,
      );
    })
    .openapi(readRoute, async (c) => c.json(view(await ownAlert(c, c.req.valid("param").id)), 200))
    .openapi(acknowledgeRoute, async (c) => {
      const { id } = c.req.valid("param");
      await ownAlert(c, id);
      const result = await acknowledgeAlert(c.var.context, id, c.req.valid("json").note);
      if (result === "gone") throw notFound();
      if (result === "already")
        throw new HttpProblem(409, "schon bestätigt", "Jemand hat diesen Alarm bereits bestätigt. Das bleibt so.");
      return c.json({ id }, 201);
    });
