/** The voluntary return in the JSON API: the same steps, the same refusals. */
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
import { checkForm } from "../../platform/http/form.ts";
import { findOffer, openOwnCase, type VoluntaryReturn, voluntaryReturnLabels } from "../case/index.ts";
import { isStep, type StatedStep, stepForms, stepLabels } from "./step-forms.ts";
import { takeStep } from "./take-step.ts";

const statuses = Object.keys(voluntaryReturnLabels) as [string, ...string[]];

const offerSchema = z.object({ status: z.enum(statuses), on: z.string() }).openapi("VoluntaryReturn");
const stepSchema = z
  .object({ type: z.enum(Object.keys(stepLabels) as [string, ...string[]]), fields: z.record(z.string(), z.unknown()) })
  .openapi("VoluntaryReturnStep", { example: { type: "offered", fields: { on: "2026-11-20" } } });

const shown = ({ status, on }: VoluntaryReturn) => ({ status, on: on.toString() });

const readRoute = createRoute({
  method: "get",
  path: "/cases/{id}/voluntary-return",
  summary: "Stand der freiwilligen Ausreise",
  middleware: [allow("caseworker", "supervisor")],
  request: { params: idParams },
  responses: {
    200: jsonAnswer(z.object({ offer: offerSchema.nullable() }), "null: noch nicht angeboten"),
    ...problemResponses,
  },
});

const stepRoute = createRoute({
  method: "post",
  path: "/cases/{id}/voluntary-return",
  summary: "Einen Schritt der freiwilligen Ausreise vermerken (If-Match nötig)",
  middleware: [allow("caseworker")],
  request: { params: idParams, ...jsonBody(stepSchema) },
  responses: { 201: jsonAnswer(offerSchema, "Vermerkt"), ...problemResponses },
});

export const voluntaryReturnApi = () =>
  createApiRouter()
    .openapi(readRoute, async (c) => {
      const file = await openOwnCase(c, "Freiwillige Ausreise (API)");
      const stored = await findOffer(c.var.context, file.id);
      return c.json({ offer: stored ? shown(stored.offer) : null }, 200);
    })
    .openapi(stepRoute, async (c) => {
      const file = await openOwnCase(c, "Freiwillige Ausreise (API)");
      const { type, fields } = c.req.valid("json");
      if (!isStep(type)) throw invalid([{ field: "type", message: "Diesen Schritt gibt es nicht." }]);
      const read = checkForm(fields, stepForms[type]);
      if (!read.ok) throw invalid(Object.entries(read.form.errors).map(([field, message]) => ({ field, message })));
      const step = { type, ...read.value } as StatedStep;
      const result = await takeStep(c.var.context, file.id, { seenVersion: seenVersion(c), step });
      if (!result.ok) throw invalid([result.refusal]);
      return c.json(shown(result.value), 201);
    });
