/** Names and birth date of a row. A name is taken over letter by letter or refused; it is never respelt or cut. */
import { describeBirthDateRefusal, parseBirthDate, type BirthDate } from "../../../kernel/birth-date.ts";
import type { Day } from "../../../kernel/day.ts";
import { checkPersonName, describeNameRefusal } from "../../../kernel/person-name.ts";
import { addFault, addMissing, type FieldCell, type RowReading } from "./row-cells.ts";
import { germanText, parseSheetDate } from "./sheet-date.ts";

/** Names of a person (Namen). Somebody with a single name has empty given names. */
export type Names = { familyName: string; givenNames: string; birthName?: string };

type MainNames = Pick<Names, "familyName" | "givenNames">;

/** What sheets hold in place of given names when a person has a single name. */
const noGivenNames = /^([-–—+]+|o\. ?V\.|kein Vorname|ohne Vornamen?)$/i;

/** The names, or undefined with the faults noted. */
export function readNames(row: RowReading): Names | undefined {
  const birthNameCell = row.cells.get("birthName");
  const birthName = birthNameCell && checkName(row, birthNameCell, birthNameCell.text);
  const fullName = row.cells.get("fullName");
  const main = fullName ? splitFullName(row, fullName) : separateNames(row);
  return main && { ...main, ...(birthName === undefined ? {} : { birthName }) };
}

function separateNames(row: RowReading): MainNames | undefined {
  const family = row.cells.get("familyName");
  const given = row.cells.get("givenNames");
  if (!family && !given) {
    addMissing(
      row,
      row.mapping.some(({ field }) => field === "fullName") ? "fullName" : "familyName",
      "Der Name fehlt.",
    );
    return undefined;
  }
  if (!family)
    addMissing(row, "familyName", "Der Familienname fehlt. Hat die Person nur einen Namen, gehört er hierher.");
  if (!given)
    addMissing(row, "givenNames", "Der Vorname fehlt. Hat die Person nur einen Namen, schreiben Sie einen Strich: -");
  const familyName = family && checkName(row, family, family.text);
  const givenNames = given && checkGivenNames(row, given, given.text);
  return familyName === undefined || givenNames === undefined ? undefined : { familyName, givenNames };
}

/** "Muster, Max": the first comma divides. Without comma nobody can tell where the family name ends. */
function splitFullName(row: RowReading, cell: FieldCell): MainNames | undefined {
  const comma = cell.text.indexOf(",");
  if (comma < 0) {
    const help = "Schreiben Sie „Muster, Max“, bei nur einem Namen „Muster, -“.";
    addFault(row, cell, `Familienname und Vornamen sind nicht durch ein Komma getrennt. ${help}`);
    return undefined;
  }
  const familyName = checkName(row, cell, cell.text.slice(0, comma));
  const givenNames = checkGivenNames(row, cell, cell.text.slice(comma + 1).trim());
  return familyName === undefined || givenNames === undefined ? undefined : { familyName, givenNames };
}

const checkGivenNames = (row: RowReading, cell: FieldCell, text: string): string | undefined =>
  noGivenNames.test(text) ? "" : checkName(row, cell, text);

function checkName(row: RowReading, cell: FieldCell, text: string): string | undefined {
  const name = checkPersonName(text);
  if (name.ok) return name.value;
  addFault(row, cell, describeNameRefusal(name.refusal));
  return undefined;
}

/** The birth date (Geburtsdatum), or undefined with the fault noted. Days counted by Excel are read and noted. */
export function readBirthDate(row: RowReading, today: Day): BirthDate | undefined {
  const cell = row.cells.get("birthDate");
  if (!cell) {
    addMissing(row, "birthDate", describeBirthDateRefusal("empty"));
    return undefined;
  }
  const counted = /^\d{5}$/.test(cell.text) ? parseSheetDate(cell.text, today) : undefined;
  if (counted?.ok && counted.value.note) row.notes.push(`${cell.column}: ${counted.value.note}`);
  const text = counted?.ok ? germanText(counted.value.iso) : cell.text.replace(/[ T]00:00(:00)?$/, "");
  const birthDate = parseBirthDate(text, today);
  if (birthDate.ok) return birthDate.value;
  addFault(row, cell, `${describeBirthDateRefusal(birthDate.refusal)} Angegeben ist „${cell.text}“.`);
  return undefined;
}
