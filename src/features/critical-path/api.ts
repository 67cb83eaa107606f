/** The critical path in the JSON API: the same computation and the same rights as the page. */
import { createRoute, z } from "@hono/zod-openapi";
import { allow } from "../../platform/http/access.ts";
import { createApiRouter, idParams, invalid, jsonAnswer, problemResponses } from "../../platform/http/api.ts";
import { openOwnMeasure } from "../measure/index.ts";
import type { RequestTypes } from "../request/index.ts";
import { measurePath } from "./collect.ts";

const clockSchema = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  until: z.iso.date(),
  source: z.string(),
});

const stepSchema = z.object({
  id: z.string(),
  title: z.string(),
  state: z.string(),
  lastUsefulDay: z.iso.date().nullable().openapi({ description: "null: die Vorlaufzeit ist nicht eingestellt" }),
  notAfter: z.iso.date().nullable(),
});

const pathSchema = z
  .object({
    earliestExpiry: z.string().nullable().openapi({ description: "id der Uhr, die als Erste abläuft" }),
    target: z.iso.date().nullable(),
    endBeforeStart: z.array(z.string()).openapi({ description: "ids der Uhren, die vor dem geplanten Beginn enden" }),
    clocks: z.array(clockSchema),
    steps: z.array(stepSchema),
  })
  .openapi("CriticalPath");

const readRoute = createRoute({
  method: "get",
  path: "/measures/{id}/critical-path",
  summary: "Alle Uhren einer Maßnahme und der letzte sinnvolle Tag jedes offenen Schritts",
  middleware: [allow("caseworker", "supervisor")],
  request: { params: idParams },
  responses: { 200: jsonAnswer(pathSchema, "Der kritische Pfad"), ...problemResponses },
});

export const pathApi = ({ requestTypes }: { requestTypes: RequestTypes }) =>
  createApiRouter().openapi(readRoute, async (c) => {
    const stored = await openOwnMeasure(c, "Kritischer Pfad (API)");
    const { clocks, steps, path } = await measurePath(c.var.context, stored, requestTypes);
    if (!path.ok) throw invalid([{ field: path.refusal.field, message: path.refusal.message }]);
    const { earliestExpiry, target, tooEarly, steps: results } = path.value;
    return c.json(
      {
        earliestExpiry: earliestExpiry?.id ?? null,
        target: target?.toString() ?? null,
        endBeforeStart: tooEarly.map(({ id }) => id),
        clocks: clocks.map(({ id, kind, title, until, source }) => ({
          id,
          kind,
          title,
          until: until.toString(),
          source,
        })),
        steps: results.map(({ id, title, lastUsefulDay, notAfter }) => ({
          id,
          title,
          state: steps.find((step) => step.id === id)?.state ?? "",
          lastUsefulDay: lastUsefulDay?.toString() ?? null,
          notAfter: notAfter?.toString() ?? null,
        })),
      },
      200,
    );
  });
