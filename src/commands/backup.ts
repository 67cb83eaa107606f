/** `amtsweg backup FILE` and `amtsweg restore FILE`. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { writeBackup } from "../platform/backup/backup.ts";
import { BackupError, type BackupSums } from "../platform/backup/format.ts";
import { restoreBackup } from "../platform/backup/restore.ts";
import { readDemoConfig } from "../platform/config.ts";
import { withPool } from "../platform/database/pool.ts";
import { createDatabase } from "../platform/database/roles.ts";
import { startEmbeddedPostgres } from "../platform/embedded-postgres/index.ts";
import { type Command, type CommandIo, exitCodes, hasFlag } from "./command.ts";
import { withOwnerDatabase } from "./owner-database.ts";
import { prepareDatabase } from "./prepare-database.ts";

const fileOf = (args: readonly string[]): string | undefined => args.find((arg) => !arg.startsWith("--"));

const report = (
  { tables, heads, jobs }: BackupSums,
  args: readonly string[],
  { write }: CommandIo,
  what: string,
): number => {
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
  const text = `${what}: ${rows} Zeilen in ${Object.keys(tables).length} Tabellen, ${Object.keys(heads).length} Protokollketten, ${jobs} wartende Aufträge.\n`;
  write(hasFlag(args, "json") ? `${JSON.stringify({ tables, heads, jobs })}\n` : text);
  return exitCodes.ok;
};

async function orRefuse(io: CommandIo, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    io.writeError(`${error.message}\n`);
    return exitCodes.failed;
  }
}

export const backupCommand: Command = {
  name: "backup",
  summary: "sichert alle Daten in eine Datei, auch im laufenden Betrieb",
  switches: ["--json"],
  help: `amtsweg backup DATEI [--json]

Schreibt alle Daten in eine komprimierte Datei, ein Stand, ohne den Betrieb anzuhalten. Sitzungen sind nicht enthalten,
wartende Aufträge schon.
Datenbank: DATABASE_OWNER_URL, sonst die eingebaute in AMTSWEG_DATA_DIR.
Rückgabe: 0 gesichert, 1 fehlgeschlagen, 2 Dateiname fehlt oder Datei besteht schon.`,
  run: async (args, io) => {
    const file = fileOf(args);
    if (!file || existsSync(file)) {
      io.writeError(file ? `Die Datei ${file} gibt es schon.\n` : "Bitte den Namen der Sicherungsdatei angeben.\n");
      return exitCodes.badInput;
    }
    return withOwnerDatabase(io.env, (url) =>
      withPool(url, 1, async (pool) => report(await writeBackup(pool, file), args, io, "Gesichert")),
    );
  },
};

export const restoreCommand: Command = {
  name: "restore",
  summary: "spielt eine Sicherung in eine leere Datenbank zurück",
  switches: ["--json"],
  help: `amtsweg restore DATEI [--json]

Spielt eine Sicherung in eine Datenbank ohne Fälle zurück, ganz oder gar nicht. Zeilen und Protokollketten werden danach verglichen.
Datenbank: DATABASE_OWNER_URL (vorher: amtsweg migrate), sonst die eingebaute in AMTSWEG_DATA_DIR; sie wird angelegt, wenn sie fehlt.
Rückgabe: 0 zurückgespielt, 1 fehlgeschlagen (nichts geändert), 2 Datei fehlt.`,
  run: async (args, io) => {
    const file = fileOf(args);
    if (!file || !existsSync(file)) {
      io.writeError(file ? `Die Datei ${file} gibt es nicht.\n` : "Bitte den Namen der Sicherungsdatei angeben.\n");
      return exitCodes.badInput;
    }
    return orRefuse(io, async () => {
      if (!io.env["DATABASE_OWNER_URL"]) await makeEmbedded(io.env);
      return withOwnerDatabase(io.env, (url) =>
        withPool(url, 1, async (pool) => report(await restoreBackup(pool, file), args, io, "Zurückgespielt")),
      );
    });
  },
};

/** A fresh folder gets an empty, migrated database first; one that is in use is taken as it is. */
async function makeEmbedded(env: CommandIo["env"]): Promise<void> {
  const folder = join(readDemoConfig(env).dataDir, "postgres");
  if (existsSync(folder)) return;
  const server = await startEmbeddedPostgres(folder);
  await createDatabase(server.connectionString("postgres"), "amtsweg");
  await prepareDatabase(server.connectionString("amtsweg", "amtsweg_owner"));
  await server.stop();
}
