/**
 * Deadlines as an iCalendar file (RFC 5545) for the calendar program of the officer. Says „Frist in Amtsweg“, the day and
 * a link that asks to sign in; never a name, a file number or the kind of the deadline (§ 97a AufenthG).
 */
import { createHash } from "node:crypto";
import type { ListedDeadline } from "./queries.ts";

const compact = (iso: string): string => iso.replaceAll("-", "");
const instant = (at: Date): string => `${compact(at.toISOString()).replaceAll(":", "").slice(0, 15)}Z`;

/** The same deadline keeps its entry when the file is loaded again; the number says nothing about the case. */
const uidOf = ({ caseId, key }: ListedDeadline): string =>
  `${createHash("sha256").update(`${caseId} ${key}`).digest("hex").slice(0, 32)}@amtsweg`;

/** RFC 5545, 3.1: no line is longer than 75 octets; a folded one goes on after a space, and no letter is cut in two. */
function fold(line: string): string {
  const lines: string[] = [];
  let current = "";
  for (const letter of line) {
    if (Buffer.byteLength(current + letter) > 75) {
      lines.push(current);
      current = " ";
    }
    current += letter;
  }
  return [...lines, current].join("\r\n");
}

const eventOf = (deadline: ListedDeadline, baseUrl: string, now: Date): string[] => [
  "BEGIN:VEVENT",
  `UID:${uidOf(deadline)}`,
  `DTSTAMP:${instant(now)}`,
  `DTSTART;VALUE=DATE:${compact(deadline.planOn.toString())}`,
  `DTEND;VALUE=DATE:${compact(deadline.planOn.add({ days: 1 }).toString())}`,
  "SUMMARY:Frist in Amtsweg",
  `URL:${baseUrl}/fristen/${deadline.caseId}/${encodeURIComponent(deadline.key)}`,
  "CLASS:CONFIDENTIAL",
  "TRANSP:TRANSPARENT",
  "END:VEVENT",
];

export const calendarFile = (deadlines: readonly ListedDeadline[], baseUrl: string, now: Date): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Amtsweg//Fristen//DE",
    "CALSCALE:GREGORIAN",
    ...deadlines.flatMap((deadline) => eventOf(deadline, baseUrl, now)),
    "END:VCALENDAR",
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join("");
