/** `amtsweg demo` (npm start): the whole program with its own database and fictional data, on this machine only. */
import { randomBytes } from "node:crypto";
import { fillDemo } from "../demo/fill.ts";
import { readDemoConfig } from "../platform/config.ts";
import { createDatabase } from "../platform/database/roles.ts";
import { programVersion } from "../platform/root.ts";
import { startServer } from "../server.ts";
import type { Command } from "./command.ts";
import { startDemoDatabase } from "./demo-database.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { waitForEnd } from "./wait-for-end.ts";

export const demoCommand: Command = {
  name: "demo",
  summary: "startet Amtsweg mit eingebauter Datenbank und erfundenen Daten",
  help: `amtsweg demo

Startet Amtsweg auf http://localhost:8080 mit eingebauter PostgreSQL-Datenbank und erfundenen Daten.

Umgebung:
  PORT               Anschluss, sonst 8080
  AMTSWEG_DATA_DIR   Ordner der Daten, sonst ./amtsweg-data (bleibt erhalten)

Ende mit Strg+C. Rückgabe 0, bei einem Fehler 1.`,
  run: async (_args, { env, write, writeError }) => {
    const config = readDemoConfig(env);
    const isChosen = env["AMTSWEG_DATA_DIR"] !== undefined;
    const database = await startDemoDatabase(config.dataDir, isChosen, writeError);
    await createDatabase(database.connectionString("postgres"), "amtsweg");
    const ownerUrl = database.connectionString("amtsweg", "amtsweg_owner");
    await prepareDatabase(ownerUrl);
    const databaseUrl = database.connectionString("amtsweg", "amtsweg_app");
    await fillDemo(databaseUrl);
    const server = await startServer({
      port: config.port,
      databaseUrl,
      sessionSecret: randomBytes(32).toString("hex"),
      version: programVersion(),
      log: () => undefined,
    });
    write(`Amtsweg läuft: ${server.url}  (TESTBETRIEB, erfundene Daten in ${config.dataDir}; Ende mit Strg+C)\n`);
    await waitForEnd();
    await server.stop();
    await database.stop();
    return 0;
  },
};
