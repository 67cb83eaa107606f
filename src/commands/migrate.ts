/** `amtsweg migrate`: schema, policies and reference data of a PostgreSQL server. */
import { MigrationError } from "../platform/database/migrate.ts";
import { type Command, exitCodes, hasFlag } from "./command.ts";
import { prepareDatabase } from "./prepare-database.ts";

export const migrateCommand: Command = {
  name: "migrate",
  summary: "bringt die Datenbank auf den neuesten Stand",
  switches: ["--json"],
  help: `amtsweg migrate [--json]

Führt offene Migrationen aus, erneuert die Zeilenregeln und lädt die Referenzdaten.
Umgebung: DATABASE_OWNER_URL (Rolle amtsweg_owner, Eigentümerin der Datenbank).
Rückgabe: 0 erledigt, 1 fehlgeschlagen, 2 DATABASE_OWNER_URL fehlt.`,
  run: async (args, { env, write, writeError }) => {
    const ownerUrl = env["DATABASE_OWNER_URL"];
    if (!ownerUrl) {
      writeError("Es fehlt DATABASE_OWNER_URL: Adresse der Datenbank mit der Rolle amtsweg_owner.\n");
      return exitCodes.badInput;
    }
    try {
      const report = await prepareDatabase(ownerUrl);
      write(hasFlag(args, "json") ? `${JSON.stringify(report)}\n` : textOf(report));
      return exitCodes.ok;
    } catch (error) {
      if (!(error instanceof MigrationError)) throw error;
      writeError(`${error.message}\n`);
      return exitCodes.failed;
    }
  },
};

const textOf = ({ applied, loaded, schema }: Awaited<ReturnType<typeof prepareDatabase>>): string =>
  `Schema ${schema}. Migrationen: ${applied.join(", ") || "keine offen"}. Geladen: ${loaded.join(", ") || "nichts neu"}.\n`;
