/** Obstacles of a case in the JSON API: read, open, close. The same services as the pages. */
import { createRoute, z } from "@hono/zod-openapi";
import { allow } from "../../../platform/http/access.ts";
import {
  createApiRouter,
  idParams,
  invalid,
  jsonAnswer,
  jsonBody,
  problemResponses,
  seenVersion,
} from "../../../platform/http/api.ts";
import { checkForm } from "../../../platform/http/form.ts";
import { isBlocking } from "../domain/obstacle.ts";
import { obstacleTypes, type ObstacleType } from "../domain/obstacle-type.ts";
import { closeObstacle, openObstacle } from "../obstacles/change-obstacles.ts";
import { listObstacles, type StoredObstacle } from "../obstacles/queries-obstacles.ts";
import { closingShape, openingShape } from "../obstacles/fields.ts";
import { openOwnCase } from "../open-case-page.ts";

const types = Object.keys(obstacleTypes) as [ObstacleType, ...ObstacleType[]];

const obstacleSchema = z
  .object({
    id: z.uuid(),
    type: z.enum(types),
    blocking: z.boolean(),
    openedOn: z.string(),
    closedOn: z.string().nullable(),
    reviewOn: z.string().nullable(),
    suspensionReason: z.string().nullable(),
  })
  .openapi("Obstacle");

const openingSchema = z
  .object({
    type: z.enum(types),
    on: z.string(),
    text: z.string(),
    reason: z.string().optional(),
    reviewOn: z.string().optional(),
  })
  .openapi("ObstacleInput", { example: { type: "travelDocumentMissing", on: "2026-11-20", text: "Bl. 14" } });
const closingSchema = z.object({ on: z.string(), text: z.string() }).openapi("ObstacleEnd");

const shown = ({ id, obstacle, reviewOn, reason }: StoredObstacle) => ({
  id,
  type: obstacle.type,
  blocking: isBlocking(obstacle),
  openedOn: obstacle.openedOn.toString(),
  closedOn: obstacle.status === "closed" ? obstacle.closedOn.toString() : null,
  reviewOn: reviewOn?.toString() ?? null,
  suspensionReason: reason ?? null,
});

const obstacleParams = idParams.extend({
  obstacle: z.uuid().openapi({ param: { name: "obstacle", in: "path" } }),
});

const readRoute = createRoute({
  method: "get",
  path: "/cases/{id}/obstacles",
  summary: "Hindernisse eines Falls, offene zuerst",
  middleware: [allow("caseworker", "supervisor")],
  request: { params: idParams },
  responses: { 200: jsonAnswer(z.object({ items: z.array(obstacleSchema) }), "Hindernisse"), ...problemResponses },
});

const openRoute = createRoute({
  method: "post",
  path: "/cases/{id}/obstacles",
  summary: "Ein Hindernis erfassen (If-Match nötig)",
  middleware: [allow("caseworker")],
  request: { params: idParams, ...jsonBody(openingSchema) },
  responses: { 201: jsonAnswer(z.object({ id: z.uuid() }), "Erfasst"), ...problemResponses },
});

const closeRoute = createRoute({
  method: "post",
  path: "/cases/{id}/obstacles/{obstacle}/close",
  summary: "Ein Hindernis mit Begründung schließen (If-Match nötig)",
  middleware: [allow("caseworker")],
  request: { params: obstacleParams, ...jsonBody(closingSchema) },
  responses: { 200: jsonAnswer(z.object({ id: z.uuid() }), "Geschlossen"), ...problemResponses },
});

function checked<S extends z.ZodType>(body: Record<string, unknown>, schema: S): z.output<S> {
  const read = checkForm(body, schema);
  if (read.ok) return read.value;
  throw invalid(Object.entries(read.form.errors).map(([field, message]) => ({ field, message })));
}

export const obstacleApi = () =>
  createApiRouter()
    .openapi(readRoute, async (c) => {
      const { id } = await openOwnCase(c, "Hindernisse (API)");
      return c.json({ items: (await listObstacles(c.var.context, id)).map(shown) }, 200);
    })
    .openapi(openRoute, async (c) => {
      const file = await openOwnCase(c, "Hindernis erfassen (API)");
      const { type, ...body } = c.req.valid("json");
      const { on, text, reason, reviewOn } = checked(body, z.object(openingShape));
      const input = { seenVersion: seenVersion(c), type, on, text, reason, reviewOn };
      const result = await openObstacle(c.var.context, file.id, input);
      if (!result.ok) throw invalid([result.refusal]);
      return c.json({ id: result.value }, 201);
    })
    .openapi(closeRoute, async (c) => {
      const file = await openOwnCase(c, "Hindernis schließen (API)");
      const obstacleId = c.req.valid("param").obstacle;
      const input = checked(c.req.valid("json"), z.object(closingShape));
      const result = await closeObstacle(c.var.context, file.id, { seenVersion: seenVersion(c), obstacleId, ...input });
      if (!result.ok) throw invalid([result.refusal]);
      return c.json({ id: obstacleId }, 200);
    });
