/** Uploading tables and the list of imports. */
import { Hono } from "hono";
import { emptyForm, type FormState } from "../../kernel/form-state.ts";
import { allow } from "../../platform/http/access.ts";
import { csvAnswer } from "../../platform/http/csv.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { formatInstant } from "../../ui/index.ts";
import { statusLabels } from "./batch.ts";
import { ListPage } from "./pages/list-page.tsx";
import { batchOrders, type BatchList, countBatches, countVerdicts, listBatches } from "./queries.ts";
import { describeFileRefusal } from "./spreadsheet/file-refusal.ts";
import { uploadFile } from "./upload-file.ts";

const perPage = 50;
const exported = 5000;

export const uploadRoutes = () =>
  new Hono<AppEnv>()
    .get("/import", allow("caseworker"), (c) => showList(c, emptyForm))
    .get("/import/importe.csv", allow("caseworker"), (c) => exportList(c))
    .post("/import", allow("caseworker"), async (c) => {
      const { datei } = await c.req.parseBody();
      if (!(datei instanceof File) || datei.name === "") return refuse(c, "Wählen Sie eine Datei aus.");
      const bytes = new Uint8Array(await datei.arrayBuffer());
      const result = await uploadFile(c.var.context, { name: datei.name, bytes });
      if (!result.ok) return refuse(c, describeFileRefusal(result.refusal));
      return c.redirect(`/import/${result.value}/zuordnung`, 303);
    });

const refuse = (c: Http, message: string) => showList(c, { values: {}, errors: { datei: message } });

const isOrder = (text: string): text is BatchList["order"] => Object.hasOwn(batchOrders, text);

async function showList(c: Http, form: FormState) {
  const { context } = c.var;
  const wanted = c.req.query("sortierung") ?? "datum";
  const order = isOrder(wanted) ? wanted : "datum";
  const direction = c.req.query("richtung") === "asc" ? "asc" : "desc";
  const pages = Math.max(1, Math.ceil((await countBatches(context, context.actor.authorityId)) / perPage));
  const page = Math.min(pages, Math.max(1, Number(c.req.query("seite")) || 1));
  const batches = await readList(c, { order, direction, limit: perPage, offset: (page - 1) * perPage });
  return c.html(
    <ListPage
      batches={batches}
      sort={{ key: order, direction }}
      page={page}
      pages={pages}
      form={form}
      frame={await c.var.frame("/import")}
    />,
    Object.keys(form.errors).length > 0 ? 422 : 200,
  );
}

async function readList({ var: { context } }: Http, list: BatchList) {
  const batches = await listBatches(context, context.actor.authorityId, list);
  const counts = await countVerdicts(
    context,
    batches.map(({ id }) => id),
  );
  return batches.map((batch) => ({ ...batch, counts: counts.get(batch.id) }));
}

async function exportList(c: Http) {
  const batches = await readList(c, { order: "datum", direction: "desc", limit: exported, offset: 0 });
  return csvAnswer("importe.csv", [
    ["Datei", "Hochgeladen", "Von", "Stand", "Zeilen", "Übernommen", "Rückfragen", "Fehler"],
    ...batches.map(({ fileName, createdAt, officerName, status, rowCount, appliedCount, counts }) => [
      fileName,
      formatInstant(createdAt),
      officerName,
      statusLabels[status].text,
      rowCount,
      appliedCount,
      counts?.question ?? 0,
      counts?.error ?? 0,
    ]),
  ]);
}
