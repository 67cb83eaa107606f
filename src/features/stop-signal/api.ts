/** The stop in the JSON API: for systems of courts' lines and control rooms. The same service as the page. */
import { createRoute, z } from "@hono/zod-openapi";
import { newId } from "../../kernel/id.ts";
import { allow } from "../../platform/http/access.ts";
import { createApiRouter, idParams, invalid, jsonAnswer, jsonBody, problemResponses } from "../../platform/http/api.ts";
import { notFound } from "../../platform/http/problem.ts";
import { type FailureCause, failureCauses } from "../measure/index.ts";
import { confirmOnScreen, markSeen } from "./acknowledge.ts";
import { issueStop } from "./issue-stop.ts";
import { findStop } from "./queries.ts";
import { stoppers } from "./stoppers.ts";

const stopInput = z
  .object({
    id: z.uuid().optional(),
    reason: z.enum(["court", "medical", "prosecutor", "authority"]),
    source: z.string().min(3).max(2000),
    happenedAt: z.iso.datetime({ offset: true }),
    cause: z.enum(failureCauses as [FailureCause, ...FailureCause[]]).optional(),
  })
  .openapi("StopInput");

const recipient = z.object({
  authorityId: z.string(),
  name: z.string(),
  confirmedAt: z.string().nullable(),
  confirmedBy: z.string().nullable(),
});
const stopSchema = z
  .object({
    id: z.uuid(),
    measureNumber: z.string(),
    reason: z.string(),
    enteredAt: z.string(),
    recipients: z.array(recipient),
  })
  .openapi("Stop");

const who = allow(...stoppers);

const issueRoute = createRoute({
  method: "post",
  path: "/measures/{id}/stops",
  summary: "Eine Maßnahme stoppen: wirkt sofort, wird nie abgelehnt",
  middleware: [who],
  request: { params: idParams, ...jsonBody(stopInput) },
  responses: {
    201: jsonAnswer(z.object({ id: z.uuid() }), "Gestoppt; alle Beteiligten sind benachrichtigt"),
    ...problemResponses,
  },
});

const readRoute = createRoute({
  method: "get",
  path: "/stops/{id}",
  summary: "Einen Stopp mit seinen Bestätigungen lesen",
  middleware: [who],
  request: { params: idParams },
  responses: { 200: jsonAnswer(stopSchema, "Der Stopp"), ...problemResponses },
});

const confirmRoute = createRoute({
  method: "post",
  path: "/stops/{id}/confirmations",
  summary: "Einen Stopp für die eigene Stelle bestätigen",
  middleware: [who],
  request: { params: idParams },
  responses: { 201: jsonAnswer(z.object({ id: z.uuid() }), "Bestätigt"), ...problemResponses },
});

export const stopApi = () =>
  createApiRouter()
    .openapi(issueRoute, async (c) => {
      const { id = newId(), reason, source, happenedAt, cause } = c.req.valid("json");
      const at = new Date(happenedAt);
      if (at > c.var.context.now)
        throw invalid([{ field: "happenedAt", message: "Dieser Zeitpunkt liegt in der Zukunft." }]);
      const issued = await issueStop(c.var.context, {
        id,
        measureId: c.req.valid("param").id,
        reason,
        source,
        happenedAt: at,
        cause,
      });
      return c.json({ id: issued.ok ? issued.value : id }, 201);
    })
    .openapi(readRoute, async (c) => {
      const { context } = c.var;
      const stop = await findStop(context, c.req.valid("param").id);
      if (!stop) throw notFound();
      context.noteAccess({ what: "Stopp (API)", purpose: "Stopp-Signal", caseId: stop.caseId, ownerId: stop.ownerId });
      await markSeen(context, stop.id);
      const recipients = stop.recipients.map(({ authorityId, name, confirmedAt, confirmedBy }) => ({
        authorityId,
        name,
        confirmedAt: confirmedAt?.toISOString() ?? null,
        confirmedBy: confirmedBy ?? null,
      }));
      const { id, measureNumber, reason, enteredAt } = stop;
      return c.json({ id, measureNumber, reason, enteredAt: enteredAt.toISOString(), recipients }, 200);
    })
    .openapi(confirmRoute, async (c) => {
      const { id } = c.req.valid("param");
      await confirmOnScreen(c.var.context, id);
      return c.json({ id }, 201);
    });
