/** Deadlines in the JSON API: compute for anyone, the same code as command and calculator; those of a case for its owner. */
import { createRoute, z } from "@hono/zod-openapi";
import { allow } from "../../platform/http/access.ts";
import { createApiRouter, idParams, invalid, jsonAnswer, jsonBody, problemResponses } from "../../platform/http/api.ts";
import { deadlinesOfCase } from "./case-deadlines.ts";
import type { DerivedDeadline } from "./domain/case-book.ts";
import { computeDeadline } from "./domain/compute.ts";
import { type DeadlineAnswer, readRequest, writeAnswer } from "./domain/exchange.ts";
import type { DeadlineDeps } from "./routes.tsx";

const stepSchema = z.object({ text: z.string(), norm: z.string().optional(), day: z.string().optional() });

/** Fields are checked by the engine, so that its message is the same everywhere. */
const requestSchema = z
  .looseObject({
    id: z.string(),
    rule: z.string(),
    on: z.string(),
    calendar: z.string(),
    length: z.string().optional(),
  })
  .openapi("DeadlineRequest", { example: { id: "V10", rule: "D01", on: "2026-11-09", calendar: "DE-NW" } });

const answerSchema = z
  .object({
    id: z.string(),
    raw: z.string(),
    legalEnd: z.string(),
    operationalEnd: z.string().optional(),
    earliestAction: z.string().optional(),
    rolled: z.string().optional(),
    until: z.string().optional(),
    planOn: z.string(),
    rule: z.string(),
    title: z.string(),
    norm: z.string(),
    version: z.string(),
    lengthAssumed: z.boolean(),
    readings: z.array(z.object({ text: z.string(), day: z.string() })),
    missed: z.string(),
    steps: z.array(stepSchema),
  })
  .openapi("Deadline");

const caseDeadlineSchema = z
  .object({
    key: z.string(),
    rule: z.string(),
    title: z.string(),
    state: z.enum(["running", "waiting", "interrupted", "suspended", "ended", "refused"]),
    planned: z.boolean(),
    regime: z.enum(["DublinIII", "AMMR"]).nullable(),
    /** Ids of the events that started it and that ended or interrupted it. */
    startedBy: z.string(),
    endedBy: z.string().nullable(),
    waitingFor: z.string().nullable(),
    notes: z.array(z.string()),
    deadline: answerSchema.nullable(),
  })
  .openapi("CaseDeadline");

const computeRoute = createRoute({
  method: "post",
  path: "/deadlines/compute",
  summary: "Fristen berechnen; ganz oder gar nicht",
  security: [],
  middleware: allow("everyone"),
  request: jsonBody(z.array(requestSchema).min(1).max(1000)),
  responses: { 200: jsonAnswer(z.array(answerSchema), "Fristen mit Rechenweg"), 422: problemResponses[422] },
});

const caseRoute = createRoute({
  method: "get",
  path: "/cases/{id}/deadlines",
  summary: "Alle Fristen eines Falls mit Rechenweg",
  middleware: allow("caseworker", "supervisor"),
  request: { params: idParams },
  responses: {
    200: jsonAnswer(z.array(caseDeadlineSchema), "Fristen, auch ohne Beginn oder beendet"),
    ...problemResponses,
  },
});

const view = (derived: DerivedDeadline): z.input<typeof caseDeadlineSchema> => ({
  key: derived.key,
  rule: derived.rule,
  title: derived.title,
  state: derived.state,
  planned: derived.planned,
  regime: derived.regime ?? null,
  startedBy: derived.startedBy,
  endedBy: derived.endedBy ?? null,
  waitingFor: derived.waitingFor ?? null,
  notes: [...derived.notes],
  deadline: derived.deadline ? writeAnswer(derived.key, derived.deadline) : null,
});

function computeAll(entries: readonly unknown[]): DeadlineAnswer[] {
  const problems: { field: string; message: string }[] = [];
  const answers = entries.flatMap((entry, index) => {
    const request = readRequest(entry);
    const deadline = request.ok ? computeDeadline(request.value.input) : request;
    if (request.ok && deadline.ok) return [writeAnswer(request.value.id, deadline.value)];
    if (!deadline.ok) problems.push({ field: `${index}.${deadline.refusal.field}`, message: deadline.refusal.message });
    return [];
  });
  if (problems.length > 0) throw invalid(problems);
  return answers;
}

export const deadlineApi = ({ openCase, eventsOf }: DeadlineDeps) => {
  const api = createApiRouter();
  api.openapi(computeRoute, (c) => c.json(computeAll(c.req.valid("json")), 200));
  api.openapi(caseRoute, async (c) => {
    const file = await openCase(c, "Fristen");
    const { deadlines } = await deadlinesOfCase(c.var.context, file, eventsOf);
    return c.json(deadlines.map(view), 200);
  });
  return api;
};
