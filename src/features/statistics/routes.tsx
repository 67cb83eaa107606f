/** Figures for council, parliament and management: own authority exact, everyone else protected and only if released. */
import { Hono } from "hono";
import { z } from "zod";
import { isAfter } from "../../kernel/day.ts";
import { emptyForm, type FormState } from "../../kernel/form-state.ts";
import { isId } from "../../kernel/id.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { requiredDay } from "../../platform/http/fields.ts";
import { checkForm, readForm } from "../../platform/http/form.ts";
import { notFound } from "../../platform/http/problem.ts";
import { reportCsv } from "./csv.ts";
import { isScheme, makeReport, type ReportInput, toStored, usualSpan } from "./failure-report.ts";
import { OwnReportPage, ReportListPage, RunPage } from "./pages/report-pages.tsx";
import { findRun, listRuns, releaseRun, saveRun } from "./queries.ts";

const parametersForm = z
  .object({
    von: requiredDay(),
    bis: requiredDay(),
    stand: requiredDay(),
    schema: z.string().refine(isScheme, "Wählen Sie ein Schema."),
  })
  .superRefine(({ von, bis }, ctx) => {
    if (isAfter(von, bis)) ctx.addIssue({ code: "custom", path: ["bis"], message: "Das Ende liegt vor dem Beginn." });
  });

const readers = allow("caseworker", "supervisor", "auditor");
const all = allow(
  "caseworker",
  "supervisor",
  "auditor",
  "flightDesk",
  "returnCoordination",
  "transport",
  "districtPolice",
  "liaison",
  "monitor",
);
const perPage = 50;

const runRoutes = () =>
  new Hono<AppEnv>()
    .get("/berichte", all, async (c) => {
      const page = Math.max(1, Number(c.req.query("seite")) || 1);
      const runs = await listRuns(c.var.context, perPage + 1, (page - 1) * perPage);
      const pages = runs.length > perPage ? page + 1 : page;
      const mayReport = ["caseworker", "supervisor", "auditor"].includes(c.var.context.actor.role);
      return c.html(
        <ReportListPage
          runs={runs.slice(0, perPage)}
          page={page}
          pages={pages}
          mayReport={mayReport}
          frame={await c.var.frame("/berichte")}
        />,
      );
    })
    .get("/berichte/laeufe/:file{.+\\.csv}", all, async (c) => {
      const run = await openRun(c, c.req.param("file").slice(0, -4));
      return csv(c, reportCsv(run.result, run.asOf));
    })
    .get("/berichte/laeufe/:id", all, async (c) => {
      const run = await openRun(c, c.req.param("id"));
      const isOwn = run.ownerId === c.var.context.actor.authorityId;
      return c.html(<RunPage run={run} isOwn={isOwn} frame={await c.var.frame("/berichte")} />);
    })
    .post("/berichte/laeufe/:id/freigeben", allow("supervisor"), async (c) => {
      const run = await openRun(c, c.req.param("id"));
      await c.var.context.change((change) => releaseRun(change, run.id));
      return c.redirect(`/berichte/laeufe/${run.id}`, 303);
    });

const failureRoutes = () =>
  new Hono<AppEnv>()
    .get("/berichte/nicht-vollzogen", readers, async (c) => {
      const asked = c.req.query();
      const { context } = c.var;
      const span = usualSpan(context.today);
      const usual = {
        from: span.from.toString(),
        to: span.to.toString(),
        asOf: context.today.toString(),
        scheme: "amtsweg",
      };
      if (Object.keys(asked).length === 0)
        return showOwn(
          c,
          inputOf(c, { von: span.from, bis: span.to, stand: context.today, schema: "amtsweg" }),
          emptyForm,
        );
      const form = checkForm(asked, parametersForm);
      if (form.ok) return showOwn(c, inputOf(c, form.value), form.form);
      const page = (
        <OwnReportPage
          report={undefined}
          parameters={usual}
          form={form.form}
          frame={await c.var.frame("/berichte")}
          mayRun={false}
        />
      );
      return c.html(page, 422);
    })
    .get("/berichte/nicht-vollzogen.csv", readers, async (c) => {
      const form = checkForm(c.req.query(), parametersForm);
      if (!form.ok) throw notFound();
      const input = inputOf(c, form.value);
      return csv(c, reportCsv(toStored(await makeReport(c.var.context, input, "own")), input.asOf.toString()));
    })
    .post("/berichte/laeufe", allow("caseworker", "supervisor"), async (c) => {
      const form = await readForm(c, parametersForm);
      if (!form.ok) throw notFound();
      const input = inputOf(c, form.value);
      const result = toStored(await makeReport(c.var.context, input, "outside"));
      const parameters = { from: input.from.toString(), to: input.to.toString(), scheme: input.scheme };
      const id = await c.var.context.change((change) =>
        saveRun(change, { parameters, asOf: input.asOf.toString(), result }),
      );
      return c.redirect(`/berichte/laeufe/${id}`, 303);
    });

export const statisticsRoutes = () => new Hono<AppEnv>().route("/", runRoutes()).route("/", failureRoutes());

const inputOf = (c: Http, value: z.output<typeof parametersForm>): ReportInput => ({
  ownerId: c.var.context.actor.authorityId,
  from: value.von,
  to: value.bis,
  asOf: value.stand,
  scheme: isScheme(value.schema) ? value.schema : "amtsweg",
});

async function showOwn(c: Http, input: ReportInput, form: FormState) {
  const report = toStored(await makeReport(c.var.context, input, "own"));
  const parameters = {
    from: input.from.toString(),
    to: input.to.toString(),
    asOf: input.asOf.toString(),
    scheme: input.scheme,
  };
  const mayRun = ["caseworker", "supervisor"].includes(c.var.context.actor.role);
  return c.html(
    <OwnReportPage
      report={report}
      parameters={parameters}
      form={form}
      frame={await c.var.frame("/berichte")}
      mayRun={mayRun}
    />,
  );
}

async function openRun(c: Http, id: string) {
  const run = isId(id) ? await findRun(c.var.context, id) : undefined;
  if (!run) throw notFound();
  return run;
}

const csv = (c: Http, text: string): Response =>
  c.body(text, 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="bericht.csv"',
  });
