/**
 * Legal facts (rechtliche Angaben) of a row: dates and kinds as the sheet has them. Nothing is derived here; "vollziehbar
 * seit" stays a remark, because enforceability follows from recorded events alone (§ 58 Abs. 2 AufenthG).
 */
import { isAfter, parseDay, type Day } from "../../../kernel/day.ts";
import {
  decisionBasisOf,
  decisionKindOf,
  suspensionCodeOf,
  type ImportedBasis,
  type ImportedDecisionKind,
} from "./legal-words.ts";
import { addFault, textOf, type RowReading } from "./row-cells.ts";
import { describeField, type DateField, type Field } from "./field.ts";
import { germanText, parseSheetDate } from "./sheet-date.ts";

/** Facts of one decision and its consequences (Angaben zum Bescheid). All days are ISO text. */
export type LegalFacts = {
  /** Bescheid vom. */
  decisionOn?: string;
  /** Bescheidart, where the text names it beyond doubt. */
  decisionKind?: ImportedDecisionKind;
  /** Rechtsgrundlage, where the text names exactly one. */
  decisionBasis?: ImportedBasis;
  decisionText?: string;
  /** Zugestellt am. */
  servedOn?: string;
  /** Klage erhoben am. */
  claimFiledOn?: string;
  /** Bestandskräftig oder rechtskräftig seit. */
  finalOn?: string;
  /** Ausreisefrist bis. */
  departurePeriodUntil?: string;
  /** Duldungsgrund (§ 60a AufenthG), with the code of the AZR where the text names it beyond doubt. */
  suspension?: { text: string; code?: string };
};

/** Legal facts with what is only shown (rechtliche Angaben und Hinweise). */
export type LegalReading = { facts: LegalFacts; hints: string[] };

const pastFacts = ["decisionOn", "servedOn", "claimFiledOn", "finalOn"] as const satisfies DateField[];

export function readLegalFacts(row: RowReading, today: Day, birthDate: string | undefined): LegalReading {
  const facts: LegalFacts = {};
  const rules = { today, birthDate };
  for (const field of pastFacts) {
    const iso = readPastDay(row, field, rules);
    if (iso !== undefined) facts[field] = iso;
  }
  const until = readDay(row, "departurePeriodUntil", rules);
  if (until !== undefined) facts.departurePeriodUntil = until;
  readKinds(row, facts);
  noteContradictions(row, facts);
  return { facts, hints: enforceabilityHint(row, today) };
}

type DayRules = { today: Day; birthDate: string | undefined };

function readDay(row: RowReading, field: DateField, { today, birthDate }: DayRules): string | undefined {
  const cell = row.cells.get(field);
  if (!cell) return undefined;
  const read = parseSheetDate(cell.text, today);
  if (!read.ok) {
    addFault(row, cell, read.refusal);
    return undefined;
  }
  const { iso, note } = read.value;
  if (birthDate !== undefined && iso < birthDate) {
    addFault(row, cell, `Das Datum ${germanText(iso)} liegt vor der Geburt.`);
    return undefined;
  }
  if (note) row.notes.push(`${cell.column}: ${note}`);
  return iso;
}

/** What is recorded as having happened cannot lie ahead. */
function readPastDay(row: RowReading, field: DateField, rules: DayRules): string | undefined {
  const iso = readDay(row, field, rules);
  const cell = row.cells.get(field);
  const parsed = iso === undefined ? undefined : parseDay(iso);
  if (!cell || iso === undefined || !parsed || !isAfter(parsed, rules.today)) return iso;
  addFault(row, cell, `Das Datum ${germanText(iso)} liegt in der Zukunft.`);
  return undefined;
}

function readKinds(row: RowReading, facts: LegalFacts): void {
  const decision = textOf(row, "decisionKind", 200);
  if (decision !== undefined) {
    const kind = decisionKindOf(decision);
    const basis = decisionBasisOf(decision);
    facts.decisionText = decision;
    if (kind) facts.decisionKind = kind;
    if (basis) facts.decisionBasis = basis;
    if (!kind && !basis) row.notes.push(`Bescheidart „${decision}“ ist nicht eindeutig. Bitte im Fall ergänzen.`);
  }
  const suspension = textOf(row, "suspensionReason", 200);
  if (suspension !== undefined) {
    const code = suspensionCodeOf(suspension);
    facts.suspension = code ? { text: suspension, code } : { text: suspension };
    if (!code) row.notes.push(`Duldungsgrund „${suspension}“ ist keiner der AZR-Gründe. Bitte im Fall ergänzen.`);
  }
}

/** Contradicting facts are taken over and shown, never lost: what is wrong, only the clerk can say. */
function noteContradictions(row: RowReading, facts: LegalFacts): void {
  const order: [Field & keyof LegalFacts, Field & keyof LegalFacts][] = [
    ["decisionOn", "servedOn"],
    ["decisionOn", "claimFiledOn"],
    ["servedOn", "finalOn"],
    ["decisionOn", "departurePeriodUntil"],
  ];
  for (const [earlier, later] of order) {
    const first = facts[earlier];
    const second = facts[later];
    if (typeof first !== "string" || typeof second !== "string" || first <= second) continue;
    row.notes.push(
      `„${describeField(later).label}“ (${germanText(second)}) liegt vor „${describeField(earlier).label}“ (${germanText(first)}).`,
    );
  }
}

function enforceabilityHint(row: RowReading, today: Day): string[] {
  const cell = row.cells.get("enforceableSince");
  if (!cell) return [];
  const read = parseSheetDate(cell.text, today);
  const shown = read.ok ? germanText(read.value.iso) : cell.text.slice(0, 100);
  return [
    `Tabelle der Behörde: „${cell.column}“ ${shown}. Nur ein Hinweis; die Vollziehbarkeit wird aus den Ereignissen hergeleitet.`,
  ];
}
