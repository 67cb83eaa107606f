/** From the measure to a draft, its task list, and one topic per page, each saved alone. */
import { Hono } from "hono";
import { z } from "zod";
import { filledWith, emptyForm, type FormState } from "../../kernel/form-state.ts";
import { isId, newId } from "../../kernel/id.ts";
import { refused } from "../../kernel/result.ts";
import { allow } from "../../platform/http/access.ts";
import type { AppEnv, Http } from "../../platform/http/env.ts";
import { version } from "../../platform/http/fields.ts";
import { readForm, withError } from "../../platform/http/form.ts";
import { keepsInput } from "../../platform/http/keeps-input.ts";
import { changedMeanwhile, notFound } from "../../platform/http/problem.ts";
import { hasEnded, openOwnMeasure } from "../measure/index.ts";
import { requestsOfMeasure } from "../request/index.ts";
import { misaddressed, saveDraft } from "./addressee.ts";
import { competenceText, policeFor } from "./competence.ts";
import { toStored } from "./content.ts";
import { copyableRequests, draftAssistance, draftRefusalText } from "./draft-assistance.ts";
import { factsOf, openDraft, progressOf } from "./open-draft.ts";
import { NewAssistancePage } from "./pages/new-assistance-page.tsx";
import { TaskListPage } from "./pages/task-list-page.tsx";
import { TopicPage } from "./pages/topic-page.tsx";
import { type FormTopic, isFormTopic, type Patch, topicForms } from "./topic-forms.ts";
import { topicOfSlug } from "./texts.ts";
import { topicValues } from "./topic-values.ts";

const newForm = z.object({
  id: z.string().refine(isId, "Bitte die Seite neu laden."),
  copyOf: z.string().optional(),
});
const officials = allow("caseworker", "supervisor");

export const draftRoutes = () =>
  new Hono<AppEnv>()
    .get("/massnahmen/:id/vollzugshilfe/neu", officials, (c) => showNew(c, undefined))
    .post("/massnahmen/:id/vollzugshilfe/neu", officials, async (c) => {
      const measure = await openOwnMeasure(c, "Vollzugshilfe erbitten");
      const form = await readForm(c, newForm);
      if (!form.ok) return showNew(c, "Bitte die Seite neu laden.", form.form);
      const result = await draftAssistance(c.var.context, measure, form.value);
      if (result.ok) return c.redirect(`/ersuchen/${result.value}/aufgaben`, 303);
      return showNew(c, draftRefusalText(result.refusal), form.form);
    })
    .get("/ersuchen/:id/aufgaben", officials, (c) => showTasks(c))
    .post("/ersuchen/:id/empfaenger", officials, (c) => followPlan(c))
    .get("/ersuchen/:id/aufgaben/:topic", officials, (c) => showTopic(c, undefined))
    .post("/ersuchen/:id/aufgaben/:topic", officials, keepsInput(showTopic), (c) => saveTopic(c));

async function showNew(c: Http, error: string | undefined, form = emptyForm) {
  const measure = await openOwnMeasure(c, "Vollzugshilfe erbitten");
  const { context } = c.var;
  const police = await policeFor(context, measure.id);
  const requests = await requestsOfMeasure(context, measure.id);
  const ended = hasEnded(measure.measure);
  return c.html(
    <NewAssistancePage
      measureId={measure.id}
      measureNumber={measure.number}
      newId={newId()}
      police={ended ? refused({ code: "measureEnded" }) : police}
      earlier={requests}
      copyable={await copyableRequests(context, measure)}
      error={error}
      form={form}
      frame={await c.var.frame("/faelle")}
    />,
    error ? 422 : 200,
  );
}

async function showTasks(c: Http) {
  const opened = await openDraft(c, "Vollzugshilfeersuchen");
  const { stored, measureId } = opened;
  const police = await policeFor(c.var.context, measureId);
  const view = {
    id: stored.id,
    number: stored.number,
    measureId,
    addressee: stored.addresseeName,
    version: stored.version,
    misaddressed: misaddressed(police, stored),
    reason: competenceText(police),
    ...(await progressOf(c, opened)),
  };
  return c.html(<TaskListPage view={view} frame={await c.var.frame("/ersuchen")} />);
}

/** Addresses the draft to the police that are competent for the place as it is planned now. */
async function followPlan(c: Http) {
  const { stored, measureId, content } = await openDraft(c, "Vollzugshilfeersuchen");
  const form = await readForm(c, z.object({ version: version() }));
  if (!form.ok) throw changedMeanwhile();
  await saveDraft(c.var.context, {
    id: stored.id,
    measureId,
    seenVersion: form.value.version,
    topic: "addressee",
    content: toStored(content),
  });
  return c.redirect(`/ersuchen/${stored.id}/aufgaben`, 303);
}

function topicOf(c: Http): FormTopic {
  const topic = topicOfSlug(c.req.param("topic"));
  if (!topic || !isFormTopic(topic)) throw notFound();
  return topic;
}

async function saveTopic(c: Http) {
  const topic = topicOf(c);
  const opened = await openDraft(c, "Vollzugshilfeersuchen");
  const schema = topicForms[topic](await factsOf(c, opened)) as z.ZodType<Patch>;
  const form = await readForm(c, z.intersection(z.object({ version: version() }), schema));
  if (!form.ok) return showTopic(c, form.form);
  const { stored, measureId, content } = opened;
  const { actor } = c.var.context;
  const coSigned = topic === "coSignature" && form.form.values["coSigned"] === "on";
  if (coSigned && actor.officerId === stored.createdBy)
    return showTopic(c, withError(form.form, "coSigned", "Mitzeichnen muss eine andere Person."));
  const { version: seenVersion, ...filled } = form.value;
  const patch = topic === "coSignature" ? { coSignedBy: coSigned ? actor.name : "" } : filled;
  const seen = [...new Set([...content.seen, topic])];
  await saveDraft(c.var.context, {
    id: stored.id,
    measureId,
    seenVersion,
    topic,
    content: toStored({ ...content, ...patch, seen }),
  });
  return c.redirect(`/ersuchen/${stored.id}/aufgaben`, 303);
}

async function showTopic(c: Http, sent: FormState | undefined) {
  const topic = topicOf(c);
  const opened = await openDraft(c, "Vollzugshilfeersuchen");
  const facts = await factsOf(c, opened);
  const { stored, draft } = opened;
  const { tasks } = await progressOf(c, opened);
  const values = topicValues[topic](draft, facts);
  return c.html(
    <TopicPage
      id={stored.id}
      number={stored.number}
      version={stored.version}
      topic={topic}
      title={tasks.find((task) => task.topic === topic)?.title ?? ""}
      facts={facts}
      form={filledWith(sent, values)}
      frame={await c.var.frame("/ersuchen")}
    />,
    sent ? 422 : 200,
  );
}
