import { describe, expect, test } from "vitest";
import { fieldNames, fields, type Field } from "./field.ts";
import { certainHeaders, leftOut, likelyHeaders } from "./header-synonyms.ts";
import { foldTight } from "./fold.ts";
import { assignField, missingFields, proposeMapping } from "./mapping.ts";
import { recogniseHeader } from "./recognise-header.ts";

const row = (...cells: string[]) => ({ rowNo: 2, cells });

describe("headings", () => {
  test.each<[string, Field]>([
    ["Aktenzeichen", "fileNumber"],
    ["AZ", "fileNumber"],
    ["Az.", "fileNumber"],
    ["Nachname", "familyName"],
    ["FAMILIENNAME", "familyName"],
    ["Familienname / Nachname", "familyName"],
    ["Vorname(n)", "givenNames"],
    ["Geburtsdatum (TT.MM.JJJJ)", "birthDate"],
    ["geb.", "birthDate"],
    ["Geb.-Datum", "birthDate"],
    ["Geburtsname", "birthName"],
    ["Staatsangehörigkeit", "nationality"],
    ["PLZ", "postcode"],
    ["Gemeinde", "municipality"],
    ["Strasse", "street"],
    ["Hausnr.", "houseNumber"],
    ["Zimmer-Nr.", "room"],
    ["Einrichtung", "facility"],
    ["Bescheid vom", "decisionOn"],
    ["zugestellt am", "servedOn"],
    ["Bescheidart", "decisionKind"],
    ["Klage am", "claimFiledOn"],
    ["rechtskräftig seit", "finalOn"],
    ["vollziehbar seit", "enforceableSince"],
    ["Ausreisefrist bis", "departurePeriodUntil"],
    ["Duldungsgrund", "suspensionReason"],
    ["Sprache", "language"],
    ["Familienverband", "familyKey"],
    ["Familiennr.", "familyKey"],
    ["Sachbearbeiter/in", "officer"],
    ["Bemerkung", "remark"],
    ["PLZ/Ort", "postcodeAndPlace"],
    ["Name, Vorname", "fullName"],
  ])("%s certainly means %s", (header, field) => {
    expect(recogniseHeader(header)).toMatchObject({ field, certainty: "sicher" });
  });

  test.each<[string, Field]>([
    ["Name", "familyName"],
    ["Aktenzeihcen", "fileNumber"],
    ["Geburtsdatm", "birthDate"],
    ["Staatsangehörigkiet", "nationality"],
    ["Vornahme", "givenNames"],
    ["Zustelldatum laut Akte", "servedOn"],
    ["Nr.", "fileNumber"],
  ])("%s probably means %s", (header, field) => {
    expect(recogniseHeader(header)).toMatchObject({ field, certainty: "vermutet" });
  });

  test.each([
    "Fehler",
    "AZR-Nummer",
    "AZR-Nr.",
    "Az. BAMF",
    "Aktenzeichen Verwaltungsgericht",
    "Religion",
    "Volkszugehörigkeit",
  ])("%s is left out, and the reason is given", (header) => {
    const { field, certainty, note } = recogniseHeader(header);
    expect({ field, certainty }).toEqual({ field: null, certainty: "keine" });
    expect(note).toMatch(/\.$/);
  });

  test.each(["", "Foo", "Geburtsort", "Telefon", "Art", "123", "Иван"])("%j has no meaning", (header) => {
    expect(recogniseHeader(header)).toMatchObject({ field: null, certainty: "keine" });
  });

  test("no heading stands for two fields", () => {
    const all = [
      ...Object.values(certainHeaders),
      ...Object.values(likelyHeaders),
      ...leftOut.map(({ headers }) => headers),
    ];
    const keys = all.flatMap((headers) => [...new Set(headers.split("|").map(foldTight))]);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test.each(fieldNames)("the own label of %s is recognised", (field) => {
    expect(recogniseHeader(fields[field].label).field).toBe(field);
  });
});

describe("proposal for a whole sheet", () => {
  const fieldsOf = (header: string[], ...cells: string[][]) =>
    proposeMapping(
      header,
      cells.map((values) => row(...values)),
    ).map(({ field, certainty }) => `${field} ${certainty}`);

  test("a column Name beside Vorname is the family name for certain", () => {
    expect(fieldsOf(["Vorname", "Name"])).toEqual(["givenNames sicher", "familyName sicher"]);
  });

  test("a lonely column Name full of commas holds both names", () => {
    expect(fieldsOf(["Az.", "Name"], ["1", "Muster, Max"], ["2", "Probe, Eva"])).toEqual([
      "fileNumber sicher",
      "fullName vermutet",
    ]);
  });

  test("a column Ort with postcodes holds both", () => {
    expect(fieldsOf(["Ort"], ["44787 Bochum"], ["58452 Witten"])).toEqual(["postcodeAndPlace vermutet"]);
  });

  test("values that do not look like the field make the proposal doubtful", () => {
    expect(fieldsOf(["Geburtsdatum", "PLZ"], ["Bochum", "x"])).toEqual(["birthDate vermutet", "postcode vermutet"]);
    expect(fieldsOf(["Geburtsdatum", "PLZ"], ["00.00.1990", "44787"], ["", ""])).toEqual([
      "birthDate sicher",
      "postcode sicher",
    ]);
  });

  test("no field is taken from two columns: the surer one, then the left one", () => {
    expect(fieldsOf(["Nr.", "Aktenzeichen", "Az."])).toEqual(["null keine", "fileNumber sicher", "null keine"]);
    expect(fieldsOf(["Familienname", "Vorname", "Name, Vorname"])).toEqual([
      "familyName sicher",
      "givenNames sicher",
      "null keine",
    ]);
    expect(proposeMapping(["Az.", "AZ"], [])[1]?.note).toBe("„Aktenzeichen“ kommt schon aus der Spalte „Az.“.");
  });

  test("a column without heading is named by its letter", () => {
    expect(proposeMapping(["", ...Array.from({ length: 27 }, () => " ")], []).map(({ header }) => header)).toEqual([
      ..."ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("").map((letter) => `Spalte ${letter}`),
      "Spalte AA",
      "Spalte AB",
    ]);
  });
});

describe("changes by the clerk", () => {
  const proposed = proposeMapping(["Az.", "Name", "Vorname", "Notiz"], []);

  test("a field given to a column is taken from the other one", () => {
    const changed = assignField(proposed, 3, "fileNumber");
    expect(changed.map(({ field }) => field)).toEqual([null, "familyName", "givenNames", "fileNumber"]);
    expect(assignField(changed, 3, null)[3]).toEqual({ column: 3, header: "Notiz", field: null, certainty: "keine" });
  });

  test("what is missing is named", () => {
    expect(missingFields(proposed)).toEqual(["Geburtsdatum"]);
    expect(missingFields(proposeMapping(["Name, Vorname", "Ort"], []))).toEqual(["Aktenzeichen", "Geburtsdatum"]);
    expect(missingFields([])).toEqual([
      "Aktenzeichen",
      "Familienname oder Name, Vorname (eine Spalte)",
      "Vornamen oder Name, Vorname (eine Spalte)",
      "Geburtsdatum",
    ]);
  });
});
