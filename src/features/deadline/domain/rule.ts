/**
 * What one row of the catalogue says about one period in one version of the law. Rows are data: a change of law is a
 * new row with its own validity; a row that somebody's period was counted by is never edited afterwards.
 */
import type { CaseEventType } from "./case-events.ts";
import type { RuleSetName } from "./counting.ts";

/** Wen eine Frist schützt: die Person (spätere Lesart gilt) oder sie begrenzt die eigene Befugnis (frühere Lesart gilt; Art. 20 Abs. 3 GG). */
export type Direction = "protectsPerson" | "ownPower";

/** Beleg einer Regel: V = im Gesetzestext gelesen, M = aus dem Gedächtnis, I = eigene Festlegung (§ 31 VwVfG). */
export type Evidence = "V" | "M" | "I";

/** Zulässige Länge einer Frist (z. B. 7 bis 30 Tage, § 59 Abs. 1 Satz 1 AufenthG); `usual` gilt, wenn nichts angegeben ist. */
export type Span = {
  usual: string;
  shortest?: string;
  /** `null`: the norm sets no upper end. */
  longest?: string | null;
  /** The authority or court chooses the length: without it the result carries the assumption. */
  chosen?: true;
  /** No usual length at all: the length must be given. */
  mustBeGiven?: true;
};

/** Eine Fristregel in einer Fassung des Gesetzes (Katalog D01–D64; § 31 VwVfG). */
export type Rule = {
  id: string;
  title: string;
  norm: string;
  /** Day of the version that was read, as cited beside the norm. */
  version: string;
  /** First and last start day for which this row may be used. */
  validFrom: string;
  validTo?: string;
  /** What picks the version: the day of the start event, or the regime somebody has determined with a reason. */
  selectedBy: "startEvent" | "regime";
  transition: string;
  evidence: Evidence;
  set: RuleSetName;
  /** Periods before a court cite VwGO and ZPO, the others VwVfG. */
  before?: "court";
  /** A duration, not a time limit for an act: never rolls, whatever the rule set says. */
  isDuration?: true;
  direction: Direction;
  /** Absent: the norm sets a duty without a period that could be counted. */
  length?: Span;
  starts: { event: CaseEventType; text: string };
  missed: string;
  /** The act against the person is allowed from the day after the end, not before. */
  opensAfterEnd?: true;
  /** Earlier deprivation of liberty is credited (§ 62 Abs. 4 AufenthG). */
  credits?: true;
  /** Unlawful stay suspends the running (§ 11 Abs. 9 AufenthG). */
  suspendable?: true;
  /** Silence until the end counts as an answer; the text says as what. */
  silence?: string;
  /** Whether the fiction of service rolls is disputed: both days are shown. */
  rollDisputed?: true;
  backwards?: true;
  /** The clock starts or ends with a calendar quarter or year. */
  startsAt?: "endOfQuarter";
  endsAt?: "endOfQuarter" | "endOfYear" | "endOfDay" | "sameHour";
};
