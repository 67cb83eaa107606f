/**
 * Vocabulary of the legal gates G01–G30: what a check is, who may answer it, when it is needed. Must never hold a way
 * around a gate: `hard` is the literal `true`, and no type in this folder knows an override.
 */
import type { LegalReference } from "../../../kernel/legal-reference.ts";

/** Abgeleiteter Prüfpunkt: folgt aus erfassten Tatsachen (§§ 50, 58, 60a AufenthG u. a.), niemand kann ihn beantworten. */
export type DerivedGateId = "G02" | "G03" | "G06" | "G07" | "G17" | "G22" | "G28" | "G30";

/** Beantworteter Prüfpunkt: eine benannte Person prüft und unterschreibt (§§ 58 bis 62b AufenthG je Prüfpunkt). */
export type AnsweredGateId =
  | "G01"
  | "G04"
  | "G05"
  | "G08"
  | "G09"
  | "G10"
  | "G11"
  | "G12"
  | "G13"
  | "G14"
  | "G15"
  | "G16"
  | "G18"
  | "G19"
  | "G20"
  | "G21"
  | "G23"
  | "G24"
  | "G25"
  | "G26"
  | "G27"
  | "G29";

/** Kennung eines Prüfpunkts G01–G30 (§§ 50 bis 62b AufenthG; Katalog in docs/domain/pruefpunkte.md). */
export type GateId = DerivedGateId | AnsweredGateId;

/** Prüfung einschließlich der Sammelprüfung "keine blockierenden Hindernisse" (§ 58 Abs. 1 AufenthG). */
export type CheckId = GateId | "obstacles";

/** Prüfzeitpunkt: vor Planung und Buchung (`schedule`) oder vor dem Vollzug (`execution`), § 58 Abs. 1 AufenthG. */
export type GatePhase = "schedule" | "execution";

/**
 * Erfordernis je Prüfzeitpunkt (§ 58 Abs. 1 AufenthG): erfüllt sein, nicht versagt sein (Buchung unter Vorbehalt der
 * Durchbeförderung, Art. 4 Richtlinie 2003/110/EG), oder noch nicht nötig.
 */
export type Need = "hold" | "notRefused" | "none";

/** Prüfpunktgruppe der Fallakte (Gliederung nach dem Prüfblatt; § 58 AufenthG). */
export type GateGroup = "Recht" | "Person und Familie" | "Gesundheit" | "Papiere und Zielstaat" | "Reise" | "Vollzug";

/** Rolle, die Prüfpunkte beantworten darf: Sachbearbeitung oder Leitung der zuständigen Behörde (§ 71 Abs. 1 AufenthG). */
export type GateRole = "caseworker" | "supervisor";

type Common = {
  title: string;
  /** Asked so that "ja" means: this gate holds. */
  question: string;
  norm: LegalReference;
  /** A further source that was cited from memory and must be checked by a lawyer before use. */
  unverifiedNorm?: string;
  group: GateGroup;
  schedule: Need;
  execution: "hold";
  hard: true;
};

/** Abgeleiteter Prüfpunkt mit Titel, Frage und Norm (§§ 50, 58, 59, 60a AufenthG u. a.). */
export type DerivedGate = Common & { id: DerivedGateId; kind: "derived" };

/** Beantworteter Prüfpunkt mit Titel, Frage, Norm, Beleg und Zuständigkeit (§ 71 Abs. 1 AufenthG). */
export type AnsweredGate = Common & {
  id: AnsweredGateId;
  kind: "answered";
  evidence: "required" | "optional";
  /** Whether "trifft nicht zu" is a possible answer; some gates concern every person. */
  mayNotApply: boolean;
  answeredBy: readonly GateRole[];
};

/** Prüfpunkt (rechtliche Voraussetzung vor Planung oder Vollzug), § 58 Abs. 1 AufenthG und Norm je Prüfpunkt. */
export type GateDefinition = DerivedGate | AnsweredGate;

type Basics = Pick<Common, "title" | "question" | "group"> & {
  norm: string;
  unverifiedNorm?: string;
  schedule?: Need;
};

/** The day on which the norms of the catalogue were read. */
const normVersion = "2026-11-21";

const common = ({ norm, schedule = "hold", ...rest }: Basics): Common => ({
  ...rest,
  norm: { norm, version: normVersion },
  schedule,
  execution: "hold",
  hard: true,
});

export const derivedGate = (id: DerivedGateId, basics: Basics): DerivedGate => ({
  id,
  kind: "derived",
  ...common(basics),
});

/** `proof` names the two properties only a question to a person has; both default to the stricter reading. */
export const answeredGate = (
  id: AnsweredGateId,
  basics: Basics,
  proof: { evidence?: "required" | "optional"; mayNotApply?: boolean } = {},
): AnsweredGate => ({
  id,
  kind: "answered",
  evidence: proof.evidence ?? "required",
  mayNotApply: proof.mayNotApply ?? false,
  answeredBy: ["caseworker", "supervisor"],
  ...common(basics),
});
