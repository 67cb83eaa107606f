/** The registration of police assistance with the envelope: one line in src/features.ts makes it a kind of request. */
import { isBefore, parseDay, type Day } from "../../kernel/day.ts";
import type { Context } from "../../platform/context.ts";
import { reviewScopeNrw } from "../../platform/documents/enforcement-assistance-letter.ts";
import { mediatorFor } from "../authority/index.ts";
import type { ListLine, RegisteredType, RequestEvent, RequestType } from "../request/index.ts";
import { contentSchema, readContent } from "./content.ts";
import {
  assistanceLetter,
  assistanceNorm,
  assistanceOpensGates,
  assistanceSlices,
  assistanceStages,
} from "./domain/assistance-type.ts";
import {
  type AssistanceCondition,
  checkConditions,
  checkDecline,
  conditionLabels,
  type Decline,
  declineLabels,
} from "./domain/police-answer.ts";
import { letterFor } from "./letter.ts";
import { startText } from "./pages/content-rows.tsx";
import { prepareSending } from "./prepare-sending.ts";
import { showContent } from "./show-content.tsx";
import { faultTexts, fieldLabels } from "./texts.ts";

type Content = Record<string, unknown>;

/** The mediator learns what the two sides disagree about, and nothing about the persons (decree, no. 6). */
const mediatorSlice = {
  compartment: "legal",
  fields: ["reason", "legalBasis"],
  capacity: "liaison",
  legalBasis: {
    norm: "§ 86 Satz 1 AufenthG; Erlass MKJFGFI vom 06.09.2024, 26.19.01-000009, Nr. 6",
    version: "2026-11-21",
  },
};

const domain: RequestType<Content> = {
  id: "enforcementAssistance",
  germanName: "Vollzugshilfe",
  norm: assistanceNorm,
  schema: contentSchema,
  stages: assistanceStages,
  guards: {},
  roles: { requester: ["caseworker", "supervisor"], addressee: ["districtPolice"], mediator: ["liaison"] },
  slices: [...assistanceSlices, mediatorSlice],
  opensGates: assistanceOpensGates,
  letterTemplate: assistanceLetter,
};

const entries = <K extends string>(labels: Record<K, string>) =>
  (Object.keys(labels) as K[]).map((value) => ({ value, label: labels[value] }));

/** The police examine the manner of the execution only; what they answer is checked by the domain, in page and API. */
function checkAnswer(event: RequestEvent, data: Content, today: Day): string | undefined {
  if (event.type === "declined") {
    if (!Object.hasOwn(declineLabels, event.reason)) return "textMissing";
    const nearest = data["nearestPossible"];
    const nearestPossible = typeof nearest === "string" ? parseDay(nearest) : undefined;
    // The reason was just found among the labels.
    const checked = checkDecline({ reason: event.reason, text: event.text, nearestPossible } as Decline, today);
    return checked.ok ? undefined : checked.refusal;
  }
  if (event.type !== "acceptedWithConditions") return undefined;
  const time = data["time"] as { on?: string; time?: string } | undefined;
  const on = parseDay(time?.on ?? "");
  if (on && isBefore(on, today)) return "dateInPast";
  const conditions = event.conditions.map(({ kind, text }) => ({ kind, text, on, time: time?.time ?? "" }));
  if (conditions.some(({ kind }) => !Object.hasOwn(conditionLabels, kind) || (kind === "otherTime" && !on)))
    return "conditionMissing";
  const checked = checkConditions(conditions as AssistanceCondition[], today);
  return checked.ok ? undefined : checked.refusal;
}

function listLine(slice: Content): ListLine {
  const content = readContent(slice);
  const count = content.persons.length;
  return {
    when: startText(content),
    where: content.place.municipality || undefined,
    what: count === 0 ? "Vollzugshilfe" : `Vollzugshilfe, ${count === 1 ? "1 Person" : `${count} Personen`}`,
  };
}

export const enforcementAssistance: RegisteredType = {
  domain,
  declineReasons: entries(declineLabels).map((reason) =>
    reason.value === "forcesNotAvailable" ? { ...reason, needsDate: true } : reason,
  ),
  conditionKinds: entries(conditionLabels).map((kind) =>
    kind.value === "otherTime" ? { ...kind, needsTime: true } : kind,
  ),
  showContent: async (context, request) => showContent(domain, context, request),
  listLine,
  beforeSend: prepareSending,
  checkAnswer,
  faultTexts,
  fieldLabels,
  ownSteps: { sent: "pruefen", amended: "berichtigen" },
  letter: letterFor,
  reviewScope: reviewScopeNrw,
  mediatorOf: async (context: Context, { ownerId }) => (await mediatorFor(context, ownerId))?.id,
};
