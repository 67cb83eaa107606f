/** `amtsweg verify-journal`: is the record of what happened still whole? */
import { withPool } from "../platform/database/pool.ts";
import { type ChainReport, checkJournal, type JournalFault } from "../platform/journal-check.ts";
import { type Command, exitCodes, hasFlag } from "./command.ts";
import { withOwnerDatabase } from "./owner-database.ts";

const faults: Record<JournalFault, string> = {
  missing: "Eintrag fehlt",
  changed: "Eintrag wurde geändert",
  order: "Eintrag passt nicht an seinen Vorgänger (eingefügt oder umgestellt)",
  cut: "Ende der Kette stimmt nicht (Einträge entfernt oder angehängt)",
};

export const verifyJournalCommand: Command = {
  name: "verify-journal",
  summary: "prüft die Hashketten des Protokolls",
  switches: ["--json"],
  help: `amtsweg verify-journal [--json]

Rechnet jede Hashkette des Protokolls nach und nennt je Kette den ersten falschen Eintrag.
Datenbank: DATABASE_OWNER_URL, sonst die eingebaute in AMTSWEG_DATA_DIR (auch während Amtsweg läuft).
Rückgabe: 0 alles unverändert, 1 mindestens eine Kette ist beschädigt.`,
  run: (args, { env, write }) =>
    withOwnerDatabase(env, async (url) => {
      const reports = await withPool(url, 1, checkJournal);
      write(hasFlag(args, "json") ? `${JSON.stringify(reports)}\n` : reports.map(lineOf).join(""));
      return reports.every(({ ok }) => ok) ? exitCodes.ok : exitCodes.failed;
    }),
};

const lineOf = (report: ChainReport): string =>
  report.ok
    ? `${report.chain}: ${report.rows} Einträge, unverändert, Kopf ${report.head.slice(0, 16)}\n`
    : `${report.chain}: FEHLER bei Eintrag ${report.seq}: ${faults[report.fault]}\n`;
