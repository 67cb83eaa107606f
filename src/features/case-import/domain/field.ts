/**
 * What a column of an authority's sheet can mean to us. The list is also a limit: whatever has no field here (religion,
 * origin, AZR number, telephone) is not taken over.
 */

/** German name and purpose of a field, as the page for assigning columns shows them. */
type FieldDescription = { label: string; help?: string };

export const fields = {
  fileNumber: { label: "Aktenzeichen", help: "Erkennt den Fall wieder. Muss in jeder Zeile stehen, jedes nur einmal." },
  familyName: { label: "Familienname" },
  givenNames: { label: "Vornamen" },
  fullName: { label: "Name, Vorname (eine Spalte)", help: "Familienname vor dem Komma, Vornamen dahinter." },
  birthName: { label: "Geburtsname" },
  birthDate: { label: "Geburtsdatum", help: "Unbekannter Tag oder Monat als 00: 00.00.1990." },
  nationality: { label: "Staatsangehörigkeit", help: "Name, Adjektiv oder amtlicher Schlüssel; mehrere mit Komma." },
  secondNationality: { label: "Weitere Staatsangehörigkeit" },
  street: { label: "Straße", help: "Mit oder ohne Hausnummer." },
  houseNumber: { label: "Hausnummer" },
  room: { label: "Zimmer" },
  facility: { label: "Einrichtung" },
  postcode: { label: "PLZ" },
  place: { label: "Ort" },
  postcodeAndPlace: { label: "PLZ und Ort (eine Spalte)" },
  fullAddress: { label: "Anschrift (eine Spalte)", help: "Straße Hausnummer, PLZ Ort." },
  municipality: { label: "Gemeinde", help: "Bestimmt mit, welche Behörden zuständig sind." },
  district: { label: "Kreis" },
  municipalityKey: { label: "Amtlicher Gemeindeschlüssel (AGS)" },
  decisionOn: { label: "Bescheid vom" },
  decisionKind: { label: "Bescheidart" },
  servedOn: { label: "Bescheid zugestellt am" },
  claimFiledOn: { label: "Klage erhoben am" },
  finalOn: { label: "Bestandskräftig oder rechtskräftig seit" },
  departurePeriodUntil: { label: "Ausreisefrist bis" },
  suspensionReason: { label: "Duldungsgrund" },
  enforceableSince: {
    label: "Vollziehbar seit (nur Hinweis)",
    help: "Ob die Ausreisepflicht vollziehbar ist, leitet Amtsweg aus den Ereignissen her. Die Angabe wird nur angezeigt.",
  },
  language: { label: "Sprache" },
  familyKey: { label: "Familienverband" },
  officer: { label: "Sachbearbeitung" },
  remark: { label: "Bemerkung" },
} as const satisfies Record<string, FieldDescription>;

/** Meaning of a column (Bedeutung einer Spalte). */
export type Field = keyof typeof fields;

export const fieldNames = Object.keys(fields) as Field[];
export const isField = (text: string): text is Field => Object.hasOwn(fields, text);
export const describeField = (field: Field): FieldDescription => fields[field];

/** Without these a row cannot become a case; of each group one column must be assigned. */
export const requiredFields: readonly (readonly Field[])[] = [
  ["fileNumber"],
  ["familyName", "fullName"],
  ["givenNames", "fullName"],
  ["birthDate"],
];

/** Fields that hold a date of the case, for reading and for checking what a column contains. */
export const dateFields = [
  "decisionOn",
  "servedOn",
  "claimFiledOn",
  "finalOn",
  "departurePeriodUntil",
  "enforceableSince",
] as const satisfies Field[];

/** Field that holds a date (Datumsfeld). */
export type DateField = (typeof dateFields)[number];
