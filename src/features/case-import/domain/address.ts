/** The address (Anschrift) of a row and the municipality it lies in. Without any address the case is taken over without one. */
import { findMunicipality, type MunicipalityCandidate, type PlaceWords } from "./municipality.ts";
import type { MunicipalityIndex } from "./municipality-index.ts";
import { addFault, textOf, type FieldCell, type RowReading } from "./row-cells.ts";

/** Address as the sheet gives it (Anschrift); `ags` is the municipality once it is certain. */
export type DraftAddress = {
  street?: string;
  houseNumber?: string;
  room?: string;
  facility?: string;
  postcode?: string;
  place: string;
  ags?: string;
};

/** Question that only the clerk can answer (Rückfrage an die Sachbearbeitung): which municipality is meant. */
export type PlaceQuestion = { kind: "municipality"; text: string; candidates: MunicipalityCandidate[] };

/** Address with what was used to find the municipality (Anschrift mit Ortsangaben). */
export type AddressReading = { address: DraftAddress; words: PlaceWords; question?: PlaceQuestion };

type Lines = Pick<DraftAddress, "street" | "houseNumber" | "postcode"> & { place?: string };

/** The row and the municipalities that it is compared with. */
type Source = { row: RowReading; index: MunicipalityIndex };

/** The address, or undefined when the row has none or its faults are noted. */
export function readAddress(row: RowReading, index: MunicipalityIndex): AddressReading | undefined {
  const source = { row, index };
  const lines = { ...readFullAddress(source), ...readPlace(source), ...readStreet(row) };
  const room = textOf(row, "room", 50);
  const facility = textOf(row, "facility", 200);
  const municipality = textOf(row, "municipality", 100);
  const words = withoutUndefined({
    name: municipality ?? lines.place,
    postcode: lines.postcode,
    district: textOf(row, "district", 100),
    ags: readKey(row),
  });
  const isEmpty = [...Object.values(lines), room, facility, ...Object.values(words)].every(
    (value) => value === undefined,
  );
  if (isEmpty) return undefined;

  const finding = findMunicipality(words, index);
  if (finding.kind === "unknown") {
    addPlaceFault(row, finding.reason);
    return undefined;
  }
  if (finding.kind === "found" && finding.note) row.notes.push(finding.note);
  const ags = finding.kind === "found" ? finding.ags : undefined;
  const found = ags === undefined ? undefined : index.byAgs.get(ags)?.name;
  const place = lines.place ?? municipality ?? found ?? "";
  const address = { ...withoutUndefined({ ...lines, room, facility, ags }), place };
  if (finding.kind === "found") return { address, words };
  return { address, words, question: { kind: "municipality", text: finding.text, candidates: finding.candidates } };
}

const placeFields = [
  "municipality",
  "place",
  "postcodeAndPlace",
  "fullAddress",
  "municipalityKey",
  "postcode",
] as const;

function addPlaceFault(row: RowReading, reason: string): void {
  if (row.errors.some(({ field }) => placeFields.some((known) => known === field))) return;
  const filled = placeFields.flatMap((field) => row.cells.get(field) ?? [])[0];
  const heading = row.mapping.find(({ field }) => placeFields.some((known) => known === field))?.header ?? "Ort";
  addFault(row, filled ?? { field: "place", column: heading, text: "" }, reason);
}

function readPlace(source: Source): Lines {
  const { row } = source;
  const joined = row.cells.get("postcodeAndPlace");
  const parts = joined ? splitPlace(source, joined, joined.text) : {};
  const cell = row.cells.get("postcode");
  const postcode = cell ? readPostcode(source, cell, cell.text) : undefined;
  return withoutUndefined({ ...parts, ...withoutUndefined({ postcode, place: textOf(row, "place", 100) }) });
}

/** "44787 Bochum", or a place alone. */
function splitPlace(source: Source, cell: FieldCell, text: string): Lines {
  const match = /^(?:D[-\s])?(\d{4,5})\s+(\S.*)$/.exec(text.trim());
  const place = match ? (match[2] ?? "") : text.trim();
  if (place === "" || place.length > 100 || (!match && /\d/.test(place))) {
    addFault(
      source.row,
      cell,
      `„${text.trim().slice(0, 100)}“ ist nicht als PLZ und Ort lesbar. Erwartet wird zum Beispiel 44787 Bochum.`,
    );
    return {};
  }
  return match ? withoutUndefined({ postcode: readPostcode(source, cell, match[1] ?? ""), place }) : { place };
}

/** Five digits; four are read as a postcode of the east whose leading zero the spreadsheet dropped, if there is such a one. */
function readPostcode({ row, index }: Source, cell: FieldCell, text: string): string | undefined {
  const digits = text.replace(/^D[-\s]*/, "");
  if (/^\d{4}$/.test(digits) && index.byPostcode.has(`0${digits}`)) {
    row.notes.push(`${cell.column}: ${digits} als 0${digits} gelesen.`);
    return `0${digits}`;
  }
  if (/^\d{5}$/.test(digits) && digits >= "01000") return digits;
  addFault(row, cell, `„${text}“ ist keine Postleitzahl. Erwartet werden fünf Ziffern.`);
  return undefined;
}

function readStreet(row: RowReading): Lines {
  const street = textOf(row, "street", 200);
  const houseNumber = textOf(row, "houseNumber", 20);
  if (street === undefined || houseNumber !== undefined) return withoutUndefined({ street, houseNumber });
  return splitStreet(street);
}

/** "Beispielstraße 5 a" as street and house number; without a number at the end everything is street. */
function splitStreet(text: string): Lines {
  const match = /^(.*\D)\s+(\d{1,4}\s?[a-zA-Z]?(?:\s?[-–/]\s?\d{1,4}\s?[a-zA-Z]?)?)$/.exec(text);
  return match ? withoutUndefined({ street: match[1]?.replace(/,$/, ""), houseNumber: match[2] }) : { street: text };
}

/** "Beispielstraße 5, 44787 Bochum": the last comma divides. */
function readFullAddress(source: Source): Lines {
  const { row } = source;
  const cell = row.cells.get("fullAddress");
  if (!cell || textOf(row, "fullAddress", 200) === undefined) return {};
  const text = cell.text.replace(/\s*\n\s*/g, ", ");
  const comma = text.lastIndexOf(",");
  if (comma < 0) return splitPlace(source, cell, text);
  return { ...splitStreet(text.slice(0, comma).trim()), ...splitPlace(source, cell, text.slice(comma + 1)) };
}

/** AGS of eight digits; seven when the spreadsheet dropped the leading zero. */
function readKey(row: RowReading): string | undefined {
  const cell = row.cells.get("municipalityKey");
  if (!cell) return undefined;
  if (/^\d{7,8}$/.test(cell.text)) return cell.text.padStart(8, "0");
  addFault(row, cell, `„${cell.text}“ ist kein Gemeindeschlüssel. Erwartet werden acht Ziffern.`);
  return undefined;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what is undefined, so that a missing value never overwrites a known one. */
function withoutUndefined<T extends object>(values: T): Defined<T> {
  // The entries that are kept have exactly the types that remain.
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}
