/** The page on which the clerk says what each column means. */
import { Hono } from "hono";
import { z } from "zod";
import { emptyForm, type FormState } from "../../kernel/form-state.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { version } from "../../platform/http/fields.ts";
import { readForm } from "../../platform/http/form.ts";
import { keepsInput } from "../../platform/http/keeps-input.ts";
import { canMap } from "./batch.ts";
import { type Field, isField } from "./domain/field.ts";
import { noteRows, openBatch } from "./open-batch-page.ts";
import { columnName, MappingPage } from "./pages/mapping-page.tsx";
import { sampleRows } from "./queries.ts";
import { type MappingRefusal, saveMapping } from "./save-mapping.ts";

const mappingForm = z.looseObject({ version: version() });
const looked = 50;
const shown = 3;
const longestSample = 40;

export const mappingRoutes = () =>
  new Hono<AppEnv>()
    .get("/import/:id/zuordnung", allow("caseworker"), async (c) => {
      const batch = await openBatch(c);
      if (!canMap(batch)) return c.redirect(`/import/${batch.id}`, 303);
      return showMapping(c, emptyForm);
    })
    .post("/import/:id/zuordnung", allow("caseworker"), keepsInput(showMapping), async (c) => {
      const { id } = await openBatch(c);
      const form = await readForm(c, mappingForm);
      if (!form.ok) return showMapping(c, form.form);
      const assignment = assignmentOf(form.value);
      const result = await saveMapping(c.var.context, id, assignment, { seenVersion: form.value.version });
      if (result.ok) return c.redirect(`/import/${id}`, 303);
      return showMapping(c, { values: form.form.values, errors: errorsOf(result.refusal) });
    });

/** `spalte-3=birthDate`; columns with an empty choice are not read. */
const assignmentOf = (form: Record<string, unknown>): Map<number, Field> =>
  new Map(
    Object.entries(form).flatMap(([name, value]): [number, Field][] => {
      const column = /^spalte-(\d{1,3})$/.exec(name)?.[1];
      return column !== undefined && typeof value === "string" && isField(value) ? [[Number(column), value]] : [];
    }),
  );

const errorsOf = ({ missing, doubles }: MappingRefusal): FormState["errors"] => ({
  ...(missing.length > 0 ? { "": `Noch nicht zugeordnet: ${missing.join(", ")}.` } : {}),
  ...Object.fromEntries(doubles.map(({ column, message }) => [columnName(column), message])),
});

export async function showMapping(c: Http, form: FormState) {
  const batch = await openBatch(c);
  const rows = await sampleRows(c.var.context, batch.id, looked);
  noteRows(c, "Import: Spalten zuordnen", Math.min(shown, rows.length));
  const columns = batch.mapping.map((entry) => {
    const values = rows.map(({ cells }) => (cells[entry.column] ?? "").trim()).filter(Boolean);
    return { ...entry, samples: [...new Set(values)].slice(0, shown).map(shortened) };
  });
  const page = <MappingPage batch={batch} columns={columns} form={form} frame={await c.var.frame("/import")} />;
  return c.html(page, Object.keys(form.errors).length > 0 ? 422 : 200);
}

const shortened = (text: string): string =>
  text.length > longestSample ? `${text.slice(0, longestSample - 1)}…` : text;
