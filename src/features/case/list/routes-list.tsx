/** The list of the own authority's cases (Fälle): ordered by file number or legal dates, filtered, paged, exported. */
import { Hono } from "hono";
import { z } from "zod";
import { emptyForm, type FormState } from "../../../kernel/form-state.ts";
import { allow } from "../../../platform/http/access.ts";
import { decodeCursor, encodeCursor } from "../../../platform/http/api.ts";
import { csvAnswer } from "../../../platform/http/csv.ts";
import type { AppEnv, Http } from "../../../platform/http/env.ts";
import { requiredText } from "../../../platform/http/fields.ts";
import { readForm, withError } from "../../../platform/http/form.ts";
import { chosenMunicipality, listOfficers } from "../../authority/index.ts";
import { cursorSchema, type ListQuery, listQuery } from "./list-definition.ts";
import { ExportPage } from "./export-page.tsx";
import { CaseListPage } from "./list-page.tsx";
import { listCsv } from "./csv.ts";
import { countCases, type ListAsk, listCases } from "./queries-list.ts";

const perPage = 50;
const countedUpTo = 1001;
const exportedUpTo = 10_000;

const askOf = (query: ListQuery, limit: number): ListAsk => ({
  filter: query,
  sort: query.sort,
  descending: query.sort === "az" && query.richtung === "ab",
  after: decodeCursor(query.weiter, cursorSchema),
  limit,
});

const officials = allow("caseworker", "supervisor");
const supervisors = allow("supervisor");

const exportForm = z.object({ purpose: requiredText("Geben Sie an, wozu Sie die Liste brauchen.", 200, 3) });

const tooLong =
  "Die Liste hat mehr als 10 000 Zeilen. Bitte filtern Sie vor dem Export, zum Beispiel nach Stand oder Gemeinde.";

const exportedQuery = (c: Http): ListQuery => listQuery.parse({ ...c.req.query(), weiter: undefined });

export const caseListRoutes = () =>
  new Hono<AppEnv>()
    .get("/faelle", officials, (c) => showList(c, listQuery.parse(c.req.query())))
    // domain.md 5.4 no. 9: caseworkers export no lists of cases; docs/domain/listen-und-dateien.md.
    .get("/faelle/liste/ausgeben", supervisors, (c) => showExport(c, emptyForm))
    .post("/faelle/liste/ausgeben", supervisors, async (c) => {
      const { context } = c.var;
      const form = await readForm(c, exportForm);
      if (!form.ok) return showExport(c, form.form);
      const query = exportedQuery(c);
      const found = await listCases(context, askOf(query, exportedUpTo + 1));
      if (found.length > exportedUpTo) return showExport(c, withError(form.form, "", tooLong));
      context.noteAccess({
        what: "Fallliste als CSV",
        purpose: form.value.purpose,
        ownerId: context.actor.authorityId,
        hits: found.length,
      });
      return csvAnswer("faelle.csv", listCsv(found));
    });

async function showExport(c: Http, form: FormState) {
  const page = <ExportPage query={exportedQuery(c)} form={form} frame={await c.var.frame("/faelle")} />;
  return c.html(page, Object.keys(form.errors).length > 0 ? 422 : 200);
}

async function showList(c: Http, asked: ListQuery) {
  const { context } = c.var;
  const chosen = await chosenMunicipality(context, { ags: asked.gemeinde, text: asked["gemeinde-text"] });
  const municipality = chosen.ok ? chosen.value : undefined;
  const query = { ...asked, gemeinde: municipality?.ags, "gemeinde-text": undefined };
  const found = await listCases(context, askOf(query, perPage + 1));
  const cases = found.slice(0, perPage);
  const last = found.length > perPage ? cases.at(-1) : undefined;
  context.noteAccess({
    what: "Fallliste",
    purpose: "Bearbeitung",
    ownerId: context.actor.authorityId,
    hits: cases.length,
  });
  const count = await countCases(context, query, countedUpTo);
  return c.html(
    <CaseListPage
      cases={cases}
      query={query}
      count={{ shown: Math.min(count, countedUpTo - 1), more: count === countedUpTo }}
      next={last && encodeCursor(last.key)}
      officers={await listOfficers(context, context.actor.authorityId)}
      municipality={municipality}
      question={chosen.ok ? undefined : { text: asked["gemeinde-text"] ?? "", message: chosen.refusal }}
      mayOpen={context.actor.role === "caseworker"}
      mayExport={context.actor.role === "supervisor"}
      now={context.now}
      frame={await c.var.frame("/faelle")}
    />,
  );
}
