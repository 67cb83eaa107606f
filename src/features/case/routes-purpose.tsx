/** „Wozu?“ before the case opens, and on the way to it nothing about the person. */
import { Hono } from "hono";
import { z } from "zod";
import { emptyForm, type FormState } from "../../kernel/form-state.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { choice, optionalText } from "../../platform/http/fields.ts";
import { readForm } from "../../platform/http/form.ts";
import { type Purpose, purposes, statePurpose } from "./access-purpose.ts";
import { findOwnCase } from "./open-case-page.ts";
import { PurposePage } from "./pages/purpose-page.tsx";

const keys = Object.keys(purposes) as [Purpose, ...Purpose[]];

const purposeForm = z
  .object({
    purpose: choice(keys, "Wählen Sie den Zweck Ihres Zugriffs."),
    note: optionalText(120),
    weiter: z.string().max(500).optional(),
  })
  .superRefine(({ purpose, note }, ctx) => {
    if (purpose === "other" && (note ?? "").length < 3)
      ctx.addIssue({ code: "custom", path: ["note"], message: "Geben Sie den Zweck in eigenen Worten an." });
  });

const officials = allow("caseworker", "supervisor");

/** Only back into this case or to a page of ours that asked; never to another host. */
const wayBack = (id: string, wanted: string | undefined): string =>
  wanted && /^\/(?!\/)[\w./?=&%-]*$/.test(wanted) ? wanted : `/faelle/${id}`;

export const purposeRoutes = () =>
  new Hono<AppEnv>()
    .get("/faelle/:id/wozu", officials, (c) => showPurpose(c, emptyForm))
    .post("/faelle/:id/wozu", officials, async (c) => {
      const file = await findOwnCase(c);
      const form = await readForm(c, purposeForm);
      if (!form.ok) return showPurpose(c, form.form);
      await statePurpose(c.var.context, file, { purpose: form.value.purpose, note: form.value.note });
      return c.redirect(wayBack(file.id, form.value.weiter), 303);
    });

async function showPurpose(c: Http, form: FormState) {
  const file = await findOwnCase(c);
  const sent = form.values["weiter"];
  return c.html(
    <PurposePage
      caseId={file.id}
      backTo={wayBack(file.id, typeof sent === "string" ? sent : c.req.query("weiter"))}
      form={form}
      frame={await c.var.frame("/faelle")}
    />,
    Object.keys(form.errors).length > 0 ? 422 : 200,
  );
}
