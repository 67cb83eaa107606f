/** Opening and closing obstacles of a case: first the kind, then its reason. */
import { Hono } from "hono";
import { z } from "zod";
import { emptyForm, type FormState } from "../../../kernel/form-state.ts";
import { allow } from "../../../platform/http/access.ts";
import type { AppEnv, Http } from "../../../platform/http/env.ts";
import { version } from "../../../platform/http/fields.ts";
import { readForm, withError } from "../../../platform/http/form.ts";
import { keepsInput } from "../../../platform/http/keeps-input.ts";
import { notFound } from "../../../platform/http/problem.ts";
import { isObstacleType } from "../domain/obstacle-type.ts";
import { openOwnCase } from "../open-case-page.ts";
import { closeObstacle, openObstacle } from "./change-obstacles.ts";
import { CloseObstaclePage, ObstacleKindPage, OpenObstaclePage } from "./obstacle-pages.tsx";
import { closingShape, openingShape } from "./fields.ts";
import { listObstacles } from "./queries-obstacles.ts";

const openingForm = z.object({ version: version(), ...openingShape });
const closingForm = z.object({ version: version(), ...closingShape });

const officials = allow("caseworker");

export const obstacleRoutes = () =>
  new Hono<AppEnv>()
    .get("/faelle/:id/hindernisse/neu", officials, async (c) => {
      const type = c.req.query("art");
      if (type && isObstacleType(type)) return showOpening(c, type, emptyForm);
      const file = await openOwnCase(c, "Hindernis erfassen");
      const open = (await listObstacles(c.var.context, file.id))
        .map(({ obstacle }) => obstacle)
        .filter(({ status }) => status === "open");
      const taken = new Set(open.map(({ type: kind }) => kind));
      return c.html(<ObstacleKindPage file={file} taken={taken} frame={await c.var.frame("/faelle")} />);
    })
    .post("/faelle/:id/hindernisse/neu/:type", officials, keepsInput(showOpeningAgain), async (c) => {
      const { id, type } = c.req.param();
      if (!isObstacleType(type)) throw notFound();
      await openOwnCase(c, "Hindernis erfassen");
      const form = await readForm(c, openingForm);
      if (!form.ok) return showOpening(c, type, form.form);
      const { version: seenVersion, ...input } = form.value;
      const result = await openObstacle(c.var.context, id, { seenVersion, type, ...input, reason: input.reason });
      if (result.ok) return c.redirect(`/faelle/${id}#hindernisse`, 303);
      const { field, message } = result.refusal;
      // The kind stands in the address, so no field of the form is to blame for it.
      return showOpening(c, type, withError(form.form, field === "type" ? "" : field, message));
    })
    .get("/faelle/:id/hindernisse/:obstacle/schliessen", officials, (c) => showClosing(c, emptyForm))
    .post("/faelle/:id/hindernisse/:obstacle/schliessen", officials, keepsInput(showClosing), async (c) => {
      const { id, obstacle } = c.req.param();
      await openOwnCase(c, "Hindernis schließen");
      const form = await readForm(c, closingForm);
      if (!form.ok) return showClosing(c, form.form);
      const { version: seenVersion, on, text } = form.value;
      const result = await closeObstacle(c.var.context, id, { seenVersion, obstacleId: obstacle, on, text });
      if (result.ok) return c.redirect(`/faelle/${id}#hindernisse`, 303);
      return showClosing(c, withError(form.form, result.refusal.field, result.refusal.message));
    });

const statusOf = (form: FormState) => (Object.keys(form.errors).length > 0 ? 422 : 200);

async function showOpening(c: Http, type: Parameters<typeof OpenObstaclePage>[0]["type"], form: FormState) {
  const file = await openOwnCase(c, "Hindernis erfassen");
  const frame = await c.var.frame("/faelle");
  return c.html(<OpenObstaclePage file={file} type={type} form={form} frame={frame} />, statusOf(form));
}

/** The form of the address. */
function showOpeningAgain(c: Http, form: FormState): Promise<Response> {
  const type = c.req.param("type") ?? "";
  if (!isObstacleType(type)) throw notFound();
  return showOpening(c, type, form);
}

async function showClosing(c: Http, form: FormState) {
  const file = await openOwnCase(c, "Hindernis schließen");
  const stored = (await listObstacles(c.var.context, file.id)).find(({ id }) => id === c.req.param("obstacle"));
  if (!stored) throw notFound();
  const frame = await c.var.frame("/faelle");
  return c.html(<CloseObstaclePage file={file} stored={stored} form={form} frame={frame} />, statusOf(form));
}
