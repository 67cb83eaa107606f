/** `amtsweg import`: takes a table of cases over, in the name of a caseworker, with the checks of the import pages. */
import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type ImportReport, importTable } from "../features/case-import/index.ts";
import type { Actor } from "../platform/actor.ts";
import { createContext } from "../platform/context.ts";
import { withAppDatabase } from "./app-database.ts";
import { type Command, type CommandIo, exitCodes } from "./command.ts";
import { findCaseworker } from "./find-caseworker.ts";

const help = `amtsweg import DATEI (--as KENNUNG | --officer ID) [Optionen]

Übernimmt eine Fallliste (CSV oder XLSX, höchstens 10 MB) in Fälle, mit denselben Prüfungen wie die Seite „Import“.
Die Datei darf mehrfach importiert werden: Unveränderte Zeilen ändern nichts.

  --as KENNUNG       Sachbearbeitung, in deren Namen importiert wird (Kennung beim Anmeldedienst)
  --officer ID       dieselbe nach ihrer Nummer in Amtsweg
  --mapping DATEI    JSON: {"Überschrift": "fileNumber", "Andere": null}; sonst gilt der Vorschlag
  --dry-run          prüft nur und schreibt keinen Fall
  --rejected DATEI   schreibt die abgewiesenen Zeilen als CSV zum Berichtigen
  --json             gibt das Ergebnis als JSON aus

Umgebung: DATABASE_URL (Rolle amtsweg_app); ohne sie die eingebaute Datenbank in AMTSWEG_DATA_DIR.
Rückgabe: 0 alles übernommen, 1 Zeilen mit Fehlern oder Rückfragen blieben liegen, 2 Datei oder Angaben unbrauchbar.`;

const options = {
  as: { type: "string" },
  officer: { type: "string" },
  mapping: { type: "string" },
  rejected: { type: "string" },
  "dry-run": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

/** What the caller has to change; becomes exit code 2. */
class BadInput extends Error {}

export const importCommand: Command = {
  name: "import",
  summary: "übernimmt eine Fallliste (CSV, XLSX)",
  help,
  run: async (args, io) => {
    try {
      return await runImport(args, io);
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      io.writeError(`${error.message}\n`);
      return exitCodes.badInput;
    }
  },
};

async function runImport(args: string[], io: CommandIo): Promise<number> {
  const { values, file } = readArguments(args);
  const name = basename(file);
  const bytes = await readFile(file).catch(() => bad(`Die Datei »${file}« ist nicht lesbar.`));
  const mapping = values.mapping ? await readMapping(values.mapping) : undefined;
  return withAppDatabase(io.env, async (pool) => {
    const actor: Actor | undefined = await findCaseworker(pool, values);
    if (!actor) return bad("Diese Person ist nicht bekannt oder hat nicht die Rolle Sachbearbeitung.");
    const context = createContext(pool, actor, new Date());
    const dryRun = values["dry-run"];
    const done = await importTable(context, { file: { name, bytes }, mapping, dryRun, onProgress: progressOn(io) });
    await context.finish();
    if (!done.ok) return bad(done.refusal.join("\n"));
    if (values.rejected && done.value.rejectedCsv) await writeFile(values.rejected, done.value.rejectedCsv);
    io.write(values.json ? `${JSON.stringify(jsonOf(done.value))}\n` : textOf(done.value, dryRun));
    const left = done.value.counts.error + done.value.counts.question;
    return left > 0 ? exitCodes.failed : exitCodes.ok;
  });
}

function bad(message: string): never {
  throw new BadInput(message);
}

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) return bad("Nennen Sie genau eine Datei. Hilfe: amtsweg import --help");
    if ((values.as === undefined) === (values.officer === undefined))
      return bad("Nennen Sie, in wessen Namen importiert wird: --as KENNUNG oder --officer ID.");
    return { values, file };
  } catch (error) {
    if (error instanceof BadInput) throw error;
    return bad(`Unbekannte Angabe. Hilfe: amtsweg import --help`);
  }
}

const mappingSchema = z.record(z.string(), z.string().nullable());

async function readMapping(file: string): Promise<Record<string, string | null>> {
  const text = await readFile(file, "utf8").catch(() => bad(`Die Datei »${file}« ist nicht lesbar.`));
  try {
    return mappingSchema.parse(JSON.parse(text));
  } catch {
    return bad(`»${file}« ist keine Zuordnung: Erwartet wird JSON wie {"Az.": "fileNumber"}.`);
  }
}

const steps = { judging: "geprüft", applying: "übernommen" };

const progressOn =
  ({ writeError }: CommandIo) =>
  (step: keyof typeof steps, done: number, of: number): void =>
    writeError(`${done} von ${of} Zeilen ${steps[step]}\n`);

const jsonOf = ({ rejectedCsv: _csv, ...report }: ImportReport) => report;

function textOf({ rows, counts, applied, errors }: ImportReport, dryRun: boolean): string {
  const lines = [
    `${rows} Zeilen: ${counts.new} neu, ${counts.update} geändert, ${counts.unchanged} unverändert, ` +
      `${counts.question} mit Rückfrage, ${counts.error} mit Fehlern.`,
    dryRun ? "Nur geprüft; kein Fall wurde angelegt oder geändert." : `Übernommen: ${applied}.`,
    ...errors.slice(0, 20).map(({ row, column, reason }) => `Zeile ${row}, ${column}: ${reason}`),
    ...(errors.length > 20 ? [`… und ${errors.length - 20} weitere Fehler (--rejected DATEI)`] : []),
    ...(counts.question > 0 && !dryRun ? ["Rückfragen beantworten Sie auf der Seite „Import“."] : []),
  ];
  return `${lines.join("\n")}\n`;
}
