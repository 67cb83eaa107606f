/** A request for enforcement assistance with invented data, for the tests and previews of this folder. */
import {
  type EnforcementAssistanceLetter,
  neverDisclosedToPolice,
  reviewScopeNrw,
} from "./enforcement-assistance-letter.ts";
import { sampleFrame } from "./sample-frame.testing.ts";

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
