/** One invented document of each kind, for the tests and the previews of this folder. */
import type { CaseSheet } from "./case-sheet.ts";
import { column, emptySection } from "./document-section.ts";
import {
  type EnforcementAssistanceLetter,
  neverDisclosedToPolice,
  reviewScopeNrw,
} from "./enforcement-assistance-letter.ts";
import type { InternalOrder } from "./internal-order.ts";
import type { PrintView } from "./print-view.ts";
import type { ReportTable } from "./report-table.ts";
import { sampleFrame } from "./sample-frame.testing.ts";
import type { StopConfirmation } from "./stop-confirmation.ts";

const sha = (digit: string): string =>
  `${digit}3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85`.padEnd(64, "0");

export const sampleAssistance: EnforcementAssistanceLetter = {
  ...sampleFrame,
  competence:
    "Der Einsatzort Probedorf gehört zum Polizeibezirk Beispielhausen (Verordnung über die Kreispolizeibehörden, § 1).",
  reason: "Widerstand ist zu erwarten; eigene Kräfte der Ausländerbehörde reichen dafür nicht aus.",
  legalBases: [
    { norm: "§ 71 Abs. 1 AufenthG", version: "2026-06-12" },
    { norm: "§§ 47 ff. PolG NRW", version: "2026-01-01" },
  ],
  reviewScope: reviewScopeNrw,
  hazardAssessment: {
    assessedOn: "18.11.2026",
    assessedBy: "A. Beispiel, Ausländerbehörde Musterstadt",
    validUntil: "02.12.2026",
    own: {
      queried: "Akte durchgesehen am 18.11.2026.",
      facts: [
        {
          text: "Am 26.10.2026 wurde die Tür der Wohnung nicht geöffnet, obwohl Stimmen zu hören waren.",
          origin: "Vermerk A. Beispiel, selbst beobachtet",
          date: "26.10.2026",
          relevantFor: "Einsatzkräfte",
        },
        {
          text: "In der Wohnung leben zwei Kinder (6 und 9 Jahre).",
          origin: "Melderegister",
          date: "17.11.2026",
          relevantFor: "Kinder, Einsatzkräfte",
        },
      ],
      assessments: [
        {
          text: "Eine Solidarisierung der Mitbewohnerinnen und Mitbewohner ist möglich.",
          author: "A. Beispiel",
          date: "18.11.2026",
          basedOn: "Erfahrungen in derselben Unterkunft",
        },
      ],
    },
    police: { queried: "Anlassbezogen angefragt am 16.11.2026, Antwort vom 17.11.2026.", facts: [], assessments: [] },
    prosecutor: {
      queried: "Angefragt bei der Staatsanwaltschaft Beispielhausen am 16.11.2026, Antwort vom 18.11.2026.",
      facts: [
        {
          text: "Ein Ermittlungsverfahren wegen Widerstands wurde 2024 eingestellt.",
          origin: "Staatsanwaltschaft Beispielhausen, schriftlich",
          date: "18.11.2026",
          relevantFor: "Einsatzkräfte",
        },
      ],
      assessments: [],
    },
    protectiveMeasures: [
      "zivile Kleidung der zuerst eintretenden Kräfte",
      "Sprachmittlung (Testländisch) vor Ort",
      "Kinder zuerst und durch dieselbe Person ansprechen",
    ],
    remarkOfPerson: "Im Gespräch am 12.11.2026 hat Herr Probe erklärt, er wolle seine Kinder selbst wecken.",
  },
  persons: [
    {
      familyName: "Đurić-Muster",
      givenNames: "Țvetana",
      birthYear: "1988",
      role: "Mutter",
      operationalNote: "Benötigt eine Gehhilfe; Treppen langsam.",
    },
    { familyName: "Probe", givenNames: "Łukasz Ştefan", birthYear: "1985", role: "Vater", operationalNote: "–" },
    {
      familyName: "Probe",
      givenNames: "Ana",
      birthYear: "2017",
      role: "Kind",
      operationalNote: "Schläft im hinteren Zimmer.",
    },
    { familyName: "Probe", givenNames: "Ivo", birthYear: "2020", role: "Kind", operationalNote: "–" },
  ],
  notDisclosed: neverDisclosedToPolice,
  operationPlace: {
    address: "Beispielallee 7, 2. Obergeschoss, 00003 Probedorf",
    kind: "Gemeinschaftsunterkunft der Stadt Musterstadt, Zimmer 2.14 und 2.15",
    findings: [
      "Zugang nur über den Hof; das Tor ist ab 22 Uhr verschlossen, der Schlüssel liegt beim Wachdienst (0000 12-555).",
      "Im Haus leben etwa 60 Personen, darunter 14 Kinder.",
    ],
  },
  forces: [
    {
      authority: "Ausländerbehörde Musterstadt",
      strength: "2 Bedienstete, davon 1 Leitung vor Ort",
      phone: "0000 12-341",
    },
    {
      authority: "Zentrale Ausländerbehörde Teststadt",
      strength: "Fahrzeug mit 3 Begleitkräften",
      phone: "0000 22-10",
    },
    { authority: "Ordnungsamt Musterstadt", strength: "2 Kräfte", phone: "0000 12-700" },
  ],
  reachability: {
    caseworker: "A. Beispiel, 0000 12-340 (werktags 7 bis 16 Uhr)",
    night: "R. Probe, 0000 12-345 (durchgehend); Vertretung S. Test, 0000 12-346",
    telephoneNote: "Telefonat mit POK Muster am 19.11.2026, 10:20 Uhr: Treffpunkt besprochen.",
  },
  meeting: { time: "Nacht Mo/Di 23./24.11.2026, 03:30 Uhr", place: "Parkplatz am Probebach, Zufahrt Beispielallee" },
  courtOrders: [
    {
      kind: "Durchsuchungsbeschluss (§ 58 Abs. 8 AufenthG)",
      court: "Amtsgericht Beispielhausen",
      reference: "12 XIV 34/26 B",
      date: "19.11.2026",
      status: "enclosed",
      enclosure: 1,
    },
    {
      kind: "Anordnung des Ausreisegewahrsams (§ 62b AufenthG)",
      court: "Amtsgericht Beispielhausen",
      reference: "beantragt",
      date: "–",
      status: "carriedAtStart",
    },
  ],
  noCourtOrder: "Ein richterlicher Beschluss ist nicht erforderlich.",
  enclosures: [
    { number: 1, title: "Durchsuchungsbeschluss vom 19.11.2026", extent: "3 Seiten", sha256: sha("e") },
    { number: 2, title: "Lageskizze der Unterkunft", extent: "1 Seite", sha256: sha("a") },
  ],
};

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
