import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { csvFile, fictionalTable } from "../../test/fixtures/spreadsheets.ts";
import { startTestApp } from "../../test/harness/app.ts";
import { caseCount, numbered } from "../features/case-import/import-steps.test-support.ts";
import { importCommand } from "./import.ts";

const app = await startTestApp();
afterAll(app.close);
await app.as("witten-beispiel");

describe("amtsweg import", () => {
  const folder = mkdtempSync(join(tmpdir(), "amtsweg-import-"));
  const file = join(folder, "faelle.csv");
  const table = numbered(fictionalTable(4), "CLI");
  table.rows[3] = (table.rows[3] ?? []).with(3, "31.02.1990");
  writeFileSync(file, csvFile(table));

  const run = async (...args: string[]) => {
    const [out, errors]: [string[], string[]] = [[], []];
    const code = await importCommand.run(args, {
      env: { DATABASE_URL: app.databaseUrl },
      write: (text) => void out.push(text),
      writeError: (text) => void errors.push(text),
    });
    return { code, out: out.join(""), errors: errors.join("") };
  };
  const me = ["--as", "witten-beispiel"];

  test("--dry-run judges and writes no case", async () => {
    const before = await caseCount(app);
    const { code, out } = await run(file, ...me, "--dry-run", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ rows: 4, counts: { new: 3, error: 1 }, applied: 0 });
    expect(await caseCount(app)).toBe(before);
  });

  test("takes over, tells how far it is, writes the rejected rows, and does nothing a second time", async () => {
    const before = await caseCount(app);
    const rejected = join(folder, "abgewiesen.csv");
    const first = await run(file, ...me, "--rejected", rejected);
    expect(first).toMatchObject({ code: 1, errors: expect.stringContaining("3 von 3 Zeilen übernommen") });
    expect(first.out).toContain("Zeile 5, Geburtsdatum: ");
    expect(readFileSync(rejected, "utf8")).toContain("CLI-31.30-00004");
    writeFileSync(rejected, readFileSync(rejected, "utf8").replace("31.02.1990", "28.02.1990"));
    expect(await run(rejected, ...me)).toMatchObject({ code: 0, out: expect.stringContaining("Übernommen: 1.") });
    expect((await run(file, ...me)).out).toContain("3 unverändert");
    expect(await caseCount(app)).toBe(before + 4);
  });

  test("reads the meaning of columns from a file", async () => {
    const own = join(folder, "eigene.csv");
    writeFileSync(own, "Kennzeichen;Wer;Wie;Wann\r\nCLI-M-1;Muster;Max;03.02.1990\r\n");
    const mapping = join(folder, "spalten.json");
    const columns = { Kennzeichen: "fileNumber", Wer: "familyName", Wie: "givenNames", Wann: "birthDate" };
    writeFileSync(mapping, JSON.stringify(columns));
    expect((await run(own, ...me)).code).toBe(2);
    expect((await run(own, ...me, "--mapping", mapping)).code).toBe(0);
    writeFileSync(mapping, JSON.stringify({ ...columns, Wo: "place", Wann: "geburtstag" }));
    const refused = await run(own, ...me, "--mapping", mapping);
    expect([refused.code, refused.errors]).toEqual([
      2,
      "Eine Bedeutung „geburtstag“ gibt es nicht.\nDie Tabelle hat keine Spalte „Wo“.\n",
    ]);
  });

  test.each([
    ["nobody named", [file], "Nennen Sie, in wessen Namen importiert wird"],
    ["an unknown officer", [file, "--as", "niemand"], "Diese Person ist nicht bekannt"],
    ["an officer without the role", [file, "--as", "witten-muster"], "nicht die Rolle Sachbearbeitung"],
    ["no file", [join(folder, "fehlt.csv"), ...me], "ist nicht lesbar"],
    ["an unknown option", [file, ...me, "--schnell"], "Unbekannte Angabe"],
  ])("%s: exit code 2 and a German sentence", async (_, args, sentence) => {
    await app.as("witten-muster");
    expect(await run(...args)).toMatchObject({ code: 2, errors: expect.stringContaining(sentence) });
  });
});
