/** What goes into the computation of one deadline and what comes out. Types only. */
import type { Day } from "../../../kernel/day.ts";
import type { LegalReference } from "../../../kernel/legal-reference.ts";
import type { RuleSetName } from "./counting.ts";
import type { Direction } from "./rule.ts";

/** Zeitraum von Tagen, beide eingeschlossen (z. B. unerlaubter Aufenthalt, § 11 Abs. 9 AufenthG). */
export type DayInterval = { from: Day; to: Day };

/** Ein zweiter, ebenfalls vertretener Fristbeginn (z. B. fingierte Annahme, Art. 40 VO (EU) 2024/1351). */
export type OtherStart = { on: Day; because: string };

/** Angaben zu einer Fristberechnung (§ 31 VwVfG). */
export type DeadlineInput = {
  rule: string;
  /** Day of the start event. */
  on: Day;
  /** Wall-clock time in Germany (`2026-12-04T10:00`), for rules that count hours; may carry an offset. */
  at?: string;
  calendar: string;
  length?: string;
  creditedDays?: number;
  suspended?: readonly DayInterval[];
  otherStart?: OtherStart;
};

/** Ein Schritt des Rechenwegs: Satz, Norm, Tag (§ 39 Abs. 1 VwVfG: die Begründung muss nachvollziehbar sein). */
export type Step = { text: string; norm?: string; day?: Day };

/** Eine Lesart, wenn Gerichte oder Behörden verschieden rechnen: beide werden gezeigt (Art. 20 Abs. 3 GG). */
export type Reading = { text: string; day: Day };

/** Berechnete Frist mit Rechenweg (§§ 187–193 BGB, § 31 VwVfG). */
export type Deadline = {
  rule: string;
  title: string;
  norm: LegalReference;
  set: RuleSetName;
  direction: Direction;
  calendar: string;
  start: Day;
  length: string;
  /** Nobody gave a length although authority or court choose it: computed with the usual or longest one. */
  lengthAssumed: boolean;
  creditedDays: number;
  suspendedDays: number;
  /** Last day of the period before any roll. */
  raw: Day;
  /** Last day of the period in law, after any roll. */
  legalEnd: Day;
  /** Last working day not later than `raw`, for what we or another authority must finish. */
  operationalEnd?: Day;
  /** First day on which the act against the person is allowed. */
  earliestAction?: Day;
  /** The later reading where courts disagree whether a fiction of service rolls. */
  rolled?: Day;
  /** End of the last hour as an instant, for rules that count hours. */
  until?: string;
  readings: readonly Reading[];
  /** The day to plan on: the later reading where the period protects the person, the earlier where it limits us. */
  planOn: Day;
  missed: string;
  steps: readonly Step[];
};

/** Ob der Rechenweg mitgeliefert wird; die Überwachung vieler Fälle braucht nur die Tage (§ 39 VwVfG gilt für die Anzeige). */
export type ComputeOptions = { explain?: boolean };
