import { afterAll, expect, test } from "vitest";
import { startTestApp } from "../../../test/harness/app.ts";

const app = await startTestApp();
afterAll(app.close);

const calculator = (query: Record<string, string>) => `/fristen/rechner?${new URLSearchParams(query)}`;
const basic = { regel: "D01", tag: "09.11.2026", land: "DE-NW" };

test("anyone may open the calculator, signed in or not", async () => {
  expect(await app.visitor.page("/fristen/rechner")).toContain("Fristenrechner");
  expect(await (await app.as("bochum-wache")).page("/fristen/rechner")).toContain("Fristenrechner");
});

test("a visitor gets result and derivation (V10)", async () => {
  const html = await app.visitor.page(calculator(basic));
  expect(html).toContain("Klagefrist: Ende am Mo 23.11.2026, 24:00 Uhr");
  expect(html).toContain("Rechenweg");
  expect(html).toContain("§ 74 Abs. 1 Satz 1 AsylG");
});

test("the holidays of the Land decide (V55): Corpus Christi in NRW, not in Mecklenburg-Vorpommern", async () => {
  const served = { ...basic, tag: "2027-05-13" };
  expect(await app.visitor.page(calculator(served))).toContain("Fr 28.05.2027");
  expect(await app.visitor.page(calculator({ ...served, land: "DE-MV" }))).toContain("Do 27.05.2027, 24:00");
});

test("length, credit and suspension are used", async () => {
  const custody = { regel: "D20", tag: "15.09.2026", land: "DE-NW", dauer: "18", einheit: "M", angerechnet: "42" };
  expect(await app.visitor.page(calculator(custody))).toContain("Di 01.02.2028");
  const ban = { regel: "D60", tag: "15.03.2027", land: "DE-NW", dauer: "30", einheit: "M" };
  const suspended = { ...ban, "hemmung-von": "10.01.2028", "hemmung-bis": "09.04.2028" };
  expect(await app.visitor.page(calculator(suspended))).toContain("Sa 15.12.2029");
});

test.each([
  ["regel", { ...basic, regel: "D99" }, "Wählen Sie eine Fristregel."],
  ["tag", { ...basic, tag: "31.02.2026" }, "ist kein Datum"],
  ["tag", { ...basic, tag: "" }, "Geben Sie den Tag des Ereignisses an"],
  ["land", { ...basic, land: "DE-XX" }, "Wählen Sie den Kalender."],
  ["dauer", { ...basic, dauer: "zwei" }, "ganze Zahl"],
  ["dauer", { ...basic, dauer: "3", einheit: "W" }, "liegt außerhalb dessen"],
  ["angerechnet", { ...basic, angerechnet: "5" }, "wird nichts angerechnet"],
  ["hemmung-bis", { ...basic, regel: "D60", "hemmung-von": "01.12.2026" }, "Beginn und Ende der Hemmung"],
  ["uhrzeit", { regel: "D50.transit", tag: "10.12.2026", land: "DE-NW" }, "mit Uhrzeit"],
  ["uhrzeit", { regel: "D50.transit", tag: "28.03.2027", land: "DE-NW", uhrzeit: "02:30" }, "gibt es"],
])("a mistake stands at its field: %s %j", async (field, query, message) => {
  const answer = await app.visitor.get(calculator(query));
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(html).toContain(message);
  expect(html).toContain(`href="#${field}"`);
  expect(html).toContain("<title>Fehler: Fristenrechner");
});

test("the result has an address of its own that anybody can open, and it holds no person data", async () => {
  const html = await app.visitor.page(
    calculator({ ...basic, dauer: "", uhrzeit: " ", name: "Geheimprobe", az: "31.30-1" }),
  );
  const link = /<a href="(\/fristen\/rechner\?[^"]+)">Verweis/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect([...new URLSearchParams(link.split("?")[1]).keys()]).toEqual(["regel", "tag", "land"]);
  expect(await app.visitor.page(link)).toContain("Klagefrist: Ende am Mo 23.11.2026, 24:00 Uhr");
  expect(html).toContain("Feiertage von");
  expect(html).not.toContain("Geheimprobe");
});

test.each([
  ["an empty address field", { ...basic, tag: "" }],
  ["a day that does not exist", { ...basic, tag: "30.02.2027" }],
  ["letters", { ...basic, tag: "gestern" }],
  ["a huge year", { ...basic, tag: "01.01.99999" }],
  ["a year before the data", { ...basic, tag: "01.01.1901" }],
  ["a year after the data", { ...basic, tag: "31.12.2199" }],
  ["markup", { ...basic, tag: "<script>alert(1)</script>", regel: "D01'><b>" }],
  ["a control character", { ...basic, tag: "09.11.2026\u0000" }],
  ["a very long text", { ...basic, tag: "9".repeat(5000) }],
  ["a rule of the prototype", { ...basic, regel: "constructor", land: "__proto__" }],
  ["a length of zero", { ...basic, regel: "D07", dauer: "0" }],
  ["a negative length", { ...basic, regel: "D07", dauer: "-7" }],
  ["a length without end", { ...basic, regel: "D07", dauer: "99999", einheit: "Y" }],
  [
    "a suspension that ends before it begins",
    { ...basic, regel: "D60", "hemmung-von": "2.2.2027", "hemmung-bis": "1.2.2027" },
  ],
  ["an hour that does not exist", { ...basic, regel: "D50.transit", uhrzeit: "25:61" }],
])("odd input is refused at its field and never breaks the page: %s", async (_name, query) => {
  const answer = await app.visitor.get(calculator(query));
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(html).toContain("Die Frist wurde nicht berechnet.");
  expect(html).not.toContain("<script>alert");
  expect(html).not.toContain("Ergebnis</h2>");
});

test("the API computes for anyone with the same result", async () => {
  const answer = await app.visitor.json("/api/v1/deadlines/compute", [
    { id: "V10", rule: "D01", on: "2026-11-09", calendar: "DE-NW" },
    { id: "V41", rule: "D24", on: "2026-12-04T10:00", calendar: "DE-NW" },
  ]);
  expect(await answer.json()).toMatchObject([
    { id: "V10", legalEnd: "2026-11-23" },
    { id: "V41", legalEnd: "2026-12-05" },
  ]);
});

test("one wrong entry refuses all of them by name", async () => {
  const answer = await app.visitor.json("/api/v1/deadlines/compute", [
    { id: "a", rule: "D01", on: "2026-11-09", calendar: "DE-NW" },
    { id: "b", rule: "D01", on: "2026-02-30", calendar: "DE-NW" },
  ]);
  expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ field: "1.on" }] }]);
});
