/** What happens at the edges: nothing at all, far too much, and text that cannot be broken. */
import { describe, expect, test } from "vitest";
import { renderCaseSheet } from "./case-sheet.ts";
import { emptySection } from "./document-section.ts";
import { type HazardSource, renderEnforcementAssistance } from "./enforcement-assistance-letter.ts";
import { renderInternalOrder } from "./internal-order.ts";
import { a4, a4Landscape, infoOf, packed, textOf, unreadableWords, wordsOf } from "./pdf-tools.testing.ts";
import { renderReportTable } from "./report-table.ts";
import { sampleAssistance } from "./sample-assistance.testing.ts";
import { sampleCaseSheet, sampleOrder, sampleReport, sampleStop } from "./samples.testing.ts";
import { renderStopConfirmation } from "./stop-confirmation.ts";

const pagesOf = (pdf: Uint8Array): number => Number(/^Pages:\s+(\d+)$/m.exec(infoOf(pdf))?.[1]);

describe("nothing to say", () => {
  test("a request without lists says so in words in each section", async () => {
    const nothing: HazardSource = { queried: "Abgefragt am 18.11.2026.", facts: [], assessments: [] };
    const pdf = await renderEnforcementAssistance({
      ...sampleAssistance,
      hazardAssessment: {
        ...sampleAssistance.hazardAssessment,
        own: nothing,
        police: nothing,
        prosecutor: nothing,
        validUntil: null,
        protectiveMeasures: [],
        remarkOfPerson: null,
      },
      persons: [],
      operationPlace: { ...sampleAssistance.operationPlace, findings: [] },
      forces: [],
      courtOrders: [],
      enclosures: [],
      recipient: { remarks: [], lines: [] },
      letterhead: { ...sampleAssistance.letterhead, unit: null, footer: [] },
      salutation: null,
      signature: { mode: null, name: "A. Beispiel", role: null },
    });
    const text = textOf(pdf);
    expect(text.match(/Keine Erkenntnisse\./g)).toHaveLength(3);
    for (const sentence of [
      "2.2 Anlassbezogene polizeiliche Erkenntnisse",
      "Es liegt keine Äußerung vor.",
      "Keine Personen.",
      "Keine besonderen Erkenntnisse zum Objekt.",
      "Keine eigenen Kräfte vor Ort.",
      "Ein richterlicher Beschluss ist nicht erforderlich.",
      "Keine Anlagen.",
    ])
      expect(text).toContain(sentence);
    expect(unreadableWords(wordsOf(pdf), a4)).toEqual([]);
  });

  test("an order without steps and a case sheet without sections are still sheets", async () => {
    const order = textOf(await renderInternalOrder({ ...sampleOrder, steps: [], routing: [] }));
    expect(order).toContain("Keine Verfügungspunkte.");
    expect(order).not.toContain("Laufzettel");
    expect(textOf(await renderCaseSheet({ ...sampleCaseSheet, sections: [] }))).toContain("Seite 1 von 1");
  });

  test("a report without figures says so and keeps its definition", async () => {
    const text = textOf(
      await renderReportTable({ ...sampleReport, table: { ...sampleReport.table, rows: [] }, footnotes: [] }),
    );
    expect(text).toContain("Keine Maßnahmen im Zeitraum.");
    expect(text).toContain("Abgeschlossene Maßnahmen");
    expect(text).not.toContain("Anmerkungen");
  });
});

describe("too much", () => {
  test("forty persons run over several pages, each row once, with the header repeated", async () => {
    const persons = Array.from({ length: 40 }, (_, index) => ({
      familyName: `Muster${index + 1}x`,
      givenNames: "Ana Lucía Testina",
      birthYear: "1990",
      role: "Mutter",
      operationalNote: "Spricht Testländisch; bitte langsam und mit Sprachmittlung ansprechen.",
    }));
    const pdf = await renderEnforcementAssistance({ ...sampleAssistance, persons });
    const text = textOf(pdf);
    for (const { familyName } of persons) expect(text.split(familyName)).toHaveLength(2);
    expect(text.split("Geburtsjahr").length).toBeGreaterThan(2);
    expect(unreadableWords(wordsOf(pdf), a4)).toEqual([]);
  });

  test("ten pages keep file number and count, and nothing is cut off", async () => {
    const paragraphs = Array.from(
      { length: 260 },
      (_, index) => `Absatz ${index + 1}. ${"Ein Satz zum Sachverhalt. ".repeat(6)}`,
    );
    const pdf = await renderCaseSheet({ ...sampleCaseSheet, sections: [{ ...emptySection("Verlauf"), paragraphs }] });
    const pages = pagesOf(pdf);
    expect(pages).toBeGreaterThanOrEqual(10);
    const text = textOf(pdf);
    expect(text).toContain(`Seite ${pages} von ${pages}`);
    expect(text.split("Aktenzeichen 32.1-2026/0398-Mu")).toHaveLength(pages + 1);
    for (const [index] of paragraphs.entries()) expect(text).toContain(`Absatz ${index + 1}.`);
    expect(unreadableWords(wordsOf(pdf), a4)).toEqual([]);
  });

  test("a step of an order may be longer than a page", async () => {
    const steps = [
      { title: "Vermerk", paragraphs: ["Ein Satz zum Sachverhalt. ".repeat(400)], done: null },
      ...sampleOrder.steps,
    ];
    const pdf = await renderInternalOrder({ ...sampleOrder, steps });
    expect(pagesOf(pdf)).toBeGreaterThan(1);
    expect(wordsOf(pdf).filter(({ text }) => text === "Sachverhalt.")).toHaveLength(400);
    expect(unreadableWords(wordsOf(pdf), a4)).toEqual([]);
  });

  test("a wide report lies across and fits", async () => {
    const pdf = await renderReportTable({ ...sampleReport, isLandscape: true });
    expect(infoOf(pdf)).toContain("841.89 x 595.276");
    expect(unreadableWords(wordsOf(pdf), a4Landscape)).toEqual([]);
  });
});

describe("4,000 characters without a space", () => {
  const endless = "W1x".repeat(1334).slice(0, 4000);
  const cases: Record<string, Partial<typeof sampleAssistance>> = {
    "the reason": { reason: endless },
    "the subject": { subject: endless },
    "the own file number": { reference: { own: endless, yours: null, secondary: null } },
    "a line of the address": { recipient: { remarks: [], lines: ["Polizeipräsidium", endless] } },
    "the return address": { letterhead: { ...sampleAssistance.letterhead, returnAddress: endless } },
    "the letterhead": { letterhead: { ...sampleAssistance.letterhead, authority: endless } },
    "a legal basis": { legalBases: [{ norm: `§ ${endless}`, version: "2026-06-12" }] },
    "the name of a person": { persons: sampleAssistance.persons.map((person) => ({ ...person, familyName: endless })) },
    "a court order": {
      courtOrders: [{ kind: endless, court: endless, reference: endless, date: "–", status: "carriedAtStart" }],
    },
    "the signature": { signature: { mode: "Im Auftrag", name: endless, role: endless } },
  };

  test.each(Object.entries(cases))("are all printed and stay on the sheet, in %s", async (place, change) => {
    const pdf = await renderEnforcementAssistance({ ...sampleAssistance, ...change });
    expect(unreadableWords(wordsOf(pdf), a4)).toEqual([]);
    const printed =
      packed(textOf(pdf))
        .match(/[W1x]{3,}/g)
        ?.join("") ?? "";
    expect(printed.length, place).toBeGreaterThanOrEqual(4000);
  });

  test("are printed in a stop confirmation without hiding who is missing", async () => {
    const holders = sampleStop.holders.map((holder) => ({ ...holder, authority: endless }));
    const pdf = await renderStopConfirmation({ ...sampleStop, holders });
    expect(textOf(pdf)).toContain("Bestätigt: 2 von 3. Noch nicht bestätigt:");
    expect(unreadableWords(wordsOf(pdf), a4)).toEqual([]);
  });
});

test("a stop confirmed by all is said to be complete, and one with nobody to tell says that", async () => {
  const holders = sampleStop.holders.filter((holder) => holder.confirmedAt !== null);
  const all = textOf(await renderStopConfirmation({ ...sampleStop, holders }));
  expect(all).toContain("Alle benachrichtigten Stellen haben den Stopp bestätigt (2 von 2).");
  const none = textOf(await renderStopConfirmation({ ...sampleStop, holders: [] }));
  expect(none).toContain("Zu diesem Zeitpunkt war keine Stelle zu benachrichtigen.");
});
