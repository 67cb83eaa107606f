/**
 * `amtsweg deadline --file F --json`: reads an array of deadline requests, prints the computed deadlines. All or nothing:
 * one wrong entry, and nothing is printed but its name and field, so that no half list is taken for a whole one.
 */
import { ok, type Result } from "../../kernel/result.ts";
import { computeDeadline } from "./domain/compute.ts";
import type { Deadline } from "./domain/deadline.ts";
import { readRequest, writeAnswer } from "./domain/exchange.ts";
import { germanDay } from "./domain/german-day.ts";
import { numberOf } from "./domain/day-number.ts";
import type { Refusal } from "./domain/refusal.ts";

/** Ein- und Ausgabe des Befehls (kein Verwaltungsbegriff; die Fristen selbst: § 31 VwVfG). */
export type CommandIo = {
  readFile: (path: string) => Promise<string>;
  write: (text: string) => void;
  writeError: (text: string) => void;
};

export const deadlineHelp = `amtsweg deadline --file DATEI [--json]

Berechnet Fristen mit Rechenweg.

  --file DATEI   JSON-Datei: Liste von { "id", "rule", "on", "calendar", "length"?, "creditedDays"?, "suspended"? }
                 rule      Fristregel, z. B. D01, D35, D40.transfer, service.post
                 on        Tag des Ereignisses (2026-11-23), bei Stunden mit Uhrzeit (2026-12-04T10:00)
                 calendar  Feiertage: DE-NW, DE-MV … oder ein anderer Mitgliedstaat, z. B. AT
                 length    Dauer, z. B. P30D, P6M (nur, soweit die Norm eine Wahl lässt)
  --json         Ausgabe als JSON-Liste: id, raw, legalEnd, operationalEnd, earliestAction, rolled, steps …
  --help         diese Hilfe

Rückgabe: 0 in Ordnung, 2 falsche Eingabe (das Feld wird genannt, sonst nichts ausgegeben).
`;

type Options = { file: string; json: boolean };

export async function runDeadlineCommand(argv: string[], io: CommandIo): Promise<number> {
  if (argv.includes("--help") || argv.includes("-h")) {
    io.write(deadlineHelp);
    return 0;
  }
  const options = readOptions(argv);
  if (typeof options === "string") return fail(io, options);
  const entries = await readEntries(options.file, io);
  if (typeof entries === "string") return fail(io, entries);
  const answers = computeAll(entries, io);
  if (typeof answers === "string") return fail(io, answers);
  const list = answers.map(({ id, deadline }) => writeAnswer(id, deadline));
  io.write(options.json ? `${JSON.stringify(list, null, 1)}\n` : answers.map(readable).join("\n"));
  return 0;
}

function fail(io: CommandIo, message: string): number {
  io.writeError(`${message}\n`);
  return 2;
}

function readOptions(argv: string[]): Options | string {
  let file: string | undefined;
  let json = false;
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? "";
    if (word === "--json") json = true;
    else if (word.startsWith("--file=")) file = word.slice("--file=".length);
    else if (word === "--file") file = argv[(index += 1)];
    else return `»${word}« ist keine Angabe dieses Befehls. Hilfe: amtsweg deadline --help`;
  }
  return file ? { file, json } : "Die Angabe »--file« fehlt. Hilfe: amtsweg deadline --help";
}

async function readEntries(file: string, io: CommandIo): Promise<unknown[] | string> {
  let text: string;
  try {
    text = await io.readFile(file);
  } catch {
    return `file: Die Datei »${file}« ist nicht lesbar.`;
  }
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return Array.isArray(value) ? value : `file: Die Datei »${file}« enthält keine Liste.`;
  } catch {
    return `file: Die Datei »${file}« ist kein gültiges JSON.`;
  }
}

type Answer = { id: string; deadline: Deadline };

function computeAll(entries: unknown[], io: CommandIo): Answer[] | string {
  const answers: Answer[] = [];
  const problems: string[] = [];
  for (const [index, entry] of entries.entries()) {
    const answer = computeEntry(entry, io);
    if (answer.ok) answers.push(answer.value);
    else problems.push(problemText(entry, index, answer.refusal));
  }
  return problems.length > 0 ? problems.join("\n") : answers;
}

function computeEntry(entry: unknown, io: CommandIo): Result<Answer, Refusal> {
  const request = readRequest(entry);
  if (!request.ok) return request;
  const { id, input, unknownFields } = request.value;
  if (unknownFields.length > 0) io.writeError(`${id}: nicht verwendet: ${unknownFields.join(", ")}\n`);
  const deadline = computeDeadline(input);
  return deadline.ok ? ok({ id, deadline: deadline.value }) : deadline;
}

function problemText(entry: unknown, index: number, { field, message }: Refusal): string {
  const id = (entry as { id?: unknown } | null)?.id;
  const name = typeof id === "string" && id !== "" ? id : `Eintrag ${index + 1}`;
  return `${name}: ${field}: ${message}`;
}

function readable({ id, deadline }: Answer): string {
  const head = `${id}  ${deadline.title}: ${germanDay(numberOf(deadline.legalEnd))}`;
  const lines = deadline.steps.map(
    ({ text, norm }, index) => `  ${index + 1}. ${text}${norm === undefined ? "" : ` [${norm}]`}`,
  );
  return `${[head, ...lines].join("\n")}\n`;
}
