/** A letter frame with invented data, for the tests and previews of this folder. */
import type { LetterFrame } from "./letter-frame.ts";

export const sampleFrame: LetterFrame = {
  letterhead: {
    authority: "Stadt Musterstadt",
    unit: "Der Oberbürgermeister – Ausländerbehörde, Rückkehrmanagement",
    returnAddress: "Stadt Musterstadt · Probeweg 1 · 00001 Musterstadt",
    footer: [
      ["Dienstgebäude und Lieferanschrift", "Probeweg 1", "00001 Musterstadt"],
      ["Telefon 0000 12-0", "Telefax 0000 12-399", "auslaenderbehoerde@musterstadt.example"],
      ["Öffentliche Verkehrsmittel", "Linien 1 und 2, Haltestelle Beispielplatz"],
    ],
  },
  recipient: {
    remarks: ["Eilt – bitte sofort der Leitstelle vorlegen"],
    lines: ["Polizeipräsidium Beispielhausen", "Leitstelle", "Testring 5", "00002 Beispielhausen"],
  },
  reference: { own: "32.1-2026/0398-Mu", yours: "ZA 1-57.02-0815", secondary: "M-2026-0398/2" },
  contact: { name: "Frau A. Beispiel", phone: "0000 12-340", email: "a.beispiel@musterstadt.example" },
  date: "20. November 2026",
  subject: "Ersuchen um Vollzugshilfe zum Vorgang M-2026-0398/2",
  salutation: "Sehr geehrte Damen und Herren,",
  signature: { mode: "Im Auftrag", name: "A. Beispiel", role: "Sachbearbeiterin" },
  isSecret: true,
  isTestData: true,
};
