/**
 * The task list of a request for police assistance: eight topics, each with one of the agreed signs (ux-and-data.md 4.4,
 * screen 3). It tells what is left to do; what keeps the request from being sent stands in readiness.ts.
 */
import type { Day } from "../../../kernel/day.ts";
import type { AssistanceConfig, AssistanceDraft } from "./assistance.ts";
import { missingOrders } from "./court-order.ts";
import { assessmentFault, hazardSources, type HazardAssessment } from "./hazard-assessment.ts";
import { isReachable, missingInMeasure, needsCoSignature } from "./readiness.ts";

/** Zeichen einer Aufgabe: nicht begonnen, angesehen, unvollständig, erledigt, entfällt, blockiert (Erlass 26.19.01-000009). */
export type TaskStatus = "notStarted" | "seen" | "incomplete" | "done" | "notApplicable" | "blocked";

/** Thema der Aufgabenliste eines Vollzugshilfeersuchens (Erlass 26.19.01-000009, Nr. 1, 2 und 5). */
export type Topic =
  | "measure"
  | "hazardAssessment"
  | "persons"
  | "place"
  | "forces"
  | "meeting"
  | "courtOrders"
  | "coSignature";

/** Aufgabe mit Titel, Pflicht und Zeichen (Erlass 26.19.01-000009, Nr. 2). */
export type Task = { topic: Topic; title: string; mandatory: boolean; status: TaskStatus };

export const taskStatusLabels: Record<TaskStatus, { sign: string; word: string }> = {
  notStarted: { sign: "○", word: "nicht begonnen" },
  seen: { sign: "◔", word: "angesehen" },
  incomplete: { sign: "◑", word: "unvollständig" },
  done: { sign: "✚", word: "erledigt" },
  notApplicable: { sign: "–", word: "entfällt" },
  blocked: { sign: "■", word: "blockiert" },
};

const titles: Record<Topic, string> = {
  measure: "Maßnahme: Grund und Rechtsgrundlage",
  hazardAssessment: "Gefährdungsbewertung",
  persons: "Personen",
  place: "Unterkunft und Einsatzort",
  forces: "Kräfte vor Ort und Erreichbarkeit",
  meeting: "Meldezeit und Meldeort (Vorschlag)",
  courtOrders: "Gerichtsbeschlüsse",
  coSignature: "Mitzeichnung",
};

type Input = {
  draft: AssistanceDraft;
  assessment: HazardAssessment;
  today: Day;
  config: AssistanceConfig;
  /** Topics whose page somebody has opened. */
  seen: ReadonlySet<Topic>;
};
type Progress = "nothing" | "some" | "all";

const progress = (...parts: boolean[]): Progress =>
  parts.every(Boolean) ? "all" : parts.some(Boolean) ? "some" : "nothing";
const isFilled = (text: string): boolean => text.trim() !== "";

const statusOf: Record<Topic, (input: Input) => TaskStatus | Progress> = {
  measure: ({ draft, today }) => {
    const missing = missingInMeasure(draft, today);
    if (missing.includes("plannedStartInPast")) return "blocked";
    return progress(!missing.includes("reason"), !missing.includes("legalBasis"), !missing.includes("plannedStart"));
  },
  hazardAssessment: ({ assessment, today, config }) => {
    const fault = assessmentFault(assessment, today, config.assessmentMaxAgeDays);
    if (!fault) return "done";
    if (fault !== "notFinalised") return "blocked";
    return hazardSources.every((source) => assessment.sources[source].result === "open") ? "nothing" : "incomplete";
  },
  persons: ({ draft }) => progress(draft.persons.length > 0),
  place: ({ draft }) => progress(isFilled(draft.place.address)),
  forces: ({ draft }) =>
    isReachable(draft)
      ? "all"
      : progress(...Object.values(draft.caseworker).map(isFilled), draft.forcesOnSite.length > 0),
  meeting: ({ draft }) => progress(isFilled(draft.meeting.time), isFilled(draft.meeting.place)),
  courtOrders: ({ draft: { courtOrders } }) => {
    if (courtOrders.need === "undecided") return "nothing";
    if (missingOrders(courtOrders).length > 0) return "incomplete";
    return courtOrders.need === "none" ? "notApplicable" : "done";
  },
  coSignature: ({ draft, config }) => {
    if (!config.coSignatureRequired) return "notApplicable";
    return needsCoSignature(draft, config) ? "nothing" : "done";
  },
};

const shown = { nothing: "notStarted", some: "incomplete", all: "done" } as const;

export function taskList(input: Input): Task[] {
  const mandatory = (topic: Topic): boolean =>
    ["measure", "hazardAssessment", "forces"].includes(topic) ||
    (topic === "coSignature" && input.config.coSignatureRequired);

  return (Object.keys(titles) as Topic[]).map((topic) => {
    const found = statusOf[topic](input);
    const status = found in shown ? shown[found as Progress] : (found as TaskStatus);
    return {
      topic,
      title: titles[topic],
      mandatory: mandatory(topic),
      status: status === "notStarted" && input.seen.has(topic) ? "seen" : status,
    };
  });
}
