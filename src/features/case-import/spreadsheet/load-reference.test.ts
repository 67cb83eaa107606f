import { describe, expect, test } from "vitest";
import { findMunicipality } from "../domain/municipality.ts";
import { readNationalities } from "../domain/nationality.ts";
import { loadReference } from "./load-reference.ts";

const { municipalities, nationalities } = loadReference();

describe("the published lists", () => {
  test("every municipality is found by its own name and one of its postcodes, or asked about", () => {
    const wrong = [...municipalities.byAgs.values()].filter(({ ags, name, postcode }) => {
      const finding = findMunicipality(postcode ? { name, postcode } : { name }, municipalities);
      if (finding.kind === "found") return finding.ags !== ags;
      return finding.kind === "unknown" || !finding.candidates.some((candidate) => candidate.ags === ags);
    });
    expect(municipalities.byAgs.size).toBe(10_956);
    expect(wrong.map(({ ags, name }) => `${ags} ${name}`)).toEqual([]);
  });

  test("every municipality of North Rhine-Westphalia is found without a question", () => {
    const ofNrw = [...municipalities.byAgs.values()].filter(({ land }) => land === "NW");
    const asked = ofNrw.filter(({ name, postcode }) => {
      return findMunicipality(postcode ? { name, postcode } : { name }, municipalities).kind !== "found";
    });
    expect(ofNrw).toHaveLength(396);
    expect(asked.map(({ name }) => name)).toEqual([]);
  });

  test.each([
    ["Witten", "58452", "05954036"],
    ["Frankfurt", "60311", "06412000"],
    ["Frankfurt/Main", "60311", "06412000"],
    ["Halle/Westf.", "33790", "05754012"],
    ["Münster", "48143", "05515000"],
    ["Köln", "50667", "05315000"],
  ])("%s %s is %s", (name, postcode, ags) => {
    expect(findMunicipality({ name, postcode }, municipalities)).toEqual({ kind: "found", ags });
  });

  test("Neuenkirchen without postcode is a question with all that bear the name", () => {
    const finding = findMunicipality({ name: "Neuenkirchen" }, municipalities);
    expect(finding.kind === "question" && finding.candidates.length).toBeGreaterThanOrEqual(11);
  });

  test("every state of today is found by its label and by its key", () => {
    for (const [key, entry] of nationalities.byKey) {
      if ("refusal" in entry || key === "245") continue;
      expect(readNationalities(entry.label, nationalities)).toEqual({ ok: true, value: [key] });
      expect(readNationalities(key, nationalities)).toEqual({ ok: true, value: [key] });
    }
  });

  test.each(["000", "120", "Kongo", "deutsch", "deutsche"])("%s is refused", (text) => {
    expect(readNationalities(text, nationalities).ok).toBe(false);
  });
});
