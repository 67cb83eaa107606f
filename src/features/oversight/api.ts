/** Journal and access log in the JSON API, for supervision and data protection: what happened, never the content. */
import { createRoute, z } from "@hono/zod-openapi";
import { allow } from "../../platform/http/access.ts";
import {
  createApiRouter,
  decodeCursor,
  encodeCursor,
  jsonAnswer,
  pageOf,
  pageQuery,
  problemResponses,
} from "../../platform/http/api.ts";
import { listAccesses, listJournal } from "./queries.ts";

const overseers = allow("supervisor", "auditor");

const journalLine = z
  .object({
    seq: z.int(),
    recordedAt: z.string(),
    officer: z.string().nullable(),
    subject: z.string(),
    event: z.string(),
    data: z.record(z.string(), z.unknown()),
  })
  .openapi("JournalLine");

const accessLine = z
  .object({
    at: z.string(),
    officer: z.string(),
    authority: z.string(),
    role: z.string(),
    what: z.string(),
    purpose: z.string(),
    hits: z.int(),
  })
  .openapi("AccessLine");

const journalRoute = createRoute({
  method: "get",
  path: "/journal",
  summary: "Protokoll der eigenen Behörde, das Neueste zuerst",
  middleware: [overseers],
  request: { query: pageQuery },
  responses: { 200: jsonAnswer(pageOf(journalLine), "Eine Seite"), ...problemResponses },
});

const accessRoute = createRoute({
  method: "get",
  path: "/accesses",
  summary: "Zugriffe auf Fälle der eigenen Behörde mit Zweck (§ 76 BDSG)",
  middleware: [overseers],
  request: { query: pageQuery },
  responses: { 200: jsonAnswer(pageOf(accessLine), "Eine Seite"), ...problemResponses },
});

export const oversightApi = () =>
  createApiRouter()
    .openapi(journalRoute, async (c) => {
      const { limit, cursor } = c.req.valid("query");
      const [before] = decodeCursor(cursor, z.tuple([z.int()])) ?? [];
      const { context } = c.var;
      const lines = await listJournal(context, context.actor.authorityId, {
        limit,
        ...(before === undefined ? {} : { before }),
      });
      context.noteAccess({ what: "Protokoll (API)", purpose: "Aufsicht", hits: lines.length });
      const items = lines.map(({ seq, recordedAt, officerName, subject, event, data }) => ({
        seq,
        recordedAt: recordedAt.toISOString(),
        officer: officerName ?? null,
        subject,
        event,
        data,
      }));
      return c.json({ items, next: items.length === limit ? encodeCursor([items.at(-1)?.seq]) : null }, 200);
    })
    .openapi(accessRoute, async (c) => {
      const { limit, cursor } = c.req.valid("query");
      const [before] = decodeCursor(cursor, z.tuple([z.iso.datetime()])) ?? [];
      const { context } = c.var;
      const filter = { side: "ourCases" as const, limit, ...(before ? { before: new Date(before) } : {}) };
      const lines = await listAccesses(context, context.actor.authorityId, filter);
      const items = lines.map(({ at, officerName, authorityName, role, what, purpose, hits }) => ({
        at: at.toISOString(),
        officer: officerName,
        authority: authorityName,
        role,
        what,
        purpose,
        hits,
      }));
      return c.json({ items, next: items.length === limit ? encodeCursor([items.at(-1)?.at]) : null }, 200);
    });
