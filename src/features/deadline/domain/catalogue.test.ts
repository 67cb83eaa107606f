/** The catalogue as data: complete, without gaps or overlaps between versions, old cases on old rules, and printed for lawyers. */
import { describe, expect, test } from "vitest";
import { day } from "../../../kernel/day.ts";
import { caseEventTypes } from "./case-events.ts";
import { catalogue, findRule } from "./catalogue.ts";
import { cataloguePage } from "./catalogue-page.ts";
import { numberOf } from "./day-number.ts";
import { knownLength } from "./length.ts";

const ids = new Set(catalogue.map(({ id }) => id));

test("every row of the domain report is there", () => {
  const numbers =
    "01 02 03 04 05 06 07 08 09 10 11 12 13 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 40 50 60 61 62 63 64";
  const missing = numbers
    .split(" ")
    .filter((number) => ![...ids].some((id) => id === `D${number}` || id.startsWith(`D${number}.`)));
  expect(missing).toEqual([]);
});

test.each(catalogue.map((rule) => [`${rule.id} from ${rule.validFrom}`, rule] as const))(
  "%s is complete",
  (_, rule) => {
    expect(rule.norm).toMatch(/§|Art\./);
    expect([rule.title, rule.missed, rule.starts.text, rule.transition].every((text) => text.length > 3)).toBe(true);
    expect(caseEventTypes).toContain(rule.starts.event);
    const days = [rule.version, rule.validFrom, rule.validTo ?? rule.validFrom].map(day);
    expect(days).toHaveLength(3);
    if (!rule.length) return;
    const span = [rule.length.shortest, rule.length.usual, rule.length.longest ?? undefined].filter(
      (iso) => iso !== undefined,
    );
    expect(span.map((iso) => knownLength(iso).iso)).toEqual(span);
  },
);

test("versions of one rule follow each other without gap and without overlap", () => {
  for (const id of ids) {
    const rows = catalogue.filter((rule) => rule.id === id).toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
    for (const [index, row] of rows.entries()) {
      const next = rows[index + 1];
      if (next)
        expect(
          day(row.validTo ?? "9999-12-31")
            .add({ days: 1 })
            .toString(),
        ).toBe(next.validFrom);
      else expect(row.validTo).toBeUndefined();
    }
  }
});

describe("old cases keep old rules", () => {
  test.each([
    ["service.post", "2024-12-31", "P3D"],
    ["service.post", "2025-01-01", "P4D"],
    ["D23", "2024-02-26", "P10D"],
    ["D23", "2024-02-27", "P28D"],
    ["D01.uninstructed", "2026-06-11", "P1Y"],
    ["D01.uninstructed", "2026-06-12", "P3M"],
  ])("%s on %s: %s", (id, on, length) => {
    const rule = findRule(id, numberOf(day(on)));
    expect(rule.ok && rule.value.length?.usual).toBe(length);
  });

  test("the paragraph cited is that of the day", () => {
    const norms = ["2026-06-11", "2026-06-12"].map((on) => {
      const rule = findRule("D05", numberOf(day(on)));
      return rule.ok ? rule.value.norm : "";
    });
    expect(norms).toEqual(["§ 38 Abs. 1 AsylG a. F.", "§ 38 Abs. 2 AsylG"]);
  });

  test("a day before the first row is refused, not counted by a later law", () => {
    expect(findRule("D23", numberOf(day("2017-07-28")))).toMatchObject({
      ok: false,
      refusal: { code: "noVersionForDay", field: "on" },
    });
    expect(findRule("D28", numberOf(day("2026-06-11"))).ok).toBe(false);
  });

  test("rows of a regime do not look at the day: a person has determined the regime", () => {
    expect(findRule("D35", numberOf(day("2026-02-27"))).ok).toBe(true);
    expect(findRule("D40.transfer", numberOf(day("2027-02-27"))).ok).toBe(true);
  });
});

test("the page docs/domain/fristen-katalog.md shows these rows (vitest -u writes it anew)", async () => {
  await expect(cataloguePage()).toMatchFileSnapshot("../../../../docs/domain/fristen-katalog.md");
});
