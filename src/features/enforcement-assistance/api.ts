/** Police assistance in the JSON API: make a draft, put its content. Reading, sending and answering belong to the envelope. */
import { createRoute, z } from "@hono/zod-openapi";
import { allow } from "../../platform/http/access.ts";
import {
  createApiRouter,
  idParams,
  invalid,
  jsonAnswer,
  jsonBody,
  problemResponses,
  seenVersion,
} from "../../platform/http/api.ts";
import { HttpProblem, notFound } from "../../platform/http/problem.ts";
import { openOwnMeasure } from "../measure/index.ts";
import { saveDraft } from "./addressee.ts";
import { draftSchema, toStored } from "./content.ts";
import { draftAssistance, draftRefusalText } from "./draft-assistance.ts";
import { openDraft } from "./open-draft.ts";

const officials = allow("caseworker", "supervisor");

const draftRoute = createRoute({
  method: "post",
  path: "/measures/{id}/assistance-requests",
  summary: "Entwurf eines Vollzugshilfeersuchens anlegen; der Empfänger folgt aus der Gemeinde des Einsatzortes",
  middleware: [officials],
  request: {
    params: idParams,
    ...jsonBody(z.object({ id: z.uuid().openapi({ description: "vom Aufrufer gewählt, UUID" }) })),
  },
  responses: { 201: jsonAnswer(z.object({ id: z.uuid() }), "Der Entwurf"), ...problemResponses },
});

const contentRoute = createRoute({
  method: "put",
  path: "/requests/{id}/content",
  summary: "Inhalt eines Entwurfs ersetzen (If-Match nötig)",
  middleware: [officials],
  request: { params: idParams, ...jsonBody(z.record(z.string(), z.unknown()).openapi("AssistanceContent")) },
  responses: { 200: jsonAnswer(z.object({ saved: z.literal(true) }), "Gespeichert"), ...problemResponses },
});

export const assistanceApi = () =>
  createApiRouter()
    .openapi(draftRoute, async (c) => {
      const measure = await openOwnMeasure(c, "Vollzugshilfe erbitten (API)");
      const { id } = c.req.valid("json");
      const result = await draftAssistance(c.var.context, measure, { id });
      if (result.ok) return c.json({ id: result.value }, 201);
      throw new HttpProblem(409, "Entwurf nicht möglich", draftRefusalText(result.refusal));
    })
    .openapi(contentRoute, async (c) => {
      const { stored, measureId, content } = await openDraft(c, "Vollzugshilfeersuchen (API)");
      const { coSignedBy: _signed, ...written } = c.req.valid("json");
      const parsed = draftSchema.safeParse(written);
      if (!parsed.success)
        throw invalid(parsed.error.issues.map(({ path, message }) => ({ field: path.join("."), message })));
      if (stored.state.status !== "draft") throw notFound();
      await saveDraft(c.var.context, {
        measureId,
        id: stored.id,
        seenVersion: seenVersion(c),
        topic: "all",
        content: toStored({ ...parsed.data, coSignedBy: content.coSignedBy, seen: content.seen }),
      });
      return c.json({ saved: true as const }, 200);
    });
