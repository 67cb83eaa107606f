import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";

const app = await startTestApp();
afterAll(app.close);

test.each([
  ["/hilfe", "Vom Fall zum Ergebnis"],
  ["/ueber", "Datenquellen"],
  ["/barrierefreiheit", "Was nicht geprüft ist"],
  ["/barriere-melden", "Was wir wissen müssen"],
  ["/datenschutz", "§ 97a AufenthG"],
])("%s is there for everyone", async (path, text) => {
  expect(await app.visitor.page(path)).toContain(text);
  expect(await (await app.as("bochum-wache")).page(path)).toContain(text);
});

test("the page of data sources carries the attribution that the licences ask for, word by word", async () => {
  const owed = /Namensnennung, die in der Anwendung stehen muss[^„]*[^:]*: „([^“]+)“/.exec(
    readFileSync("data/reference/README.md", "utf8"),
  )?.[1];
  expect(owed).toContain("Bundeswahlleiterin");
  expect(await app.visitor.page("/ueber")).toContain(owed);
});

test("settings are kept and change every page of this officer, and nobody else's", async () => {
  const official = await app.as("witten-beispiel");
  const saved = await official.post("/einstellungen", { density: "compact", theme: "dark", singleKeys: "off" });
  expect(saved.status).toBe(303);
  const html = await official.page("/hilfe");
  expect(html).toContain('data-kern-theme="dark"');
  expect(html).toContain('data-density="compact"');
  expect(html).toContain('data-single-keys="off"');
  expect(await (await app.as("witten-muster")).page("/hilfe")).toContain('data-density="comfortable"');
  await official.post("/einstellungen", { density: "comfortable", theme: "system", singleKeys: "lists" });
  expect(await official.page("/hilfe")).not.toContain("data-kern-theme");
});

test("a setting that does not exist is refused at its field; a visitor has none", async () => {
  const official = await app.as("witten-beispiel");
  const refused = await official.post("/einstellungen", { density: "winzig", theme: "dark", singleKeys: "off" });
  expect([refused.status, await refused.text()]).toMatchObject([
    422,
    expect.stringContaining("Wählen Sie die Dichte."),
  ]);
  expect((await app.visitor.get("/einstellungen")).status).toBe(401);
});
