/**
 * A form that was made from an older version: the same page again, 409, with what was typed beside what is stored now.
 * Nothing is overwritten until the reader has seen both and sends once more.
 */
import { createMiddleware } from "hono/factory";
import { z } from "zod";
import type { FormState } from "../../kernel/form-state.ts";
import type { AppEnv, Http } from "./env.ts";
import { readForm } from "./form.ts";
import { ChangedMeanwhile } from "./problem.ts";

const text =
  "Jemand hat diesen Vorgang inzwischen geändert. Ihre Eingaben sind noch da. Prüfen Sie sie am jetzigen Stand, und senden Sie dann noch einmal.";

/** `show` gives the page of the form; where it cannot be shown any more, the answer to errors hands the input back. */
export const keepsInput = (show: (c: Http, form: FormState) => Promise<Response>) =>
  createMiddleware<AppEnv>(async (c, next) => {
    await next();
    if (!(c.error instanceof ChangedMeanwhile)) return;
    const { form } = await readForm(c, z.looseObject({}));
    const again = await show(c, { values: form.values, errors: { "": text }, meanwhile: {} }).catch(() => undefined);
    if (!again) return;
    c.error = undefined;
    c.res = new Response(again.body, { status: 409, headers: again.headers });
  });
