/**
 * Kinds of obstacles to a removal (domain report 2.4) as data: what each one blocks, what ends it, the norm, the AZR code.
 * Holds no kind of our own and no kind that describes a person's nature.
 */
import type { LegalReference } from "../../../kernel/legal-reference.ts";
import { aufenthG, housePolicy } from "./norms.ts";
import type { SuspensionReason } from "./suspension-reason.ts";

/** Whether an obstacle stops a measure (Wirkung): by law or in fact, or as a house rule that an authority sets. */
export type Blocking = "yes" | "no" | "policy";

/** Definition of a kind of obstacle (Art eines Hindernisses). */
export type ObstacleDefinition = {
  readonly label: string;
  readonly blocking: Blocking;
  /** German: when it blocks, where the law makes it depend on something. */
  readonly condition?: string;
  /** German: what ends it. */
  readonly endsBy: string;
  /** German: what to do about it, as verb and object. */
  readonly task: string;
  readonly norm: LegalReference;
  /** AZR reasons of a Duldung that stand for this obstacle. */
  readonly azrCodes?: readonly SuspensionReason[];
};

export const obstacleTypes = {
  identityUnclear: {
    label: "Identität ungeklärt",
    blocking: "yes",
    endsBy: "Bestätigung des Herkunftsstaats oder anderer Nachweis",
    task: "Identität klären",
    norm: aufenthG("§§ 48, 49, 60b, 82 Abs. 4"),
  },
  travelDocumentMissing: {
    label: "Reisedokument fehlt",
    blocking: "yes",
    endsBy: "gültiges Dokument oder vom Zielstaat anerkanntes europäisches Reisedokument für die Rückkehr",
    task: "Reisedokument beschaffen",
    norm: aufenthG("§ 60a Abs. 2"),
    azrCodes: ["b-aa"],
  },
  travelDocumentExpiresBeforeArrival: {
    label: "Reisedokument läuft vor der Ankunft ab",
    blocking: "yes",
    endsBy: "gültiges Dokument oder vom Zielstaat anerkanntes europäisches Reisedokument für die Rückkehr",
    task: "Reisedokument verlängern oder neu beschaffen",
    norm: aufenthG("§ 60a Abs. 2"),
  },
  notFitToTravel: {
    label: "nicht reisefähig",
    blocking: "yes",
    endsBy: "ärztlicher Bericht, neuer als die eingestellte Grenze",
    task: "Reisefähigkeit ärztlich prüfen lassen",
    norm: aufenthG("§§ 60a Abs. 2c und 2d, 60 Abs. 7"),
    azrCodes: ["b-bb"],
  },
  medicalContinuityNotSecured: {
    label: "medizinische Versorgung nach der Ankunft nicht gesichert",
    blocking: "yes",
    condition: "wenn eine medizinische Inempfangnahme nötig ist",
    endsBy: "bestätigte medizinische Inempfangnahme",
    task: "Medizinische Inempfangnahme anfragen",
    norm: aufenthG("§ 60 Abs. 7"),
  },
  familyUnity: {
    label: "familiäre Bindungen",
    blocking: "yes",
    endsBy: "dokumentierte Prüfung",
    task: "Familiäre Bindungen prüfen und Ergebnis festhalten",
    norm: aufenthG("§§ 59 Abs. 1 Satz 1, 60a Abs. 2b"),
    azrCodes: ["b-cc"],
  },
  bestInterestsNotAssessed: {
    label: "Kindeswohl nicht geprüft",
    blocking: "yes",
    endsBy: "dokumentierte Prüfung",
    task: "Kindeswohl prüfen und Ergebnis festhalten",
    norm: aufenthG("§ 59 Abs. 1 Satz 1"),
  },
  unaccompaniedMinorReception: {
    label: "Aufnahme der unbegleiteten minderjährigen Person nicht gesichert",
    blocking: "yes",
    endsBy: "geprüfte Übergabe an ein Familienmitglied, einen Vormund oder eine geeignete Einrichtung",
    task: "Übergabe im Zielstaat klären",
    norm: aufenthG("§ 58 Abs. 1a"),
    azrCodes: ["b-ff"],
  },
  urgentMotionPending: {
    label: "Eilantrag anhängig",
    blocking: "policy",
    condition: "kraft Gesetzes, wo es das anordnet; sonst als Hausregel, bis das Gericht gefragt ist",
    endsBy: "Beschluss oder dokumentierte Freigabe des Gerichts",
    task: "Beim Gericht nach dem Eilantrag fragen",
    norm: housePolicy("kein Vollzug bei anhängigem Eilantrag"),
  },
  constitutionalOrInternationalStay: {
    label: "Anordnung eines Verfassungsgerichts oder des Europäischen Gerichtshofs für Menschenrechte",
    blocking: "yes",
    endsBy: "Aufhebung der Anordnung",
    task: "Stand der Anordnung erfragen",
    norm: housePolicy("kein Vollzug entgegen einer gerichtlichen Anordnung"),
  },
  prosecutorConsentMissing: {
    label: "Einvernehmen der Staatsanwaltschaft fehlt",
    blocking: "yes",
    condition: "außer bei einer dokumentierten gesetzlichen Ausnahme",
    endsBy: "Einvernehmen oder dokumentierte Ausnahme",
    task: "Einvernehmen der Staatsanwaltschaft anfordern",
    norm: aufenthG("§ 72 Abs. 4"),
    azrCodes: ["b-gg"],
  },
  witnessFelonyCase: {
    label: "Zeugin oder Zeuge in einem Verbrechensverfahren",
    blocking: "yes",
    endsBy: "Erklärung der Staatsanwaltschaft oder des Gerichts",
    task: "Erklärung von Staatsanwaltschaft oder Gericht einholen",
    norm: aufenthG("§ 60a Abs. 2 Satz 2"),
    azrCodes: ["c"],
  },
  traffickingVictimReflection: {
    label: "Bedenkzeit für Opfer von Menschenhandel",
    blocking: "yes",
    condition: "mindestens drei Monate",
    endsBy: "Ablauf der Bedenkzeit oder Entscheidung",
    task: "Ende der Bedenkzeit prüfen",
    norm: aufenthG("§ 59 Abs. 7"),
  },
  extraditionPending: {
    label: "Auslieferungsersuchen anhängig",
    blocking: "yes",
    condition: "für die Abschiebung in den ersuchenden Staat",
    endsBy: "Entscheidung oder Zustimmung",
    task: "Entscheidung über die Auslieferung erfragen",
    norm: aufenthG("§ 60 Abs. 4"),
  },
  removalBar60: {
    label: "Abschiebungsverbot",
    blocking: "yes",
    condition: "bei § 60 Abs. 5 und 7 AufenthG für den festgestellten Staat",
    endsBy: "Widerruf durch das Bundesamt",
    task: "Feststellungen des Bundesamts prüfen",
    norm: aufenthG("§ 60"),
    azrCodes: ["b-kk"],
  },
  trainingSuspension60c: {
    label: "Ausbildungsduldung",
    blocking: "yes",
    endsBy: "Ende kraft Gesetzes",
    task: "Fortbestand der Ausbildungsduldung prüfen",
    norm: aufenthG("§ 60c"),
    azrCodes: ["e", "f", "g", "h"],
  },
  employmentSuspension60d: {
    label: "Beschäftigungsduldung",
    blocking: "yes",
    endsBy: "Ende kraft Gesetzes",
    task: "Fortbestand der Beschäftigungsduldung prüfen",
    norm: aufenthG("§ 60d"),
    azrCodes: ["i", "j", "k", "l", "m"],
  },
  hardshipRequest: {
    label: "Härtefallersuchen",
    blocking: "yes",
    condition:
      "sobald Ministerium oder Kommission darum bitten; ein feststehender Rückführungstermin schließt es in der Regel aus",
    endsBy: "Entscheidung",
    task: "Entscheidung im Härtefallverfahren erfragen",
    norm: aufenthG("§ 23a Abs. 1"),
  },
  groupSuspension: {
    label: "Abschiebungsstopp",
    blocking: "yes",
    endsBy: "Enddatum; über sechs Monate nur nach § 23 Abs. 1 AufenthG",
    task: "Ende des Abschiebungsstopps prüfen",
    norm: aufenthG("§ 60a Abs. 1"),
    azrCodes: ["a"],
  },
  paternityConsentProcedure: {
    label: "Verfahren zur Zustimmung zur Vaterschaftsanerkennung",
    blocking: "yes",
    endsBy: "Entscheidung nach §§ 85a bis 85c AufenthG",
    task: "Entscheidung im Zustimmungsverfahren erfragen",
    norm: aufenthG("§ 60a Abs. 2 Satz 4"),
  },
  churchAsylum: {
    label: "Kirchenasyl",
    blocking: "policy",
    condition: "kein gesetzliches Hindernis",
    endsBy: "Verständigung zwischen Bundesamt und Kirche",
    task: "Stand zwischen Bundesamt und Kirche erfragen",
    norm: housePolicy("Umgang mit Kirchenasyl"),
  },
  receivingStateRefusal: {
    label: "Zielstaat verweigert die Aufnahme",
    blocking: "yes",
    endsBy: "Bestätigung des Zielstaats",
    task: "Bestätigung des Zielstaats einholen",
    norm: housePolicy("keine Planung ohne Aufnahmebestätigung"),
  },
  receivingStateCapacity: {
    label: "Zielstaat hat keine Kapazität",
    blocking: "yes",
    endsBy: "Bestätigung des Zielstaats",
    task: "Bestätigung des Zielstaats einholen",
    norm: housePolicy("keine Planung ohne Aufnahmebestätigung"),
  },
  reTryLock: {
    label: "Sperre nach gescheiterter Abschiebung mit Rückübernahme",
    blocking: "yes",
    condition: "eine Woche, nicht verlängerbar",
    endsBy: "Ablauf einer Woche",
    task: "Ablauf der Sperrwoche abwarten",
    norm: aufenthG("§ 60a Abs. 2a"),
  },
} as const satisfies Record<string, ObstacleDefinition>;

/** Kind of obstacle to a removal (Hindernis; §§ 58 ff. AufenthG). */
export type ObstacleType = keyof typeof obstacleTypes;

export const obstacleDefinition = (type: ObstacleType): ObstacleDefinition => obstacleTypes[type];

export const isObstacleType = (text: string): text is ObstacleType => Object.hasOwn(obstacleTypes, text);
