/**
 * The verdict on one row: what it would do to the cases of the authority, and why not. Judging changes nothing; a row is
 * taken over as a whole or not at all.
 */
import type { Day } from "../../../kernel/day.ts";
import { readAddress, type PlaceQuestion } from "./address.ts";
import { withFingerprint, type CaseDraft } from "./case-draft.ts";
import type { Mapping } from "./column-mapping.ts";
import { readFileNumber, type Duplicates } from "./file-number.ts";
import { readLegalFacts } from "./legal-facts.ts";
import { readNationalities } from "./nationality.ts";
import { readBirthDate, readNames } from "./person-cells.ts";
import type { Reference } from "./reference.ts";
import { addFault, readRow, textOf, type RowError, type RowReading } from "./row-cells.ts";
import type { SheetRow } from "./sheet-row.ts";

/** What is known of a file number (bekannter Fall): the fingerprint of the last import, null for a case entered by hand. */
type KnownCase = { fingerprint: string | null };

/** What judging needs beside the row (Prüfungsgrundlage). */
export type JudgeContext = {
  today: Day;
  reference: Reference;
  /** From `findDuplicates` over the whole sheet. */
  duplicates: Duplicates;
  known: (fileNumber: string) => KnownCase | undefined;
};

/** Verdict on a row (Prüfergebnis einer Zeile). `notes` are German sentences for the preview. */
export type RowVerdict = { rowNo: number; notes: string[] } & (
  | { verdict: "new" | "update" | "unchanged"; draft: CaseDraft }
  | { verdict: "question"; draft: CaseDraft; question: PlaceQuestion }
  | { verdict: "error"; errors: RowError[] }
);

export function judgeRow(row: SheetRow, mapping: Mapping, context: JudgeContext): RowVerdict {
  const reading = readRow(row, mapping);
  const content = readContent(reading, context);
  const { rowNo, notes, errors } = reading;
  if (!content || errors.length > 0) return { rowNo, notes, verdict: "error", errors };

  const { draft, question } = content;
  const known = context.known(draft.fileNumber);
  if (known?.fingerprint === draft.fingerprint) return { rowNo, notes, verdict: "unchanged", draft };
  if (question) return { rowNo, notes, verdict: "question", draft, question };
  return { rowNo, notes, verdict: known ? "update" : "new", draft };
}

type Content = { draft: CaseDraft; question: PlaceQuestion | undefined };

/** Reads every field before anything is given up, so that the clerk sees all faults of a row at once. */
function readContent(row: RowReading, { today, reference, duplicates }: JudgeContext): Content | undefined {
  const fileNumber = readFileNumber(row, duplicates);
  const names = readNames(row);
  const birthDate = readBirthDate(row, today);
  const nationalities = readAllNationalities(row, reference);
  const place = readAddress(row, reference.municipalities);
  const { facts, hints } = readLegalFacts(row, today, birthDate);
  const further = readFurther(row);
  if (fileNumber === undefined || !names || birthDate === undefined) return undefined;

  const person = { ...names, birthDate, nationalities };
  const address = place ? { address: place.address } : {};
  const draft = withFingerprint({ fileNumber, person, ...address, legal: facts, ...further, hints }, place?.words);
  return { draft, question: place?.question };
}

function readAllNationalities(row: RowReading, reference: Reference): string[] {
  const keys = (["nationality", "secondNationality"] as const).flatMap((field) => {
    const cell = row.cells.get(field);
    const read = cell && readNationalities(cell.text, reference.nationalities);
    if (!read || !cell) return [];
    if (read.ok) return read.value;
    addFault(row, cell, read.refusal);
    return [];
  });
  return [...new Set(keys)];
}

function readFurther(row: RowReading): Pick<CaseDraft, "familyKey" | "language" | "officer" | "remark"> {
  const familyKey = textOf(row, "familyKey", 100);
  const language = textOf(row, "language", 100);
  const officer = textOf(row, "officer", 100);
  const remark = row.cells.get("remark")?.text.normalize("NFC");
  return {
    ...(familyKey === undefined ? {} : { familyKey }),
    ...(language === undefined ? {} : { language }),
    ...(officer === undefined ? {} : { officer }),
    ...(remark === undefined ? {} : { remark }),
  };
}
