/** Opening a case by hand, and changing person data, address, aliases and the responsible officer. */
import { Hono } from "hono";
import { z } from "zod";
import { besides, emptyForm, type FormState } from "../../kernel/form-state.ts";
import { newId } from "../../kernel/id.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { requiredText, version } from "../../platform/http/fields.ts";
import { readForm, withError } from "../../platform/http/form.ts";
import { keepsInput } from "../../platform/http/keeps-input.ts";
import { assignableOfficers, assignCase } from "./assign-case.ts";
import { addAlias, changeAddress, changePerson } from "./change-person.ts";
import { familyLabelOf } from "./family.ts";
import { addressOf, addressShape } from "./forms/address-form.ts";
import { caseShape, openForm } from "./forms/open-form.ts";
import { personOf, personShape, requiredName } from "./forms/person-form.ts";
import { addressValues, personValues } from "./forms/stored-values.ts";
import { openByHand, openRefusals } from "./open-by-hand.ts";
import { openOwnCase } from "./open-case-page.ts";
import { AddressPage, AliasPage, AssignPage, OpenCasePage, PersonPage } from "./pages/person-pages.tsx";
import { findPerson } from "./queries.ts";
import { findAddress, listAliases, listNationalities } from "./queries-person.ts";

const addressForm = z.object({ version: version(), ...addressShape });
const aliasForm = z.object({
  version: version(),
  name: requiredName(),
  source: requiredText("Geben Sie die Quelle an, zum Beispiel „Reisepass, Bl. 12“.", 200),
});
const assignForm = z.object({ version: version(), officer: requiredText("Wählen Sie eine Person aus.") });

const officials = allow("caseworker");
/** Distributing work is the supervisor's too (data/access-matrix.json, acts). */
const assigners = allow("caseworker", "supervisor");
const statusOf = (form: FormState) => (Object.keys(form.errors).length > 0 ? 422 : 200);

export const personRoutes = () =>
  new Hono<AppEnv>()
    .get("/faelle/neu", officials, (c) => showOpenForm(c, emptyForm))
    .post("/faelle/neu", officials, async (c) => {
      const { context } = c.var;
      const form = await readForm(c, openForm(context.today));
      if (!form.ok) return showOpenForm(c, form.form);
      const address = await addressOf(context, form.value);
      if (!address.ok) return showOpenForm(c, withError(form.form, "ags", address.refusal));
      const { id, fileNumber, familyLabel, language } = form.value;
      const person = personOf(form.value);
      const draft = { id, fileNumber, familyLabel, language, person, address: address.value };
      const opened = await openByHand(context, draft);
      if (opened.ok) return c.redirect(`/faelle/${opened.value}/ereignisse/neu?neu=1`, 303);
      return showOpenForm(c, withError(form.form, "fileNumber", openRefusals[opened.refusal]));
    })
    .get("/faelle/:id/person", officials, (c) => showPerson(c, emptyForm))
    .post("/faelle/:id/person", officials, keepsInput(showPerson), async (c) => {
      const file = await openOwnCase(c, "Personendaten ändern");
      const form = await readForm(
        c,
        z.object({ version: version(), ...personShape(c.var.context.today), ...caseShape }),
      );
      if (!form.ok) return showPerson(c, form.form);
      const { version: seenVersion, familyLabel, language } = form.value;
      await changePerson(c.var.context, file.id, { seenVersion, person: personOf(form.value), familyLabel, language });
      return c.redirect(`/faelle/${file.id}`, 303);
    })
    .get("/faelle/:id/anschrift", officials, (c) => showAddress(c, emptyForm))
    .post("/faelle/:id/anschrift", officials, keepsInput(showAddress), async (c) => {
      const file = await openOwnCase(c, "Anschrift ändern");
      const form = await readForm(c, addressForm);
      if (!form.ok) return showAddress(c, form.form);
      const address = await addressOf(c.var.context, form.value);
      if (!address.ok) return showAddress(c, withError(form.form, "ags", address.refusal));
      await changeAddress(c.var.context, file.id, { seenVersion: form.value.version, address: address.value });
      return c.redirect(`/faelle/${file.id}`, 303);
    })
    .get("/faelle/:id/namen", officials, (c) => showAliases(c, emptyForm))
    .post("/faelle/:id/namen", officials, keepsInput(showAliases), async (c) => {
      const file = await openOwnCase(c, "Weitere Namen");
      const form = await readForm(c, aliasForm);
      if (!form.ok) return showAliases(c, form.form);
      const { version: seenVersion, name, source } = form.value;
      await addAlias(c.var.context, file.id, { seenVersion, name, source });
      return c.redirect(`/faelle/${file.id}/namen`, 303);
    })
    .get("/faelle/:id/sachbearbeitung", assigners, (c) => showAssign(c, emptyForm))
    .post("/faelle/:id/sachbearbeitung", assigners, keepsInput(showAssign), async (c) => {
      const file = await openOwnCase(c, "Sachbearbeitung ändern");
      const form = await readForm(c, assignForm);
      if (!form.ok) return showAssign(c, form.form);
      const { version: seenVersion, officer: officerId } = form.value;
      const assigned = await assignCase(c.var.context, file, { seenVersion, officerId });
      if (assigned.ok) return c.redirect(`/faelle/${file.id}`, 303);
      return showAssign(c, withError(form.form, "officer", "Diese Person bearbeitet keine Fälle Ihrer Behörde."));
    });

async function showOpenForm(c: Http, form: FormState) {
  const sent = form.values["id"];
  return c.html(
    <OpenCasePage
      newId={typeof sent === "string" && !form.errors["id"] ? sent : newId()}
      nationalities={await listNationalities(c.var.context)}
      form={form}
      frame={await c.var.frame("/faelle")}
    />,
    statusOf(form),
  );
}

async function showPerson(c: Http, form: FormState) {
  const { context } = c.var;
  const file = await openOwnCase(c, "Personendaten ändern");
  const known = await findPerson(context, file.id);
  const familyLabel = await familyLabelOf(context, file);
  const stored = { ...personValues(known), familyLabel: familyLabel ?? "", language: file.language ?? "" };
  return c.html(
    <PersonPage
      file={file}
      known={known}
      familyLabel={familyLabel}
      nationalities={await listNationalities(context)}
      form={besides(form, stored)}
      frame={await c.var.frame("/faelle")}
    />,
    statusOf(form),
  );
}

async function showAddress(c: Http, form: FormState) {
  const file = await openOwnCase(c, "Anschrift ändern");
  const known = await findAddress(c.var.context, file.id);
  const frame = await c.var.frame("/faelle");
  return c.html(
    <AddressPage file={file} known={known} form={besides(form, addressValues(known))} frame={frame} />,
    statusOf(form),
  );
}

async function showAliases(c: Http, form: FormState) {
  const file = await openOwnCase(c, "Weitere Namen");
  const aliases = await listAliases(c.var.context, file.id);
  const frame = await c.var.frame("/faelle");
  return c.html(<AliasPage file={file} aliases={aliases} form={form} frame={frame} />, statusOf(form));
}

async function showAssign(c: Http, form: FormState) {
  const file = await openOwnCase(c, "Sachbearbeitung ändern");
  const officers = await assignableOfficers(c.var.context);
  const frame = await c.var.frame("/faelle");
  return c.html(<AssignPage file={file} officers={officers} form={form} frame={frame} />, statusOf(form));
}
