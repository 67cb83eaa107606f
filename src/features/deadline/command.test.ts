/** The command on the vectors, on bad input (named field, exit 2, nothing on stdout) and for people. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runDeadlineCommand } from "./command.ts";

const vectors = readFileSync(new URL("../../../test/vectors/deadlines.json", import.meta.url), "utf8");

async function run(argv: string[], file = "[]"): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const readFile = async (path: string): Promise<string> => {
    if (path !== "f.json") throw new Error("ENOENT");
    return file;
  };
  const code = await runDeadlineCommand(argv, {
    readFile,
    write: (text) => void (out += text),
    writeError: (text) => void (err += text),
  });
  return { code, out, err };
}

const json = ["--file", "f.json", "--json"];
const good = { id: "a", rule: "D01", on: "2026-07-17", calendar: "DE-NW" };
const withEntry = (entry: unknown) => run(json, JSON.stringify([good, entry]));

test("prints one answer for each vector with every expected field equal", async () => {
  const { code, out, err } = await run(json, vectors);
  expect([code, err]).toEqual([0, ""]);
  const answers = JSON.parse(out) as Record<string, unknown>[];
  const expected = JSON.parse(vectors) as { id: string; expect: object }[];
  expect(answers).toHaveLength(36);
  for (const [index, vector] of expected.entries())
    expect(answers[index]).toMatchObject({ id: vector.id, ...vector.expect });
  for (const { steps } of answers) expect((steps as unknown[]).length).toBeGreaterThan(4);
});

test("steps carry a German sentence, and where there is one the norm and the day", async () => {
  const { out } = await run(json, JSON.stringify([good]));
  const [answer] = JSON.parse(out) as { steps: { text: string; norm?: string; day?: string }[] }[];
  expect(answer?.steps[2]).toEqual({
    text: "Der Tag des Ereignisses zählt nicht mit; erster Tag ist Sa 18.07.2026.",
    norm: "§ 57 Abs. 2 VwGO, § 222 Abs. 1 ZPO, § 187 Abs. 1 BGB",
    day: "2026-07-18",
  });
});

describe("bad input names the field, exits with 2 and prints nothing on stdout", () => {
  test.each([
    ["an unknown rule", { rule: "D99" }, "rule"],
    ["a rule with parts, without the part", { rule: "D29" }, "rule"],
    ["a duty without a period", { rule: "D11" }, "rule"],
    ["a rule of the prototype of objects", { rule: "constructor" }, "rule"],
    ["no rule", { rule: undefined }, "rule"],
    ["30 February", { on: "2026-02-30" }, "on"],
    ["a German date", { on: "17.07.2026" }, "on"],
    ["a month without day", { on: "2026-07" }, "on"],
    ["hour 25", { on: "2026-07-17T25:00" }, "on"],
    ["a day as number", { on: 20260717 }, "on"],
    ["the year 3000", { on: "3000-01-01" }, "on"],
    ["a day before the recorded versions", { on: "2010-01-01" }, "on"],
    ["an unknown calendar", { calendar: "DE-XX" }, "calendar"],
    ["a calendar of the prototype of objects", { calendar: "toString" }, "calendar"],
    ["Germany without Land", { calendar: "DE" }, "calendar"],
    ["no calendar", { calendar: undefined }, "calendar"],
    ["a year without holidays", { on: "2100-12-24" }, "calendar"],
    ["a length that is none", { length: "2 Wochen" }, "length"],
    ["an empty length", { length: "P" }, "length"],
    ["months and days mixed", { length: "P1M1D" }, "length"],
    ["a length as number", { length: 14 }, "length"],
    ["another length than the fixed one", { length: "P3W" }, "length"],
    ["31 days to leave", { rule: "D07", length: "P31D" }, "length"],
    ["6 days to leave", { rule: "D07", length: "P6D" }, "length"],
    ["a month to leave where it has 31 days", { rule: "D07", on: "2026-12-10", length: "P1M" }, "length"],
    ["29 days of departure custody", { rule: "D23", length: "P29D" }, "length"],
    ["15 days of cooperation detention", { rule: "D22", length: "P15D" }, "length"],
    ["19 months of detention", { rule: "D20", length: "P19M" }, "length"],
    ["no day of detention", { rule: "D20", length: "P0D" }, "length"],
    ["a ban of 21 years", { rule: "D60", length: "P21Y" }, "length"],
    ["announced less than a month ahead", { rule: "D09", length: "P3W" }, "length"],
    ["three and a half years after absconding", { rule: "D36.absconded", length: "P42M" }, "length"],
    ["transit asked one day before", { rule: "D50.request", length: "P1D" }, "length"],
    ["a period of the authority without length", { rule: "authority.period" }, "length"],
    ["credit where nothing is credited", { creditedDays: 3 }, "creditedDays"],
    ["half a day of credit", { rule: "D20", creditedDays: 1.5 }, "creditedDays"],
    ["less than no credit", { rule: "D20", creditedDays: -1 }, "creditedDays"],
    ["credit as text", { rule: "D20", creditedDays: "42" }, "creditedDays"],
    ["credit that leaves no day", { rule: "D20", length: "P1M", creditedDays: 31 }, "creditedDays"],
    ["suspension where nothing is suspended", { suspended: ["2026-07-18", "2026-07-19"] }, "suspended"],
    ["suspension backwards", { rule: "D60", suspended: ["2027-02-01", "2027-01-01"] }, "suspended"],
    ["suspension before the departure", { rule: "D60", suspended: ["2026-01-01", "2026-02-01"] }, "suspended"],
    ["suspension with one day only", { rule: "D60", suspended: ["2027-02-01"] }, "suspended"],
    ["suspension with 30 February", { rule: "D60", suspended: ["2027-02-30", "2027-03-01"] }, "suspended"],
    ["no id", { id: undefined }, "id"],
  ])("%s", async (_, change, field) => {
    const { code, out, err } = await withEntry({ ...good, id: "b", ...change });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(new RegExp(`^(b|Eintrag 2): ${field}: `));
  });

  test("every wrong entry is named, not only the first", async () => {
    const { err } = await run(
      json,
      JSON.stringify([{ ...good, on: "x" }, { ...good, id: "b", rule: "x" }, null, 3, []]),
    );
    expect(
      err
        .trim()
        .split("\n")
        .map((text) => text.split(":").slice(0, 2).join(":")),
    ).toEqual(["a: on", "b: rule", "Eintrag 3: file", "Eintrag 4: file", "Eintrag 5: file"]);
  });

  test.each([
    ["no list", "{}", "keine Liste"],
    ["no JSON", "[", "kein gültiges JSON"],
  ])("a file with %s", async (_, text, message) => {
    const { code, out, err } = await run(json, text);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
  });

  test.each([
    ["a file that is not there", ["--file", "x.json", "--json"], "nicht lesbar"],
    ["no file", ["--json"], "--file"],
    ["an unknown option", ["--datei", "f.json"], "--datei"],
  ])("%s", async (_, argv, message) => {
    const { code, out, err } = await run(argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
  });
});

test("unknown fields are named on stderr, those of vector files are not", async () => {
  const { code, err } = await run(json, JSON.stringify([{ ...good, lenght: "P1W", expect: {}, note: "x" }]));
  expect([code, err]).toEqual([0, "a: nicht verwendet: lenght\n"]);
});

test("an empty list gives an empty list", async () => {
  expect(await run(json, "[]")).toEqual({ code: 0, out: "[]\n", err: "" });
});

test("--help explains in German", async () => {
  const { code, out } = await run(["--help"]);
  expect(code).toBe(0);
  expect(out).toContain("Berechnet Fristen mit Rechenweg");
});

test("without --json people can read it", async () => {
  const { out } = await run(["--file=f.json"], JSON.stringify([good]));
  expect(out).toContain("a  Klagefrist: Fr 31.07.2026");
  expect(out).toContain("[§ 74 Abs. 1 Satz 1 AsylG]");
});

const named =
  "D01 D02 D03 D04 D05 D07 D08 D09 D10 D20 D21 D22 D23 D24 D25 D27 D28 D29.request D29.transfer D30 D30.hit D31 D31.hit " +
  "D32.notify D32.confirm D33 D34.court D35 D36.imprisoned D36.absconded D37 D40.answer D40.answer.hit D40.transfer " +
  "D40.imprisoned D40.absconded D50.request D50.answer D60 D61 D62.record D62.detention D63 service.post service.centre";

test.each(named.split(" "))("the rule %s can be called with a day and a calendar alone", async (rule) => {
  const { code, out } = await run(json, JSON.stringify([{ ...good, rule, on: "2026-09-15" }]));
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject([{ id: "a", rule }]);
});
