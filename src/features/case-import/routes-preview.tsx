/** Preview of an import and what can be done from it: answer, take over, go on, discard, download. */
import { Hono } from "hono";
import { z } from "zod";
import { emptyForm, type FormState } from "../../kernel/form-state.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { checkbox, version } from "../../platform/http/fields.ts";
import { readForm, withError } from "../../platform/http/form.ts";
import { changedMeanwhile, notFound } from "../../platform/http/problem.ts";
import { answerQuestion, type AnswerRefusal } from "./answer-question.ts";
import { resume, startApplying } from "./apply-batch.ts";
import { isVerdict } from "./batch.ts";
import { discardBatch } from "./discard-batch.ts";
import { noteRows, openBatch } from "./open-batch-page.ts";
import { showMapping } from "./routes-mapping.tsx";
import { PreviewPage } from "./pages/preview-page.tsx";
import { countVerdicts, listRows } from "./queries.ts";

const perPage = 50;
const caseworker = allow("caseworker");
const versionForm = z.looseObject({ version: version() });
const discardForm = z.looseObject({ verworfen: checkbox() });
const answerForm = z.looseObject({ gemeinde: z.string().optional(), alle: checkbox() });

const answerFaults: Record<AnswerRefusal, string> = {
  unknownRow: "Diese Rückfrage ist schon beantwortet.",
  notOffered: "Wählen Sie eine der genannten Gemeinden. Ist keine richtig, berichtigen Sie den Ort in der Tabelle.",
};

export const previewRoutes = () =>
  new Hono<AppEnv>()
    .get("/import/:id", caseworker, async (c) => {
      const batch = await openBatch(c);
      if (batch.status === "mapping") return c.redirect(`/import/${batch.id}/zuordnung`, 303);
      return showPreview(c, emptyForm);
    })
    .post("/import/:id/uebernehmen", caseworker, async (c) => {
      const { id } = await openBatch(c);
      const form = await readForm(c, versionForm);
      if (!form.ok) throw changedMeanwhile();
      await startApplying(c.var.context, id, { seenVersion: form.value.version });
      return c.redirect(`/import/${id}`, 303);
    })
    .post("/import/:id/fortsetzen", caseworker, async (c) => {
      const { id } = await openBatch(c);
      await resume(c.var.context, id);
      return c.redirect(`/import/${id}`, 303);
    })
    .post("/import/:id/verwerfen", caseworker, async (c) => {
      const { id, status } = await openBatch(c);
      const form = await readForm(c, discardForm);
      if (!form.ok || !form.value.verworfen) {
        const unticked = withError(emptyForm, "verworfen", "Bestätigen Sie, dass die Zeilen gelöscht werden.");
        return status === "mapping" ? showMapping(c, unticked) : showPreview(c, unticked);
      }
      await discardBatch(c.var.context, id);
      return c.redirect("/import", 303);
    })
    .post("/import/:id/zeilen/:row/gemeinde", caseworker, async (c) => {
      const { id } = await openBatch(c);
      const rowNo = Number(c.req.param("row"));
      const form = await readForm(c, answerForm);
      if (!form.ok || !Number.isInteger(rowNo)) throw notFound();
      const { gemeinde = "", alle } = form.value;
      const result = await answerQuestion(c.var.context, id, { rowNo, ags: gemeinde, forAllAlike: alle });
      if (result.ok) return c.redirect(`/import/${id}?ergebnis=question`, 303);
      const field = result.refusal === "unknownRow" ? "" : `gemeinde-${rowNo}`;
      return showPreview(c, withError(form.form, field, answerFaults[result.refusal]));
    });

async function showPreview(c: Http, form: FormState) {
  const batch = await openBatch(c);
  const { context } = c.var;
  const refused = Object.keys(form.errors).length > 0;
  const wanted = c.req.query("ergebnis") ?? (refused && !form.errors["verworfen"] ? "question" : "");
  const verdict = isVerdict(wanted) ? wanted : undefined;
  const counts = (await countVerdicts(context, [batch.id])).get(batch.id);
  if (!counts) throw notFound();
  const all = batch.status === "discarded" && !verdict ? batch.appliedCount : batch.rowCount;
  const pages = Math.max(1, Math.ceil((verdict ? counts[verdict] : all) / perPage));
  const page = Math.min(pages, Math.max(1, Number(c.req.query("seite")) || 1));
  const rows = await listRows(context, batch.id, { verdict, limit: perPage, offset: (page - 1) * perPage });
  noteRows(c, "Import: Vorschau", rows.length);
  return c.html(
    <PreviewPage
      batch={batch}
      counts={counts}
      rows={rows}
      verdict={verdict}
      page={page}
      pages={pages}
      form={form}
      frame={await c.var.frame("/import")}
    />,
    refused ? 422 : 200,
  );
}
