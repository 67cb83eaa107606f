import { afterAll, expect, test } from "vitest";
import { csvFile, type FictionalTable, fictionalTable, xlsxFile } from "../../../test/fixtures/spreadsheets.ts";
import { startTestApp } from "../../../test/harness/app.ts";
import {
  caseCount,
  confirmColumns,
  fileOf,
  importFile,
  numbered,
  takeOver,
  upload,
  verdictsOf,
} from "./import-steps.test-support.ts";

const app = await startTestApp();
afterAll(app.close);
const official = await app.as("witten-beispiel");

/** Rows of a table of our own: heading → value. */
const tableOf = (rows: Record<string, string>[]): FictionalTable => {
  const header = [...new Set(rows.flatMap(Object.keys))];
  return { header, rows: rows.map((row) => header.map((name) => row[name] ?? "")) };
};
const muster = { Familienname: "Muster", Vorname: "Max", Geburtsdatum: "03.02.1990" };
const storedCase = async (number: string) => {
  const [row] = await app.sql(
    `select c.*, p.*, a.*, s.state from case_file c join person_identity p on p.case_id = c.id
     join case_address a on a.case_id = c.id join case_standing s on s.case_id = c.id where file_number = $1`,
    [number],
  );
  return row;
};

test("before the first upload the list is empty and says what to do", async () => {
  const html = await official.page("/import");
  expect(html).toContain("Noch keine Tabelle hochgeladen.");
  expect(html).toContain('enctype="multipart/form-data"');
});

test("a CSV file becomes cases: columns proposed, rows judged, taken over, one journal entry a case", async () => {
  const before = await caseCount(app);
  const uploaded = await upload(official, fileOf(csvFile(numbered(fictionalTable(450), "A"))));
  const mapping = await official.page(`${uploaded.path}/zuordnung`);
  expect(mapping).toContain("Bedeutung der Spalte Aktenzeichen");
  expect(mapping).toContain("Țvetana");
  await confirmColumns(app, official, uploaded);
  expect(await verdictsOf(app, uploaded)).toEqual({ new: 450 });
  expect(await caseCount(app)).toBe(before);
  expect(await official.page(uploaded.path)).toContain("450 Zeilen übernehmen");
  await takeOver(app, official, uploaded);
  expect(await caseCount(app)).toBe(before + 450);
  expect((await app.all("journal")).filter(({ event }) => event === "caseOpened")).toHaveLength(450);
  expect(await official.page(uploaded.path)).toContain("Übernommen: 450 Zeilen.");
});

test("the end leads on: to the cases, to the rows with errors, to the open questions only where there are some", async () => {
  const rows = [
    { ...muster, Aktenzeichen: "E-1" },
    { ...muster, Aktenzeichen: "E-2", Geburtsdatum: "31.02.1990" },
  ];
  const uploaded = await importFile(app, official, fileOf(csvFile(tableOf(rows))));
  const html = await official.page(uploaded.path);
  expect(html).toContain("Import: Ergebnis</h1>");
  expect(html).toContain('<a href="/faelle">Zu den Fällen</a>');
  expect(html).toContain(`<a href="${uploaded.path}?ergebnis=error">Zeilen mit Fehlern ansehen</a>`);
  expect(html).not.toContain("Rückfragen beantworten");
  expect(await official.page(`${uploaded.path}?ergebnis=error`)).toContain("31.02.1990");
});

test("a workbook with real dates and another order of columns gives the same cases", async () => {
  const { header, rows } = numbered(fictionalTable(5), "B");
  const turned = { header: header.toReversed(), rows: rows.map((row) => row.toReversed()) };
  await importFile(app, official, fileOf(await xlsxFile(turned, { typed: true }), "fälle.xlsx"));
  expect(await storedCase("B-31.30-00004")).toMatchObject({
    family_name: "Đurić-Muster",
    given_names: "Țvetana",
    birth_date: "1963-04-04",
    nationalities: ["147"],
    postcode: "44532",
    ags: "05978024",
    import_fingerprint: expect.any(String),
  });
});

test("what the sheet proves becomes a legal event, the rest stands at the case for the clerk", async () => {
  const row = {
    ...muster,
    Aktenzeichen: "L-1",
    "Bescheid vom": "01.03.2026",
    Bescheidart: "Abschiebungsandrohung § 59 AufenthG",
    "zugestellt am": "05.03.2026",
    "Ausreisefrist bis": "05.04.2026",
    Duldungsgrund: "fehlende Reisedokumente",
    "Vollziehbar seit": "06.04.2026",
    Bemerkung: "nur ein Beispiel",
  };
  await importFile(app, official, fileOf(csvFile(tableOf([row]))));
  const file = await storedCase("L-1");
  const events = await app.sql("select type, happened_on, facts from legal_event where case_id = $1 order by 1", [
    file?.["case_id"],
  ]);
  expect(events).toEqual([
    { type: "decisionIssued", happened_on: "2026-03-01", facts: { kind: "residenceThreat" } },
    { type: "departurePeriodSet", happened_on: "2026-03-05", facts: { until: "2026-04-05" } },
  ]);
  const page = await official.page(`/faelle/${String(file?.["case_id"])}`);
  for (const text of ["Zugestellt am 05.03.2026", "fehlende Reisedokumente", "06.04.2026", "nur ein Beispiel"])
    expect(page).toContain(text);
});

test("Windows-1252 is recognised and said; umlauts arrive as they are", async () => {
  const table = tableOf([{ ...muster, Familienname: "Größmüller-Test", Aktenzeichen: "W-1" }]);
  const uploaded = await upload(official, fileOf(csvFile(table, { encoding: "windows-1252" })));
  expect(await official.page(`${uploaded.path}/zuordnung`)).toContain("Zeichensatz Windows-1252 erkannt");
  await confirmColumns(app, official, uploaded);
  await takeOver(app, official, uploaded);
  expect(await storedCase("W-1")).toMatchObject({ family_name: "Größmüller-Test" });
});

test("the same file a second time changes nothing, in whatever spelling of the file number", async () => {
  const rows = [1, 2, 3].map((at) => ({ ...muster, Aktenzeichen: `31.30 - x${at}` }));
  await importFile(app, official, fileOf(csvFile(tableOf(rows))));
  const opened = async () => (await app.all("journal")).filter(({ event }) => event === "caseOpened").length;
  const [before, openedBefore] = [await caseCount(app), await opened()];
  const again = await upload(official, fileOf(csvFile(tableOf(rows))));
  await confirmColumns(app, official, again);
  expect(await verdictsOf(app, again)).toEqual({ unchanged: 3 });
  expect(await official.page(again.path)).toContain("Es gibt nichts zu übernehmen.");
  const spelled = rows.map((row) => ({ ...row, Aktenzeichen: row.Aktenzeichen.replaceAll(" ", "").toUpperCase() }));
  await importFile(app, official, fileOf(csvFile(tableOf(spelled))));
  expect(await caseCount(app)).toBe(before);
  expect(await opened()).toBe(openedBefore);
});

test("a changed row renews its case: added and changed, never erased", async () => {
  const row = { ...muster, Aktenzeichen: "R-1", Straße: "Musterweg", "Hausnr.": "3", PLZ: "58452", Ort: "Witten" };
  await importFile(app, official, fileOf(csvFile(tableOf([row]))));
  const { Straße: _street, "Hausnr.": _number, ...shorter } = row;
  const changed = { ...shorter, Vorname: "Max Emil", "Bescheid vom": "01.03.2026", Bescheidart: "Ausweisung" };
  const uploaded = await upload(official, fileOf(csvFile(tableOf([changed]))));
  await confirmColumns(app, official, uploaded);
  expect(await verdictsOf(app, uploaded)).toEqual({ update: 1 });
  await takeOver(app, official, uploaded);
  const file = await storedCase("R-1");
  expect(file).toMatchObject({ given_names: "Max Emil", street: "Musterweg", house_number: "3" });
  const events = await app.sql("select type from legal_event where case_id = $1", [file?.["case_id"]]);
  expect(events).toEqual([{ type: "decisionIssued" }]);
  const [entry] = await app.sql("select event from journal where case_id = $1 order by seq desc", [file?.["case_id"]]);
  expect(entry).toEqual({ event: "caseRenewed" });
});

test("rejected rows go out, come back corrected and become cases", async () => {
  const rows = [
    { ...muster, Aktenzeichen: "K-1" },
    { ...muster, Aktenzeichen: "K-2", Geburtsdatum: "31.02.1990" },
  ];
  const first = await importFile(app, official, fileOf(csvFile(tableOf(rows))));
  expect(await verdictsOf(app, first)).toEqual({ new: 1, error: 1 });
  const download = await official.get(`${first.path}/abgewiesen.csv`);
  expect(download.headers.get("content-disposition")).toContain("abgewiesene-zeilen.csv");
  const csv = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await download.arrayBuffer());
  expect(csv).toContain("K-2");
  expect(csv).not.toContain("K-1");
  const second = await importFile(app, official, fileOf(csv.replace("31.02.1990", "28.02.1990")));
  expect(await verdictsOf(app, second)).toEqual({ new: 1 });
  expect(await storedCase("K-2")).toMatchObject({ birth_date: "1990-02-28" });
});

test("an ambiguous municipality is asked, answered for all alike, and only then taken over", async () => {
  const rows = [1, 2, 3].map((at) => ({ ...muster, Aktenzeichen: `Q-${at}`, Ort: at === 3 ? "Bochum" : "Münster" }));
  const uploaded = await importFile(app, official, fileOf(csvFile(tableOf(rows))));
  expect(await verdictsOf(app, uploaded)).toEqual({ new: 1, question: 2 });
  expect(await storedCase("Q-1")).toBeUndefined();
  expect(await official.page(`${uploaded.path}?ergebnis=question`)).toContain(
    "Es gibt mehrere Gemeinden namens „Münster“. Welche ist gemeint?",
  );
  const path = `${uploaded.path}/zeilen/2/gemeinde`;
  const refused = await official.post(path, { gemeinde: "05911000" });
  expect([refused.status, (await refused.text()).includes("Wählen Sie eine der genannten Gemeinden.")]).toEqual([
    422,
    true,
  ]);
  const kept = await official.post(`${path}?ergebnis=&seite=1`, { gemeinde: "05911000", alle: "on" });
  const html = await kept.text();
  expect(html).toContain('href="#gemeinde-2"');
  expect(html).toMatch(/id="alle-2"[^>]*checked/);
  expect(html).not.toMatch(/id="alle-1"[^>]*checked/);
  expect(html).toContain(`action="${path}?ergebnis=&amp;seite=1"`);
  expect((await official.post(path, { gemeinde: "05515000", alle: "on" })).status).toBe(303);
  const answered = await official.post(path, { gemeinde: "05515000" });
  expect([answered.status, await answered.text()]).toEqual([422, expect.stringContaining("ist schon beantwortet")]);
  expect(await verdictsOf(app, uploaded)).toEqual({ new: 3 });
  await takeOver(app, official, uploaded);
  expect(await storedCase("Q-2")).toMatchObject({ ags: "05515000", municipality_ags: "05515000", place: "Münster" });
});

test("members of a family share their unit, and the officer in charge is the one that the sheet names", async () => {
  await app.as("witten-probe", "caseworker");
  const rows = [
    { ...muster, Aktenzeichen: "F-1", "Familiennr.": "F-99", Sachbearbeiter: "C. Probe" },
    { ...muster, Aktenzeichen: "F-2", "Familiennr.": "F-99", Sachbearbeiter: "Niemand" },
  ];
  await importFile(app, official, fileOf(csvFile(tableOf(rows))));
  const [one, two] = [await storedCase("F-1"), await storedCase("F-2")];
  expect(one?.["family_unit_id"]).toBe(two?.["family_unit_id"]);
  expect(one?.["responsible_officer_id"]).toBe((await app.actor("witten-probe")).officerId);
  expect(two?.["responsible_officer_id"]).toBeNull();
});

test("cells are forgotten once a row is a case; what has no field never gets that far", async () => {
  const rows = [{ ...muster, Aktenzeichen: "V-1", Religion: "steht hier nicht" }];
  const uploaded = await importFile(app, official, fileOf(csvFile(tableOf(rows))));
  const [row] = await app.sql("select cells, draft::text from import_row where batch_id = $1", [uploaded.id]);
  expect(row).toMatchObject({ cells: [] });
  expect(String(row?.["draft"])).not.toContain("steht hier nicht");
});

test("columns confirmed once are proposed for the next table with the same heading", async () => {
  const table = tableOf([{ ...muster, Nr: "M-1", Wohnsitz: "Witten" }]);
  const first = await upload(official, fileOf(csvFile(table)));
  await confirmColumns(app, official, first, { "spalte-3": "fileNumber", "spalte-4": "municipality" });
  const second = await upload(official, fileOf(csvFile(table)));
  expect(await official.page(`${second.path}/zuordnung`)).toContain(
    "Wie beim letzten Import mit diesen Überschriften.",
  );
});
