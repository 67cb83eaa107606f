import { describe, expect, test } from "vitest";
import { answerMunicipality, type CaseDraft } from "./case-draft.ts";
import { complete, context, judge, mapping, rowOf, type Values } from "./examples.test-support.ts";
import { findDuplicates } from "./file-number.ts";
import { judgeRow, type RowVerdict } from "./judge-row.ts";

const draftOf = (verdict: RowVerdict): CaseDraft => {
  if (verdict.verdict === "error") throw new Error(JSON.stringify(verdict.errors));
  return verdict.draft;
};
const reasonsOf = (verdict: RowVerdict): string[] =>
  verdict.verdict === "error" ? verdict.errors.map(({ column, reason }) => `${column}: ${reason}`) : [verdict.verdict];

const everything: Values = {
  birthName: "Müller-Probe",
  nationality: "andorranisch",
  secondNationality: "staatenlos",
  street: "Beispielstraße 5",
  postcode: "58452",
  place: "Witten",
  decisionOn: "01.03.2026",
  decisionKind: "Abschiebungsandrohung § 59 AufenthG",
  servedOn: "05.03.2026",
  claimFiledOn: "10.03.2026",
  finalOn: "01.06.2026",
  departurePeriodUntil: "31.12.2026",
  suspensionReason: "Passlosigkeit",
  enforceableSince: "01.07.2026",
  language: "Testisch",
  familyKey: "F-1",
  officer: "Muster, B.",
  remark: "nur ein Beispiel",
};

describe("rows that are taken over", () => {
  test("every value arrives in the draft", () => {
    const { fingerprint, ...draft } = draftOf(judge(everything));
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(draft).toEqual({
      fileNumber: "31.30-0147",
      person: {
        familyName: "Đurić-Muster",
        givenNames: "Țvetana",
        birthName: "Müller-Probe",
        birthDate: "1990-03-00",
        nationalities: ["123", "997"],
      },
      address: { street: "Beispielstraße", houseNumber: "5", postcode: "58452", place: "Witten", ags: "05954036" },
      legal: {
        decisionOn: "2026-03-01",
        decisionKind: "residenceThreat",
        decisionBasis: "aufenthG59",
        decisionText: "Abschiebungsandrohung § 59 AufenthG",
        servedOn: "2026-03-05",
        claimFiledOn: "2026-03-10",
        finalOn: "2026-06-01",
        departurePeriodUntil: "2026-12-31",
        suspension: { text: "Passlosigkeit", code: "b-aa" },
      },
      language: "Testisch",
      familyKey: "F-1",
      officer: "Muster, B.",
      remark: "nur ein Beispiel",
      hints: [
        "Tabelle der Behörde: „Vollziehbar seit (nur Hinweis)“ 01.07.2026. Nur ein Hinweis; die Vollziehbarkeit wird aus den Ereignissen hergeleitet.",
      ],
    });
  });

  test("„vollziehbar seit“ is a hint and creates no legal fact", () => {
    const draft = draftOf(judge({ enforceableSince: "01.07.2026" }));
    expect(draft.legal).toEqual({});
    expect(draft.hints).toHaveLength(1);
  });

  test("values that the sheet leaves empty are missing and erase nothing", () => {
    const draft = draftOf(judge({}));
    expect(Object.keys(draft).sort()).toEqual(["fileNumber", "fingerprint", "hints", "legal", "person"]);
  });

  test.each<[string, Values, string, string]>([
    [
      "one column for both names",
      { familyName: "", givenNames: "", fullName: "Muster, Max Probe" },
      "Muster",
      "Max Probe",
    ],
    ["a single name", { familyName: "Muster", givenNames: "-" }, "Muster", ""],
    ["a single name in one column", { familyName: "", givenNames: "", fullName: "Muster, -" }, "Muster", ""],
  ])("%s", (_, values, familyName, givenNames) => {
    expect(draftOf(judge(values)).person).toMatchObject({ familyName, givenNames });
  });

  test.each<[string, Values, string]>([
    ["two-digit years", { servedOn: "05.03.26" }, "Bescheid zugestellt am: Jahr 26 als 2026 gelesen."],
    [
      "Excel's day count as birth date",
      { birthDate: "32874" },
      "Geburtsdatum: Zahl 32874 als Excel-Datum 01.01.1990 gelesen.",
    ],
    [
      "an unclear kind",
      { decisionKind: "Ablehnung" },
      "Bescheidart „Ablehnung“ ist nicht eindeutig. Bitte im Fall ergänzen.",
    ],
    [
      "an unknown ground",
      { suspensionReason: "so" },
      "Duldungsgrund „so“ ist keiner der AZR-Gründe. Bitte im Fall ergänzen.",
    ],
    [
      "facts that contradict each other",
      { decisionOn: "05.03.2026", servedOn: "01.03.2026" },
      "„Bescheid zugestellt am“ (01.03.2026) liegt vor „Bescheid vom“ (05.03.2026).",
    ],
  ])("%s are said", (_, values, note) => {
    expect(judge(values)).toMatchObject({ verdict: "new", notes: [note] });
  });
});

describe("rows that are refused, with column and reason", () => {
  test.each<[Values, string]>([
    [{ fileNumber: "" }, "Aktenzeichen: Das Aktenzeichen fehlt."],
    [{ fileNumber: "A".repeat(50) + "1" }, "Aktenzeichen: Das Aktenzeichen ist länger als 50 Zeichen."],
    [{ fileNumber: "31;30" }, "Aktenzeichen: Zeichen ‚;‘ ist im Aktenzeichen nicht zulässig."],
    [{ fileNumber: "ohne" }, "Aktenzeichen: Das Aktenzeichen enthält keine Ziffer."],
    [{ fileNumber: "-31" }, "Aktenzeichen: Das Aktenzeichen muss mit einem Buchstaben oder einer Ziffer beginnen."],
    [
      { fileNumber: "31,3" },
      "Aktenzeichen: Das Aktenzeichen ist als Kommazahl gespeichert. Formatieren Sie die Spalte als Text.",
    ],
    [
      { fileNumber: "1,2346E+19" },
      "Aktenzeichen: Das Aktenzeichen ist als Zahl gespeichert und hat dabei Stellen verloren. Formatieren Sie die Spalte als Text.",
    ],
    [{ familyName: "" }, "Familienname: Der Familienname fehlt. Hat die Person nur einen Namen, gehört er hierher."],
    [{ givenNames: "" }, "Vornamen: Der Vorname fehlt. Hat die Person nur einen Namen, schreiben Sie einen Strich: -"],
    [{ familyName: "Mus1er" }, "Familienname: Zeichen ‚1‘ an Stelle 4 ist nicht zulässig (DIN 91379)."],
    [
      { givenNames: "Мax" },
      "Vornamen: Zeichen ‚М‘ an Stelle 1 ist nicht zulässig (DIN 91379). Gemeint ist vielleicht ‚M‘.",
    ],
    [
      { birthDate: "" },
      "Geburtsdatum: Das Geburtsdatum fehlt. Sind Tag oder Monat unbekannt, schreiben Sie 00, zum Beispiel 00.00.1990.",
    ],
    [{ birthDate: "31.02.1990" }, "Geburtsdatum: Diesen Tag gibt es nicht im Kalender. Angegeben ist „31.02.1990“."],
    [{ birthDate: "01.01.2027" }, "Geburtsdatum: Das Geburtsdatum liegt in der Zukunft. Angegeben ist „01.01.2027“."],
    [
      { birthDate: "01.01.90" },
      "Geburtsdatum: Das Geburtsjahr muss vier Ziffern haben, zum Beispiel 1990. Angegeben ist „01.01.90“.",
    ],
    [
      { nationality: "deutsch" },
      "Staatsangehörigkeit: Deutsche Staatsangehörige sind keine Ausländer (§ 2 Abs. 1 AufenthG). Für sie kann kein Rückkehrfall angelegt werden.",
    ],
    [{ servedOn: "31.02.2026" }, "Bescheid zugestellt am: Den 31.02.2026 gibt es nicht im Kalender."],
    [{ servedOn: "24.11.2026" }, "Bescheid zugestellt am: Das Datum 24.11.2026 liegt in der Zukunft."],
    [{ servedOn: "01.01.1980" }, "Bescheid zugestellt am: Das Datum 01.01.1980 liegt vor der Geburt."],
    [{ place: "Musterhausen" }, "Ort: Die Gemeinde „Musterhausen“ ist nicht bekannt."],
    [
      { familyName: "=A1" },
      "Familienname: Formel: Die Zelle enthält eine Formel ohne Wert. Tragen Sie den Wert selbst ein.",
    ],
    [
      { remark: "#BEZUG!" },
      "Bemerkung: Formel: Die Zelle enthält den Fehlerwert #BEZUG!. Tragen Sie den Wert selbst ein.",
    ],
    [{ remark: "a\uFFFDb" }, "Bemerkung: Die Zelle enthält ein unlesbares Zeichen."],
    [{ remark: "x".repeat(2001) }, "Bemerkung: Der Wert ist länger als 2000 Zeichen."],
    [{ officer: "x".repeat(101) }, "Sachbearbeitung: Der Wert ist länger als 100 Zeichen."],
  ])("%j", (values, reason) => {
    expect(reasonsOf(judge(values))).toEqual([reason]);
  });

  test("an empty row shows all its faults at once", () => {
    const verdict = judgeRow(rowOf({ remark: "x" }), mapping, context);
    expect(reasonsOf(verdict)).toEqual([
      "Aktenzeichen: Das Aktenzeichen fehlt.",
      "Name, Vorname (eine Spalte): Der Name fehlt.",
      "Geburtsdatum: Das Geburtsdatum fehlt. Sind Tag oder Monat unbekannt, schreiben Sie 00, zum Beispiel 00.00.1990.",
    ]);
  });

  test("a formula in the only column of the name is one fault, not three", () => {
    const verdict = judge({ familyName: "", givenNames: "", fullName: "=A1" });
    expect(reasonsOf(verdict)).toHaveLength(1);
  });

  test("values behind the last column mean that something slipped", () => {
    const row = rowOf(complete);
    const verdict = judgeRow({ ...row, cells: [...row.cells, "", "Rest"] }, mapping, context);
    expect(reasonsOf(verdict)).toEqual([
      "hinter der letzten Spalte: Die Zeile hat mehr Werte als die Tabelle Überschriften („Rest“). Wahrscheinlich sind Werte verrutscht.",
    ]);
  });

  test("both rows of a doubled file number are refused and name each other", () => {
    const rows = [
      rowOf(complete, 2),
      rowOf({ ...complete, fileNumber: "31.30 - 0147" }, 9),
      rowOf({ ...complete, fileNumber: "7" }, 10),
    ];
    const duplicates = findDuplicates(rows, mapping);
    expect(rows.map((row) => reasonsOf(judgeRow(row, mapping, { ...context, duplicates })))).toEqual([
      ["Aktenzeichen: Das Aktenzeichen steht mehrfach in der Datei, auch in Zeile 9."],
      ["Aktenzeichen: Das Aktenzeichen steht mehrfach in der Datei, auch in Zeile 2."],
      ["new"],
    ]);
  });
});

describe("new, changed and unchanged", () => {
  const imported = draftOf(judge(everything));
  const known = (fingerprint: string | null) => () => ({ fingerprint });

  test("the same row again changes nothing", () => {
    expect(judge(everything, { known: known(imported.fingerprint) }).verdict).toBe("unchanged");
  });

  test("spaces and notation do not count as a change", () => {
    const values = { ...everything, servedOn: "5.3.26", birthDate: "1990-03-00", officer: "  Muster,   B. " };
    expect(draftOf(judge(values)).fingerprint).toBe(imported.fingerprint);
  });

  test.each<[Values]>([
    [{ familyName: "Muster" }],
    [{ birthDate: "01.03.1990" }],
    [{ place: "Bochum", postcode: "44787" }],
    [{ servedOn: "06.03.2026" }],
    [{ remark: "" }],
    [{ enforceableSince: "" }],
  ])("a change of %j is an update", (change) => {
    const verdict = judge({ ...everything, ...change }, { known: known(imported.fingerprint) });
    expect(verdict.verdict).toBe("update");
    expect(draftOf(verdict).fingerprint).not.toBe(imported.fingerprint);
  });

  test("a case entered by hand is updated, not doubled", () => {
    expect(judge(everything, { known: known(null) }).verdict).toBe("update");
  });
});

describe("questions about the municipality", () => {
  const asked = judge({ postcode: "44787" });

  test("a question carries the draft without municipality", () => {
    expect(asked).toMatchObject({
      verdict: "question",
      question: { candidates: [{ ags: "05911000", name: "Bochum" }] },
    });
    expect(draftOf(asked).address).toEqual({ postcode: "44787", place: "" });
  });

  test("the answer completes the draft, and the same row is not asked about again", () => {
    const answered = answerMunicipality(draftOf(asked), { ags: "05911000", name: "Bochum" });
    expect(answered.address).toEqual({ postcode: "44787", place: "Bochum", ags: "05911000" });
    const known = () => ({ fingerprint: answered.fingerprint });
    expect(judge({ postcode: "44787" }, { known }).verdict).toBe("unchanged");
  });

  test("a fault comes before a question", () => {
    expect(judge({ postcode: "44787", birthDate: "" }).verdict).toBe("error");
  });
});
