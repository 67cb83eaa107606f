/**
 * What can be done to several lines at once: resubmission, assignment, „Erledigt“. None of it has legal effect; tasks that
 * have end by their own step only. Each act is a page of its own with the selection in the address, so it needs no script.
 */
import { Hono } from "hono";
import { z } from "zod";
import { emptyForm, type FormState } from "../../kernel/form-state.ts";
import { isBefore } from "../../kernel/day.ts";
import type { Change } from "../../platform/change.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { requiredDay, requiredText } from "../../platform/http/fields.ts";
import { readForm, withError } from "../../platform/http/form.ts";
import { HttpProblem } from "../../platform/http/problem.ts";
import { formatDay } from "../../ui/index.ts";
import { assignableOfficers, assignCases } from "../case/index.ts";
import { dayForResubmission } from "../deadline/index.ts";
import { closeResubmissions, setResubmissions } from "../resubmission/index.ts";
import { AssignPage, ClosePage, ResubmissionPage, type Selected } from "./pages/bulk-pages.tsx";
import { rememberAct } from "./last-act.ts";
import { caseNames, earliestDeadline, openNotes } from "./queries.ts";
import { doneHref, selectionField, selectionFrom, wayBack } from "./selection.ts";

const officials = allow("caseworker", "supervisor");

const common = { auswahl: selectionField(), zurueck: z.string().max(500).optional() };
const listQuery = z.object(common);
const resubmissionForm = z.object({
  ...common,
  dueOn: requiredDay(),
  note: requiredText("Geben Sie an, woran Sie erinnert werden wollen.", 500, 3),
});
const assignForm = z.object({ ...common, officer: requiredText("Wählen Sie eine Person aus.") });
const closeForm = z.object({ ...common, result: requiredText("Geben Sie an, was dabei herauskam.", 500, 3) });

export const bulkRoutes = () =>
  new Hono<AppEnv>()
    .get("/arbeitsvorrat/wiedervorlage", officials, (c) => showResubmission(c, undefined))
    .post("/arbeitsvorrat/wiedervorlage", officials, async (c) => {
      const form = await readForm(c, resubmissionForm);
      if (!form.ok) return showResubmission(c, form.form);
      const { auswahl, zurueck, dueOn, note } = form.value;
      if (isBefore(dueOn, c.var.context.today))
        return showResubmission(c, withError(form.form, "dueOn", "Der Tag liegt in der Vergangenheit."));
      const { caseIds } = selectionFrom(auswahl);
      const count =
        caseIds.length > 0
          ? await setResubmissions(c.var.context, { caseIds, dueOn, note }, remember(c, "resubmissionSet"))
          : 0;
      return c.redirect(doneHref(wayBack(zurueck), "wiedervorlage", count), 303);
    })
    .get("/arbeitsvorrat/zuweisen", officials, (c) => showAssign(c, undefined))
    .post("/arbeitsvorrat/zuweisen", officials, async (c) => {
      const form = await readForm(c, assignForm);
      if (!form.ok) return showAssign(c, form.form);
      const { auswahl, zurueck, officer: officerId } = form.value;
      const { context } = c.var;
      const { caseIds } = selectionFrom(auswahl);
      const assigned = await assignCases(context, { caseIds, officerId }, (change, entries) =>
        rememberAct(change, { kind: "assigned", entries, to: officerId }, context.now),
      );
      if (assigned.ok) return c.redirect(doneHref(wayBack(zurueck), "zugewiesen", assigned.value), 303);
      return showAssign(c, withError(form.form, "officer", "Diese Person bearbeitet keine Fälle Ihrer Behörde."));
    })
    .get("/arbeitsvorrat/erledigt", officials, (c) => showClose(c, undefined))
    .post("/arbeitsvorrat/erledigt", officials, async (c) => {
      const form = await readForm(c, closeForm);
      if (!form.ok) return showClose(c, form.form);
      const { auswahl, zurueck, result } = form.value;
      const { closes } = selectionFrom(auswahl);
      const count =
        closes.length > 0
          ? await closeResubmissions(c.var.context, { ids: closes, result }, remember(c, "resubmissionClosed"))
          : 0;
      if (count === 0) throw nothingOpen();
      return c.redirect(doneHref(wayBack(zurueck), "erledigt", count), 303);
    });

const nothingOpen = (): HttpProblem =>
  new HttpProblem(
    409,
    "nichts offen",
    "Von der Auswahl ist keine Wiedervorlage mehr offen. Ihr Ergebnis wurde nicht noch einmal gespeichert.",
  );

const remember =
  ({ var: { context } }: Http, kind: "resubmissionSet" | "resubmissionClosed") =>
  (change: Change, entries: readonly { id: string }[]): Promise<void> =>
    rememberAct(change, { kind, entries }, context.now);

/** The selection comes from the list in the address, and from the form again after an error. */
async function selected(c: Http, form: FormState | undefined): Promise<Selected> {
  const { context } = c.var;
  const sent = form ? form.values : { auswahl: c.req.queries("auswahl"), zurueck: c.req.query("zurueck") };
  const query = listQuery.safeParse(sent);
  const selection = selectionFrom(query.success ? query.data.auswahl : []);
  const names = await caseNames(context, selection.caseIds);
  context.noteAccess({
    what: "Auswahl aus dem Arbeitsvorrat",
    purpose: "Bearbeitung",
    ownerId: context.actor.authorityId,
    hits: names.size,
  });
  return { selection, cases: [...names.values()], back: wayBack(query.success ? query.data.zurueck : undefined) };
}

const statusOf = (form: FormState | undefined): 200 | 422 => (form ? 422 : 200);

async function showResubmission(c: Http, form: FormState | undefined) {
  const { context } = c.var;
  const chosen = await selected(c, form);
  const [only] = chosen.selection.caseIds;
  const due = chosen.selection.caseIds.length === 1 && only ? await earliestDeadline(context, only) : undefined;
  const proposed = due && (await dayForResubmission(context, due));
  const values = proposed ? { dueOn: formatDay(proposed) } : {};
  const page = (
    <ResubmissionPage
      {...chosen}
      proposedFor={proposed && due}
      form={form ?? { ...emptyForm, values }}
      frame={await c.var.frame("/arbeitsvorrat")}
    />
  );
  return c.html(page, statusOf(form));
}

async function showAssign(c: Http, form: FormState | undefined) {
  const chosen = await selected(c, form);
  const officers = await assignableOfficers(c.var.context);
  const frame = await c.var.frame("/arbeitsvorrat");
  return c.html(<AssignPage {...chosen} officers={officers} form={form ?? emptyForm} frame={frame} />, statusOf(form));
}

async function showClose(c: Http, form: FormState | undefined) {
  const chosen = await selected(c, form);
  const notes = await openNotes(c.var.context, chosen.selection.closes);
  const frame = await c.var.frame("/arbeitsvorrat");
  return c.html(<ClosePage {...chosen} notes={notes} form={form ?? emptyForm} frame={frame} />, statusOf(form));
}
