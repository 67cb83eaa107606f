/** What every page of a draft of police assistance does first: find the own draft, note the access, read its state. */
import type { Http } from "../../platform/http/env.ts";
import { notFound } from "../../platform/http/problem.ts";
import { listAttachments, openOwnRequest, type StoredRequest } from "../request/index.ts";
import { personsOf } from "./draft-assistance.ts";
import { type AssistanceContent, draftOf, readContent, seenTopics } from "./content.ts";
import { type AssistanceDraft, defaultConfig } from "./domain/assistance.ts";
import type { CourtOrderKind } from "./domain/court-order.ts";
import { type Missing, readyToSend, type Warning, warnings } from "./domain/readiness.ts";
import { type Task, taskList } from "./domain/tasks.ts";
import { assessmentOf } from "./prepare-sending.ts";
import type { TopicFacts } from "./topic-forms.ts";
import { enforcementAssistance } from "./type.ts";

export type OpenedDraft = {
  stored: StoredRequest;
  measureId: string;
  content: AssistanceContent;
  draft: AssistanceDraft;
};

export async function openDraft(c: Http, what: string): Promise<OpenedDraft> {
  const { stored } = await openOwnRequest(c, [enforcementAssistance], what);
  if (stored.state.status !== "draft" || !stored.measureId || !stored.content) throw notFound();
  const content = readContent(stored.content);
  return { stored, measureId: stored.measureId, content, draft: draftOf(content) };
}

export type Progress = { tasks: Task[]; missing: Missing[]; warnings: Warning[] };

export async function progressOf(
  { var: { context } }: Http,
  { stored, content, draft }: OpenedDraft,
): Promise<Progress> {
  const { assessment } = await assessmentOf(context, stored);
  const { today } = context;
  const ready = readyToSend(draft, assessment, today, defaultConfig);
  return {
    tasks: taskList({ draft, assessment, today, config: defaultConfig, seen: seenTopics(content) }),
    missing: ready.ok ? [] : ready.refusal,
    warnings: warnings(draft, assessment, defaultConfig),
  };
}

export async function factsOf({ var: { context } }: Http, { stored, measureId }: OpenedDraft): Promise<TopicFacts> {
  const attached: Partial<Record<CourtOrderKind, string>> = {};
  for (const { kind, sha256 } of await listAttachments(context, stored.id))
    if (kind !== "other") attached[kind] = sha256;
  return { persons: await personsOf(context, measureId), attached };
}
