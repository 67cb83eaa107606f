/** The page of deputies (Vertretung). */
import { Hono } from "hono";
import { z } from "zod";
import { emptyForm, type FormState } from "../../kernel/form-state.ts";
import { isId } from "../../kernel/id.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { requiredDay, requiredText } from "../../platform/http/fields.ts";
import { readForm, withError } from "../../platform/http/form.ts";
import { notFound } from "../../platform/http/problem.ts";
import { assignableOfficers } from "../case/index.ts";
import { DeputiesPage } from "./deputies-page.tsx";
import { listDeputies } from "./queries.ts";
import { type DeputyRefusal, endDeputy, setDeputy } from "./set-deputy.ts";

const officials = allow("caseworker", "supervisor");

const deputyForm = z.object({
  absent: requiredText("Wählen Sie, wer abwesend ist."),
  deputy: requiredText("Wählen Sie, wer vertritt."),
  from: requiredDay(),
  until: requiredDay(),
});

const refusals: Readonly<Record<DeputyRefusal, [field: string, text: string]>> = {
  notAssignable: ["deputy", "Diese Person bearbeitet keine Fälle Ihrer Behörde."],
  onlyOwn: ["absent", "Sie können nur Ihre eigene Abwesenheit eintragen. Für andere tut das die Leitung."],
  samePerson: ["deputy", "Niemand vertritt sich selbst. Wählen Sie eine andere Person."],
  endsBefore: ["until", "Das Ende liegt vor dem Beginn."],
  isOver: ["until", "Das Ende liegt in der Vergangenheit."],
  tooLong: ["until", "Eine Vertretung dauert höchstens ein Jahr. Geben Sie den Fall sonst ab."],
};

export const deputyRoutes = () =>
  new Hono<AppEnv>()
    .get("/vertretung", officials, (c) => show(c, emptyForm))
    .post("/vertretung", officials, async (c) => {
      const form = await readForm(c, deputyForm);
      if (!form.ok) return show(c, form.form);
      const { absent: absentId, deputy: deputyId, from, until } = form.value;
      const set = await setDeputy(c.var.context, { absentId, deputyId, from, until });
      if (set.ok) return c.redirect("/vertretung", 303);
      return show(c, withError(form.form, ...refusals[set.refusal]));
    })
    .post("/vertretung/:id/beenden", officials, async (c) => {
      const id = c.req.param("id");
      if (!isId(id)) throw notFound();
      await endDeputy(c.var.context, id);
      return c.redirect("/vertretung", 303);
    });

async function show(c: Http, form: FormState) {
  const { context } = c.var;
  const { actor, today } = context;
  return c.html(
    <DeputiesPage
      deputies={await listDeputies(context, actor, today)}
      officers={await assignableOfficers(context)}
      onlyFor={actor.role === "supervisor" ? undefined : actor.officerId}
      form={form}
      frame={await c.var.frame("/arbeitsvorrat")}
    />,
    Object.keys(form.errors).length > 0 ? 422 : 200,
  );
}
