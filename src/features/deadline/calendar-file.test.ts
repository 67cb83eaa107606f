/** The calendar file read by a reader written from RFC 5545 alone: folding, nesting, required properties, no person data. */
import { expect, test } from "vitest";
import { day } from "../../kernel/day.ts";
import { calendarFile } from "./calendar-file.ts";
import type { ListedDeadline } from "./queries.ts";

const now = new Date("2026-11-23T07:14:05Z");
const base = "https://amtsweg.example";
const deadline = (caseId: string, key: string, planOn = "2026-12-08"): ListedDeadline => ({
  caseId,
  key,
  fileNumber: "31.30-0131; Geheim, \\Probe",
  rule: "D35",
  title: "Überstellungsfrist\nzweite Zeile",
  norm: "Art. 46",
  missed: "Deutschland wird zuständig",
  legalEnd: day("2026-12-10"),
  planOn: day(planOn),
});
const first = "0190f0a0-0000-7000-8000-000000000001";
const second = "0190f0a0-0000-7000-8000-000000000002";

type Component = { name: string; properties: Map<string, string[]>; children: Component[] };

/** RFC 5545, 3.1 and 3.4: content lines end with CRLF, are unfolded, are `name *(";" param) ":" value`, and nest. */
function read(file: string): Component {
  expect(file.endsWith("\r\n")).toBe(true);
  expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const octets = file.split("\r\n").map((line) => Buffer.byteLength(line));
  expect(Math.max(...octets)).toBeLessThanOrEqual(75);
  expect(Buffer.from(file).toString("utf8")).toBe(file);
  const lines = file.replaceAll("\r\n ", "").split("\r\n").slice(0, -1);
  const root: Component = { name: "", properties: new Map(), children: [] };
  const stack = [root];
  for (const line of lines) {
    const match = /^([A-Z-]+)((?:;[A-Z-]+=[^;:]+)*):(.*)$/.exec(line);
    if (!match) throw new Error(`no content line: ${line}`);
    const [, name = "", parameters = "", value = ""] = match;
    const open = stack.at(-1) ?? root;
    if (name === "BEGIN") {
      const child: Component = { name: value, properties: new Map(), children: [] };
      open.children.push(child);
      stack.push(child);
    } else if (name === "END") {
      expect(stack.pop()?.name).toBe(value);
    } else open.properties.set(name + parameters, [...(open.properties.get(name + parameters) ?? []), value]);
  }
  expect(stack).toHaveLength(1);
  return root;
}

const only = (component: Component | undefined, name: string): string => {
  const values = component?.properties.get(name) ?? [];
  expect([name, values.length]).toEqual([name, 1]);
  return values[0] ?? "";
};

test("is one calendar with one event a deadline, with everything that RFC 5545 requires", () => {
  const { children } = read(calendarFile([deadline(first, "a#1"), deadline(second, "b#1")], base, now));
  expect(children.map(({ name }) => name)).toEqual(["VCALENDAR"]);
  const [calendar] = children;
  expect(only(calendar, "VERSION")).toBe("2.0");
  expect(only(calendar, "PRODID")).toMatch(/^-\/\/.+/);
  expect(calendar?.children.map(({ name }) => name)).toEqual(["VEVENT", "VEVENT"]);
  for (const event of calendar?.children ?? []) {
    expect(only(event, "UID")).toMatch(/^[0-9a-f]{32}@amtsweg$/);
    expect(only(event, "DTSTAMP")).toBe("20261123T071405Z");
    expect(only(event, "DTSTART;VALUE=DATE")).toBe("20261208");
    // The end of a whole day is the day after, not part of it (3.6.1).
    expect(only(event, "DTEND;VALUE=DATE")).toBe("20261209");
    expect(only(event, "SUMMARY")).toBe("Frist in Amtsweg");
    expect(only(event, "CLASS")).toBe("CONFIDENTIAL");
  }
});

test("a deadline keeps its UID when it moves and when it is loaded again; two deadlines never share one", () => {
  const uids = (deadlines: ListedDeadline[]) =>
    read(calendarFile(deadlines, base, now)).children[0]?.children.map((event) => only(event, "UID"));
  const before = uids([deadline(first, "a#1"), deadline(first, "a#2"), deadline(second, "a#1")]);
  expect(uids([deadline(first, "a#1", "2027-01-04"), deadline(first, "a#2"), deadline(second, "a#1")])).toEqual(before);
  expect(new Set(before).size).toBe(3);
});

test("a long address is folded at 75 octets and read back whole, also with umlauts in a public address", () => {
  const key = `transferPeriod/AMMR ${"ü".repeat(60)}#1`;
  for (const address of [base, "https://rückkehr.großstadt-mit-sehr-langem-namen.example/verzeichnis/der/behörde"]) {
    const event = read(calendarFile([deadline(first, key)], address, now)).children[0]?.children[0];
    const url = only(event, "URL");
    expect(url).toBe(`${address}/fristen/${first}/${encodeURIComponent(key)}`);
  }
});

test("nothing of the case is in the file", () => {
  const file = calendarFile([deadline(first, "a#1")], base, now).replaceAll("\r\n ", "");
  for (const secret of ["31.30", "Geheim", "Überstellung", "D35", "Art. 46", "zuständig", "20261210"])
    expect(file).not.toContain(secret);
});

test("no deadlines give a calendar without events", () => {
  expect(read(calendarFile([], base, now)).children[0]?.children).toEqual([]);
});
