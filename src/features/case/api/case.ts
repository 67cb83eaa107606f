/** The case in the JSON API: search, read, record an event. The same services as the pages. */
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
  withVersion,
} from "../../../platform/http/api.ts";
import type { Http } from "../../../platform/http/env.ts";
import { enforceabilityStates, type EnforceabilityState } from "../domain/enforceability-state.ts";
import { legalEventTypes } from "../domain/legal-event.ts";
import { openOwnCase } from "../open-case-page.ts";
import { type CaseFile, findPerson, findStanding, listEvents } from "../queries.ts";
import { recordEvent } from "../record-event.ts";
import { searchCases } from "../search.ts";

const states = Object.keys(enforceabilityStates) as [EnforceabilityState, ...EnforceabilityState[]];

const caseSchema = z
  .object({
    id: z.uuid(),
    fileNumber: z.string().openapi({ example: "31.30-0147" }),
    version: z.int(),
    person: z.object({ familyName: z.string(), givenNames: z.string(), birthDate: z.string().nullable() }).nullable(),
    standing: z
      .object({ state: z.enum(states), since: z.string().nullable(), until: z.string().nullable() })
      .nullable(),
    events: z.array(z.object({ id: z.uuid(), type: z.string(), on: z.string(), recordedAt: z.string() })),
  })
  .openapi("Case");

const eventSchema = z
  .object({ type: z.enum(legalEventTypes as [string, ...string[]]), fields: z.record(z.string(), z.unknown()) })
  .openapi("LegalEventInput", { example: { type: "obligationToLeaveArisen", fields: { on: "2026-11-20" } } });

const recordedSchema = z.object({
  eventId: z.uuid(),
  state: z.enum(states),
  openQuestions: z.array(z.string()),
  deadlineChanges: z.array(z.object({ key: z.string(), title: z.string(), text: z.string() })),
});
const hitSchema = z.object({ caseId: z.uuid(), matched: z.array(z.string()) });

async function caseView(c: Http, file: CaseFile): Promise<z.input<typeof caseSchema>> {
  const { context } = c.var;
  const person = await findPerson(context, file.id);
  const standing = await findStanding(context, file.id);
  const events = await listEvents(context, file.id);
  return {
    id: file.id,
    fileNumber: file.fileNumber,
    version: file.version,
    person: person
      ? { familyName: person.familyName, givenNames: person.givenNames, birthDate: person.birthDate }
      : null,
    standing: standing
      ? { state: standing.state, since: standing.since?.toString() ?? null, until: standing.until?.toString() ?? null }
      : null,
    events: events.map(({ id, type, on, recordedAt }) => ({
      id,
      type,
      on: on.toString(),
      recordedAt: recordedAt.toISOString(),
    })),
  };
}

const officials = allow("caseworker", "supervisor");

const searchRoute = createRoute({
  // Posted, because a name must not stand in an address or a server log.
  method: "post",
  path: "/case-search",
  summary: "Fälle suchen, die man sehen darf",
  middleware: [officials],
  request: jsonBody(z.object({ q: z.string().min(2).max(200) })),
  responses: { 200: jsonAnswer(z.object({ items: z.array(hitSchema) }), "Treffer"), ...problemResponses },
});

const readRoute = createRoute({
  method: "get",
  path: "/cases/{id}",
  summary: "Einen Fall lesen",
  middleware: [officials],
  request: { params: idParams },
  responses: { 200: jsonAnswer(caseSchema, "Der Fall, seine Version als ETag"), ...problemResponses },
});

const recordRoute = createRoute({
  method: "post",
  path: "/cases/{id}/events",
  summary: "Ein Rechtsereignis erfassen (If-Match nötig)",
  middleware: [allow("caseworker")],
  request: { params: idParams, ...jsonBody(eventSchema) },
  responses: {
    201: jsonAnswer(recordedSchema, "Erfasst; die Vollziehbarkeit wurde neu abgeleitet"),
    ...problemResponses,
  },
});

export const caseReadApi = () =>
  createApiRouter()
    .openapi(searchRoute, async (c) => {
      const { context } = c.var;
      const hits = await searchCases(context, c.req.valid("json").q);
      context.noteAccess({ what: "Suche (API)", purpose: "Bearbeitung", hits: hits.length });
      return c.json({ items: hits.map(({ caseId, matched }) => ({ caseId, matched })) }, 200);
    })
    .openapi(readRoute, async (c) => {
      const file = await openOwnCase(c, "Fall (API)");
      withVersion(c, file.version);
      return c.json(await caseView(c, file), 200);
    })
    .openapi(recordRoute, async (c) => {
      const { type, fields } = c.req.valid("json");
      await openOwnCase(c, "Rechtsereignis erfassen (API)");
      const result = await recordEvent(c.var.context, c.req.valid("param").id, {
        type,
        fields,
        seenVersion: seenVersion(c),
      });
      if (!result.ok) throw invalid([...result.refusal]);
      const { eventId, derivation, changes } = result.value;
      const deadlineChanges = changes.map(({ key, title, text }) => ({ key, title, text }));
      const { state, openQuestions } = derivation;
      return c.json({ eventId, state, openQuestions, deadlineChanges }, 201);
    });
