/** Why a whole file is not read, with the German sentence for the clerk. A file is read completely or not at all. */

/** What a file really is, judged by its content and never by its name. */
export type ForeignKind =
  | "pdf"
  | "xls"
  | "xlsb"
  | "ods"
  | "word"
  | "image"
  | "html"
  | "xml"
  | "rtf"
  | "archive"
  | "program"
  | "binary";

export type FileRefusal =
  | { kind: "empty" }
  | { kind: "tooLarge"; limitBytes: number }
  | { kind: "wrongType"; found: ForeignKind }
  | { kind: "encrypted" }
  | { kind: "macros" }
  | { kind: "unpacksTooLarge" }
  | { kind: "damaged" }
  | { kind: "unknownEncoding" }
  | { kind: "brokenUmlauts" }
  | { kind: "brokenQuotes"; line: number }
  | { kind: "tooManyRows"; limit: number }
  | { kind: "tooManyColumns"; limit: number }
  | { kind: "noTable" }
  | { kind: "noRows" }
  | { kind: "unknownSheet"; sheetNames: string[] }
  | { kind: "dates1904" };

const kindNames: Record<ForeignKind, string> = {
  pdf: "ein PDF-Dokument",
  xls: "eine alte Excel-Datei (.xls) oder ein altes Office-Dokument",
  xlsb: "eine binäre Excel-Datei (.xlsb)",
  ods: "eine OpenDocument-Datei (.ods, .odt)",
  word: "ein Word- oder PowerPoint-Dokument",
  image: "ein Bild",
  html: "eine Internetseite (HTML)",
  xml: "eine XML-Datei",
  rtf: "ein Textdokument (RTF)",
  archive: "ein gepacktes Archiv",
  program: "ein Programm",
  binary: "keine Tabelle",
};

const advice =
  "Speichern Sie die Tabelle als Excel-Arbeitsmappe (.xlsx) oder als CSV-Datei und laden Sie sie erneut hoch.";
const megabytes = (bytes: number): string => `${Math.round((bytes / 1024 / 1024) * 10) / 10}`.replace(".", ",");
const thousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, "\u202F");

type Sentences = { [K in FileRefusal["kind"]]: (refusal: Extract<FileRefusal, { kind: K }>) => string };

const sentences: Sentences = {
  empty: () => "Die Datei ist leer.",
  tooLarge: ({ limitBytes }) =>
    `Die Datei ist größer als ${megabytes(limitBytes)} MB. Teilen Sie die Tabelle in mehrere Dateien auf.`,
  wrongType: ({ found }) => `Die Datei ist ${kindNames[found]}. ${advice}`,
  encrypted: () =>
    "Die Datei ist mit einem Kennwort geschützt. Entfernen Sie den Kennwortschutz und laden Sie sie erneut hoch.",
  macros: () =>
    "Die Datei enthält Makros und wird deshalb nicht gelesen. Speichern Sie sie als Excel-Arbeitsmappe ohne Makros (.xlsx).",
  unpacksTooLarge: () =>
    "Die Datei ist ungewöhnlich stark gepackt und würde entpackt zu groß. Sie wird zum Schutz des Systems nicht gelesen. " +
    advice,
  damaged: () => `Die Datei ist beschädigt oder unvollständig. ${advice}`,
  unknownEncoding: () =>
    "Der Zeichensatz der Datei ist nicht erkennbar, Namen könnten falsch gelesen werden. Speichern Sie sie als „CSV UTF-8“.",
  brokenUmlauts: () =>
    "Die Umlaute in der Datei sind beschädigt (zum Beispiel „Ã¼“ statt „ü“). Speichern Sie die ursprüngliche Tabelle als „CSV UTF-8“.",
  brokenQuotes: ({ line }) =>
    `In Zeile ${line} der Datei stimmen die Anführungszeichen nicht. Ein Anführungszeichen im Text muss doppelt stehen ("").`,
  tooManyRows: ({ limit }) =>
    `Die Tabelle hat mehr als ${thousands(limit)} Zeilen. Teilen Sie sie in mehrere Dateien auf.`,
  tooManyColumns: ({ limit }) =>
    `Die Tabelle hat mehr als ${limit} Spalten. Löschen Sie die Spalten, die nicht gebraucht werden.`,
  noTable: () =>
    "In der Datei ist keine Tabelle erkennbar. Die erste Zeile muss Überschriften enthalten, mindestens zwei Spalten.",
  noRows: () => "Die Tabelle enthält nur Überschriften und keine Zeilen.",
  unknownSheet: ({ sheetNames }) => `Dieses Tabellenblatt gibt es nicht. Vorhanden: ${sheetNames.join(", ")}.`,
  dates1904: () =>
    "Die Arbeitsmappe zählt ihre Datumswerte ab 1904 (alte Einstellung für Mac). Speichern Sie die Tabelle als CSV-Datei, damit kein Datum falsch gelesen wird.",
};

/** The refusal as German sentences for the page. */
export function describeFileRefusal(refusal: FileRefusal): string {
  // The table pairs each kind with its own refusal; the compiler cannot follow that through the lookup.
  const sentence = sentences[refusal.kind] as (refusal: FileRefusal) => string;
  return sentence(refusal);
}
