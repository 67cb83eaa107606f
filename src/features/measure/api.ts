/** Measures in the JSON API: open, read with gates, answer a gate, take a step. The same services as the pages. */
import { createRoute, z } from "@hono/zod-openapi";
import { day } from "../../kernel/day.ts";
import { newId } from "../../kernel/id.ts";
import { allow } from "../../platform/http/access.ts";
import {
  createApiRouter,
  idParams,
  invalid,
  jsonAnswer,
  jsonBody,
  problemResponses,
  seenVersion,
  withVersion,
} from "../../platform/http/api.ts";
import { HttpProblem } from "../../platform/http/problem.ts";
import { openOwnCase } from "../case/index.ts";
import { answerGate } from "./answer-gate.ts";
import { applyMeasureEvent } from "./apply-event.ts";
import { isGateId } from "./domain/gates.ts";
import type { GateId } from "./domain/gate.ts";
import { eventForms, isStatedType } from "./event-forms.ts";
import { evaluateMeasure } from "./gate-evaluation.ts";
import { measureKinds, type MeasureKind, openMeasure } from "./open-measure.ts";
import { openOwnMeasure } from "./open-measure-page.ts";
import { answerRefusalFields, answerRefusalTexts, openRefusalText, refusalText } from "./texts.ts";

const officials = allow("caseworker", "supervisor");
const kinds = Object.keys(measureKinds) as [MeasureKind, ...MeasureKind[]];

const gateSchema = z.object({
  gate: z.string(),
  status: z.enum(["holds", "notApplicable", "open", "closed"]),
  because: z.string(),
});

const measureSchema = z
  .object({
    id: z.uuid(),
    number: z.string(),
    caseId: z.uuid(),
    kind: z.string(),
    targetState: z.string(),
    status: z.string(),
    attemptNo: z.int(),
    version: z.int(),
    gates: z.object({ schedule: z.array(gateSchema), execution: z.array(gateSchema) }),
  })
  .openapi("Measure");

const openSchema = z
  .object({
    id: z.uuid().optional(),
    kind: z.enum(kinds),
    targetState: z.string().regex(/^[A-Z]{2}$/),
    companions: z.array(z.uuid()).max(30).default([]),
  })
  .openapi("MeasureInput");

const answerSchema = z
  .object({
    answer: z.enum(["yes", "no", "open", "notApplicable"]),
    reason: z.string().min(3).max(2000),
    evidence: z.string().max(500).optional(),
    expiresOn: z.iso.date().optional(),
  })
  .openapi("GateAnswer");

const stepSchema = z
  .object({ type: z.string(), fields: z.record(z.string(), z.unknown()).default({}) })
  .openapi("MeasureStep", { example: { type: "gateCheckStarted", fields: {} } });

const idSchema = z.object({ id: z.uuid() });
const statusSchema = z.object({ status: z.string() });

const openRoute = createRoute({
  method: "post",
  path: "/cases/{id}/measures",
  summary: "Eine Maßnahme als Versuch anlegen",
  middleware: [allow("caseworker")],
  request: { params: idParams, ...jsonBody(openSchema) },
  responses: { 201: jsonAnswer(idSchema, "Angelegt"), ...problemResponses },
});

const readRoute = createRoute({
  method: "get",
  path: "/measures/{id}",
  summary: "Eine Maßnahme mit ihren Prüfpunkten lesen",
  middleware: [officials],
  request: { params: idParams },
  responses: { 200: jsonAnswer(measureSchema, "Die Maßnahme, ihre Version als ETag"), ...problemResponses },
});

const answerRoute = createRoute({
  method: "post",
  path: "/measures/{id}/gates/{gate}",
  summary: "Einen Prüfpunkt beantworten (abgeleitete haben keine Antwort)",
  middleware: [officials],
  request: { params: idParams.extend({ gate: z.string().regex(/^G\d{2}$/) }), ...jsonBody(answerSchema) },
  responses: { 201: jsonAnswer(gateSchema.pick({ gate: true }), "Gespeichert"), ...problemResponses },
});

const stepRoute = createRoute({
  method: "post",
  path: "/measures/{id}/steps",
  summary: "Einen Schritt tun (If-Match nötig); gesperrte Prüfpunkte werden genannt",
  middleware: [officials],
  request: { params: idParams, ...jsonBody(stepSchema) },
  responses: { 200: jsonAnswer(statusSchema, "Neuer Stand"), ...problemResponses },
});

const refused = (text: string): HttpProblem => new HttpProblem(409, "Schritt nicht möglich", text);

export const measureApi = () =>
  createApiRouter()
    .openapi(openRoute, async (c) => {
      const file = await openOwnCase(c, "Maßnahme anlegen (API)");
      const { id = newId(), ...input } = c.req.valid("json");
      const result = await openMeasure(c.var.context, { id, caseId: file.id, ...input });
      if (!result.ok) throw refused(openRefusalText(result.refusal));
      return c.json({ id: result.value }, 201);
    })
    .openapi(readRoute, async (c) => {
      const stored = await openOwnMeasure(c, "Maßnahme (API)");
      const { context } = c.var;
      const evaluated = await evaluateMeasure(context, stored, context.today);
      const view = (results: (typeof evaluated)["schedule"]) =>
        results.map(({ gate, status, because }) => ({ gate, status, because }));
      withVersion(c, stored.version);
      const { id, number, caseId, kind, targetState, version, measure } = stored;
      const gates = { schedule: view(evaluated.schedule), execution: view(evaluated.execution) };
      return c.json(
        { id, number, caseId, kind, targetState, version, status: measure.status, attemptNo: measure.attemptNo, gates },
        200,
      );
    })
    .openapi(answerRoute, async (c) => {
      const stored = await openOwnMeasure(c, "Prüfpunkt (API)");
      const { gate } = c.req.valid("param");
      if (!isGateId(gate)) throw invalid([{ field: "gate", message: "Diesen Prüfpunkt gibt es nicht." }]);
      const { answer, reason, evidence, expiresOn } = c.req.valid("json");
      const input = {
        gate: gate satisfies GateId,
        answer,
        reason,
        evidence,
        expiresOn: expiresOn ? day(expiresOn) : undefined,
      };
      const result = await answerGate(c.var.context, stored.id, input);
      if (!result.ok)
        throw invalid([
          { field: answerRefusalFields[result.refusal] ?? "answer", message: answerRefusalTexts[result.refusal] },
        ]);
      return c.json({ gate }, 201);
    })
    .openapi(stepRoute, async (c) => {
      const stored = await openOwnMeasure(c, "Schritt einer Maßnahme (API)");
      const { type, fields } = c.req.valid("json");
      if (!isStatedType(type)) throw invalid([{ field: "type", message: "Diesen Schritt gibt es nicht." }]);
      const stated = eventForms[type].safeParse(fields);
      if (!stated.success)
        throw invalid(stated.error.issues.map(({ path, message }) => ({ field: `fields.${path.join(".")}`, message })));
      const result = await applyMeasureEvent(c.var.context, stored.id, seenVersion(c), stated.data);
      if (!result.ok) throw refused(refusalText(result.refusal));
      return c.json({ status: result.value.status }, 200);
    });
