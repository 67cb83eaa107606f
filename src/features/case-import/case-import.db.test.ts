import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";
import { csvFile, fictionalTable } from "../../../test/fixtures/spreadsheets.ts";
import { caseCount, confirmColumns, fileOf, takeOver, upload, verdictsOf } from "./import-steps.test-support.ts";

const app = await startTestApp();
afterAll(app.close);

test("a CSV file becomes cases: columns proposed, rows judged, taken over, one journal entry a case", async () => {
  const official = await app.as("witten-beispiel");
  const uploaded = await upload(official, fileOf(csvFile(fictionalTable(450))));
  const mapping = await official.page(`${uploaded.path}/zuordnung`);
  expect(mapping).toContain("Bedeutung der Spalte Aktenzeichen");
  expect(mapping).toContain("Țvetana");
  await confirmColumns(app, official, uploaded);
  expect(await verdictsOf(app, uploaded)).toEqual({ new: 450 });
  expect(await caseCount(app)).toBe(0);
  const preview = await official.page(uploaded.path);
  expect(preview).toContain("450 Zeilen übernehmen");
  await takeOver(app, official, uploaded);
  expect(await caseCount(app)).toBe(450);
  const opened = (await app.all("journal")).filter(({ event }) => event === "caseOpened");
  expect(opened).toHaveLength(450);
  expect(await official.page(uploaded.path)).toContain("Übernommen: 450 Zeilen.");
});
