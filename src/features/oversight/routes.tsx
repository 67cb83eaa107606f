/** Journal and access log for supervision and data protection (§ 76 BDSG); export as CSV without content. */
import { Hono } from "hono";
import { roleLabels, isRole } from "../../platform/access/matrix.ts";
import { allow } from "../../platform/http/access.ts";
import { csvAnswer } from "../../platform/http/csv.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { journalView } from "./journal-view.ts";
import { journalFilterOf, readJournalQuery } from "./journal-query.ts";
import { AccessPage, JournalPage } from "./pages/oversight-pages.tsx";
import { type AccessFilter, listAccesses, listJournal } from "./queries.ts";
import { eventText } from "./texts.ts";

const perPage = 100;
const exported = 10_000;
const overseers = allow("supervisor", "auditor");

function accessFilter(c: Http, limit: number): AccessFilter {
  const before = new Date(c.req.query("vor") ?? "");
  const side = c.req.query("seite") === "eigene" ? "ourOfficers" : "ourCases";
  return { side, limit, ...(Number.isNaN(before.getTime()) ? {} : { before }) };
}

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
      const filter = accessFilter(c, perPage + 1);
      const lines = await listAccesses(context, context.actor.authorityId, filter);
      const next = lines.length > perPage ? lines[perPage - 1]?.at.toISOString() : undefined;
      return c.html(
        <AccessPage
          lines={lines.slice(0, perPage)}
          next={next}
          side={filter.side}
          frame={await c.var.frame("/zugriffe")}
          csvHref={`/zugriffe.csv${filter.side === "ourOfficers" ? "?seite=eigene" : ""}`}
        />,
      );
    })
    .get("/zugriffe.csv", overseers, async (c) => {
      const { context } = c.var;
      const lines = await listAccesses(context, context.actor.authorityId, accessFilter(c, exported));
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
