/** German words of police assistance: topics and their addresses, what is missing, names of fields. */
import type { AssistanceField } from "./domain/assistance-type.ts";
import type { AnswerRefusal } from "./domain/police-answer.ts";
import type { Missing, Warning } from "./domain/readiness.ts";
import type { Topic } from "./domain/tasks.ts";

/** Last part of the address of a topic. */
export const topicSlugs: Record<Topic, string> = {
  measure: "massnahme",
  hazardAssessment: "gefaehrdung",
  persons: "personen",
  place: "einsatzort",
  forces: "kraefte",
  meeting: "meldung",
  courtOrders: "beschluesse",
  coSignature: "mitzeichnung",
};

export const topicOfSlug = (slug: string | undefined): Topic | undefined =>
  (Object.keys(topicSlugs) as Topic[]).find((topic) => topicSlugs[topic] === slug);

/** What is missing, and the topic and field where it is mended. */
export const missingTexts: Record<Missing, { text: string; topic: Topic; field: string }> = {
  reason: { text: "Der Grund fehlt.", topic: "measure", field: "reason" },
  legalBasis: { text: "Die Rechtsgrundlage fehlt.", topic: "measure", field: "norms" },
  plannedStart: { text: "Der geplante Beginn fehlt.", topic: "measure", field: "startsOn" },
  plannedStartInPast: {
    text: "Der geplante Beginn liegt in der Vergangenheit.",
    topic: "measure",
    field: "startsOn",
  },
  assessmentNotFinalised: {
    text: "Die Gefährdungsbewertung ist nicht abgeschlossen.",
    topic: "hazardAssessment",
    field: "",
  },
  assessmentTooOld: { text: "Die Gefährdungsbewertung ist zu alt.", topic: "hazardAssessment", field: "" },
  assessmentStatementExpired: {
    text: "Eine Aussage der Gefährdungsbewertung ist abgelaufen.",
    topic: "hazardAssessment",
    field: "",
  },
  caseworkerReachability: {
    text: "Die Erreichbarkeit der Sachbearbeitung fehlt (Name, Tag, Nacht).",
    topic: "forces",
    field: "name",
  },
  coSignature: { text: "Die Mitzeichnung fehlt.", topic: "coSignature", field: "" },
};

export const warningText = (warning: Warning): string => {
  switch (warning.code) {
    case "courtOrderMissing":
      return "Ein Gerichtsbeschluss fehlt noch oder der Bedarf ist offen. Er muss spätestens zum Einsatzbeginn mitgeführt werden.";
    case "nightWithoutFacts":
      return "Der Beginn liegt in der Nacht. Tatsachen, die das nötig machen, fehlen (§ 58 Abs. 7 AufenthG).";
    case "vagueWord":
      return warning.question;
  }
};

const answerTexts: Record<AnswerRefusal, string> = {
  textMissing: "Begründen Sie die Antwort in einem Satz.",
  nearestPossibleMissing: "Nennen Sie den nächsten Tag, an dem Kräfte verfügbar sind.",
  dateInPast: "Der genannte Tag liegt in der Vergangenheit.",
  conditionMissing: "Nennen Sie mindestens eine Auflage.",
};

export const measureEndedText =
  "Diese Maßnahme ist beendet. Vollzugshilfe kann dafür nicht mehr erbeten werden. Für einen neuen Versuch legen Sie zuerst eine neue Maßnahme an.";

export const faultTexts: Readonly<Record<string, string>> = {
  measureEnded: measureEndedText,
  addresseeNotCompetent:
    "Empfänger und Einsatzort passen nicht mehr zusammen. Auf der Seite der Aufgaben steht, welche Polizeibehörde zuständig ist.",
  ...Object.fromEntries(Object.entries(missingTexts).map(([code, { text }]) => [code, text])),
  ...answerTexts,
};

export const fieldLabels: Record<AssistanceField, string> = {
  reason: "Grund",
  legalBasis: "Rechtsgrundlage",
  plannedStart: "Geplanter Beginn",
  persons: "Personen (Name, Geburtsjahr)",
  place: "Einsatzort und Unterkunft",
  caseworker: "Erreichbarkeit der Sachbearbeitung",
  forcesOnSite: "Kräfte vor Ort",
  meeting: "Meldezeit und Meldeort",
  courtOrders: "Gerichtsbeschlüsse",
  vulnerabilities: "Hinweise für den Einsatz",
  nightFacts: "Tatsachen zur Nachtzeit",
  coSignedBy: "Mitzeichnung",
  findings: "Erkenntnisse der Gefährdungsbewertung",
};

/** What the police are never told, and why. */
export const notDisclosed: readonly { what: string; why: string }[] = [
  {
    what: "Diagnosen",
    why: "Gesundheitsdaten sind für Art und Weise des Einsatzes nicht nötig. Mitgeteilt wird nur, was zu tun ist (§ 86 Satz 2 AufenthG).",
  },
  { what: "Asylgründe", why: "Sie sind für den Einsatz nicht erforderlich (§ 86 Satz 1 AufenthG)." },
  { what: "AZR-Nummer", why: "Sie darf nur im Verkehr mit dem Register benutzt werden (§ 10 Abs. 4 AZRG)." },
  {
    what: "Staatsangehörigkeit",
    why: "Sie ist für Art und Weise des Einsatzes nicht erforderlich (§ 86 Satz 1 AufenthG).",
  },
];
