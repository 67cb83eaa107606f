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
import { day } from "../../kernel/day.ts";
import { instantsOf } from "./list-query.ts";
import { listAccesses } from "./queries-accesses.ts";
import { listJournal } from "./queries.ts";

/** Days are German days, the last one included. */
const listQuery = pageQuery.extend({
  officer: z.uuid().optional().openapi({ description: "Nur, was diese Person getan hat" }),
  from: z.iso.date().optional().openapi({ description: "Erster Tag" }),
  until: z.iso.date().optional().openapi({ description: "Letzter Tag" }),
});

type Asked = Omit<z.output<typeof listQuery>, "cursor">;

const filterOf = ({ officer, from, until, limit }: Asked, before: number | undefined) => ({
  limit,
  ...(officer && { by: officer }),
  ...instantsOf({ von: from ? day(from) : undefined, bis: until ? day(until) : undefined }),
  ...(before === undefined ? {} : { before }),
});

const lastLine = z.tuple([z.int()]);

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
  request: { query: listQuery },
  responses: { 200: jsonAnswer(pageOf(journalLine), "Eine Seite"), ...problemResponses },
});

const accessRoute = createRoute({
  method: "get",
  path: "/accesses",
  summary: "Zugriffe auf Fälle der eigenen Behörde mit Zweck (§ 76 BDSG)",
  middleware: [overseers],
  request: { query: listQuery },
  responses: { 200: jsonAnswer(pageOf(accessLine), "Eine Seite"), ...problemResponses },
});

export const oversightApi = () =>
  createApiRouter()
    .openapi(journalRoute, async (c) => {
      const { cursor, ...asked } = c.req.valid("query");
      const [before] = decodeCursor(cursor, lastLine) ?? [];
      const { context } = c.var;
      const lines = await listJournal(context, context.actor.authorityId, filterOf(asked, before));
      context.noteAccess({ what: "Protokoll (API)", purpose: "Aufsicht", hits: lines.length });
      const items = lines.map(({ seq, recordedAt, officerName, subject, event, data }) => ({
        seq,
        recordedAt: recordedAt.toISOString(),
        officer: officerName ?? null,
        subject,
        event,
        data,
      }));
      return c.json({ items, next: lines.length === asked.limit ? encodeCursor([lines.at(-1)?.seq]) : null }, 200);
    })
    .openapi(accessRoute, async (c) => {
      const { cursor, ...asked } = c.req.valid("query");
      const [before] = decodeCursor(cursor, lastLine) ?? [];
      const { context } = c.var;
      const filter = { side: "ourCases" as const, ...filterOf(asked, before) };
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
      return c.json({ items, next: lines.length === asked.limit ? encodeCursor([lines.at(-1)?.id]) : null }, 200);
    });
