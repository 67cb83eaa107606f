/** An invented document of each further kind, for the tests and the previews of this folder. */
import type { CaseSheet } from "./case-sheet.ts";
import { column, emptySection } from "./document-section.ts";
import type { InternalOrder } from "./internal-order.ts";
import type { PrintView } from "./print-view.ts";
import type { ReportTable } from "./report-table.ts";
import { sampleFrame } from "./sample-frame.testing.ts";
import type { StopConfirmation } from "./stop-confirmation.ts";

export const sampleStop: StopConfirmation = {
  ...sampleFrame,
  recipient: {
    remarks: ["Vorab per Telefon"],
    lines: ["Verwaltungsgericht Beispielhausen", "15. Kammer", "Probeplatz 3", "00002 Beispielhausen"],
  },
  reference: { own: "32.1-2026/0377-Mu", yours: "15 L 815/26", secondary: "M-2026-0377/1" },
  date: "24. November 2026",
  subject: "Bestätigung des Stopp-Signals zum Vorgang M-2026-0377/1",
  opening: "zu dem genannten Vorgang bestätige ich, dass die Maßnahme gestoppt wurde.",
  stop: {
    measure: "M-2026-0377/1",
    origin: "Verwaltungsgericht Beispielhausen, 15. Kammer, telefonisch voraus",
    ground: "Gerichtliche Anordnung (§ 123 VwGO)",
    occurredAt: "Di 24.11.2026, 07:56 Uhr",
    recordedAt: "Di 24.11.2026, 07:58 Uhr",
    recordedBy: "R. Probe, Bereitschaft der Ausländerbehörde Musterstadt",
  },
  asOf: "Di 24.11.2026, 08:14 Uhr",
  holders: [
    {
      authority: "Polizeipräsidium Beispielhausen",
      task: "Vollzugshilfe",
      notifiedAt: "07:58:02",
      confirmedAt: "07:58:40",
      confirmedBy: "POK Muster",
    },
    {
      authority: "Zentrale Ausländerbehörde Teststadt",
      task: "Fahrt",
      notifiedAt: "07:58:02",
      confirmedAt: "08:01:15",
      confirmedBy: "T. Test (Anruf durch R. Probe)",
    },
    {
      authority: "Bundespolizei am Flughafen Probe",
      task: "Annahme am Flughafen",
      notifiedAt: "07:58:02",
      confirmedAt: null,
      confirmedBy: null,
    },
  ],
  effect:
    "Alle weiteren Schritte der Maßnahme sind gesperrt. Die Sperre endet nur durch eine neue, begründete Entscheidung.",
};

const printed = { by: "A. Beispiel", at: "20.11.2026, 14:31 Uhr", purpose: "Vorbereitung der Fallkonferenz" };

const samplePrint: PrintView = {
  authority: "Stadt Musterstadt – Ausländerbehörde",
  title: "Fallblatt",
  reference: "32.1-2026/0398-Mu",
  facts: [
    { label: "Vorgang", value: "F-2026-0398" },
    { label: "Zuständig", value: "A. Beispiel, Ausländerbehörde Musterstadt" },
  ],
  printed,
  isSecret: true,
  isTestData: true,
};

export const sampleCaseSheet: CaseSheet = {
  ...samplePrint,
  sections: [
    {
      ...emptySection("Person"),
      facts: [
        { label: "Name", value: "Țvetana Đurić-Muster" },
        { label: "Geburtsdatum", value: "1988 (Tag und Monat unbekannt)" },
        { label: "Weitere Schreibweisen", value: "Zvetana Djuric-Muster (Testland, Reisepass)" },
      ],
    },
    {
      ...emptySection("Vollziehbarkeit"),
      paragraphs: ["Vollziehbar ausreisepflichtig seit 03.08.2026, abgeleitet aus den folgenden Ereignissen."],
      tables: [
        {
          caption: null,
          columns: [
            column("Datum", 1.4),
            column("Ereignis", 4, { prose: true }),
            column("Norm", 2.4),
            column("Erfasst", 1.8),
          ],
          rows: [
            ["15.05.2026", "Abschiebungsandrohung zugestellt", "§ 59 AufenthG", "16.05.2026"],
            ["02.08.2026", "Ausreisefrist abgelaufen", "§ 59 Abs. 1 AufenthG", "03.08.2026"],
          ],
          empty: "Keine Ereignisse.",
        },
      ],
    },
    {
      ...emptySection("Hindernisse"),
      tables: [{ caption: null, columns: [column("Hindernis", 1)], rows: [], empty: "Keine offenen Hindernisse." }],
    },
    {
      ...emptySection("Nächste Schritte"),
      list: ["Reisedokument: Ablauf am 31.12.2026 prüfen", "Wiedervorlage 07.12.2026"],
    },
  ],
};

export const sampleOrder: InternalOrder = {
  ...samplePrint,
  title: "Verfügung",
  facts: [
    { label: "Datum", value: "20.11.2026" },
    { label: "Zum Schreiben", value: "Ersuchen um Vollzugshilfe vom 20.11.2026" },
  ],
  steps: [
    {
      title: "Vermerk",
      paragraphs: ["Die Gefährdungsbewertung liegt vor. Der Durchsuchungsbeschluss ist am 19.11.2026 ergangen."],
      done: "Be, 20.11.",
    },
    { title: "Schreiben an das Polizeipräsidium Beispielhausen absenden", paragraphs: [], done: null },
    { title: "Frau Leitung zur Mitzeichnung", paragraphs: [], done: null },
    { title: "Wv. 07.12.2026", paragraphs: ["Ergebnis der Maßnahme nachtragen."], done: null },
    { title: "z. d. A.", paragraphs: [], done: null },
  ],
  routing: [
    { kind: "Mitzeichnung", name: "B. Muster (Leitung)", date: "20.11.2026", note: "einverstanden" },
    { kind: "Schlusszeichnung", name: "C. Test", date: "", note: "" },
  ],
};

export const sampleReport: ReportTable = {
  authority: "Ministerium Beispiel – Referat Rückkehr",
  title: "Nicht vollzogene Maßnahmen nach Phase und Grund",
  reference: "523-2026/0007",
  printed: { by: "C. Test", at: "23.11.2026, 09:00 Uhr", purpose: "Antwort auf eine Kleine Anfrage" },
  isSecret: false,
  isTestData: true,
  definition: "Abgeschlossene Maßnahmen mit dem Ergebnis „nicht vollzogen“; gezählt werden Personen, nicht Vorgänge.",
  period: "01.01.2026 bis 30.06.2026",
  area: "Nordrhein-Westfalen (erfundene Zahlen)",
  asOf: "23.11.2026",
  run: "2026-11-23/3",
  completeness: "98,1 % (19 Maßnahmen ohne erfassten Grund)",
  table: {
    caption: "Personen, 1. Halbjahr 2026",
    columns: [
      column("Phase", 2.4),
      column("Grund (Bundesschema)", 4, { prose: true }),
      column("Anzahl", 1.2, { align: "right" }),
    ],
    rows: [
      ["vor Übergabe", "nicht erfolgte Zuführung", "612"],
      ["vor Übergabe", "Stornierung des Ersuchens", "288"],
      ["vor Übergabe", "sonstige", "< 5 ¹"],
      ["während oder nach Übergabe", "Beförderungsverweigerung", "47"],
      ["Summe", "", "* ²"],
    ],
    empty: "Keine Maßnahmen im Zeitraum.",
  },
  hasTotalRow: true,
  footnotes: [
    { mark: "¹", text: "Werte unter 5 werden nicht ausgewiesen." },
    { mark: "²", text: "Unterdrückt, weil sich sonst ein Wert unter 5 errechnen ließe." },
  ],
  isLandscape: false,
};
