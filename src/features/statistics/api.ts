/** Figures in the JSON API: the own authority exact, released runs of others protected. No way leads to a person. */
import { createRoute, z } from "@hono/zod-openapi";
import { day } from "../../kernel/day.ts";
import { allow } from "../../platform/http/access.ts";
import { createApiRouter, invalid, jsonAnswer, problemResponses } from "../../platform/http/api.ts";
import { isScheme, makeReport, schemes, type Scheme, toStored } from "./failure-report.ts";

const count = z.union([z.int(), z.literal("suppressed")]);
const table = z.object({
  rows: z.array(z.string()),
  columns: z.array(z.string()),
  cells: z.array(z.array(count)),
  rowTotals: z.array(count),
  columnTotals: z.array(count),
  total: count,
});
const reportSchema = z
  .object({
    title: z.string(),
    definition: z.string(),
    source: z.string(),
    completeness: z.string(),
    years: z.array(z.object({ year: z.int(), table })),
  })
  .openapi("FailureReport");

const query = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  asOf: z.iso.date(),
  scheme: z.enum(Object.keys(schemes) as [Scheme, ...Scheme[]]).default("amtsweg"),
});

const reportRoute = createRoute({
  method: "get",
  path: "/reports/failed-measures",
  summary: "Nicht vollzogene Maßnahmen der eigenen Behörde nach Jahr, Phase und Grund",
  middleware: [allow("caseworker", "supervisor", "auditor")],
  request: { query },
  responses: { 200: jsonAnswer(reportSchema, "Zahlen mit Definition"), ...problemResponses },
});

export const statisticsApi = () =>
  createApiRouter().openapi(reportRoute, async (c) => {
    const { from, to, asOf, scheme } = c.req.valid("query");
    if (from > to) throw invalid([{ field: "to", message: "Das Ende liegt vor dem Beginn." }]);
    if (!isScheme(scheme)) throw invalid([{ field: "scheme", message: "Dieses Schema gibt es nicht." }]);
    const input = { ownerId: c.var.context.actor.authorityId, from: day(from), to: day(to), asOf: day(asOf), scheme };
    const report = toStored(await makeReport(c.var.context, input, "own"));
    const plain = (shown: (typeof report.years)[number]["table"]) => ({
      rows: [...shown.rows],
      columns: [...shown.columns],
      cells: shown.cells.map((row) => [...row]),
      rowTotals: [...shown.rowTotals],
      columnTotals: [...shown.columnTotals],
      total: shown.total,
    });
    return c.json(
      { ...report, years: report.years.map(({ year, table: shown }) => ({ year, table: plain(shown) })) },
      200,
    );
  });
