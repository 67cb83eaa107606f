/** Journal and access log for supervision and data protection (§ 76 BDSG); export as CSV without content. */
import { Hono } from "hono";
import { roleLabels, isRole } from "../../platform/access/matrix.ts";
import { allow } from "../../platform/http/access.ts";
import { csvAnswer } from "../../platform/http/csv.ts";
import type { AppEnv } from "../../platform/http/env.ts";
import { accessFilterOf, readAccessQuery } from "./access-query.ts";
import { accessView } from "./access-view.ts";
import { journalView } from "./journal-view.ts";
import { journalFilterOf, readJournalQuery } from "./journal-query.ts";
import { AccessPage, JournalPage } from "./pages/oversight-pages.tsx";
import { listAccesses } from "./queries-accesses.ts";
import { listJournal } from "./queries.ts";
import { eventText } from "./texts.ts";

const exported = 10_000;
const overseers = allow("supervisor", "auditor");

const journalRoutes = () =>
  new Hono<AppEnv>()
    .get("/protokoll", overseers, async (c) => {
      const { context } = c.var;
      const view = await journalView(context, {
        chain: context.actor.authorityId,
        path: "/protokoll",
        caption: "Protokoll",
        raw: c.req.query(),
      });
      context.noteAccess({ what: "Protokoll", purpose: "Aufsicht", hits: view.lines.length });
      return c.html(<JournalPage view={view} frame={await c.var.frame("/protokoll")} />);
    })
    .get("/protokoll.csv", overseers, async (c) => {
      const { context } = c.var;
      const filter = { ...journalFilterOf(readJournalQuery(c.req.query()).query), limit: exported };
      const lines = await listJournal(context, context.actor.authorityId, filter);
      context.noteAccess({ what: "Protokoll (Export)", purpose: "Aufsicht", hits: lines.length });
      const rows = lines.map((line) => [
        line.seq,
        line.recordedAt.toISOString(),
        line.officerName ?? "System",
        line.authorityName ?? "",
        eventText(line.event),
        line.subject,
        JSON.stringify(line.data),
      ]);
      return csvAnswer("protokoll.csv", [
        ["Nr.", "Zeitpunkt", "Wer", "Behörde", "Vorgang", "Gegenstand", "Angaben"],
        ...rows,
      ]);
    });

const accessRoutes = () =>
  new Hono<AppEnv>()
    .get("/zugriffe", overseers, async (c) => {
      const { context } = c.var;
      const view = await accessView(context, {
        authorityId: context.actor.authorityId,
        path: "/zugriffe",
        caption: "Zugriffe mit Zweck (§ 76 BDSG)",
        raw: c.req.query(),
      });
      return c.html(<AccessPage view={view} frame={await c.var.frame("/zugriffe")} />);
    })
    .get("/zugriffe.csv", overseers, async (c) => {
      const { context } = c.var;
      const filter = { ...accessFilterOf(readAccessQuery(c.req.query()).query), limit: exported };
      const lines = await listAccesses(context, context.actor.authorityId, filter);
      const rows = lines.map((line) => [
        line.at.toISOString(),
        line.officerName,
        line.authorityName,
        isRole(line.role) ? roleLabels[line.role] : line.role,
        line.what,
        line.hits,
        line.purpose,
      ]);
      return csvAnswer("zugriffe.csv", [["Zeitpunkt", "Wer", "Behörde", "Rolle", "Was", "Fälle", "Zweck"], ...rows]);
    });

export const oversightRoutes = () => new Hono<AppEnv>().route("/", journalRoutes()).route("/", accessRoutes());
